"""The Excel form on the command line: made, converted, checked, drafted from."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from docgen.cli import run
from docgen.errors import ExitCode
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.workflows.opening import load
from tests.samples import drafted, path_of
from tests.workbooks import Book

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.schema.linked import AnyRecord

SAMPLE = "khu-dan-cu-2026-toi-thieu"
Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize(("kind", "root"), [("tu-quan", Record), ("lien-ket", LinkedRecord)])
def test_a_blank_workbook_is_made_and_never_over_another_file(
    kind: str, root: type[AnyRecord], tmp_path: Path
) -> None:
    """The name of the file says that it is to be a workbook."""
    file = tmp_path / "bản khai.xlsx"
    assert run(["new", kind, "-o", str(file)]) == ExitCode.DONE
    first = file.read_bytes()
    assert run(["new", kind, "-o", str(file)]) == ExitCode.PROTECTED
    assert file.read_bytes() == first
    book = Book(file, first).tell(model__name="B")
    if root is Record:
        book.tell(issuer__kind="commune", issuer__name="xã A")
    else:
        book.add("units", 0, name="C", kind="school").add("units", 1, name="D", kind="army")
    assert isinstance(load(file).record, root)


@pytest.mark.parametrize("command", [["new", "tu-quan", "-o"], ["convert", "a.yaml"]])
@pytest.mark.parametrize("name", ["a.xls", "a.ods", "a.docx", "a"])
def test_a_record_is_kept_as_yaml_or_as_a_workbook(
    command: list[str], name: str, tmp_path: Path, capsys: Output
) -> None:
    """Another ending is a slip of the hand, and nothing is written."""
    file = tmp_path / name
    assert run([*command, str(file)]) == ExitCode.USAGE
    assert ".xlsx" in capsys.readouterr().err
    assert not file.exists()


def test_converting_says_that_comments_are_not_kept(tmp_path: Path, capsys: Output) -> None:
    """There and back; the second time there are none."""
    sheets, text = tmp_path / "a.xlsx", tmp_path / "b.yaml"
    assert run(["convert", str(path_of(SAMPLE)), str(sheets)]) == ExitCode.DONE
    assert "ghi chú (#)" in capsys.readouterr().err
    assert run(["convert", str(sheets), str(text), "--lang", "en"]) == ExitCode.DONE
    told = capsys.readouterr().err
    assert f"Wrote {text}" in told
    assert "comments" not in told
    assert run(["convert", str(sheets), str(text)]) == ExitCode.PROTECTED


def test_checking_a_workbook_names_sheet_and_cell(tmp_path: Path, capsys: Output) -> None:
    """In words for people, in fields for programs."""
    file = tmp_path / "a.xlsx"
    run(["new", "tu-quan", "-o", str(file)])
    capsys.readouterr()
    assert run(["check", str(file)]) == ExitCode.INPUT
    assert f"{file}, trang “Bản khai”, ô C" in capsys.readouterr().err
    assert run(["check", str(file), "--json"]) == ExitCode.INPUT
    found = json.loads(capsys.readouterr().out)["problems"]
    assert {problem["sheet"] for problem in found} == {"Bản khai"}
    assert all(problem["cell"] == f"C{problem['line']}" for problem in found)


def test_papers_are_the_same_from_either_form(tmp_path: Path) -> None:
    """Word files and dossier, byte for byte."""
    sheets = tmp_path / "a.xlsx"
    assert run(["convert", str(path_of(SAMPLE)), str(sheets)]) == ExitCode.DONE
    folders = []
    for name, record in (("yaml", path_of(SAMPLE)), ("xlsx", sheets)):
        folder = tmp_path / name
        arguments = ["establish", str(record), "-o", str(folder), "--printer", "builtin"]
        assert run([*arguments, "--date", drafted(SAMPLE).isoformat()]) == ExitCode.DONE
        folders.append(
            {
                path.relative_to(folder).as_posix(): path.read_bytes()
                for path in folder.rglob("*")
                if path.suffix in (".docx", ".pdf")
            }
        )
    assert folders[0]
    assert folders[0] == folders[1]


def test_a_yaml_record_does_not_wait_for_the_library_of_workbooks() -> None:
    """The library that reads workbooks is loaded for workbooks only."""
    code = (
        "import sys; from pathlib import Path; from docgen.workflows import converting, examining; "
        "from docgen.record.loading import load; load(Path(sys.argv[1])); "
        "sys.exit('openpyxl' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path_of(SAMPLE))], check=False)
    assert done.returncode == 0
