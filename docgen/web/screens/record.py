"""Bản khai: the steps in which a record is told, each a page; saved field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse
from starlette.routing import Route

from docgen import api
from docgen.errors import ChangedMeanwhileError, DocgenError, Severity
from docgen.shown.buttons import at_desk
from docgen.shown.codes import code_of
from docgen.web.models import the_model
from docgen.web.pages import desk_of, refused, to
from docgen.web.screens.conflict import clash_page
from docgen.web.screens.sent import Sent, sent
from docgen.web.screens.stepping import step_page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Problem
    from docgen.workflows.editing.saving import Saved
    from docgen.workflows.workroom import Model


def begin(request: Request) -> Response:
    """``/m/{id}/khai``: the first step that is not done."""
    model = the_model(request)
    record = api.open_record(model.record)
    states = [
        one for one in api.states_of(record, on=desk_of(request).today()) if not one.step.later
    ]
    first = next((one for one in states if one.state != "done"), None)
    return to(f"/m/{model.id}/khai/{first.step.slug if first else 'xem-lai'}")


def show(request: Request) -> Response:
    """``/m/{id}/khai/{buoc}``: one step."""
    model = the_model(request)
    return step_page(request, model).shown(request)


def keep(request: Request) -> Response:
    """Save the step, do what the button says, go on."""
    model, told = the_model(request), sent(request)
    slug = request.path_params["buoc"]
    here = f"/m/{model.id}/khai/{slug}"
    try:
        api.save_typed(model.record, told.revision, told.typed(), step=slug)
    except ChangedMeanwhileError:
        return clash_page(request, model, 409)
    except DocgenError as fault:
        return step_page(request, model, told.texts).shown(request, fault.problems, 400)
    return to(_next(request, model, told, here))


def _next(request: Request, model: Model, told: Sent, here: str) -> str:
    """Where the button leads once all is saved."""
    deed, _, of = told.deed.partition(":")
    if deed == "paste":
        return f"/m/{model.id}/khai/{of}/dan"
    if deed in ("up", "down", "remove", "add"):
        return f"{here}?{told.query()}#{told.focus()}"
    if deed == "page":
        return f"{here}?trang={of}"
    if deed == "save":
        return f"{here}?da-luu=1"
    if deed == "tasks":
        return f"/m/{model.id}"
    found = step_page(request, model)
    return f"{here}?loi=1" if found.errors else found.onward


def autosave(request: Request) -> Response:
    """Save what was just typed; the answer is for the page's script."""
    model, told = the_model(request), sent(request)
    try:
        saved = api.save_typed(model.record, told.revision, told.typed(), step=told.step)
    except ChangedMeanwhileError as fault:
        return JSONResponse({"changed": True, "why": _said(request, fault)}, 409)
    except DocgenError as fault:
        return JSONResponse({"why": _said(request, fault)}, 503)
    return JSONResponse(_told(request, model, told, saved))


def _said(request: Request, fault: DocgenError) -> str:
    language = desk_of(request).language
    first = fault.problems[0]
    told = [text.in_language(language) for text in (first.what, first.hint) if text.vi]
    return at_desk(" ".join(told), language)


def _told(request: Request, model: Model, told: Sent, saved: Saved) -> dict[str, object]:
    """What the script shows: the state of the file, what waits, how values are read."""
    language = desk_of(request).language
    record = api.open_record(model.record)
    undo = api.last_change(record)
    found = {name: api.asked_field(record, name) for name, _ in told.texts}
    problems = {
        one.place.field: told_of(one, language)
        for one in api.waiting_of(record)
        if one.severity is Severity.ERROR
    }
    return {
        "revision": saved.revision,
        "drafts": sorted(saved.drafts),
        "problems": problems,
        "renamed": saved.renamed or {},
        "echoes": {name: field.echo for name, field in found.items() if field},
        "undo": undo.in_language(language) if undo else "",
    }


def told_of(problem: Problem, language: str) -> dict[str, str]:
    """What the script shows at the field of a problem."""
    return {
        "what": problem.what.in_language(language),
        "hint": at_desk(problem.hint.in_language(language), language),
        "code": code_of(problem),
    }


def take_back(request: Request) -> Response:
    """``/m/{id}/khai/hoan-tac``: take back the last change."""
    model, told = the_model(request), sent(request)
    back = told.back or "xem-lai"
    try:
        done = api.undo_last(model.record, told.revision)
    except ChangedMeanwhileError as fault:
        return refused(request, fault.problems, 409)
    return to(f"/m/{model.id}/khai/{back}{'?da-hoan-tac=1' if done else ''}")


ROUTES = [
    Route("/m/{id}/khai", begin),
    Route("/m/{id}/khai/luu", autosave, methods=["POST"]),
    Route("/m/{id}/khai/hoan-tac", take_back, methods=["POST"]),
    Route("/m/{id}/khai/{buoc}", show, methods=["GET"]),
    Route("/m/{id}/khai/{buoc}", keep, methods=["POST"]),
]
