"""``docgen renew`` as a person meets it: files, exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.cli import run
from docgen.errors import ExitCode
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SAMPLE = "vong-doi/kha-truong-2026"


def test_the_new_year_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files are listed; a second run is refused with exit code 4 and leaves them alone."""
    folder = tmp_path / "nam-moi"
    arguments = ["renew", str(path_of(SAMPLE)), "-o", str(folder), "--printer", "builtin"]
    arguments += ["--date", drafted(SAMPLE).isoformat()]
    assert run(arguments) == ExitCode.DONE
    shown = capsys.readouterr().out.split()
    assert str(folder / "kha-truong-2027.yaml") in shown
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert run(arguments) == ExitCode.PROTECTED
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
