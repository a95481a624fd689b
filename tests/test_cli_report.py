"""``docgen report`` and ``docgen reorganize``: what is not told is never made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.cli import run
from docgen.errors import ExitCode
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "vong-doi/tot-xa-2026"


def called(command: str, folder: Path, *more: str) -> int:
    """Run a command on the sample with the built-in printer."""
    day = drafted(SAMPLE).isoformat()
    arguments = [command, str(path_of(SAMPLE)), "-o", str(folder), "--printer", "builtin"]
    return run([*arguments, "--date", day, *more])


@pytest.mark.parametrize("period", ["2024", "2025-h1"])
def test_a_period_that_is_not_told_is_refused(
    period: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place is the section of reports, the hint names the periods that are told."""
    assert called("report", tmp_path / "a", "--period", period) == ExitCode.INPUT
    said = capsys.readouterr().err
    assert f"({period.upper()})" in said
    assert "2025, 2026-H1, 2026" in said
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("period", ["2026-H3", "H1", "1999", "quý I", "20２６-H1"])
@pytest.mark.parametrize("command", ["report", "replicate"])
def test_a_period_that_there_cannot_be_is_wrong_usage(
    command: str, period: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not looked for in the record."""
    assert called(command, tmp_path / "a", "--period", period) == ExitCode.USAGE
    assert f"không có kỳ “{period}”" in capsys.readouterr().err


def test_a_report_becomes_its_item_of_the_dossier(tmp_path: Path) -> None:
    """II.1.4 (9): one period is made, and bound; the account of its year goes with it."""
    folder = tmp_path / "a"
    assert called("report", folder, "--period", "2026") == ExitCode.DONE
    made = {path.name for path in (folder / "van-ban").rglob("*.docx")}
    assert made == {"09-bao-cao-dinh-ky-2026.docx", "cong-khai-thu-chi-2026.docx"}
    assert (folder / "ho-so.pdf").exists()


def test_a_reorganisation_becomes_its_item_of_the_dossier(tmp_path: Path) -> None:
    """II.1.4 (10): the decision is bound, the submission goes with the process papers."""
    folder = tmp_path / "a"
    assert called("reorganize", folder) == ExitCode.DONE
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")}
    assert made == {
        "van-ban/10-quyet-dinh-kien-toan-01.docx",
        "van-ban/phu/to-trinh-kien-toan-01.docx",
        "van-ban/phu/bien-ban-ban-giao-01.docx",
    }
