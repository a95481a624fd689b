"""The forms that ship are those that the program makes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from docgen.record.forms import write_forms
from docgen.workflows.blank_forms import shipped
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_forms_in_the_repository_are_fresh(tmp_path: Path) -> None:
    """Written anew, every file is the same; workbooks part by part, however they are packed."""
    for path in write_forms(tmp_path, shipped()):
        kept = ROOT / "forms" / path.name
        if path.suffix == ".xlsx":
            assert parts_of(path) == parts_of(kept)
        else:
            assert path.read_bytes() == kept.read_bytes()


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a workbook, without the one that names the version of openpyxl."""
    with ZipFile(path) as package:
        names = [name for name in package.namelist() if name != "docProps/app.xml"]
        return {name: package.read(name) for name in names}
