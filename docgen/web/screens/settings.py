"""Cài đặt: work folder, language, look; the machine; what a code means; the end of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.exceptions import HTTPException
from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError, Words
from docgen.shown import explaining
from docgen.shown.buttons import at_desk
from docgen.web.forms import told
from docgen.web.pages import desk_of, page, to
from docgen.web.preferences import LANGUAGES, LOOKS, keep, kept

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_LAST_SECONDS: Final = 5
_NO_WORK = Words("Chưa ghi thư mục làm việc.", "The work folder is missing.")
_NOT_WHOLE = Words(
    "Ghi đường dẫn đầy đủ, như C:\\Tài liệu\\docgen.", "Write the whole path, as C:\\docgen."
)
_NOT_WRITABLE = Words("Thư mục này không ghi được.", "This folder cannot be written.")


def settings(request: Request) -> Response:
    """``/cai-dat``: work folder, language, look."""
    desk = desk_of(request)
    if request.method == "GET":
        return _shown(request, str(desk.work))
    typed = told(request, "work").strip('"')
    fault = _fault(typed)
    if fault:
        return _shown(request, typed, fault)
    language, look = told(request, "language"), told(request, "look")
    desk.work = Path(typed)
    desk.language = language if language in LANGUAGES else desk.language
    desk.look = look if look in LOOKS else desk.look
    keep(desk.keep, desk.work, desk.language, desk.look)
    return to("/cai-dat?da-luu=1")


def _fault(typed: str) -> Words | None:
    """Why the folder cannot be the work folder; it is made where it is not there."""
    if not typed:
        return _NO_WORK
    if not Path(typed).is_absolute():
        return _NOT_WHOLE
    try:
        api.open_work_folder(Path(typed))
    except DocgenError:
        return _NOT_WRITABLE
    return None


def _shown(request: Request, work: str, fault: Words | None = None) -> Response:
    desk = desk_of(request)
    recent = [one for one in kept(desk.keep).recent if one != str(desk.work)]
    saved = "da-luu" in request.query_params
    status = 422 if fault else 200
    return page(
        request, "settings.html", status, work=work, fault=fault, recent=recent, saved=saved
    )


def machine(request: Request) -> Response:
    """``/cai-dat/may``: what ``doctor`` finds."""
    return page(request, "machine.html", found=api.examine_machine(desk_of(request).work))


def code(request: Request) -> Response:
    """``/ma/{code}``: what a code of a problem means."""
    language = desk_of(request).language
    lines = explaining.explained(request.path_params["code"], language)
    if lines is None:
        raise HTTPException(404)
    return page(request, "code.html", lines=[at_desk(line, language) for line in lines])


def stop(request: Request) -> Response:
    """``/dung``: end the program, once its page has been sent."""
    desk = desk_of(request)
    desk.jobs.stop_all(_LAST_SECONDS)
    answer = page(request, "stopped.html")
    desk.stop()
    return answer


ROUTES = [
    Route("/cai-dat", settings, methods=["GET", "POST"]),
    Route("/cai-dat/may", machine),
    Route("/ma/{code}", code),
    Route("/dung", stop, methods=["POST"]),
]
