"""The register of outgoing papers (sổ đăng ký văn bản đi; NĐ 30/2020, Phụ lục IV)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.papers import covers, letterhead
from docgen.papers.numbers import place
from docgen.papers.phrases import phrase
from docgen.papers.register.series import Series, register_key, series
from docgen.text.dates import slashed
from docgen.text.names import first_upper
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.guidance.papers import Due
    from docgen.papers.sheet import Papers, Sheet


class Entry(Value):
    """Một dòng của sổ: of which body and period, in which order, and what stands in the columns.

    ``stem`` is the name of its first file; ``series`` and ``number`` tell which number of which
    series it takes, if one was given.
    """

    stem: str
    body: str
    period: str
    order: tuple[bool, int, str, str]
    cells: tuple[str, ...]
    series: Series
    number: int | None


def entries(papers: Papers, dues: Iterable[Due]) -> list[Entry]:
    """A line for each paper that takes a number; copies for several guests are one line.

    Papers without a number yet come last, as waiting for one.
    """
    counted: dict[object, list[Sheet]] = {}
    for due in dues:
        if due.paper.numbered and due.of is None:
            counted.setdefault(register_key(due), []).append(papers.sheet(due))
    return [_entry(copies) for copies in counted.values() if _is_given_here(copies[0])]


def _is_given_here(sheet: Sheet) -> bool:
    """Whether the record tells the paper's number: not for bodies without a register, or replies.

    The consent of a unit counts also before the record names the unit.
    """
    told = sheet.paper.each == "chair" or place(sheet.record, sheet.due)
    return bool(sheet.number and told)


def taken_twice(every: Iterable[Entry]) -> list[tuple[Entry, Entry]]:
    """Each line whose number another line of the same series has, with that one before it."""
    met: dict[tuple[Series, int], Entry] = {}
    found = []
    for entry in every:
        if entry.number is None:
            continue
        first = met.setdefault((entry.series, entry.number), entry)
        if first is not entry:
            found.append((first, entry))
    return found


def _entry(copies: list[Sheet]) -> Entry:
    sheet = copies[0]
    told, own = sheet.issued, series(sheet)
    kept = (letterhead.recipients(sheet) or [""])[-1]
    number = sheet.number.strip()
    cells = (
        number if told.number is not None else "",
        slashed(told.day) if told.day else "",
        first_upper(covers.paper_title(sheet.papers.sheet(sheet.due.changed(copy=None)))),
        letterhead.signed_by(sheet),
        "; ".join(_received(copies)),
        re.sub(rf"^{phrase('register.kept')}:? |\.$", "", kept),
        str(len(copies)) if len(copies) > 1 else "",
        "",
        "",
        "" if told.number is not None else phrase("register.waiting", number=number),
    )
    order = (told.number is None, told.number or 0, sheet.day.isoformat(), own.kind)
    number_of = told.number if told.day else None
    body = first_upper(sheet.body.name)
    return Entry(sheet.due.file_stem, body, own.period, order, cells, own, number_of)


def _received(sheets: Iterable[Sheet]) -> list[str]:
    """Who receives the copies of one paper, each once, without those who keep it."""
    found: dict[str, str] = {}
    for sheet in sheets:
        for text in _named(sheet, letterhead.recipients(sheet)[:-1]):
            bare = text.rstrip(",;.")
            found.setdefault(bare.partition(" (")[0].casefold(), bare)
    return list(found.values())


def _named(sheet: Sheet, received: list[str]) -> list[str]:
    """The recipients by name: in a register “Như trên” says nothing."""
    first = received[0] if received else ""
    if first.startswith(phrase("register.as_invited")):
        return [phrase("register.guests"), *received[1:]]
    if first.startswith(phrase("register.as_above")):
        return [*letterhead.addressees(sheet), *received[1:]]
    return received
