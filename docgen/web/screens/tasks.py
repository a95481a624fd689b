"""Việc cần làm: what to do next for one model, and all there is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.routing import Route

from docgen.errors import DocgenError, Words
from docgen.web.models import the_model
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

STATES: Final = {
    "done": ("plain", Words("Xong", "Done")),
    "doing": ("look", Words("Đang làm", "Under way")),
    "todo": ("none", Words("Chưa làm", "To do")),
    "optional": ("none", Words("Khi cần", "If needed")),
    "bad": ("bad", Words("Có lỗi", "Has faults")),
    "blocked": ("none", Words("Chưa làm được", "Not yet")),
}
TELLING: Final = {
    **STATES,
    "doing": ("look", Words("Đang khai", "Under way")),
    "todo": ("none", Words("Chưa khai", "Not told")),
    "optional": ("none", Words("Không bắt buộc", "Optional")),
}


def tasks(request: Request) -> Response:
    """``/m/{id}``: the task list."""
    model, desk = the_model(request), desk_of(request)
    try:
        found = desk.overviews.checklist(model, desk.today())
    except DocgenError as fault:
        return page(request, "unreadable.html", 422, model=model, problems=fault.problems)
    name = found.record.told(("model", "name")) or model.name
    return page(
        request, "tasks.html", model=model, found=found, name=name, states=STATES, telling=TELLING
    )


ROUTES = [Route("/m/{id}", tasks)]
