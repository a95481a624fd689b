"""Values that are no fault of form and yet cannot be meant: hours, several names in one place."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from docgen.checks import spelling
from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.record.schema.shape import FieldKind, label_of, walk
from docgen.text.hours import hours_in, minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath

_BEGINNINGS: Final = {"time": "end", "meeting_time": "meeting_end"}
"""Fields of an hour, and where the hour of the end stands."""
_PEOPLE: Final = frozenset({"chair", "secretary", "host"})
_PARTS: Final = re.compile(r"\s*(?:;|\n|,| và | - |/)\s*")
_NAME: Final = re.compile(r"(?:[^\W\d_]\w*\s+){1,5}[^\W\d_]\w*")
_FIGURES: Final = re.compile(r"[\d\s.,]+")
_LEAST: Final = 2
"""Words of the shortest name of a person."""
_LIKE_AN_HOUR: Final = Words("Ghi như “08 giờ 00 phút”.", "Write it like “08 giờ 00 phút”.")


def cells(loaded: Loaded) -> Iterator[Problem]:
    """One remark for each such value, in the order of the record."""
    told = {path: value for path, _, value in walk(loaded.record)}
    for path, slot, value in walk(loaded.record):
        if slot.kind is not FieldKind.LINE or not isinstance(value, str) or not value:
            continue
        name = path[-1]
        if name in _BEGINNINGS or name in _BEGINNINGS.values():
            yield from _hour(loaded, path, value)
        if name in _BEGINNINGS:
            end = (*path[:-1], _BEGINNINGS[str(name)])
            yield from _backwards(loaded, end, value, told.get(end))
        if _is_of_a_person(path, told):
            yield from _several(loaded, path, value)
            if name == "name":
                yield from spelling.of_a_person(loaded, path, value)
        if name == "province":
            yield from spelling.of_a_province(loaded, path, value)


def _hour(loaded: Loaded, path: FieldPath, value: str) -> Iterator[Problem]:
    """An hour that the day does not have, a span that ends before it begins; words are left."""
    first, *others = hours_in(value)
    if others:
        yield from _hour(loaded, path, first)
        for before, after in pairwise((first, *others)):
            yield from _backwards(loaded, path, before, after)
        return
    if _FIGURES.fullmatch(value):
        yield _unclear(loaded, path, value)
        return
    if minutes_of(value) is not None or not re.fullmatch(
        r"[\d\s:.]*(?:giờ|h|g|:)[^-–]*", value.lower()
    ):
        return
    label = label_of(type(loaded.record), path)
    yield remark(
        loaded,
        path,
        Words(
            f"“{label.vi}” ghi giờ không có trong ngày: {value}",
            f"“{label.en}” is an hour that no day has: {value}",
        ),
        _LIKE_AN_HOUR,
    )


def _unclear(loaded: Loaded, path: FieldPath, value: str) -> Problem:
    """Figures alone: 0.333 is how Excel keeps an hour, and 8.30 may be half an hour or a third."""
    label = label_of(type(loaded.record), path)
    return remark(
        loaded,
        path,
        Words(
            f"“{label.vi}” chỉ ghi số, không rõ mấy giờ: “{value}”",
            f"“{label.en}” is figures alone, of no clear hour: “{value}”",
        ),
        _LIKE_AN_HOUR,
    )


def _backwards(loaded: Loaded, path: FieldPath, start: str, end: object) -> Iterator[Problem]:
    first = minutes_of(start)
    last = minutes_of(end) if isinstance(end, str) else None
    if first is None or last is None or first < last:
        return
    yield remark(
        loaded,
        path,
        Words(
            f"Kết thúc lúc {end}, không sau lúc bắt đầu ({start})",
            f"It ends at {end}, not after it begins ({start})",
        ),
        Words("Kiểm tra lại hai giờ này.", "Look at both hours again."),
    )


def _is_of_a_person(path: FieldPath, told: dict[FieldPath, object]) -> bool:
    """Whether the field is the name of one person: people have a title, an office or a birth."""
    if path[-1] in _PEOPLE:
        return True
    beside = {"title", "role", "birth_year", "rank", "signing"}
    return path[-1] == "name" and any((*path[:-1], name) in told for name in beside)


def _several(loaded: Loaded, path: FieldPath, value: str) -> Iterator[Problem]:
    names = [part for part in _PARTS.split(value) if part]
    if len(names) < _LEAST or not all(_looks_like_a_name(name) for name in names):
        return
    label = label_of(type(loaded.record), path)
    yield remark(
        loaded,
        path,
        Words(
            f"“{label.vi}” có vẻ ghi nhiều người: “{value}”",
            f"“{label.en}” seems to name several people: “{value}”",
        ),
        spelling.ONE_PERSON,
    )


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return _NAME.fullmatch(text) is not None and all(word[0].isupper() for word in words)
