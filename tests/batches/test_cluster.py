"""Work given to machines beyond this one: a real scheduler, two workers, one killed on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from docgen.batches.batching import Batch, batch
from docgen.batches.deeds import State
from docgen.batches.engine import Force, run
from docgen.batches.task import How, Task
from docgen.errors import ExitCode, MissingToolError, OutsideError
from tests.batches.deeds import marked, odd
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.batches.task import Outcome

SAMPLE = "khu-dan-cu-2026-toi-thieu"
HOW = How("check", drafted(SAMPLE))


class Office(NamedTuple):
    """A scheduler and its workers, each a process."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """What an office starts: ``dask scheduler``, and ``dask worker`` twice."""
    home = tmp_path_factory.mktemp("may")
    file = home / "dieu-phoi.json"
    root = Path(__file__).parents[2]
    env = {**os.environ, "PYTHONPATH": str(root), "TMPDIR": str(home)}
    env["DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"] = "1"

    def start(*line: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *line, "--scheduler-file", str(file)],
            cwd=home,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    address = _address(file)
    workers = [start("worker", "--nthreads", "1", "--no-dashboard") for _ in range(2)]
    _wait_for(address, len(workers))
    yield Office(address, workers)
    for process in (*workers, scheduler):
        process.terminate()
    for process in (*workers, scheduler):
        process.wait(60)


def _address(file: Path) -> str:
    import json  # noqa: PLC0415 - here alone

    for _ in range(600):
        if file.is_file() and file.stat().st_size:
            return str(json.loads(file.read_text())["address"])
        time.sleep(0.1)
    pytest.fail("no scheduler")


def _wait_for(address: str, count: int) -> None:
    from distributed import Client  # noqa: PLC0415 - slow to load

    with Client(address, timeout=60) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(count, timeout=120)


def tasks(top: Path, count: int) -> list[Task]:
    """So many tasks."""
    places = [f"xa/to-{number}" for number in range(count)]
    return [Task(top / "to.yaml", top / one, one, HOW, top / one) for one in places]


@pytest.fixture
def asked(tmp_path: Path) -> Batch:
    """Two records, whose papers are to be drafted."""
    for place in ("xa-a/to", "xa-b/to"):
        file = tmp_path / "vao" / f"{place}.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes(path_of(SAMPLE).read_bytes())
    how = replace(HOW, deed="establish", printer="builtin")
    return Batch((tmp_path / "vao",), tmp_path / "ra", how, Force(1))


def outcomes(asked: Batch) -> dict[str, Outcome]:
    """How each record ends."""
    with batch(asked) as found:
        return {one.place: one for one in found.outcomes}


def files(top: Path) -> dict[str, bytes]:
    """Every file of the results but the journal."""
    every = (path for path in top.rglob("*") if path.is_file() and path.suffix != ".sqlite")
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in every}


@pytest.mark.parametrize("returned", [False, True], ids=["shared folder", "files returned"])
def test_the_papers_are_those_of_one_machine(asked: Batch, office: Office, returned: bool) -> None:  # noqa: FBT001
    """Byte for byte, journal and resuming as before; nothing is left on the other machine."""
    there = replace(asked, force=Force(0, 600.0, office.address, returned=returned))
    assert {one.state for one in outcomes(there).values()} == {State.DONE}
    assert {one.state for one in outcomes(there).values()} == {State.UNCHANGED}
    here = replace(asked, results=asked.results.with_name("day"))
    outcomes(here)
    assert files(asked.results) == files(here.results)


def test_what_a_person_changed_meanwhile_is_kept(asked: Batch, office: Office) -> None:
    """Edits in Word travel with the task and come back merged; a changed print stops it."""
    force = Force(0, 600.0, office.address, returned=True)
    outcomes(replace(asked, force=force))
    folder = asked.results / "xa-a" / "to"
    (folder / "da-ky" / "ghi-chu.txt").write_text("của người dùng", encoding="utf-8")
    (folder / "pdf" / "01-nghi-quyet.pdf").write_bytes(b"%PDF-1.7 tay")
    later = replace(asked.how, drafted=HOW.drafted.replace(day=28))
    found = outcomes(replace(asked, force=force, how=later))
    assert found["xa-a/to"].state is State.PROTECTED
    assert str(folder) in found["xa-a/to"].problems[0].place.file
    assert found["xa-b/to"].state is State.DONE
    assert (folder / "da-ky" / "ghi-chu.txt").read_text("utf-8") == "của người dùng"


def test_a_fault_there_is_told_with_its_place_here(asked: Batch, office: Office) -> None:
    """A record that cannot be read is named as the person knows it."""
    record = asked.sources[0] / "xa-b" / "to.yaml"
    record.write_text("kind: gì đó\n", encoding="utf-8")
    force = Force(0, 600.0, office.address, returned=True)
    found = outcomes(replace(asked, force=force))
    assert found["xa-a/to"].state is State.DONE
    assert found["xa-b/to"].state is State.PROBLEMS
    assert found["xa-b/to"].problems[0].place.file == str(record)


def test_a_crash_a_hang_and_a_fault_end_one_task_each(office: Office, tmp_path: Path) -> None:
    """There as here: whoever shared a worker with the one that kills is tried again alone."""
    places = ["a", "dies", "b", "fails", "hangs", "c"]
    asked = [Task(tmp_path, tmp_path / one, one, HOW, tmp_path / one) for one in places]
    told = list(run(asked, Force(0, 20.0, office.address), odd))
    states = {one.place: one.state for one in told}
    wrong = {"dies", "fails", "hangs"}
    assert states == {place: State.FAILED if place in wrong else State.DONE for place in places}


def test_what_a_dead_worker_had_is_done_elsewhere(office: Office, tmp_path: Path) -> None:
    """A machine switched off on the way costs nothing but time; run last, for it stays away."""
    asked = tasks(tmp_path, 12)
    told: list[Outcome] = []
    for outcome in run(asked, Force(0, 120.0, office.address), marked):
        told.append(outcome)
        if len(told) == 2:
            os.kill(office.workers[0].pid, signal.SIGKILL)
            office.workers[0].wait(60)
    assert sorted(one.place for one in told) == sorted(one.place for one in asked)
    assert {one.state for one in told} == {State.DONE}


def test_no_scheduler_no_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address at which nobody answers is told with what to start."""
    monkeypatch.setattr("docgen.batches.cluster._PATIENCE", 1)
    with pytest.raises(OutsideError) as caught:
        list(run(tasks(tmp_path, 1), Force(scheduler="tcp://127.0.0.1:9"), odd))
    assert "dask worker" in caught.value.problems[0].hint.vi


def test_without_the_extra_it_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the exit code of a missing tool."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingToolError) as caught:
        list(run(tasks(tmp_path, 1), Force(scheduler="tcp://127.0.0.1:9"), odd))
    assert caught.value.exit_code is ExitCode.MISSING
    assert "docgen-antt[cluster]" in caught.value.problems[0].hint.vi
