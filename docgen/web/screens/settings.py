"""Cài đặt: work folder, language, look; the profile; the machine; the end of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def stop(request: Request) -> Response:
    """``/dung``: end the program, once its page has been sent."""
    desk = desk_of(request)
    desk.jobs.stop_all(_LAST_SECONDS)
    answer = page(request, "stopped.html")
    desk.stop()
    return answer


_LAST_SECONDS = 5
ROUTES = [Route("/dung", stop, methods=["POST"])]
