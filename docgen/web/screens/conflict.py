"""Bản khai sửa ở hai nơi: what it said, what the file says, what the page says; chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen import api
from docgen.errors import ChangedMeanwhileError
from docgen.web.models import the_model
from docgen.web.pages import page, to

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.workflows.workroom import Model


def clash_page(request: Request, model: Model, status: int = 200) -> Response:
    """The three columns; where nothing waits, back to the record."""
    found = api.clashes_of(model.record)
    if found is None:
        return to(f"/m/{model.id}/khai")
    changed = model.record.stat().st_mtime
    return page(
        request, "two_sides.html", status, model=model, found=found, changed=_clock(changed)
    )


def _clock(moment: float) -> str:
    """``14:03``, as clocks of this machine show it."""
    from datetime import datetime  # noqa: PLC0415

    return datetime.fromtimestamp(moment).astimezone().strftime("%H:%M")


def show(request: Request) -> Response:
    """``/m/{id}/khai/xung-dot``."""
    return clash_page(request, the_model(request))


def choose(request: Request) -> Response:
    """Write what was chosen, or let go of the page's side."""
    model, form = the_model(request), request.state.form
    found = api.clashes_of(model.record)
    back = f"/m/{model.id}/khai/{found.step or 'xem-lai'}" if found else f"/m/{model.id}/khai"
    if form.get("do") == "drop":
        api.drop_page_side(model.record)
        return to(back)
    mine = {name.removeprefix("side:") for name, side in form.multi_items() if side == "page"}
    try:
        api.choose_sides(model.record, str(form.get("revision", "")), mine)
    except ChangedMeanwhileError:
        return clash_page(request, model, 409)
    return to(f"{back}?da-luu=1")


ROUTES = [
    Route("/m/{id}/khai/xung-dot", show, methods=["GET"]),
    Route("/m/{id}/khai/xung-dot", choose, methods=["POST"]),
]
