"""Văn bản bên cạnh biểu mẫu: the paper as what is typed makes it, nothing of it saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError
from docgen.web.models import the_model
from docgen.web.pages import desk_of, page
from docgen.web.papers import addresses
from docgen.web.screens.sent import sent

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Problem


def live(request: Request) -> Response:
    """``/m/{id}/xem-thu``: the paper that a field feeds, with what stands in the form."""
    model, today, form = the_model(request), desk_of(request).today(), request.state.form
    saved, typed = api.sound_record(model.record), sent(request).typed()
    kind, leaves = saved.record.kind, api.papers_of(saved, on=today)
    beside = api.paper_beside(kind, leaves, **_wish(form))
    name, shown = beside.leaf.name, None
    problems: tuple[Problem, ...] = ()
    try:
        record = api.as_typed(model.record, typed)
        shown = api.preview(
            record, name, on=today, package=model.package, linked="_cho-trong" in form
        )
    except DocgenError as fault:
        problems = fault.problems
    return page(
        request,
        "live.html",
        200 if shown else 422,
        model=model,
        beside=beside,
        shown=shown,
        problems=problems,
        turn=_turn(name, [leaf.name for leaf in leaves]),
        changes=api.changed_lines(str(form.get("_truoc", "")), shown.key) if shown else (),
        addresses=addresses(model, kind, shown) if shown else {},
    )


def _wish(form: FormData) -> dict[str, str]:
    names = {"field": "_truong", "section": "_muc", "paper": "_van-ban"}
    return {name: str(form.get(sent, "")) for name, sent in names.items()}


def _turn(name: str, names: list[str]) -> tuple[str, str]:
    """The papers before and after that one."""
    place = names.index(name)
    return names[place - 1] if place else "", names[place + 1] if place + 1 < len(names) else ""


ROUTES = [Route("/m/{id}/xem-thu", live, methods=["POST"])]
