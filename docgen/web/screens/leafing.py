"""Xem văn bản: every paper of the package leafed through before anything is written."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError
from docgen.web.models import the_model
from docgen.web.pages import desk_of, page, to
from docgen.web.papers import addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from docgen.errors import Problem
    from docgen.workflows.previewing import Leaf

WIDTHS = frozenset({720, 1440})
"""The widths of pictures, in pixels: beside a form, and twice as fine."""


def first(request: Request) -> Response:
    """``/m/{id}/xem``: the first paper."""
    model = the_model(request)
    record = api.sound_record(model.record)
    leaves = api.papers_of(record, on=desk_of(request).today())
    return to(f"/m/{model.id}/xem/{leaves[0].name}")


def leaf_through(request: Request) -> Response:
    """``/m/{id}/xem/{van-ban}``: one paper, and the way to the others."""
    model, today = the_model(request), desk_of(request).today()
    record = api.sound_record(model.record)
    leaves = api.papers_of(record, on=today)
    name = request.path_params["paper"]
    place = next((place for place, leaf in enumerate(leaves) if leaf.name == name), None)
    if place is None:
        raise HTTPException(404)
    problems: tuple[Problem, ...] = ()
    shown = None
    try:
        shown = api.preview(record, name, on=today, package=model.package, linked=True)
    except DocgenError as fault:
        problems = fault.problems
    return page(
        request,
        "leafing.html",
        model=model,
        shelf=f"/m/{model.id}/xem",
        chosen=name,
        leaf=leaves[place],
        before=leaves[place - 1] if place else None,
        after=leaves[place + 1] if place + 1 < len(leaves) else None,
        count=len(leaves),
        groups=_groups(leaves),
        shown=shown,
        problems=problems,
        addresses=addresses(model, record.record.kind, shown) if shown else {},
        wide=bool(request.query_params.get("rong")),
    )


def picture(request: Request) -> Response:
    """``/anh/{key}/{page}/{width}.png``: a page of a print that was just shown."""
    told = request.path_params
    if told["width"] not in WIDTHS:
        raise HTTPException(404)
    try:
        png = api.page_picture(told["key"], told["page"], told["width"])
    except LookupError:
        raise HTTPException(404) from None
    return Response(png, media_type="image/png")


def _groups(leaves: Sequence[Leaf]) -> list[tuple[str, list[tuple[Leaf, list[Leaf]]]]]:
    """The papers by item of the dossier, those of one kind together."""
    items = dict.fromkeys(sorted((leaf.item for leaf in leaves), key=lambda item: not item))
    return [(item, _kinds([leaf for leaf in leaves if leaf.item == item])) for item in items]


def _kinds(leaves: Sequence[Leaf]) -> list[tuple[Leaf, list[Leaf]]]:
    alike = [list(group) for _, group in groupby(leaves, lambda leaf: leaf.paper)]
    return [(copies[0], copies) for copies in alike]


ROUTES = [
    Route("/m/{id}/xem", first),
    Route("/m/{id}/xem/{paper:path}", leaf_through),
    Route("/anh/{key}/{page:int}/{width:int}.png", picture),
]
