"""The real program cut off, started twice, or run on a disk that does not let it: what is left."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import docx
import pytest

from docgen.cli import run
from docgen.errors import ExitCode
from docgen.folder import contents
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAMPLE = "khu-dan-cu-2026-toi-thieu"
PLAN = "van-ban/06-ke-hoach-ra-mat.docx"
SCAN = "da-ky/04-quyet-dinh-thanh-lap.pdf"
Output = pytest.CaptureFixture[str]


def arguments(record: Path, directory: Path) -> list[str]:
    """The words behind ``docgen``."""
    day = drafted(SAMPLE).isoformat()
    return ["establish", str(record), "-o", str(directory), "--date", day, "--printer", "builtin"]


def start(record: Path, directory: Path) -> subprocess.Popen[str]:
    """The real command, started."""
    return subprocess.Popen(
        [sys.executable, "-m", "docgen", *arguments(record, directory)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def tree(directory: Path) -> dict[str, bytes]:
    """Every file under ``directory`` by its path."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one's own."""
    file = tmp_path / "bản khai.yaml"
    file.write_bytes(path_of(SAMPLE).read_bytes())
    return file


@pytest.fixture
def worked_in(tmp_path: Path, record: Path) -> Path:
    """A folder with an edited paper and a signed scan, whose record has changed since."""
    directory = tmp_path / "nhà" / "Hồ sơ"
    assert run(arguments(record, directory)) == ExitCode.DONE
    plan = docx.Document(str(directory / PLAN))
    edited = next(
        paragraph for paragraph in plan.paragraphs if paragraph.text.startswith("- Tuyên truyền")
    )
    edited.add_run(" (đã thống nhất)")
    plan.save(str(directory / PLAN))
    shutil.copy(directory / "pdf/04-quyet-dinh-thanh-lap.pdf", directory / SCAN)
    with record.open("a", encoding="utf-8") as file:
        file.write("launch: {place: Nhà văn hóa khu phố}\n")
    return directory


def moments(whole: float) -> Iterator[float]:
    """A dozen seconds into a run that takes ``whole``, spread over it."""
    chance = random.Random(2026)  # noqa: S311 - the same moments every time
    for number in range(12):
        yield whole * (0.1 + 0.9 * number / 11) * chance.uniform(0.9, 1)


def test_the_program_killed_at_random_loses_nothing(record: Path, worked_in: Path) -> None:
    """Killed at moments spread over the run: the folder is whole, the next run ends the work."""
    home = worked_in.parent
    before, mine = tree(worked_in), (worked_in / PLAN).read_bytes()
    former = home.with_name("trước")
    shutil.copytree(worked_in, former)
    begin = time.perf_counter()
    assert run_through(record, worked_in) == ExitCode.DONE
    whole = time.perf_counter() - begin
    after = tree(worked_in)
    for moment in moments(whole):
        shutil.rmtree(worked_in)
        shutil.copytree(former, worked_in)
        killed_after(moment, start(record, worked_in))
        contents.recover(worked_in)
        assert tree(worked_in) in (before, after)
    assert run(arguments(record, worked_in)) == ExitCode.DONE
    assert tree(worked_in) == after
    assert mine in after.values()
    assert [path.name for path in home.iterdir()] == [worked_in.name]


def run_through(record: Path, directory: Path) -> int:
    """The exit code of the real command."""
    with start(record, directory) as process:
        process.communicate()
    return process.returncode


def killed_after(seconds: float, process: subprocess.Popen[str]) -> None:
    """Kill the process ``seconds`` after its start, where it lives so long."""
    with process:
        try:
            process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()


def test_the_next_run_tells_that_the_last_one_was_cut_off(
    tmp_path: Path, record: Path, capsys: Output
) -> None:
    """Killed while it drafts: its lock is no hindrance, and a person is told."""
    directory = tmp_path / "nhà" / "Hồ sơ"
    with start(record, directory) as process:
        assert process.stderr
        while "Soạn và in" not in process.stderr.readline():
            assert process.poll() is None
        assert [path.suffix for path in directory.parent.iterdir()] == [""]
        process.kill()
    assert run(arguments(record, directory)) == ExitCode.DONE
    assert "Lần chạy trước bị ngắt giữa chừng" in capsys.readouterr().err
    assert [path.name for path in directory.parent.iterdir()] == [directory.name]
    assert run(arguments(record, directory)) == ExitCode.DONE
    assert "bị ngắt" not in capsys.readouterr().err


@pytest.mark.parametrize("time_and_again", range(3))
def test_two_runs_at_once_do_not_mix(record: Path, worked_in: Path, time_and_again: int) -> None:
    """One does the work; the other does it again afterwards, or is told to wait (exit 5)."""
    assert time_and_again >= 0
    both = [start(record, worked_in) for _ in range(2)]
    told = [process.communicate()[1] for process in both]
    codes = [process.returncode for process in both]
    assert ExitCode.DONE in codes
    for code, words in zip(codes, told, strict=True):
        assert code in (ExitCode.DONE, ExitCode.OUTSIDE)
        assert ("một lần chạy docgen khác đang làm việc" in words) == (code == ExitCode.OUTSIDE)
    alone = tree(worked_in)
    assert run(arguments(record, worked_in)) == ExitCode.DONE
    assert tree(worked_in) == alone
    assert [path.name for path in worked_in.parent.iterdir()] == [worked_in.name]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root mounts")
def test_a_full_disk_leaves_the_folder_as_before(
    tmp_path: Path, record: Path, capsys: Output
) -> None:
    """Exit 5 on a real disk of 400 KiB; what does not fit leaves nothing behind."""
    disk = tmp_path / "đĩa"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("this machine mounts nothing")
    try:
        (disk / "của tôi.txt").write_bytes(b"mine")
        assert run(arguments(record, disk / "xã" / "Hồ sơ")) == ExitCode.OUTSIDE
        assert "ổ đĩa đã đầy" in capsys.readouterr().err
        assert tree(disk) == {"của tôi.txt": b"mine"}
        assert [path.name for path in disk.iterdir()] == ["của tôi.txt"]
    finally:
        subprocess.run(["umount", disk], check=True)


def test_long_vietnamese_paths_work(tmp_path: Path, record: Path) -> None:
    """A folder of 240 characters with blanks and marks, composed and decomposed."""
    top = tmp_path / "Hồ sơ Tổ tự quản" / "Hô\u0300 sơ ta\u0323i xa\u0303"
    directory = top / ("mô hình " * 30)[: 240 - len(str(top)) - 2].strip()
    assert 235 <= len(str(directory)) <= 240
    assert run(arguments(record, directory)) == ExitCode.DONE
    before = tree(directory)
    assert "ho-so.pdf" in before
    assert run(arguments(record, directory)) == ExitCode.DONE
    assert tree(directory) == before
