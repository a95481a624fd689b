"""What was found, what should be and where, in words of both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docgen.errors import NO_WORDS, Words
from docgen.lint.book import book
from docgen.lint.rulebook.model import MIXED, Mark
from docgen.lint.schema.names import TakeRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.lint.rulebook.model import Check, Outcome, Reading

_SHOWN: Final = 60
_TAIL: Final = 24
_BESIDE: Final = 16  # letters shown on each side of what was found
_FEW: Final = 4  # more choices than these are told by the rule itself
_MIXED: Final = Words("chữ không thống nhất", "letters differ")
_UNKNOWN: Final = Words("không đủ dữ liệu", "not enough known")
_NOTHING: Final = Words("không có", "nothing")
_OR: Final = Words(" hoặc ", " or ")
_UNNAMED: Final = TakeRow()


def role(name: str) -> Words:
    """How a part of a paper is called."""
    told = book().words.roles.get(name)
    return told.words if told else Words(name, name)


def place(outcome: Outcome) -> Words:
    """Where: the paragraph, with its table and cell, and what it is in the paper."""
    reading, part = outcome.reading, outcome.part
    if part is None:
        if reading is not None and reading.section is not None:
            number = reading.section + 1
            return Words(f"trang, phần {number}", f"page, section {number}")
        return Words("toàn văn bản", "whole paper")
    paragraph, called = part.line.paragraph, role(part.role)
    if not paragraph.number:
        return Words(f"đầu trang ({called.vi})", f"header ({called.en})")
    spot = paragraph.spot
    cell = Words("", "")
    if spot is not None:
        cell = Words(
            f"bảng {spot.table}, hàng {spot.row}, ô {spot.cell}, ",
            f"table {spot.table}, row {spot.row}, cell {spot.cell}, ",
        )
    return Words(
        f"{cell.vi}đoạn {paragraph.number} ({called.vi})",
        f"{cell.en}paragraph {paragraph.number} ({called.en})",
    )


def found(outcome: Outcome) -> Words:
    """What is."""
    check, reading = outcome.check, outcome.reading
    if reading is None:
        return NO_WORDS
    if isinstance(reading.value, Mark):
        return _MIXED if reading.value is MIXED else _UNKNOWN
    teller = _FOUND.get(check.take) or _FOUND.get(check.test)
    return _value_told(check, reading.value) if teller is None else teller(check, reading)


def _value_told(check: Check, value: Any) -> Words:  # noqa: ANN401 - values of every kind
    if isinstance(value, str) and not _names(check.take):
        return _quoted(value)
    return _told(check, value)


def _hit(check: Check, reading: Reading) -> Words:
    """The words that should not be there, in the middle of those beside them."""
    if reading.part is None or reading.span is None:
        return _value_told(check, reading.value)
    return _quoted(_around(reading.part.line.paragraph.text, *reading.span))


def _tail(_: Check, reading: Reading) -> Words:
    value = reading.value
    return _quoted(value if len(value) <= _TAIL else f"…{value[-_TAIL:]}")


def wanted(outcome: Outcome) -> Words:
    """What should be: as the check says, else as its test and value say, else the rule itself."""
    check, reading = outcome.check, outcome.reading
    if check.should != NO_WORDS:
        return check.should
    if check.take == "has":
        return _has(check, there=bool(check.want))
    if check.test == "same" and reading is not None:
        return _told(check, reading.value[1])
    teller = _WANTED.get(check.test)
    told = teller(check) if teller else NO_WORDS
    return outcome.rule.title if told == NO_WORDS else told


def _choices(check: Check) -> Words:
    if len(check.want) > _FEW or any(isinstance(one, list) for one in check.want):
        return NO_WORDS
    told = [_told(check, one) for one in check.want]
    return Words(*(_OR[at].join(one[at] for one in told) for at in range(2)))


def _has(check: Check, *, there: bool) -> Words:
    called = role(check.of[0])
    if there:
        return Words(f"có {called.vi}", f"there is: {called.en}")
    return Words(f"không có {called.vi}", f"missing: {called.en}")


def _names(take: str) -> TakeRow:
    return book().words.takes.get(take, _UNNAMED)


def _told(check: Check, value: Any) -> Words:  # noqa: ANN401 - values of every kind
    """A value as a person calls it: ``cỡ chữ 14 pt``, ``chữ đậm``."""
    told = _names(check.take)
    for key, words in (told.values or {}).items():
        if key == value and isinstance(key, bool) is isinstance(value, bool):
            return words.words
    return _measured(check, [value])


def _measured(check: Check, values: list[Any]) -> Words:
    """``cỡ chữ 12-13 pt``: the name of what is read, the values, their unit."""
    told = _names(check.take)
    name, unit = _name(check, told), told.unit
    units = Words(unit, unit) if isinstance(unit, str) else unit.words
    numbers = ["-".join(_number(one, at, percent=told.percent) for one in values) for at in (0, 1)]
    return Words(*(f"{name[at]} {numbers[at]}{units[at]}".strip() for at in (0, 1)))


def _name(check: Check, told: TakeRow) -> Words:
    if check.take == "margin":
        return book().words.sides[check.name].words
    return told.name.words if told.name else NO_WORDS


def _between(check: Check) -> Words:
    low, high = check.want
    if low is None or (low == 0 and high is not None):
        limit = _told(check, high)
        return Words(f"không quá {limit.vi}", f"at most {limit.en}")
    if high is None:
        limit = _told(check, low)
        return Words(f"từ {limit.vi} trở lên", f"{limit.en} or more")
    return _measured(check, [low, high])


def _number(value: Any, language: int, *, percent: bool) -> str:  # noqa: ANN401
    """A number with the decimal sign of the language; a list of them with hyphens."""
    if isinstance(value, tuple | list):
        return "-".join(_number(one, language, percent=percent) for one in value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if percent:
        return f"{value * 100:.0f}%"
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return shown.replace(".", ",") if language == 0 else shown


def _around(text: str, start: int, end: int) -> str:
    """What was found, with the words around it; several spaces are made visible."""
    low, high = max(start - _BESIDE, 0), min(end + _BESIDE, len(text))
    head = "…" if low else ""
    tail = "…" if high < len(text) else ""
    middle = text[start:end]
    shown = middle.replace(" ", "␣") if not middle.strip() else middle
    return f"{head}{text[low:start].lstrip()}{shown}{text[end:high].rstrip()}{tail}"


def _quoted(text: str) -> Words:
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Words(f"“{short}”", f"“{short}”")


_FOUND: Final[dict[str, Callable[[Check, Reading], Words]]] = {
    "has": lambda check, reading: _has(check, there=bool(reading.value)),
    "text_of": lambda _, __: _NOTHING,
    "annex_label": lambda check, reading: _value_told(check, reading.value[0]),
    "same": lambda check, reading: _value_told(check, reading.value[0]),
    "lacks": _hit,
    "ends": _tail,
}
"""How what was found is told, by what is read or by the test."""

_WANTED: Final[dict[str, Callable[[Check], Words]]] = {
    "range": _between,
    "share": _between,
    "one_of": _choices,
    "equals": lambda check: _told(check, check.want),
    "ends": lambda check: _quoted(check.want),
}
"""How what should be is told, by the test."""
