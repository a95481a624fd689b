"""Lịch: what is due over all models, late things first."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from docgen import api
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from starlette.requests import Request

    from docgen.workflows.overview import DueRow, Overview
    from docgen.workflows.workroom import Model

_ON_A_PAGE: Final = 100
_PATIENCE: Final = 2.0
"""Seconds that the page waits for models that were not read yet; it comes again with the rest."""


class Dated(NamedTuple):
    """A thing that is due, of which model; whether it is late."""

    model: Model
    due: DueRow
    late: bool


def show(request: Request) -> Response:
    """``/lich``: by month; ``?loc=tre`` late ones alone, ``?mo-hinh=`` those of one model."""
    desk, asked = desk_of(request), request.query_params
    today, only, wanted = desk.today(), asked.get("loc", ""), asked.get("mo-hinh", "")
    models = sorted(api.models_in(desk.work), key=lambda one: one.id != wanted)
    rows = desk.overviews.rows(models, today, _PATIENCE)
    items = _items((one for one in rows if wanted in ("", one[0].id)), today)
    items = [one for one in items if one.late or only != "tre"]
    number = max(int(told), 1) if (told := asked.get("trang", "")).isdecimal() else 1
    here = items[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]
    by_month = groupby((one for one in here if not one.late), _month)
    return page(
        request,
        "calendar.html",
        options=_options(rows),
        late=[one for one in here if one.late],
        months=[(month, list(group)) for month, group in by_month],
        unread=[(model, row) for model, row in rows if row and (row.fault or row.errors)],
        reading=sum(row is None for _, row in rows),
        changing=desk.overviews.is_reading,
        number=number,
        pages=-(-len(items) // _ON_A_PAGE),
        only=only,
        wanted=wanted,
    )


def _options(rows: Iterable[tuple[Model, Overview | None]]) -> list[tuple[str, str]]:
    """The models by their names; those of one name by their folders too."""
    named = [(model, row.title if row else model.name) for model, row in rows]
    count = Counter(title for _, title in named)
    told = [
        (model.id, title if count[title] == 1 else f"{title} ({model.name})")
        for model, title in named
    ]
    return sorted(told, key=lambda one: one[1])


def _items(rows: Iterable[tuple[Model, Overview | None]], today: date) -> list[Dated]:
    found = [
        Dated(model, due, due.day < today)
        for model, row in rows
        if row is not None
        for due in row.due_by(today)
    ]
    return sorted(found, key=lambda one: (not one.late, one.due.day, one.due.model))


def _month(one: Dated) -> tuple[int, int]:
    return one.due.day.year, one.due.day.month


def take(request: Request) -> Response:
    """``/lich.ics``: the same for the calendar of a phone or of Outlook, once all is read."""
    desk = desk_of(request)
    today = desk.today()
    items = _items(desk.overviews.whole(api.models_in(desk.work), today), today)
    timed = [api.timed_of(one.model, one.due) for one in items]
    with TemporaryDirectory() as home:
        file = Path(home) / "lich.ics"
        api.calendar(timed, file, on=today, language=desk.language)
        data = file.read_bytes()
    named = {"content-disposition": 'attachment; filename="lich-docgen.ics"'}
    return Response(data, media_type="text/calendar", headers=named)


ROUTES = [Route("/lich", show), Route("/lich.ics", take)]
