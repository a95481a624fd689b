"""``docgen number`` and ``docgen register`` as a person meets them: words, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.cli import run
from docgen.errors import ExitCode
from docgen.guidance.papers import ESTABLISH
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from docgen.errors import Words

SAMPLE = "khu-dan-cu-2026-toi-thieu"


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A package with its record beside it."""
    record = tmp_path / "bản khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    made = Order(record, tmp_path / "Hồ sơ", drafted(SAMPLE), "builtin")
    package(made, Step(ESTABLISH), silent)
    return str(made.folder)


def number(folder: str, item: str, *more: str, day: str = "") -> int:
    """The exit code of ``docgen number`` on the day of the sample."""
    told = day or drafted(SAMPLE).strftime("%d/%m/%Y")
    today = ["--date", drafted(SAMPLE).isoformat(), "--printer", "builtin"]
    return run(["number", folder, item, "--ngay", told, *today, *more])


def test_a_record_elsewhere_is_written_only_when_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder may come from others; the record that it remembers is told."""
    record = tmp_path / "nơi khác" / "bản khai.yaml"
    record.parent.mkdir()
    record.write_bytes(path_of(SAMPLE).read_bytes())
    before = record.read_bytes()
    order = Order(record, tmp_path / "Hồ sơ", drafted(SAMPLE), "builtin")
    package(order, Step(ESTABLISH), silent)
    folder = str(order.folder)
    day = ["--ngay", drafted(SAMPLE).strftime("%d/%m/%Y"), "--date", drafted(SAMPLE).isoformat()]
    assert run(["number", folder, "4", "--so", "45", *day]) == ExitCode.PROTECTED
    assert f'--record "{record}"' in capsys.readouterr().err
    assert record.read_bytes() == before
    assert run(["number", folder, "4", "--so", "45", *day, "--dry-run", "--json"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out)["record"] == str(record)
    assert number(folder, "4", "--so", "45", "--record", str(record)) == ExitCode.DONE
    assert record.read_bytes() != before


def test_a_record_inside_the_folder_needs_no_name(tmp_path: Path) -> None:
    """That of a new year stands in its folder, and goes with its papers wherever they go."""
    record = tmp_path / "r.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    home, day = str(tmp_path / "nam-moi"), ["--date", drafted(SAMPLE).isoformat()]
    assert run(["renew", str(record), "-o", home, *day]) == ExitCode.DONE
    number = ["number", home, "8", "--so", "45", "--ngay", "24/11/2026", *day]
    assert run([*number, "--printer", "builtin"]) == ExitCode.DONE


def test_a_number_is_written_and_what_changed_is_listed(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Paths of the papers on standard output, the rest beside it."""
    assert number(folder, "4", "--so", "45") == ExitCode.DONE
    shown = capsys.readouterr()
    assert "04-quyet-dinh-thanh-lap.docx" in shown.out
    assert "02-ke-hoach" not in shown.out
    assert "Đã ghi số 45" in shown.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["4", "--so", "0"], ExitCode.USAGE),
        (["4"], ExitCode.USAGE),
        (["6", "--so", "3"], ExitCode.INPUT),
        (["không có", "--so", "3"], ExitCode.INPUT),
    ],
)
def test_a_number_that_cannot_be_written_ends_in_the_code_of_the_table(
    arguments: list[str], code: ExitCode, folder: str
) -> None:
    """Wrong usage is 2, a wrong paper is 1."""
    assert number(folder, *arguments) == code


def test_a_day_that_is_none_is_wrong_usage(folder: str) -> None:
    """30 February."""
    assert number(folder, "4", "--so", "3", day="30/02/2026") == ExitCode.USAGE


def test_a_number_is_replaced_only_when_asked(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The hint names the option, in either language."""
    assert number(folder, "4", "--so", "45") == ExitCode.DONE
    assert number(folder, "4", "--so", "46") == ExitCode.INPUT
    assert "--sua" in capsys.readouterr().err
    assert number(folder, "4", "--so", "46", "--lang", "en") == ExitCode.INPUT
    assert "has the number 45" in capsys.readouterr().err
    assert number(folder, "4", "--so", "46", "--sua") == ExitCode.DONE


def test_the_register_is_a_workbook_that_is_not_written_over(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another end of the name is wrong usage; a second time the file stands."""
    file = tmp_path / "sổ văn bản đi.xlsx"
    assert run(["register", folder, "-o", str(file)]) == ExitCode.DONE
    assert f"văn bản vào {file}" in capsys.readouterr().err
    assert run(["register", folder, "-o", str(file)]) == ExitCode.PROTECTED
    assert run(["register", folder, "-o", str(tmp_path / "so.csv")]) == ExitCode.USAGE


def test_a_moved_record_goes_with_one_folder(folder: str, tmp_path: Path) -> None:
    """With two folders nobody could tell whose record it is."""
    arguments = ["register", folder, folder, "-o", str(tmp_path / "a.xlsx")]
    assert run([*arguments, "--record", str(path_of(SAMPLE))]) == ExitCode.USAGE
    assert run(arguments) == ExitCode.DONE


def test_a_rehearsal_writes_nothing(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--dry-run`` names the record and the papers that the number would change."""
    record = Path(folder).parent / "bản khai.yaml"
    before = record.read_bytes(), sorted(Path(folder).rglob("*"))
    assert number(folder, "4", "--so", "45", "--dry-run") == ExitCode.DONE
    shown = capsys.readouterr()
    assert "04-quyet-dinh-thanh-lap" in shown.out
    assert "02-ke-hoach" not in shown.out
    assert str(record) in shown.err
    assert "Chưa ghi gì" in shown.err
    assert before == (record.read_bytes(), sorted(Path(folder).rglob("*")))


def test_the_dossier_is_opened(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whatever opens PDF here; a folder without a dossier is told."""
    opened: list[str] = []

    def launch(file: str) -> int:
        opened.append(file)
        return 0

    monkeypatch.setattr("click.launch", launch)
    assert run(["open", folder]) == ExitCode.DONE
    assert opened == [str(Path(folder) / "ho-so.pdf")]
    assert run(["open", str(Path(folder) / "van-ban")]) == ExitCode.INPUT
    monkeypatch.setattr("click.launch", lambda _: 1)
    assert run(["open", folder]) == ExitCode.MISSING
