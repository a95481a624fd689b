"""Các mô hình: what waits for the officer, and every model of the work folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from starlette.routing import Route

from docgen import api
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.workflows.overview import DueRow, Overview
    from docgen.workflows.workroom import Model

_ON_A_PAGE: Final = 50
_NEAREST: Final = 3


class Shown(NamedTuple):
    """A row of the page: the model, how it stands if that is read, by which name it was found."""

    model: Model
    row: Overview | None
    hit: str = ""


class DueShown(NamedTuple):
    """A thing that is due, of which model."""

    model: Model
    row: Overview
    due: DueRow


def _waits(row: Overview, _: date) -> bool:
    return bool(row.waits.vi) or row.fault is not None


def _is_late(row: Overview, today: date) -> bool:
    return row.late(today)


def _is_incomplete(row: Overview, _: date) -> bool:
    return row.have < row.needed


FILTERS: Final[dict[str, Callable[[Overview, date], bool]]] = {
    "cho-toi": _waits,
    "qua-han": _is_late,
    "chua-day-du": _is_incomplete,
}


def home(request: Request) -> Response:
    """``/``: the models."""
    desk, asked = desk_of(request), request.query_params
    today = desk.today()
    rows = desk.overviews.rows(api.models_in(desk.work), today)
    query, chosen = asked.get("tim", "").strip(), asked.get("loc", "")
    shown = _found(rows, query)
    if chosen in FILTERS:
        shown = [one for one in shown if one.row is None or FILTERS[chosen](one.row, today)]
    number = int(asked["trang"]) if asked.get("trang", "").isdecimal() else 1
    start = (max(number, 1) - 1) * _ON_A_PAGE
    return page(
        request,
        "models.html",
        today=today,
        work=desk.work,
        count=len(rows),
        reading=sum(row is None for _, row in rows),
        changing=desk.overviews.is_reading,
        dues=_nearest(rows, today),
        query=query,
        chosen=chosen if chosen in FILTERS else "",
        shown=shown[start : start + _ON_A_PAGE],
        found=len(shown),
        number=max(number, 1),
        pages=-(-len(shown) // _ON_A_PAGE),
    )


def _found(rows: Sequence[tuple[Model, Overview | None]], query: str) -> list[Shown]:
    if not query:
        return [Shown(*one) for one in rows]
    return [Shown(*rows[hit.place], hit.name) for hit in api.search_models(rows, query)]


def _nearest(rows: Sequence[tuple[Model, Overview | None]], today: date) -> list[DueShown]:
    """What is due next over all models, what is late first."""
    dues = [DueShown(model, row, due) for model, row in rows if row for due in row.due_by(today)]
    dues.sort(key=lambda one: (one.due.day >= today, one.due.day, one.row.title))
    return dues[:_NEAREST]


ROUTES = [Route("/", home)]
