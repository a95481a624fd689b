"""What people type, as the file tells it, and back."""

from __future__ import annotations

import pytest

from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_along
from docgen.record.typed import is_same, shown, text_of, value_in


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (("launch", "day"), "5/9/2026", "05/9/2026"),
        (("launch", "day"), "05-09-2026", "05/9/2026"),
        (("launch", "day"), "ngày 5 tháng 9 năm 2026", "05/9/2026"),
        (("launch", "day"), "2026-09-05", "05/9/2026"),
        (("launch", "day"), "31/2/2026", "31/2/2026"),
        (("launch", "day"), "5/9/26", "5/9/26"),
        (("launch", "day"), "  ", None),
        (("funds", "items", "amount"), "21.500.000", 21_500_000),
        (("funds", "items", "amount"), "3,5 triệu", 3_500_000),
        (("funds", "items", "amount"), "3.5 triệu", "3.5 triệu"),
        (("members", "role"), "người đứng đầu", "head"),
        (("members", "role"), "head", "head"),
        (("numbered_laws",), "có", True),
        (("bases",), " một \r\n\r\n hai ", ["một", "hai"]),
        (("survey", "people"), "a  b\r\n\r\nc", "a b\nc"),
        (("model", "name"), " Tổ  liên gia\n", "Tổ liên gia"),
    ],
)
def test_a_typed_text_is_a_value_of_the_file(
    field: tuple[str, ...], typed: str, value: object
) -> None:
    """What cannot be one comes as it is, for the record's readers to refuse."""
    slot = slots_along(Record, field)[-1][0]
    assert value_in(slot, typed) == value


def test_a_value_is_shown_as_it_is_typed() -> None:
    """A choice by its code, or in the words of the form; a day as people write it."""
    role = slots_along(Record, ("members", "role"))[-1][0]
    day = slots_along(Record, ("launch", "day"))[-1][0]
    assert (text_of(role, "head"), shown(role, "head")) == ("head", "người đứng đầu")
    assert text_of(day, "2026-09-05") == "05/9/2026"
    assert text_of(day, None) == ""
    assert is_same("a\r\nb ", "a\nb")
