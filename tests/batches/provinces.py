"""A filled workbook of many models, made as an officer fills in the blank one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl

from docgen.api import keep_many

if TYPE_CHECKING:
    from pathlib import Path

FIRST = 5


class Filled:
    """The blank workbook of many models, filled in cell by cell by the keys of its columns."""

    def __init__(self, file: Path) -> None:
        """Make the blank workbook at ``file``."""
        keep_many(file)
        self.file = file
        self.book = openpyxl.load_workbook(file)
        self.sheets = {sheet.cell(1, 1).value: sheet for sheet in self.book}

    def cell(self, name: str, row: int, key: str) -> Any:
        """The cell of the list ``name`` in which the row, from 1, tells ``key``."""
        sheet = self.sheets[f"#{name}"]
        (column,) = (cell.column for cell in sheet[1] if cell.value == key)
        return sheet.cell(FIRST + row - 1, column)

    def put(self, name: str, row: int, /, **told: object) -> None:
        """Tell fields of a row; ``__`` stands for a point, ``above`` for the number of its parent.

        A text that names a list's line is written as that line.
        """
        for key, value in told.items():
            self.cell(name, row, "^" if key == "above" else key.replace("__", ".")).value = value

    def save(self) -> Path:
        """The file, as it stands now."""
        self.book.save(self.file)
        return self.file


def three(file: Path) -> Filled:
    """Two communes; two models of the first, one of the second, and one of many units."""
    made = Filled(file)
    made.put("deciders", 1, issuer__kind="UBND cấp xã", issuer__name="Ủy ban nhân dân xã Tân Mỹ")
    made.put("deciders", 1, issuer__province="tỉnh Bắc Ninh", issuer__commune="xã Tân Mỹ")
    made.put("deciders", 2, issuer__kind="UBND cấp xã", issuer__name="Ủy ban nhân dân xã Đồng Sơn")
    made.put("deciders", 2, issuer__province="tỉnh Bắc Ninh", issuer__commune="xã Đồng Sơn")
    made.put("own", 1, profile="Ủy ban nhân dân xã Tân Mỹ", model__name="Tổ tuần tra nhân dân")
    made.put("own", 1, model__scope="thôn Thượng")
    made.put("own", 2, profile="Ủy ban nhân dân xã Tân Mỹ", model__name="Tổ tuần tra nhân dân")
    made.put("own", 2, model__scope="thôn Hạ")
    made.put("own", 3, profile=2, model__name="Tổ liên gia an toàn", model__scope="thôn Đông")
    made.put("own.members", 1, above=1, name="Trần Văn An", role="người đứng đầu")
    made.put("own.members", 2, above=3, name="Lê Thị Bình")
    return made
