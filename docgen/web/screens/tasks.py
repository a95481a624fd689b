"""Việc cần làm: what to do next for one model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen.web.models import the_model
from docgen.web.pages import page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def tasks(request: Request) -> Response:
    """``/m/{id}``: the task list."""
    return page(request, "tasks.html", model=the_model(request))


ROUTES = [Route("/m/{id}", tasks)]
