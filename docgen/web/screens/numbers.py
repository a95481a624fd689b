"""Ghi số, ngày: what will print and be made again is shown, then written into the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from docgen import api
from docgen.errors import RecordError, Words
from docgen.web.models import the_model
from docgen.web.packages import begin, key_of, the_paper, whole
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.workflows.desk import Rehearsed, Tell
    from docgen.workflows.giving import Typed
    from docgen.workflows.paper_status import PaperStatus
    from docgen.workflows.workroom import Model


def ask(request: Request) -> Response:
    """``…/so``: which number, which day."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    return _form(request, model, paper, {})


def give(request: Request) -> Response:
    """Show what would come of it; write it once that was seen."""
    model = the_model(request)
    found = whole(request, model)
    paper = the_paper(request, found)
    form, day = request.state.form, desk_of(request).today()
    number, told = str(form.get("so", "")), str(form.get("ngay", ""))
    typed = api.typed_number(number, told)
    if typed.faults or typed.number is None or typed.day is None:
        return _form(request, model, paper, {"typed": typed, "so": number, "ngay": told}, 422)
    given = (model.package, paper.stem, typed.number, typed.day)
    anew = paper.number is not None
    try:
        rehearsed = api.rehearse_number(*given, on=day, anew=anew, record=model.record)
    except RecordError as fault:
        problems = [*fault.problems]
        others = [one for one in found.papers if one.number == typed.number]
        holders = [(key_of(one.stem), one.title) for one in others if one.stem != paper.stem]
        refused = {"so": number, "ngay": told, "problems": problems, "holders": holders}
        return _form(request, model, paper, refused, 422)
    seen = form.get("da-xem", _seen(typed))
    if form.get("viec") != "ghi" or seen != _seen(typed):
        shown = {"so": number, "ngay": told, "typed": typed, "rehearsed": rehearsed}
        return _form(request, model, paper, shown)

    def work(tell: Tell) -> object:
        return api.number(*given, on=day, anew=anew, record=model.record, tell=tell)

    title = Words(f"Ghi số {rehearsed.symbol}", f"Number {rehearsed.symbol}")
    return begin(request, model, title, work, f"/m/{model.id}/ho-so")


def _seen(typed: Typed) -> str:
    """What was shown before it is written: another number or day is shown anew."""
    return f"{typed.number} {typed.day}"


def _form(
    request: Request,
    model: Model,
    paper: PaperStatus,
    facts: Mapping[str, object],
    status: int = 200,
) -> Response:
    typed: Typed | None = facts.get("typed")  # type: ignore[assignment]
    rehearsed: Rehearsed | None = facts.get("rehearsed")  # type: ignore[assignment]
    return page(
        request,
        "number.html",
        status,
        model=model,
        paper=paper,
        key=key_of(paper.stem),
        number=facts.get("so", ""),
        day=facts.get("ngay", ""),
        faults=dict(typed.faults) if typed else {},
        phrase=typed.phrase if typed else "",
        seen=_seen(typed) if typed else "",
        problems=facts.get("problems", []),
        holders=facts.get("holders", []),
        rehearsed=rehearsed,
    )


_HERE = "/m/{id}/ho-so/{paper}/so"
ROUTES = [Route(_HERE, ask), Route(_HERE, give, methods=["POST"])]
