"""What a cell says, as the record takes it; and what the record tells, as a cell says it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias

from docgen.errors import Words
from docgen.record.schema.shape import FieldKind
from docgen.record.workbooks.wording import chosen, has_options, shown_option
from docgen.text.dates import slashed
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import Slot

Content: TypeAlias = "str | int | float | bool | datetime | time | timedelta"
"""What Excel keeps in a cell that is not empty."""

FULLEST = 30_000
"""Characters that one cell is given at most; Excel takes 32 767, some of them written longer."""
_DAY_ONE = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a calendar have no time zone
_SERIALS = range(32_874, 73_051)
"""Days from 1990 to 2099 as Excel counts them: a number in a cell for a day means one of them."""


_BETWEEN = 1_462
"""Days between the first ones of the two calendars of Excel, of 1900 and of 1904."""


class Late(float):
    """A number in a workbook that counts days from 1904, as old ones of Macs do."""

    __slots__ = ()


class ContentError(ValueError):
    """A cell holds what the record cannot take, whatever the field."""

    def __init__(self, what: Words, hint: Words) -> None:
        """Keep ``what`` is wrong with the cell, and what to do."""
        super().__init__(what.en)
        self.what, self.hint = what, hint


_A_TIME = (
    Words("Excel đã đổi chữ trong ô này thành giờ", "Excel turned the text into a time"),
    Words(
        "Định dạng ô là Text (Văn bản) rồi ghi lại, ví dụ: 08 giờ 00 phút.",
        "Format the cell as Text and type it again, for example “08 giờ 00 phút”.",
    ),
)
_NO_NUMBER = (
    Words("Ô này không phải số dùng được (vô hạn)", "This cell is no number (infinite)"),
    Words("Ghi lại giá trị.", "Type the value again."),
)
_A_MOMENT = (
    Words("Excel đã đổi chữ trong ô này thành ngày giờ", "Excel turned the text into a moment"),
    Words(
        "Định dạng ô là Text (Văn bản) rồi ghi lại.", "Format the cell as Text and type it again."
    ),
)


def is_told(content: Content | None) -> bool:
    """Whether a cell says anything."""
    return content is not None and (not isinstance(content, str) or bool(clean_line(content)))


def value_of(content: Content, slot: Slot) -> Plain:
    """The value of the field ``slot`` that a cell with ``content`` tells.

    Raises:
        ContentError: Excel made something else of what was typed.
    """
    if not slot.many:
        return _value(content, slot)
    lines = content.split("\n") if isinstance(content, str) else [content]
    return [_value(line, slot) for line in lines if is_told(line)]


def _value(content: Content, slot: Slot) -> Plain:
    if isinstance(content, str):
        return chosen(slot, content) if has_options(slot) else content
    if isinstance(content, bool):
        return content
    if isinstance(content, time | timedelta):
        raise ContentError(*_A_TIME)
    if isinstance(content, datetime):
        return _day(content)
    number = _number(content)
    if slot.kind is FieldKind.DAY and isinstance(number, int):
        serial = number + (_BETWEEN if isinstance(content, Late) else 0)
        if serial in _SERIALS:
            return _written(_DAY_ONE.date() + timedelta(days=serial))
    return number


def _number(content: float) -> int | str:
    """Whole as it stands, else as text: a record holds no fractions.

    Raises:
        ContentError: It is infinite, or what Excel does not call a number.
    """
    if not isfinite(content):
        raise ContentError(*_NO_NUMBER)
    return int(content) if content == int(content) else str(content)


def _day(content: datetime) -> str:
    if content.time() != time():
        raise ContentError(*_A_MOMENT)
    return _written(content.date())


def _written(day: date) -> str:
    head, _, _ = slashed(day).rpartition("/")
    return f"{head}/{day.year:04d}"


def contents_of(value: Plain, slot: Slot) -> list[str | int]:
    """The cells that tell ``value``: one, or more when a list is too long for a cell."""
    if isinstance(value, list):
        return list(_joined([str(_content(item, slot)) for item in value]))
    return [_content(value, slot)]


def _content(value: Plain, slot: Slot) -> str | int:
    if has_options(slot):
        return shown_option(slot, value)
    return value if isinstance(value, int) else str(value)


def _joined(lines: list[str]) -> list[str]:
    cells: list[str] = []
    for line in lines:
        if cells and len(cells[-1]) + len(line) < FULLEST:
            cells[-1] += f"\n{line}"
        else:
            cells.append(line)
    return cells
