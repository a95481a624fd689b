"""``docgen batch`` as a person runs it: lines, exit codes, and runs that are cut off."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from docgen.errors import ExitCode
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "khu-dan-cu-2026-toi-thieu"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Four records in two communes, one of which cannot be read."""
    top = tmp_path / "vao"
    for place in ("xa-a/to-1", "xa-a/to-2", "xa-b/to-1"):
        file = top / f"{place}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path_of(SAMPLE).read_bytes())
    (top / "xa-b" / "hong.yaml").write_text("kind: gì đó\n", encoding="utf-8")
    return top


def command(records: Path, *more: str) -> list[str]:
    """The command line."""
    day = drafted(SAMPLE).isoformat()
    results = records.with_name("ra")
    line = [sys.executable, "-m", "docgen", "batch", str(records), "-o", str(results)]
    return [*line, "--date", day, *more]


def run(records: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The command run to its end."""
    return subprocess.run(
        command(records, *more), capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_each_record_has_a_line_and_its_problems(records: Path) -> None:
    """Paths and states on standard output; what is to be mended, and the sum, beside it."""
    done = run(records)
    assert done.returncode == 1
    assert sorted(done.stdout.splitlines()) == [
        "xa-a/to-1: xong",
        "xa-a/to-2: xong",
        "xa-b/hong: có lỗi phải sửa",
        "xa-b/to-1: xong",
    ]
    assert "hong.yaml:1:1" in done.stderr
    assert "4 bản khai: 3 xong, 1 có lỗi phải sửa." in done.stderr
    (records / "xa-b" / "hong.yaml").unlink()
    again = run(records, "--json")
    assert again.returncode == 0
    told = [json.loads(line) for line in again.stdout.splitlines()]
    assert {one["state"] for one in told} == {"unchanged"}


def test_what_a_cluster_needs_is_told_by_exit_codes(records: Path) -> None:
    """Files can be returned by other machines only; without the extra there are none."""
    assert run(records, "--return-files").returncode == ExitCode.USAGE
    line = command(records, "--scheduler", "tcp://127.0.0.1:9")
    hidden = "import sys; sys.modules['distributed'] = None; from docgen.__main__ import main; "
    script = f"{hidden}sys.argv = ['docgen', *{line[3:]!r}]; main()"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == ExitCode.MISSING
    assert "docgen-antt[cluster]" in done.stderr


def test_the_form_of_many_models_is_a_workbook(tmp_path: Path) -> None:
    """Made under the name that was given, and in no other form."""
    made = tmp_path / "tinh.xlsx"
    line = [sys.executable, "-m", "docgen", "new", "tinh"]
    assert subprocess.run([*line, "-o", str(made)], check=False).returncode == 0
    assert made.read_bytes().startswith(b"PK")
    wrong = subprocess.run([*line, "-o", str(tmp_path / "tinh.yaml")], check=False)
    assert wrong.returncode == ExitCode.USAGE


def test_a_run_cut_off_at_any_moment_goes_on_from_there(records: Path) -> None:
    """However often it is killed, the last run ends as one that was never cut off."""
    (records / "xa-b" / "hong.yaml").unlink()
    dice = random.Random(7)  # noqa: S311 - for the moments alone
    line = command(records, "--do", "establish", "--printer", "builtin", "--jobs", "1")
    for _ in range(4):
        cut = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(dice.uniform(0.5, 4))
        cut.kill()
        cut.communicate()
    last = run(records, "--do", "establish", "--printer", "builtin", "--jobs", "1")
    assert last.returncode == 0, last.stderr
    dossiers = [(records.with_name("ra") / place / "ho-so.pdf").read_bytes() for place in PLACES]
    assert len(set(dossiers)) == 1
    assert run(records, "--do", "establish", "--dry-run", "--printer", "builtin").stdout.count(
        "giữ kết quả cũ"
    ) == len(PLACES)


PLACES = ("xa-a/to-1", "xa-a/to-2", "xa-b/to-1")


def test_a_summary_needs_no_year_of_a_calendar(records: Path) -> None:
    """The year is this one where none is told; one far away is refused."""
    line = [sys.executable, "-m", "docgen", "summary", str(records / "xa-a"), "-o"]
    line += [str(records.with_name("th.xlsx")), "--ics", str(records.with_name("lich.ics"))]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert records.with_name("lich.ics").is_file()
    done = subprocess.run(
        [*line, "--year", "1999"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == ExitCode.USAGE
