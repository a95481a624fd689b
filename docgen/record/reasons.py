"""Why a value cannot be taken: each reason in an office clerk's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from docgen.errors import NO_WORDS, Words
from docgen.record.schema.shape import Slot, slots_of
from docgen.record.taking import Fault, Reason
from docgen.text.numbers import amount_in, has_scale

if TYPE_CHECKING:
    from collections.abc import Callable

Said: TypeAlias = tuple[Words, Words]
"""What is wrong, without the field's label, and what to do."""

_ONE_NUMBER = r"(?P<number>[0-9]{1,15}|[0-9]{1,3}(?:\.[0-9]{3}){1,4})\s*[^\W\d_][^\d]*"
"""One number and the words behind it: ``12 người``; two numbers are no number (``12/3/1979``)."""


def reason(fault: Fault, slot: Slot | None) -> Said:
    """Why what stands in the field ``slot``, where that is known, cannot be taken."""
    return _REASONS[fault.reason](fault, slot)


def _example(slot: Slot | None) -> Words:
    """A line that shows how the field is written, where the model tells an example."""
    if slot is None or slot.about.example in (None, "") or slot.part is not None:
        return NO_WORDS
    example = slot.about.example
    if isinstance(example, list):
        shown = f"{slot.name}:" + "".join(f' ["{item}"]' for item in example[:1])
        return Words(f"Ví dụ: {shown}", f"For example: {shown}")
    shown = f"{slot.name}: {str(example).lower() if isinstance(example, bool) else example}"
    return Words(f"Ví dụ: {shown}", f"For example: {shown}")


def _missing(_: Fault, slot: Slot | None) -> Said:
    what = Words("chưa được khai (bắt buộc)", "is missing and is required")
    if slot is None or slot.part is None:
        return what, _example(slot)
    needed = [f"{inner.name}: ..." for inner in slots_of(slot.part).values() if inner.required]
    shown = ", ".join(needed)
    if slot.many:
        return what, Words(
            f"Thêm danh sách “{slot.name}:”, mỗi phần tử một dòng: - {{{shown}}}",
            f"Add the list “{slot.name}:”, one item a line: - {{{shown}}}",
        )
    return what, Words(
        f"Thêm nhóm “{slot.name}:” với các mục bắt buộc: {shown}",
        f"Add the group “{slot.name}:” with the required fields: {shown}",
    )


def _not_text(fault: Fault, slot: Slot | None) -> Said:
    what = Words("phải là chữ", "must be text")
    if isinstance(fault.value, dict):
        return what, Words(
            "Nếu chữ có dấu hai chấm hoặc ngoặc { }, đặt cả giá trị trong ngoặc kép.",
            "Put text that holds a colon or { } in quotes.",
        )
    if isinstance(fault.value, list):
        return what, Words(
            "Mục này không phải danh sách: bỏ dấu gạch ngang ở đầu, hoặc đặt chữ có [ ] trong "
            "ngoặc kép.",
            "This is no list: drop the dashes, or put text that holds [ ] in quotes.",
        )
    return what, _example(slot)


def _too_few(fault: Fault, _: Slot | None) -> Said:
    return (
        Words(
            f"mới có {fault.length}, ít nhất phải có {fault.limit}",
            f"has {fault.length}; {fault.limit} are the least",
        ),
        Words("Khai thêm, mỗi phần tử bắt đầu bằng “- ”.", "Add more, each beginning with “- ”."),
    )


def _too_many(fault: Fault, _: Slot | None) -> Said:
    return (
        Words(
            f"có {fault.length}, nhiều nhất là {fault.limit}",
            f"has {fault.length}; {fault.limit} are the most",
        ),
        Words("Bỏ bớt, hoặc gộp lại.", "Leave some out, or join them."),
    )


def _too_long(fault: Fault, _: Slot | None) -> Said:
    return (
        Words(
            f"dài {fault.length} ký tự, tối đa {fault.limit} ký tự",
            f"is {fault.length} characters long; {fault.limit} are the most",
        ),
        Words("Viết gọn lại.", "Shorten it."),
    )


