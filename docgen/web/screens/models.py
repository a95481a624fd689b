"""Các mô hình: what waits for the officer, and every model of the work folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen import api
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def home(request: Request) -> Response:
    """``/``: the models."""
    desk = desk_of(request)
    return page(request, "models.html", models=api.models_in(desk.work), work=desk.work)


ROUTES = [Route("/", home)]
