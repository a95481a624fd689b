"""Lịch: what is due over all models, late things first."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from docgen import api
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request

    from docgen.workflows.agenda import Agenda, Dated
    from docgen.workflows.workroom import Model


def show(request: Request) -> Response:
    """``/lich``: by month; ``?loc=tre`` late ones alone, ``?mo-hinh=`` those of one model."""
    models = api.models_in(desk_of(request).work)
    only, wanted = request.query_params.get("loc", ""), request.query_params.get("mo-hinh", "")
    chosen = [one for one in models if wanted in ("", one.id)]
    found = _agenda(request, chosen)
    items = [one for one in found.items if only != "tre" or one.late]
    late = [one for one in items if one.late]
    by_month = groupby((one for one in items if not one.late), _month)
    months = [(month, list(group)) for month, group in by_month]
    homes = {one.record: one for one in models}
    return page(
        request,
        "calendar.html",
        models=models,
        options=[(one.id, one.name) for one in models],
        homes=homes,
        late=late,
        months=months,
        faults=found.faults,
        only=only,
        wanted=wanted,
    )


def _agenda(request: Request, models: list[Model]) -> Agenda:
    return api.agenda([one.record for one in models], on=desk_of(request).today())


def _month(one: Dated) -> tuple[int, int]:
    day = one.timed.deadline.day
    return day.year, day.month


def take(request: Request) -> Response:
    """``/lich.ics``: the same for the calendar of a phone or of Outlook."""
    desk = desk_of(request)
    found = _agenda(request, api.models_in(desk.work))
    with TemporaryDirectory() as home:
        file = Path(home) / "lich.ics"
        timed = [one.timed for one in found.items]
        api.calendar(timed, file, on=desk.today(), language=desk.language)
        data = file.read_bytes()
    named = {"content-disposition": 'attachment; filename="lich-docgen.ics"'}
    return Response(data, media_type="text/calendar", headers=named)


ROUTES = [Route("/lich", show), Route("/lich.ics", take)]
