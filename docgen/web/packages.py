"""The package of a model as its screens ask for it: its papers, and work that is done in it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from starlette.exceptions import HTTPException

from docgen import api
from docgen.web.pages import desk_of, to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Words
    from docgen.web.jobs import Job
    from docgen.workflows.desk import Tell
    from docgen.workflows.paper_status import PaperStatus
    from docgen.workflows.status import Status
    from docgen.workflows.workroom import Model

_SOON = 1.0
"""Seconds in which work ends without a page of its own."""
_RECORDS = frozenset({".yaml", ".yml", ".xlsx"})


class _Seen(NamedTuple):
    """What tells a folder as it was looked at from the same folder later."""

    package: Path
    record: Path
    token: str
    files: tuple[tuple[str, int, int], ...]
    day: date


def standing(request: Request, model: Model) -> Status | None:
    """How far the package of ``model`` has come; nothing where nothing was drafted yet."""
    token = api.watch(model.package).token
    if not token:
        return None
    files = tuple(_told(model.record))
    return _status(_Seen(model.package, model.record, token, files, desk_of(request).today()))


@lru_cache(maxsize=16)
def _status(seen: _Seen) -> Status:
    return api.status(seen.package, on=seen.day, record=seen.record)


def _told(record: Path) -> Iterator[tuple[str, int, int]]:
    """The record, and what may be its profile, as they are."""
    for home in (record.parent, record.parent.parent):
        for file in sorted(home.iterdir()):
            if file.suffix in _RECORDS:
                state = file.stat()
                yield file.name, state.st_size, state.st_mtime_ns


def whole(request: Request, model: Model) -> Status:
    """The same of a package that must be there.

    Raises:
        HTTPException: nothing was drafted yet; the answer is 404.
    """
    found = standing(request, model)
    if found is None:
        raise HTTPException(404)
    return found


def key_of(stem: str) -> str:
    """How an address calls the paper ``stem``: ``phu~to-trinh``."""
    return stem.replace("/", "~")


def the_paper(request: Request, status: Status) -> PaperStatus:
    """The paper of the address.

    Raises:
        HTTPException: the package has no such paper; the answer is 404.
    """
    wanted = request.path_params["paper"].replace("~", "/")
    for paper in status.papers:
        if paper.stem == wanted:
            return paper
    raise HTTPException(404)


def word_file(model: Model, stem: str) -> Path:
    """The Word file of a paper."""
    return model.package / "van-ban" / f"{stem}.docx"


def print_file(model: Model, stem: str) -> Path:
    """The print of a paper."""
    return model.package / "pdf" / f"{stem}.pdf"


def begin(
    request: Request, model: Model, title: Words, work: Callable[[Tell], object], after: str
) -> Response:
    """Begin work in the package; the browser goes to its page, which leads to ``after``.

    While other work of this desk is in the package, that page comes, and tells so.
    """
    jobs = desk_of(request).jobs
    for running in jobs.running(model.id):
        return to(f"/viec/{running.number}?ban=1")
    job = jobs.start(model.id, title, work, after)
    job.wait(_SOON)
    return to(f"/viec/{job.number}")


def ended(request: Request) -> Job | None:
    """The job whose page led here, where it is done: what came of it is told once more."""
    told = request.query_params.get("xong", "")
    job = desk_of(request).jobs.find(int(told)) if told.isdecimal() else None
    return job if job is not None and job.state == "done" else None
