"""Dán từ Excel: what a pasted table would add, shown before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.routing import Route

from docgen import api
from docgen.errors import ChangedMeanwhileError, RecordError
from docgen.web.models import the_model
from docgen.web.pages import page, to

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.workflows.pasting.rows import Choices
    from docgen.workflows.workroom import Model


_FATES = frozenset({"both", "drop", "replace"})
_ADD, _INSTEAD = "add", "instead"


def show(request: Request) -> Response:
    """``/m/{id}/khai/{bang}/dan``: the box to paste into."""
    return _page(request, the_model(request), "", api.paste_choices())


def paste(request: Request) -> Response:
    """The preview; or the rows put into the list."""
    model, form = the_model(request), request.state.form
    table, text = request.path_params["bang"], str(form.get("text", ""))
    choices, deed = _choices(form), form.get("do")
    if deed not in (_ADD, _INSTEAD):
        return _page(request, model, text, choices)
    try:
        _, found = api.preview_paste(model.record, table, text, choices)
        if not found.is_settled:
            return _page(request, model, text, choices, asked=True)
        revision = str(form.get("revision", ""))
        api.paste(model.record, revision, table, text, choices, instead=deed == _INSTEAD)
    except ChangedMeanwhileError as fault:
        return _page(request, model, text, choices, fault=fault, status=409)
    except RecordError as fault:
        return _page(request, model, text, choices, fault=fault, status=400)
    step = api.step_of(api.open_record(model.record), table)
    return to(
        f"/m/{model.id}/khai/{step.slug if step else ''}?da-dan={len(found.taken)}#{table}-ten"
    )


def _choices(form: Any) -> Choices:  # noqa: ANN401 - what starlette reads
    count = sum(name.startswith("column:") for name in form)
    twins = {
        int(name.removeprefix("twin:")): fate
        for name, fate in form.multi_items()
        if name.startswith("twin:") and name[5:].isdecimal() and fate in _FATES
    }
    head = str(form.get("head", ""))
    return api.paste_choices(
        tuple(str(form.get(f"column:{place}", "")) for place in range(1, count + 1)),
        rewrite_capitals="capitals" in form,
        fill_down="gaps" in form,
        serials="serials" in form,
        twins=twins,
        head=int(head) if head.isdecimal() else 0,
    )


def _page(
    request: Request,
    model: Model,
    text: str,
    choices: Choices,
    *,
    asked: bool = False,
    fault: RecordError | ChangedMeanwhileError | None = None,
    status: int = 200,
) -> Response:
    name = request.path_params["bang"]
    record = api.open_record(model.record)
    step = api.step_of(record, name)
    table = (
        next((one for one in api.tables_of(record, step) if one.name == name), None)
        if step
        else None
    )
    if step is None or table is None:
        raise HTTPException(404)
    found = None
    if text.strip():
        try:
            record, found = api.preview_paste(model.record, name, text, choices)
        except RecordError as wrong:
            fault, status = wrong, 400
    return page(
        request,
        "paste.html",
        status,
        model=model,
        record=record,
        step=step,
        table=table,
        word=api.row_word(record, name),
        text=text,
        found=found,
        choices=choices,
        asked=asked,
        problems=list(fault.problems) if fault else [],
    )


ROUTES = [
    Route("/m/{id}/khai/{bang}/dan", show, methods=["GET"]),
    Route("/m/{id}/khai/{bang}/dan", paste, methods=["POST"]),
]
