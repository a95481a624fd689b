"""Sheets read once: known by all that tells what is in them, never by less."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from openpyxl import Workbook

from docgen.record.workbooks import opening
from docgen.record.workbooks.opening import CellSpot, open_sheets

if TYPE_CHECKING:
    import pytest

FIRST = CellSpot(1, 1)


def book(*texts: object, look: str = "General") -> bytes:
    """A workbook with a text in the first cell of each of its sheets."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for number, text in enumerate(texts):
        cell = made.create_sheet(f"Trang {number}").cell(1, 1, text)
        cell.number_format = look
    made.properties.created = made.properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001 - of Excel
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def changed(data: bytes, parts: dict[str, tuple[str, str]], **more: str) -> bytes:
    """The workbook with the second text for the first in each of its ``parts``, and one more."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(made, "w") as after:
        assert parts.keys() <= set(before.namelist())
        for info in before.infolist():
            old, new = parts.get(info.filename, ("", ""))
            part = before.read(info).decode()
            assert old in part
            after.writestr(info.filename, part.replace(old, new) if old else part)
        for name, text in more.items():
            after.writestr(f"xl/{name}.xml", text)
    return made.getvalue()


def sharing(text: str) -> bytes:
    """A workbook that keeps the text of its cell apart, as Excel does."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    listed = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    cell = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
    edits = {
        "[Content_Types].xml": ("</Types>", listed),
        "xl/worksheets/sheet1.xml": (cell, '<c r="A1" t="s"><v>0</v></c>'),
    }
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return changed(
        book("x"), edits, sharedStrings=f'<sst xmlns="{space}"><si><t>{text}</t></si></sst>'
    )


def first_cells(data: bytes) -> list[object]:
    """What stands in the first cell of each sheet."""
    return [sheet.cells.get(FIRST) for sheet in open_sheets(data, "a.xlsx")]


def test_the_same_sheet_over_other_texts_is_another() -> None:
    """Texts of cells stand in a part that all sheets share."""
    assert first_cells(sharing("Bình")) == ["Bình"]
    assert first_cells(sharing("Bính")) == ["Bính"]


def test_the_same_number_in_another_look_is_another() -> None:
    """Whether a number is a day stands with the styles."""
    number, day = book(46000), book(46000, look="dd/mm/yyyy")
    assert first_cells(number) == [46000]
    assert isinstance(first_cells(day)[0], datetime)


def test_only_the_sheet_that_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are as they were."""
    texts = ["một", "hai", "ba"]
    first_cells(book(*texts))
    found: list[str] = []
    read = vars(opening)["_cells"]

    def counted(sheet: object, *more: object, **told: object) -> object:
        found.append(sheet.title)  # type: ignore[attr-defined]
        return read(sheet, *more, **told)

    monkeypatch.setattr(opening, "_cells", counted)
    before = book(*texts)
    assert first_cells(before) == texts
    assert found == []
    moved = changed(before, {"xl/worksheets/sheet2.xml": ('r="A1"', 'r="B1"')})
    assert [*open_sheets(moved, "a.xlsx")[1].cells] == [CellSpot(1, 2)]
    assert found == ["Trang 1"]
