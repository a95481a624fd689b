"""Việc đang chạy: how far it is; it may be left, looked at again, stopped."""

from __future__ import annotations

from time import localtime, strftime
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Route

from docgen import api
from docgen.errors import Words
from docgen.web.pages import desk_of, page, to

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.web.jobs import Job

_MOMENT = 5.0
"""Seconds that a stop is waited for before the page is shown again."""


def show(request: Request) -> Response:
    """``/viec/{n}``: the page of a job; one that is done leads on to what it made."""
    job = _the_job(request)
    if job.state == "done":
        return to(f"{job.after}{'&' if '?' in job.after else '?'}xong={job.number}")
    model = next((one for one in api.models_in(desk_of(request).work) if one.id == job.model), None)
    return page(
        request,
        "job.html",
        job=job,
        model=model,
        problems=_problems(job),
        said=counted(job),
        since=strftime("%H:%M", localtime(job.started)),
        busy="ban" in request.query_params,
    )


def _problems(job: Job) -> list[object]:
    return [*job.fault.problems] if job.fault else []


def progress(request: Request) -> Response:
    """``/viec/{n}/tien-do``: the same for the script of the page."""
    job = _the_job(request)
    told = counted(job).in_language(desk_of(request).language)
    return JSONResponse({"state": job.state, "done": job.done, "total": job.total, "said": told})


def counted(job: Job) -> Words:
    """How far the job is, in words."""
    if not job.total:
        return _AT_WORK
    return Words(
        f"Đang in {job.done}/{job.total} văn bản. Có thể rời trang này.",
        f"Printing paper {job.done} of {job.total}. You may leave this page.",
    )


_AT_WORK = Words("Đang làm việc. Có thể rời trang này.", "At work. You may leave this page.")


def stop(request: Request) -> Response:
    """Stop it: the folder stays as it was before, or the work has just been done."""
    job = _the_job(request)
    job.stop()
    job.wait(_MOMENT)
    return to(f"/viec/{job.number}")


def _the_job(request: Request) -> Job:
    job = desk_of(request).jobs.find(request.path_params["number"])
    if job is None:
        raise HTTPException(404)
    return job


ROUTES = [
    Route("/viec/{number:int}", show),
    Route("/viec/{number:int}/tien-do", progress),
    Route("/viec/{number:int}/dung", stop, methods=["POST"]),
]
