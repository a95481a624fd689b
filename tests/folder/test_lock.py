"""One run at a time in a folder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from docgen.errors import OutsideError
from docgen.folder import lock
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

HOLDING = """
import sys
from pathlib import Path
from docgen.folder import lock
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


def test_a_lock_taken_by_other_work_of_this_process_is_taken(tmp_path: Path) -> None:
    """Two requests served at once by one process do not mix either."""
    directory = tmp_path / "Hồ sơ"
    with (
        lock.held(directory),
        pytest.raises(OutsideError, match="another run"),
        ThreadPoolExecutor() as pool,
    ):
        pool.submit(enter, directory).result()


def enter(directory: Path) -> None:
    """Have the folder for a moment."""
    with lock.held(directory):
        pass


def test_folders_above_are_made_for_the_lock_and_go_with_it(tmp_path: Path) -> None:
    """What holds nothing afterwards is removed; what holds something stays."""
    with lock.held(tmp_path / "xã" / "mô hình"):
        assert (tmp_path / "xã").is_dir()
    assert list(tmp_path.iterdir()) == []
    with lock.held(tmp_path / "xã" / "mô hình"):
        (tmp_path / "xã" / "mô hình").mkdir()
    assert (tmp_path / "xã" / "mô hình").is_dir()


def test_a_place_that_takes_no_lock_is_told(tmp_path: Path) -> None:
    """Where no file can be made beside the folder nothing is begun."""
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(OutsideError) as caught, lock.held(tmp_path / "tệp" / "Hồ sơ"):
        pytest.fail("a folder in a file")
    assert caught.value.problems[0].what.vi == "đây là tệp, không phải thư mục"


def unsupported(_: int) -> None:
    """A disk that knows no locks."""
    raise OSError(errno.ENOLCK, "No locks available")


def test_on_a_disk_without_locks_the_file_is_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who made it has the folder; one that stayed behind is named, for a person to remove."""
    monkeypatch.setattr(lock, "_lock", unsupported)
    directory = tmp_path / "Hồ sơ"
    with lock.held(directory):
        (left,) = tmp_path.iterdir()
        with pytest.raises(OutsideError) as caught, ThreadPoolExecutor() as pool:
            pool.submit(enter, directory).result()
        assert str(left) in caught.value.problems[0].hint.vi
        assert str(os.getpid()) in caught.value.problems[0].what.vi
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be signed is removed again."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OutsideError, match="full"), lock.held(tmp_path / "a" / "b"):
        pytest.fail("a lock without a name")
    assert list(tmp_path.iterdir()) == []
