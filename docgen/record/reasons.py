"""Why a value cannot be taken: each of pydantic's reasons in an office clerk's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from docgen.errors import NO_WORDS, Words
from docgen.record.schema.shape import Slot, slots_of
from docgen.text.numbers import amount_in, has_scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails


Said: TypeAlias = tuple[Words, Words]
"""What is wrong, without the field's label, and what to do."""

_ONE_NUMBER = re.compile(r"(?P<number>[0-9]{1,15}|[0-9]{1,3}(?:\.[0-9]{3}){1,4})\s*[^\W\d_][^\d]*")
"""One number and the words behind it: ``12 người``; two numbers are no number (``12/3/1979``)."""


def reason(error: ErrorDetails, slot: Slot | None) -> Said:
    """Why pydantic's ``error`` refuses what stands in the field ``slot``, where that is known."""
    return _REASONS.get(error["type"], _other)(error, slot)


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


def _missing(_: ErrorDetails, slot: Slot | None) -> Said:
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


def _not_text(error: ErrorDetails, slot: Slot | None) -> Said:
    what = Words("phải là chữ", "must be text")
    if isinstance(error["input"], dict):
        return what, Words(
            "Nếu chữ có dấu hai chấm hoặc ngoặc { }, đặt cả giá trị trong ngoặc kép.",
            "Put text that holds a colon or { } in quotes.",
        )
    if isinstance(error["input"], list):
        return what, Words(
            "Mục này không phải danh sách: bỏ dấu gạch ngang ở đầu, hoặc đặt chữ có [ ] trong "
            "ngoặc kép.",
            "This is no list: drop the dashes, or put text that holds [ ] in quotes.",
        )
    return what, _example(slot)


def _too_few(error: ErrorDetails, _: Slot | None) -> Said:
    least, count = _limits(error)["min_length"], len(error["input"])
    return (
        Words(f"mới có {count}, ít nhất phải có {least}", f"has {count}; {least} are the least"),
        Words("Khai thêm, mỗi phần tử bắt đầu bằng “- ”.", "Add more, each beginning with “- ”."),
    )


def _too_long(error: ErrorDetails, _: Slot | None) -> Said:
    limits = _limits(error)
    limit = limits["max_length"]
    length = limits.get("actual_length", len(str(error["input"])))
    if limits.get("field_type") == "List":
        return (
            Words(f"có {length}, nhiều nhất là {limit}", f"has {length}; {limit} are the most"),
            Words("Bỏ bớt, hoặc gộp lại.", "Leave some out, or join them."),
        )
    return (
        Words(
            f"dài {length} ký tự, tối đa {limit} ký tự",
            f"is {length} characters long; {limit} are the most",
        ),
        Words("Viết gọn lại.", "Shorten it."),
    )


def _not_whole(error: ErrorDetails, slot: Slot | None) -> Said:
    what = Words("phải là số nguyên", "must be a whole number")
    told = str(error["input"]).strip()
    found = None if has_scale(told) else _ONE_NUMBER.fullmatch(told)
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


def _too_small(error: ErrorDetails, slot: Slot | None) -> Said:
    least = _limits(error)["ge"]
    return Words(f"phải từ {least} trở lên", f"must be at least {least}"), _example(slot)


def _too_great(error: ErrorDetails, slot: Slot | None) -> Said:
    most = _limits(error)["le"]
    return Words(f"phải từ {most} trở xuống", f"must be at most {most}"), _example(slot)


def _not_choice(_: ErrorDetails, slot: Slot | None) -> Said:
    choices = slot.choices if slot else ()
    listed = ", ".join(choices)
    return (
        Words(f"phải là một trong: {listed}", f"must be one of: {listed}"),
        Words(slot.about.vi, slot.about.en) if slot else NO_WORDS,
    )


def _not_flag(_: ErrorDetails, __: Slot | None) -> Said:
    return (
        Words("phải là true (có) hoặc false (không)", "must be true or false"),
        Words("Ghi true hoặc false, không có ngoặc kép.", "Write true or false, without quotes."),
    )


def _not_part(_: ErrorDetails, slot: Slot | None) -> Said:
    names = list(slots_of(slot.part))[:3] if slot and slot.part else []
    shown = ", ".join(f"{name}: ..." for name in names)
    return (
        Words("phải là một nhóm mục con", "must be a group of fields"),
        Words(
            f"Xuống dòng, thụt vào 2 dấu cách rồi ghi từng mục: {shown}",
            f"On the next lines, indented by two spaces, write: {shown}",
        ),
    )


def _not_list(_: ErrorDetails, slot: Slot | None) -> Said:
    name = slot.name if slot else "..."
    return (
        Words("phải là danh sách", "must be a list"),
        Words(
            f"Sau “{name}:” xuống dòng, mỗi phần tử một dòng bắt đầu bằng “- ”.",
            f"After “{name}:”, one item a line, each beginning with “- ”.",
        ),
    )


def _not_day(_: ErrorDetails, __: Slot | None) -> Said:
    return (
        Words("phải là một ngày, dạng ngày/tháng/năm", "must be a day, as day/month/year"),
        Words(
            "Ví dụ: 05/9/2026 (năm đủ bốn chữ số); chưa biết thì để trống.",
            "For example 05/9/2026, the year in four digits; leave it empty while unknown.",
        ),
    )


def _no_such_day(error: ErrorDetails, _: Slot | None) -> Said:
    day = error["input"]
    return (
        Words(f"ghi ngày không có trong lịch: {day}", f"is a day that does not exist: {day}"),
        Words("Kiểm tra lại số ngày của tháng.", "Look up how many days the month has."),
    )


def _not_period(_: ErrorDetails, __: Slot | None) -> Said:
    return (
        Words("phải là một kỳ: năm, hoặc năm kèm -H1", "must be a year, or a year with -H1"),
        Words(
            "Ví dụ: 2026 (cả năm) hoặc 2026-H1 (06 tháng đầu năm).",
            "For example 2026 (the year) or 2026-H1 (its first six months).",
        ),
    )


def _other(_: ErrorDetails, slot: Slot | None) -> Said:
    return Words("không hợp lệ", "is not valid"), _example(slot)


def _limits(error: ErrorDetails) -> dict[str, Any]:
    return error.get("ctx", {})


_REASONS: dict[str, Callable[[ErrorDetails, Slot | None], Said]] = {
    "missing": _missing,
    "string_type": _not_text,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_long,
    "whole_number": _not_whole,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_great,
    "enum": _not_choice,
    "literal_error": _not_choice,
    "bool_type": _not_flag,
    "bool_parsing": _not_flag,
    "model_type": _not_part,
    "list_type": _not_list,
    "day_format": _not_day,
    "day_impossible": _no_such_day,
    "string_pattern_mismatch": _not_period,
}
