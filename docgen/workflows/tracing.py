"""Which field of the record fills each blank of a paper: found out by telling the fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from docgen.checks.blanks import blanks
from docgen.errors import NO_WORDS, DocgenError, Words
from docgen.papers.gaps import gaps
from docgen.papers.sheet import Papers
from docgen.record.placing import imagined, placed
from docgen.record.schema.shape import FieldKind, path_of, slots_along
from docgen.text.neighbours import Sides, partners
from docgen.word.wording import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from docgen.checks.blanks import Blanked
    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Drafter
    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath

_TOKEN: Final = re.compile(r"⟦(\d+)⟧")
_MOST: Final = 24
"""Fields that are tried one by one, each for the price of a draft."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A blank in the words of a paper, what stands on its sides, and the field that fills it.

    ``field`` is dotted as in messages, ``""`` where none is known.
    """

    text: str
    before: str
    after: str
    field: str = ""
    label: Words = NO_WORDS


@dataclass(slots=True)
class _Search:
    """The paragraphs of a paper as it is, and the blanks found in them so far."""

    drafter: Drafter
    due: Due
    told: list[str]
    found: list[list[Traced]]

    @property
    def is_done(self) -> bool:
        return all(gap.field for gaps_ in self.found for gap in gaps_)

    def note(self, paragraph: int, gap: int, blank: Blanked) -> None:
        if not self.found[paragraph][gap].field:
            named = replace(self.found[paragraph][gap], field=blank.field, label=blank.label)
            self.found[paragraph][gap] = named


def traced(
    loaded: Loaded, drafter: Drafter, due: Due, may_feed: Callable[[str], bool]
) -> list[Traced]:
    """Every blank of the paper in reading order; fields of which ``may_feed`` says so are tried.

    Raises:
        TemplateError: its template has problems.
    """
    told = _words(drafter, due)
    search = _Search(drafter, due, told, [_gaps(paragraph) for paragraph in told])
    if any(search.found):
        every = [one for one in blanks(loaded) if may_feed(one.field)]
        for blank in _all_at_once(search, every)[:_MOST]:
            if search.is_done:
                break
            _one(search, blank)
    return [gap for paragraph in search.found for gap in paragraph]


def _words(drafter: Drafter, due: Due) -> list[str]:
    docx = drafter.draft(due).docx
    return [" ".join(text.split()) for text in paragraphs(docx, due.file_stem)]


def _gaps(paragraph: str) -> list[Traced]:
    return [
        Traced(found.group(), paragraph[: found.start()], paragraph[found.end() :])
        for found in gaps().finditer(paragraph)
    ]


def _all_at_once(search: _Search, every: Sequence[Blanked]) -> list[Blanked]:
    """Tell every text a name of its own and see where it comes out.

    Gives the fields to be tried one by one, those that came out somewhere first.
    """
    root = type(search.drafter.papers.record)
    paths = [path_of(blank.field) for blank in every]
    texts = {
        place: path
        for place, path in enumerate(paths)
        if slots_along(root, path)[-1][0].kind in (FieldKind.LINE, FieldKind.TEXT)
    }
    names = {path: f"⟦{place}⟧" for place, path in texts.items()}
    filled = _with(search, {path: _listed(root, path, name) for path, name in names.items()})
    seen = {int(place) for text in filled for place in _TOKEN.findall(text)}
    for paragraph, gap, place in _tokens(search, filled):
        search.note(paragraph, gap, every[place])
    return sorted(every, key=lambda blank: every.index(blank) not in seen)


def _listed(root: type, path: FieldPath, name: str) -> object:
    slot, index = slots_along(root, path)[-1]
    return [name] if slot.many and index is None else name


def _tokens(search: _Search, filled: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Each blank in whose place a name came out: paragraph, which one in it, whose name."""
    at = 0
    for paragraph, told in enumerate(search.told):
        if not search.found[paragraph]:
            continue
        shape = re.compile("(.+?)".join(map(re.escape, gaps().split(told))))
        for place in range(at, len(filled)):
            match = shape.fullmatch(filled[place])
            if match and all(map(_fits(told), match.groups())):
                at = place + 1
                for gap, said in enumerate(match.groups()):
                    yield from ((paragraph, gap, int(found)) for found in _TOKEN.findall(said))
                break


def _fits(told: str) -> Callable[[str], object]:
    """What may stand in the blanks of a paragraph: where it has no words besides, a name alone."""
    bare = not re.search(r"\w", "".join(gaps().split(told)))
    return _TOKEN.fullmatch if bare else _TOKEN.search


def _one(search: _Search, blank: Blanked) -> None:
    """Tell one field alone, and note the blanks that are gone."""
    papers, path = search.drafter.papers, path_of(blank.field)
    value = imagined(type(papers.record), path, papers.drafted)
    filled = _with(search, {path: value}) if value is not None else []
    for paragraph, text in _changed(search.told, filled):
        here, left = _sides(search.found[paragraph]), _sides(_gaps(text))
        stay = set(partners(left, here))
        for gap in set(range(len(here))) - stay:
            search.note(paragraph, gap, blank)


def _sides(found: Iterable[Traced]) -> list[Sides]:
    return [Sides(gap.before, gap.after) for gap in found]


def _changed(told: Sequence[str], filled: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each paragraph of ``told`` that reads otherwise in ``filled``, and how."""
    if not filled:
        return
    matcher = SequenceMatcher(None, told, filled, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "replace":
            new = [text for text in filled[start:end] if text not in told[first:last]]
            old = [place for place in range(first, last) if told[place] not in filled[start:end]]
            there = partners([Sides("", told[place]) for place in old], [Sides("", t) for t in new])
            for place, partner in zip(old, there, strict=True):
                if partner is not None:
                    yield place, new[partner]


def _with(search: _Search, values: dict[FieldPath, object]) -> list[str]:
    """What the paper says once ``values`` are told; nothing where they do not go together."""
    papers = search.drafter.papers
    try:
        record = papers.record
        for path, value in values.items():
            record = placed(record, path, value)
        told = Papers(record, papers.drafted, papers.first, papers.planned)
        return _words(search.drafter.changed(papers=told), search.due)
    except (DocgenError, LookupError, ValueError):  # a value without its neighbours may not do
        return []
