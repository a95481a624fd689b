"""Automatic numbering: the lists of a paper, and the counting of its paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.printing.reading import grammar
from docgen.printing.reading.grammar import W, read_properties
from docgen.printing.reading.ordinals import FORMATS
from docgen.printing.reading.subset.letters import LETTERS
from docgen.printing.reading.subset.paragraphs import FORM
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from docgen.printing.reading.grammar import Values

_VAL = f"{W}val"
_LEVELS = 9
_PLACE = r"%([1-9])"
_LEVEL_PARTS = frozenset(
    {"start", "numFmt", "lvlText", "lvlRestart", "lvlJc", "suff", "pStyle", "isLgl", "pPr", "rPr"}
) | {"lvlPicBulletId", "legacy", "tmpl"}


class Level(Value):
    """One level of a list as written."""

    start: int = 1
    numbers: str = "decimal"
    text: str = ""
    restart: int | None = None
    align: str = "left"
    suffix: str = "tab"
    style: str = ""
    legal: bool = False
    form: Values = field(default_factory=dict)
    letters: Values = field(default_factory=dict)
    faults: tuple[Words, ...] = ()


class Listing(Value):
    """A list (w:num): the levels it has, and whose counters it shares (w:abstractNum)."""

    shared: str
    levels: Mapping[int, Level]
    anew: Mapping[int, int]
    """Levels at which the list starts counting again when it is first met."""


class Label(Value):
    """What a list puts before a paragraph."""

    text: str
    level: Level


class Numbering:
    """The lists of a numbering part; counting is `Counters`' task."""

    def __init__(self, root: _Element | None = None) -> None:
        """Read the numbering part ``root``."""
        self._lists: dict[str, Listing] = {}
        if root is None:
            return
        abstract = {
            element.get(f"{W}abstractNumId", ""): element
            for element in root.iterchildren(f"{W}abstractNum")
        }
        links = _style_links(abstract)
        for element in root.iterchildren(f"{W}num"):
            name = _value(element, "abstractNumId")
            made = _list(name, abstract.get(name), links, element)
            if made is not None:
                self._lists[element.get(f"{W}numId", "")] = made

    def list(self, number: int) -> Listing | None:
        """The list ``number``; None for none (0) or one that is missing."""
        return self._lists.get(str(number))

    def level_of(self, number: int, style: str) -> int:
        """The level of list ``number`` that belongs to the paragraph ``style``, else the first."""
        found = self.list(number)
        levels = {} if found is None else found.levels
        return next((at for at, level in levels.items() if level.style == style), 0)

    def form(self, number: int, level: int) -> Values:
        """What ``level`` of list ``number`` says of the form of its paragraphs."""
        found = self.list(number)
        at = None if found is None else found.levels.get(level)
        return {} if at is None else at.form


class Counters:
    """Counts the paragraphs of one paper."""

    def __init__(self, numbering: Numbering) -> None:
        """Nothing counted yet."""
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[tuple[int, int]] = set()

    def label(self, number: int, level: int) -> Label | None:
        """The label of the next paragraph at ``level`` of list ``number``."""
        found = self._numbering.list(number)
        if found is None or level not in found.levels:
            return None
        counts = self._counts.setdefault(found.shared, {})
        self._count(found, number, level, counts)
        at = found.levels[level]
        return Label("".join(_written(at, found, counts)), at)

    def _count(self, found: Listing, number: int, level: int, counts: dict[int, int]) -> None:
        if (number, level) not in self._met and level in found.anew:
            counts[level] = found.anew[level]
        else:
            counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        self._met.add((number, level))
        for below in list(counts):
            if below > level and _restarts(found.levels.get(below), level):
                del counts[below]
        for above in range(level):
            if above in found.levels:
                counts.setdefault(above, found.levels[above].start)


def _restarts(level: Level | None, after: int) -> bool:
    """Whether a level below starts anew after a paragraph at the level ``after``."""
    if level is None or level.restart is None:
        return True
    return after < level.restart


def _written(level: Level, found: Listing, counts: dict[int, int]) -> Iterator[str]:
    at = 0
    for match in re.finditer(_PLACE, level.text):
        yield level.text[at : match.start()]
        at = match.end()
        place = int(match[1]) - 1
        shown = found.levels.get(place, Level())
        format_ = "decimal" if level.legal and shown.numbers != "none" else shown.numbers
        yield FORMATS.get(format_, str)(counts.get(place, shown.start))
    yield level.text[at:]


# -- reading --


def _value(element: _Element, name: str, default: str = "") -> str:
    child = element.find(f"{W}{name}")
    return default if child is None else str(child.get(_VAL, default))


def _style_links(abstract: Mapping[str, _Element]) -> dict[str, _Element]:
    """Lists that are defined by a style, by the name of that style."""
    return {
        name: element for element in abstract.values() if (name := _value(element, "styleLink"))
    }


def _list(
    shared: str, abstract: _Element | None, links: Mapping[str, _Element], element: _Element
) -> Listing | None:
    if abstract is None:
        return None
    linked = links.get(_value(abstract, "numStyleLink"), abstract)
    levels = dict(_levels(linked))
    anew: dict[int, int] = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        at = _integer(override.get(f"{W}ilvl", "0"))
        levels.update(_levels(override))
        start = _value(override, "startOverride")
        if start:
            anew[at] = _integer(start)
            if at in levels:
                levels[at] = levels[at].changed(start=anew[at])
    return Listing(shared, levels, anew)


def _levels(parent: _Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren(f"{W}lvl"):
        at = _integer(element.get(f"{W}ilvl", "0"))
        if 0 <= at < _LEVELS:
            yield at, _level(element)


def _level(element: _Element) -> Level:
    form, faults = read_properties(element.find(f"{W}pPr"), FORM)
    letters, more = read_properties(element.find(f"{W}rPr"), LETTERS)
    numbers = _value(element, "numFmt", "decimal")
    restart = _value(element, "lvlRestart")
    return Level(
        _integer(_value(element, "start", "1")),
        numbers,
        _value(element, "lvlText"),
        _integer(restart) if restart else None,
        _value(element, "lvlJc", "left"),
        _value(element, "suff", "tab"),
        _value(element, "pStyle"),
        element.find(f"{W}isLgl") is not None,
        form,
        letters,
        (*faults, *more, *_strange(element, numbers)),
    )


def _strange(element: _Element, numbers: str) -> Iterator[Words]:
    if numbers not in FORMATS:
        yield Words(f"kiểu đánh số {numbers}", f"the number format {numbers}")
    if element.find(f"{W}lvlPicBulletId") is not None:
        yield Words("ký hiệu đầu dòng là ảnh", "a picture as bullet")
    for child in element:
        if grammar.local(child) not in _LEVEL_PARTS and str(child.tag).startswith(W):
            yield Words(
                f"phần tử w:{grammar.local(child)} của danh sách",
                f"element w:{grammar.local(child)} of a list",
            )


def _integer(text: str) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else 0


EMPTY: Final = Numbering()
