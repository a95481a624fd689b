"""Work that goes on beside pages."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from docgen.errors import Counted, DocgenError, Words
from docgen.web.jobs import Jobs

if TYPE_CHECKING:
    import pytest

    from docgen.workflows.desk import Tell

TITLE = Words("Soạn", "Draft")


def test_a_job_is_counted_and_gives_its_result() -> None:
    """How far it is can be seen while it goes on."""
    seen, go_on = Event(), Event()

    def work(tell: Tell) -> str:
        tell(Counted.of(TITLE, 3, 7))
        seen.set()
        go_on.wait(20)
        return "x"

    jobs = Jobs()
    job = jobs.start("m", TITLE, work, "/m/m")
    assert seen.wait(20)
    assert (job.done, job.total, job.state) == (3, 7, "running")
    assert jobs.running("m") == [job]
    assert jobs.running("khac") == []
    go_on.set()
    assert job.wait(20)
    assert (job.state, job.result) == ("done", "x")
    assert jobs.find(job.number) is job


def test_a_job_that_is_stopped_ends_where_it_next_tells() -> None:
    """Where it counts, for what it tells after that is written already."""
    begun, go_on = Event(), Event()

    def work(tell: Tell) -> None:
        begun.set()
        go_on.wait(20)
        tell(TITLE)
        tell(Counted.of(TITLE, 1, 2))

    job = Jobs().start("m", TITLE, work, "/")
    assert begun.wait(20)
    job.stop()
    go_on.set()
    assert job.wait(20)
    assert job.state == "stopped"


def test_what_a_job_refuses_is_kept() -> None:
    """With its problems."""

    def work(_: Tell) -> None:
        raise DocgenError.at("x", "hỏng", "broken")

    job = Jobs().start("m", TITLE, work, "/")
    assert job.wait(20)
    assert job.state == "failed"
    assert job.fault


def test_a_fault_of_the_program_tells_no_value(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the page nor the terminal has what was in its hands."""

    def work(_: Tell) -> None:
        raise KeyError("Nguyễn Văn Bí Mật")

    job = Jobs().start("m", TITLE, work, "/")
    assert job.wait(20)
    assert (job.state, job.fault) == ("failed", None)
    told = capsys.readouterr().err
    assert "KeyError" in told
    assert "Bí Mật" not in told
