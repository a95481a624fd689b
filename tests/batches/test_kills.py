"""A run killed a hundred times, at moments chosen at random, ends as one that never was."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

KILLS, RECORDS = 100, 12


@pytest.mark.skipif(sys.platform == "win32", reason="forks, and is killed by a signal")
def test_a_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    """What the journal has stays done; the last run does what is left, the one after it nothing."""
    for number in range(RECORDS):
        file = tmp_path / "vao" / f"xa-{number % 5}" / f"to-{number}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"so: {number}\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.batches.hasty", str(tmp_path), str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ran.returncode == 0, ran.stderr
    *children, last = [tuple(map(int, line.split())) for line in ran.stdout.splitlines()]
    assert sum(ended == signal.SIGALRM for ended, _ in children) == KILLS
    before = 0
    for ended, whole in children:
        assert whole >= before
        before = whole if ended else 0
    assert len({whole for _, whole in children}) > 3, "the kills came between the records"
    assert last == (RECORDS - before, 0)
    for record in (tmp_path / "vao").rglob("*.yaml"):
        place = record.relative_to(tmp_path / "vao").with_suffix("")
        made = tmp_path / "ra" / place / "van-ban" / "xong.txt"
        assert made.read_bytes() == record.read_bytes() * 50
    assert not list((tmp_path / "ra").rglob(".docgen-*-[mct]*"))
