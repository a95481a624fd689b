"""Xếp loại: the class of a model, each criterion, what is missing for the next class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError
from docgen.web.models import the_model
from docgen.web.packages import standing
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def show(request: Request) -> Response:
    """``/m/{id}/xep-loai``: of the period asked for, else of the latest that is told.

    By the facts that the record tells, as the steps of life go by them; ``?ho-so=1`` holds them
    against the dossier as well.
    """
    model, day = the_model(request), desk_of(request).today()
    period = request.query_params.get("ky", "")
    has_dossier = standing(request, model) is not None
    with_dossier = has_dossier and "ho-so" in request.query_params
    dossier = model.package if with_dossier else None
    try:
        (rated,) = api.rate([model.record], on=day, period=period, dossier=dossier)
    except DocgenError as fault:
        problems = [*fault.problems]
        return page(request, "rating.html", model=model, rated=None, problems=problems, periods=[])
    periods = [one.period for one in rated.loaded.record.assessments]
    return page(
        request,
        "rating.html",
        model=model,
        rated=rated,
        problems=[],
        periods=periods,
        has_dossier=has_dossier,
        with_dossier=with_dossier,
    )


ROUTES = [Route("/m/{id}/xep-loai", show)]