def _not_whole(fault: Fault, slot: Slot | None) -> Said:
    what = Words("phải là số nguyên", "must be a whole number")
    told = str(fault.value).strip()
    found = None if has_scale(told) else re.fullmatch(_ONE_NUMBER, told)
    if found and (amount := amount_in(found["number"])) is not None:
        return what, Words(
            f"Chỉ ghi chữ số, không ghi đơn vị; có phải {amount} không?",
            f"Write digits only, without a unit; did you mean {amount}?",
        )
    if slot is not None and slot.name == "number":
        return what, Words(
            "Chỉ ghi số, ví dụ 45; ký hiệu (/QĐ-UBND) chương trình tự ghi.",
            "Write the number only, as 45; the sign (/QĐ-UBND) is added by itself.",
        )
    if slot is not None and slot.name.endswith("year"):
        return what, Words(
            "Chỉ ghi năm, bốn chữ số, ví dụ 1979.", "Write the year only, as 1979, in four digits."
        )
    return what, Words(
        "Các cách ghi được: 12; 21.500.000; 3,5 triệu; 500 nghìn.",
        "It is written as 12; 21.500.000; “3,5 triệu” (3.5 million); “500 nghìn” (thousand).",
    )


def _too_small(fault: Fault, slot: Slot | None) -> Said:
    least = Words(f"phải từ {fault.limit} trở lên", f"must be at least {fault.limit}")
    return least, _example(slot)


def _too_great(fault: Fault, slot: Slot | None) -> Said:
    most = Words(f"phải từ {fault.limit} trở xuống", f"must be at most {fault.limit}")
    return most, _example(slot)


def _not_choice(_: Fault, slot: Slot | None) -> Said:
    choices = slot.choices if slot else ()
    listed = ", ".join(choices)
    return (
        Words(f"phải là một trong: {listed}", f"must be one of: {listed}"),
        Words(slot.about.vi, slot.about.en) if slot else NO_WORDS,
    )


def _not_flag(_: Fault, __: Slot | None) -> Said:
    return (
        Words("phải là true (có) hoặc false (không)", "must be true or false"),
        Words("Ghi true hoặc false, không có ngoặc kép.", "Write true or false, without quotes."),
    )


def _not_part(_: Fault, slot: Slot | None) -> Said:
    names = list(slots_of(slot.part))[:3] if slot and slot.part else []
    shown = ", ".join(f"{name}: ..." for name in names)
    return (
        Words("phải là một nhóm mục con", "must be a group of fields"),
        Words(
            f"Xuống dòng, thụt vào 2 dấu cách rồi ghi từng mục: {shown}",
            f"On the next lines, indented by two spaces, write: {shown}",
        ),
    )


def _not_list(_: Fault, slot: Slot | None) -> Said:
    name = slot.name if slot else "..."
    return (
        Words("phải là danh sách", "must be a list"),
        Words(
            f"Sau “{name}:” xuống dòng, mỗi phần tử một dòng bắt đầu bằng “- ”.",
            f"After “{name}:”, one item a line, each beginning with “- ”.",
        ),
    )


def _not_day(_: Fault, __: Slot | None) -> Said:
    return (
        Words("phải là một ngày, dạng ngày/tháng/năm", "must be a day, as day/month/year"),
        Words(
            "Ví dụ: 05/9/2026 (năm đủ bốn chữ số); chưa biết thì để trống.",
            "For example 05/9/2026, the year in four digits; leave it empty while unknown.",
        ),
    )


def _no_such_day(fault: Fault, _: Slot | None) -> Said:
    day = fault.value
    return (
        Words(f"ghi ngày không có trong lịch: {day}", f"is a day that does not exist: {day}"),
        Words("Kiểm tra lại số ngày của tháng.", "Look up how many days the month has."),
    )


def _not_period(_: Fault, __: Slot | None) -> Said:
    return (
        Words("phải là một kỳ: năm, hoặc năm kèm -H1", "must be a year, or a year with -H1"),
        Words(
            "Ví dụ: 2026 (cả năm) hoặc 2026-H1 (06 tháng đầu năm).",
            "For example 2026 (the year) or 2026-H1 (its first six months).",
        ),
    )


_REASONS: dict[Reason, Callable[[Fault, Slot | None], Said]] = {
    Reason.MISSING: _missing,
    Reason.NOT_PART: _not_part,
    Reason.NOT_LIST: _not_list,
    Reason.TOO_FEW: _too_few,
    Reason.TOO_MANY: _too_many,
    Reason.NOT_TEXT: _not_text,
    Reason.TOO_LONG: _too_long,
    Reason.NOT_PERIOD: _not_period,
    Reason.NOT_WHOLE: _not_whole,
    Reason.TOO_SMALL: _too_small,
    Reason.TOO_GREAT: _too_great,
    Reason.NOT_DAY: _not_day,
    Reason.NO_SUCH_DAY: _no_such_day,
    Reason.NOT_FLAG: _not_flag,
    Reason.NOT_CHOICE: _not_choice,
}
