"""The desk as one application."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from docgen.errors import DocgenError, ExitCode, Words
from docgen.web.pages import desk_of, refusal, refused, to
from docgen.web.routes import ROUTES
from docgen.web.safety import ENTRANCE, STATIC, Guard, cookie_name

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from docgen.web.settings import Settings

_SPENT = Words(
    "Liên kết đã dùng. Mở lại docgen từ biểu tượng.",
    "The link has been used. Open docgen again from its icon.",
)
_NO_PAGE = Words("Không có trang này.", "There is no such page.")
_BROKEN = Words(
    "docgen gặp lỗi không ngờ tới ở trang này. Việc đã lưu vẫn còn nguyên.",
    "docgen met an unforeseen fault on this page. What was saved is whole.",
)
_STATUS = {ExitCode.PROTECTED: 409, ExitCode.OUTSIDE: 503, ExitCode.MISSING: 503}


def application(desk: Settings) -> ASGIApp:
    """The desk, guarded: every page, and before them who may ask for it."""
    static = StaticFiles(directory=Path(__file__).with_name("static"))
    app = Starlette(
        routes=[Route(ENTRANCE, _enter), Mount(STATIC.rstrip("/"), static), *ROUTES],
        exception_handlers={DocgenError: _faulty, HTTPException: _missing, Exception: _broken},
    )
    return Guard(app, desk)


def _enter(request: Request) -> Response:
    """Turn the token of the address into a cookie, once."""
    desk = desk_of(request)
    if not desk.keys.spend(request.query_params.get("ma", "")):
        return refusal(request, 403, _SPENT)
    answer = to("/")
    answer.set_cookie(
        cookie_name(desk), desk.keys.session, httponly=True, samesite="strict", path="/"
    )
    return answer


def _faulty(request: Request, fault: Any) -> Response:  # noqa: ANN401 - as starlette declares it
    """What a workflow refuses, on a page of its own."""
    return refused(request, fault.problems, _STATUS.get(fault.exit_code, 400))


def _missing(request: Request, fault: Any) -> Response:  # noqa: ANN401 - as starlette declares it
    """No such page, model or paper."""
    return refusal(request, fault.status_code, _NO_PAGE)


def _broken(request: Request, _: object) -> Response:
    """A fault of the program itself: the page shows nothing of what was in its hands."""
    return refusal(request, 500, _BROKEN)
