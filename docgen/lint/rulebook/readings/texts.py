"""What lines say: their words, their numbers, the words of the whole paper."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from docgen.lint.roles.kinds import kind, symbols
from docgen.lint.roles.structure import lead
from docgen.lint.rulebook.model import Reading
from docgen.lint.rulebook.readings.letters import size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.lint.roles.model import Part, Sheet
    from docgen.lint.rulebook.model import Case, Check

_NUMBER: Final = re.compile(
    r"Số\s*[:.]?\s*(?P<digits>[\w….]*?)\s*(?P<symbol>[/\-–].*)?", re.IGNORECASE
)
_BLANK: Final = re.compile(r"[\s….]*")
_OPEN: Final = ("…", "...", "[", "{")
_HEAD: Final = re.compile(r"\s*[/\-–]\s*([^\s/\-–]+)")
_CALENDAR: Final = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")


def said(part: Part, _: Sheet, __: Check) -> str:
    """Lời: what the line says, its automatic number included."""
    return part.line.said


def words(part: Part, _: Sheet, __: Check) -> Reading:
    """Chữ: the text as typed, space around it included, so that places in it are known."""
    line = part.line
    return Reading(line.raw, part, (line.start, line.end))


def end(part: Part, _: Sheet, __: Check) -> str:
    """Dấu cuối: the line without space at its end."""
    return part.line.said.rstrip()


def leading(part: Part, _: Sheet, __: Check) -> str | None:
    """Số thứ tự đầu dòng, as typed or as Word counts."""
    return lead(part.line) or None


def digits(part: Part, _: Sheet, __: Check) -> str | None:
    """Số của văn bản: its digits; a blank waits for the registry."""
    found = _NUMBER.fullmatch(part.line.said)
    if found is None:
        return None
    return "" if _BLANK.fullmatch(found["digits"]) else found["digits"]


def symbol(part: Part, _: Sheet, __: Check) -> str | None:
    """Ký hiệu: from its stroke on; one that is still open is not read."""
    found = _NUMBER.fullmatch(part.line.said)
    if found is None or found["symbol"] is None or any(mark in found["symbol"] for mark in _OPEN):
        return None
    return found["symbol"].rstrip()


def symbol_kind(part: Part, sheet: Sheet, check: Check) -> str | None:
    """Chữ viết tắt tên loại: the first group of the symbol."""
    told = symbol(part, sheet, check)
    found = _HEAD.match(told) if told else None
    return found[1] if found else None


def symbol_told(part: Part, sheet: Sheet, check: Check) -> tuple[str, str] | None:
    """The kind in the symbol, beside the symbol of the kind in the title."""
    told, titled = symbol_kind(part, sheet, check), kind(sheet.paper)
    if told is None or titled is None or not titled.symbol or told not in symbols():
        return None
    return told, titled.symbol


def calendar(part: Part, _: Sheet, __: Check) -> Iterator[Reading]:
    """Ngày có thật: every whole date in the line, and whether the calendar has it."""
    for found in _CALENDAR.finditer(part.line.paragraph.text, part.line.start, part.line.end):
        try:
            date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            yield Reading(value=False, part=part, span=found.span())
        else:
            yield Reading(value=True, part=part)


def cited_later(part: Part, sheet: Sheet, _: Check) -> Iterator[Reading]:
    """Whether a date in a legal basis lies after the paper's own day."""
    if sheet.day is None:
        return
    for found in _CALENDAR.finditer(part.line.paragraph.text):
        try:
            told = date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            continue
        yield Reading(told > sheet.day, part, found.span())


def follower(part: Part, sheet: Sheet, _: Check) -> str | None:
    """Dòng tiếp theo: what the next line of the same signature says."""
    place = sheet.order.get(id(part.line))
    for line in () if place is None else sheet.lines[place + 1 :]:
        if line.paragraph.spot != part.line.paragraph.spot:
            return None
        if not line.is_blank:
            return line.said
    return None


def deputy(part: Part, sheet: Sheet, check: Check) -> str | None:
    """Chức vụ cấp phó: the line under KT.; of other signatures nothing is read."""
    return (
        follower(part, sheet, check) if part.line.said.upper().startswith(("KT", "K/T")) else None
    )


def under_collective(part: Part, sheet: Sheet, check: Check) -> str | None:
    """The line under TM. and the name of a collective body."""
    return (
        follower(part, sheet, check) if part.line.said.upper().startswith(("TM", "T/M")) else None
    )


def has(sheet: Sheet, _: Case, check: Check) -> Iterator[Reading]:
    """Có hay không: each part of the roles named, or nothing at all."""
    found = sheet.of(*check.of)
    yield Reading(value=bool(found), part=found[0] if found else None)


def text_of(sheet: Sheet, _: Case, check: Check) -> Iterator[Reading]:
    """Toàn văn: all lines of the roles named, one below the other."""
    lines = [part.line.said for part in (sheet.of(*check.of) if check.of else sheet.parts)]
    yield Reading("\n".join(lines))


def count(sheet: Sheet, _: Case, check: Check) -> Iterator[Reading]:
    """Số lượng: how many parts of the roles named."""
    found = sheet.of(*check.of)
    yield Reading(len(found), found[0] if found else None)


def agree(sheet: Sheet, _: Case, check: Check) -> Iterator[Reading]:
    """Thống nhất: whether the size of each part is that of most parts of the roles named."""
    sizes = [(part, size(part, sheet, check)) for part in sheet.of(*check.of)]
    told = [(part, value) for part, value in sizes if isinstance(value, float)]
    if not told:
        return
    values = [value for _, value in told]
    most = max(set(values), key=values.count)
    for part, value in told:
        yield Reading((value, most), part)
