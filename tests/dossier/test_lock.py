"""One run at a time in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from docgen.dossier import lock
from docgen.errors import ExitCode, OutsideError
from tests.samples import ROOT, path_of

if TYPE_CHECKING:
    from pathlib import Path

HOLDING = """
import sys
from pathlib import Path
from docgen.dossier import lock
with lock.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def holding(directory: Path) -> subprocess.Popen[str]:
    """Another process that has the folder until its stdin says so."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(directory)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_folder_is_had_once_and_free_afterwards(tmp_path: Path) -> None:
    """Work within work may ask again; nothing is left beside the folder."""
    directory = tmp_path / "Hồ sơ"
    with lock.held(directory) as was_cut_off, lock.held(directory):
        assert not was_cut_off
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_is_told_who_is_at_work(tmp_path: Path) -> None:
    """It stops at once, names the process, and says to wait."""
    directory = tmp_path / "Hồ sơ"
    with holding(directory) as process:
        with pytest.raises(OutsideError) as caught, lock.held(directory):
            pytest.fail("two runs in one folder")
        (problem,) = caught.value.problems
        assert str(process.pid) in problem.what.vi
        assert problem.hint.vi
        process.communicate("\n")
    with lock.held(directory) as was_cut_off:
        assert not was_cut_off


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_the_lock_of_a_run_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    """The next run has the folder, and knows that the last one was cut off."""
    directory = tmp_path / "Hồ sơ"
    with holding(directory) as process:
        process.kill()
        process.wait()
    with lock.held(directory) as was_cut_off:
        assert was_cut_off
    assert list(tmp_path.iterdir()) == []


def test_two_commands_at_once_make_one_whole_folder(tmp_path: Path) -> None:
    """One ends well, the other as well or with the code for a busy folder; nothing is mixed."""
    directory = tmp_path / "Hồ sơ"
    sample = path_of("khu-dan-cu-2026-toi-thieu")
    command = [sys.executable, "-m", "docgen", "establish", str(sample), "-o", str(directory)]
    runs = [
        subprocess.Popen([*command, "--date", "2026-11-24"], cwd=ROOT, stderr=subprocess.DEVNULL,
                         stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]  # fmt: skip
    codes = sorted(run.wait() for run in runs)
    assert codes[0] == ExitCode.DONE
    assert codes[1] in {ExitCode.DONE, ExitCode.OUTSIDE}
    assert [path.name for path in tmp_path.iterdir()] == ["Hồ sơ"]
