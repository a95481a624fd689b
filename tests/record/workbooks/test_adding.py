"""An item added to a list of a filled workbook: below the others, under a number of its own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from docgen.record.loading import load
from docgen.record.schema.own import Record
from docgen.record.workbooks.adding import add_item
from docgen.record.workbooks.making import workbook_of
from tests.samples import path_of

if TYPE_CHECKING:
    from pathlib import Path

SHEET, TEXTS = "Đính chính và thay thế", "Nội dung đính chính"
FIRST = 5
"""The row of the first item."""


@pytest.fixture(scope="module")
def blank() -> bytes:
    """A workbook whose list of amendments is empty."""
    return workbook_of(load(path_of("vong-doi/kha-truong-2026")).record, "x.xlsx")


def amendment(reason: str, *texts: tuple[str, str]) -> dict[str, Any]:
    """A correction of the decision, as a file tells it."""
    changes = [{"was": was, "now": now} for was, now in texts]
    return {"paper": "decision", "reason": reason, "texts": changes}


def add(data: bytes, item: dict[str, Any]) -> bytes:
    """The workbook with one more amendment."""
    return add_item(data, "amendments", item, Record)


def numbers(data: bytes, title: str, column: int = 1) -> list[str]:
    """What stands in a column of a sheet from its first item."""
    sheet = load_workbook(BytesIO(data))[title]
    told = [sheet.cell(row, column).value for row in range(FIRST, FIRST + 6)]
    return [str(one) for one in told if one is not None]


def test_items_are_numbered_on_and_their_parts_name_them(blank: bytes, tmp_path: Path) -> None:
    """What is read back is what was added, one after the other."""
    data = add(blank, amendment("in sai", ("A", "B"), ("C", "D")))
    data = add(data, amendment("thiếu chữ", ("E", "F")))
    assert numbers(data, SHEET) == ["1", "2"]
    assert numbers(data, TEXTS, 2) == ["1", "1", "2"]
    file = tmp_path / "x.xlsx"
    file.write_bytes(data)
    found = load(file).record.amendments
    assert [[one.was for one in item.texts] for item in found] == [["A", "C"], ["E"]]


@pytest.mark.parametrize(("told", "new"), [("7", "8"), ("một", "2"), ("", "2")])
def test_a_new_item_has_a_number_that_no_other_has(blank: bytes, told: str, new: str) -> None:
    """Above the highest that a person wrote; where none is told, the rows are counted."""
    book = load_workbook(BytesIO(add(blank, amendment("in sai"))))
    book[SHEET].cell(FIRST, 1).value = told or None
    kept = BytesIO()
    book.save(kept)
    data = add(kept.getvalue(), amendment("thiếu chữ"))
    assert numbers(data, SHEET) == [*([told] if told else []), new]
