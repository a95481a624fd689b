"""Soạn hồ sơ: what drafting will do is told, then it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen import api
from docgen.errors import RecordError, Words
from docgen.web.models import the_model
from docgen.web.packages import begin
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Problem
    from docgen.workflows.desk import Tell
    from docgen.workflows.planning import Planned
    from docgen.workflows.workroom import Model

_TITLE = Words("Soạn văn bản và hồ sơ", "Drafting the papers and the dossier")


def confirm(request: Request) -> Response:
    """``/m/{id}/soan``: what will be made, what stays, what prints blank."""
    model = the_model(request)
    try:
        plan = api.planned(model.record, model.package, on=desk_of(request).today())
    except RecordError as fault:
        return _told(request, model, None, fault.problems)
    return _told(request, model, plan, plan.findings.problems)


def _told(
    request: Request, model: Model, plan: Planned | None, problems: Sequence[Problem]
) -> Response:
    said = api.in_words_of_form(api.open_record(model.record), problems)
    return page(request, "drafting.html", model=model, plan=plan, problems=said)


def draft(request: Request) -> Response:
    """Draft, print and bind."""
    model, day = the_model(request), desk_of(request).today()

    def work(tell: Tell) -> object:
        return api.package(model.record, model.package, on=day, tell=tell)

    return begin(request, model, _TITLE, work, f"/m/{model.id}/ho-so")


ROUTES = [
    Route("/m/{id}/soan", confirm),
    Route("/m/{id}/soan", draft, methods=["POST"]),
]
