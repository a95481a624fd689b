"""What must hold in the data of the rules beyond their shapes: names that exist, one test each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.lint.book import REGIMES
from docgen.lint.rulebook.readings.registry import TAKES
from docgen.lint.rulebook.table import PATTERNS, listed, spelt, tests_of
from docgen.lint.schema.names import KindTable, NameTable, WordTable
from docgen.lint.schema.regimes import RuleTable, SharedTable, UndecidedTable
from docgen.tables.faults import Fault, doubled, unknown
from docgen.tables.soundness import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docgen.lint.book import Book
    from docgen.lint.schema.regimes import CheckRow, RuleRow
    from docgen.tables.faults import Path

_NEEDED: Final = ("clause", "severity", "sure", "title", "remedy")
_RULE: Final = Words("quy tắc", "rule")
_CHECK: Final = Words("phép thử", "check")
_PART: Final = Words("thành phần", "part of a paper")
_KIND: Final = Words("loại văn bản", "kind of paper")
_READ: Final = Words("cách đọc", "reading")
_UNNAMED: Final = ("", "other")
"""Papers whose kind is not known, and those that are of none."""


def sheets(book: Book) -> list[Sheet]:
    """Every file of the rules with what must hold in it."""
    folder = book.folder
    return [
        Sheet(folder / "kinds.yaml", KindTable, lambda: _kinds(book)),
        Sheet(folder / "names.yaml", NameTable, lambda: ()),
        Sheet(folder / "words.yaml", WordTable, lambda: ()),
        *(Sheet(folder / f"{one}.yaml", RuleTable, _of_regime(book, one)) for one in REGIMES),
        Sheet(folder / "shared.yaml", SharedTable, lambda: _shared(book)),
        Sheet(folder / "undecided.yaml", UndecidedTable, lambda: _undecided(book)),
    ]


def _kinds(book: Book) -> Iterator[Fault]:
    kinds = book.kinds.kinds
    yield from doubled(((("kinds", at, "id"), kind.id) for at, kind in enumerate(kinds)), _KIND)


def _of_regime(book: Book, regime: str) -> Callable[[], Iterable[Fault]]:
    return lambda: _regime(book, regime)


def _regime(book: Book, regime: str) -> Iterator[Fault]:
    file = book.of(regime)
    if file.regime != regime:
        yield Fault(("regime",), Words(f"phải là “{regime}”", f"must be “{regime}”"))
    yield from _rules(file.rules, book)


def _shared(book: Book) -> Iterator[Fault]:
    rows = book.shared.rules
    yield from _rules(rows, book)
    for at, row in enumerate(rows):
        for regime in row.regimes:
            if row.id in {one.id for one in book.of(regime).rules}:
                what = Words(f"đã có trong {regime}.yaml", f"stands in {regime}.yaml too")
                yield Fault(("rules", at, "id"), what)


def _undecided(book: Book) -> Iterator[Fault]:
    for at, row in enumerate(book.undecided.rules):
        for regime in row.regimes:
            if row.id in {one.id for one in book.of(regime).rules if one.like is None}:
                what = Words(f"có phép thử trong {regime}.yaml", f"is decided in {regime}.yaml")
                yield Fault(("rules", at, "id"), what)


def _rules(rows: Iterable[RuleRow], book: Book) -> Iterator[Fault]:
    rows = list(rows)
    yield from doubled(((("rules", at, "id"), row.id) for at, row in enumerate(rows)), _RULE)
    for at, row in enumerate(rows):
        path = ("rules", at)
        yield from _like(path, row, book) if row.like else _whole(path, row)
        yield from _known(path, "kinds", (*(row.kinds or ()), *(row.not_kinds or ())), book)
        named = [((*path, "checks", n), check.called) for n, check in enumerate(row.checks)]
        yield from doubled(named, _CHECK)
        for number, check in enumerate(row.checks):
            yield from _check((*path, "checks", number), check, book)


def _whole(path: Path, row: RuleRow) -> Iterator[Fault]:
    """A rule that is like no other tells everything itself."""
    for name in (*_NEEDED, "checks"):
        if not getattr(row, name):
            yield Fault(path, Words(f"thiếu khóa “{name}”", f"the key “{name}” is missing"))


def _like(path: Path, row: RuleRow, book: Book) -> Iterator[Fault]:
    above = {one.id: one for one in book.of(str(row.like)).rules}.get(row.id)
    if above is None or above.like:
        yield unknown((*path, "like"), row.id, (), _RULE)
        return
    checks = {check.called for check in above.checks}
    for at, name in enumerate(row.drop):
        if name not in checks:
            yield unknown((*path, "drop", at), name, checks, _CHECK)
    for at, check in enumerate(row.checks):
        if check.called in checks - {*row.drop}:
            what = Words(f"phép thử “{check.called}” ghi hai lần", f"“{check.called}” stands twice")
            yield Fault((*path, "checks", at), what)


def _check(path: Path, check: CheckRow, book: Book) -> Iterator[Fault]:
    tests = tests_of(check)
    if len(tests) != 1:
        told = ", ".join(tests) or "-"
        what = Words(f"phải có đúng một phép thử: {told}", f"must have one test: {told}")
        yield Fault(path, what)
    if check.take not in TAKES:
        yield unknown((*path, "take"), check.take, TAKES, _READ)
    roles = {*book.words.roles}
    for key in ("of", "to", "beside"):
        for name in listed(getattr(check, key)):
            if name not in roles:
                yield unknown((*path, key), name, roles, _PART)
    yield from _known(path, "kinds", (*listed(check.kinds), *listed(check.not_kinds)), book)
    for key in PATTERNS:
        yield from _pattern((*path, key), getattr(check, key))
    if check.unless:
        yield from _unless((*path, "unless"), check.unless, roles)


def _unless(path: Path, told: tuple[str, ...], roles: set[str]) -> Iterator[Fault]:
    if len(told) != len(("role", "pattern")):
        yield Fault(path, Words("phải là [thành phần, mẫu]", "must be [part, pattern]"))
        return
    if told[0] not in roles:
        yield unknown((*path, 0), told[0], roles, _PART)
    yield from _pattern((*path, 1), told[1])


def _pattern(path: Path, told: str | None) -> Iterator[Fault]:
    try:
        re.compile(spelt(told or ""))
    except re.error as fault:
        yield Fault(path, Words(f"mẫu hỏng: {fault}", f"the pattern is broken: {fault}"))


def _known(path: Path, key: str, names: Iterable[str], book: Book) -> Iterator[Fault]:
    known = {kind.id for kind in book.kinds.kinds} | {*_UNNAMED}
    for name in names:
        if name not in known:
            yield unknown((*path, key), name, known, _KIND)
