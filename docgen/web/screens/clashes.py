"""Xem hai bản: what a person and the record both changed, settled place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen import api
from docgen.errors import Words
from docgen.shown.marked import marked
from docgen.web.models import the_model
from docgen.web.packages import begin, key_of, the_paper, whole
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.workflows.desk import Tell

_TITLE = Words("Ghi lựa chọn", "Writing what was chosen")
_NEW = "moi"


def show(request: Request) -> Response:
    """``…/gop``: both texts of every place."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    day = desk_of(request).today()
    found = api.disputes(model.package, paper.stem, on=day, record=model.record)
    places = [(place, *marked(place.mine, place.new)) for place in found.places]
    key = key_of(paper.stem)
    return page(
        request, "clash.html", model=model, paper=paper, key=key, found=found, places=places
    )


def settle(request: Request) -> Response:
    """Write what was chosen at each place."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    form, day, stem = request.state.form, desk_of(request).today(), paper.stem
    seen = str(form.get("da-xem", ""))
    chosen = (name.removeprefix("cho-") for name, value in form.items() if value == _NEW)
    taken = [int(number) for number in chosen if number.isdecimal()]

    def work(tell: Tell) -> object:
        return api.resolve(model.package, stem, seen, taken, on=day, record=model.record, tell=tell)

    return begin(request, model, _TITLE, work, f"/m/{model.id}/ho-so/{key_of(stem)}")


_HERE = "/m/{id}/ho-so/{paper}/gop"
ROUTES = [Route(_HERE, show), Route(_HERE, settle, methods=["POST"])]
