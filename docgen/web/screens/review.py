"""Xem lại bản khai: every answer by step, what will print blank, before anything is drafted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Route

from docgen import api
from docgen.errors import Severity
from docgen.web.models import the_model
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Problem, Words
    from docgen.workflows.editing.asked import Asked
    from docgen.workflows.editing.progress import StepState


class Answer(NamedTuple):
    """Một câu trả lời: its label with those around it, what it says, what prints without it."""

    name: str
    labels: tuple[Words, ...]
    text: str
    source: Words
    blank: str
    lines: tuple[str, ...] = ()


def show(request: Request) -> Response:
    """``/m/{id}/khai/xem-lai``."""
    model = the_model(request)
    record = api.open_record(model.record)
    states = api.states_of(record, on=desk_of(request).today())
    steps = [one for one in states if not one.step.later]
    answers = {one.step.slug: list(_answers(api.asked_in(record, one.step), ())) for one in steps}
    problems = [(_address(model.id, one, found), found) for one, found in _found(states)]
    return page(
        request,
        "review.html",
        model=model,
        record=record,
        steps=steps,
        answers=answers,
        errors=[pair for pair in problems if pair[1].severity is Severity.ERROR],
        remarks=[pair for pair in problems if pair[1].severity is not Severity.ERROR],
        undo=api.last_change(record),
        undone="da-hoan-tac" in request.query_params,
    )


def _found(states: Sequence[StepState]) -> Iterator[tuple[StepState, Problem]]:
    for one in states:
        yield from ((one, problem) for problem in one.problems)


def _address(model: str, state: StepState, found: Problem) -> str:
    name = found.place.field
    return f"/m/{model}/khai/{state.step.slug}?loi=1#{name}"


def _answers(asked: Sequence[Asked], around: tuple[Words, ...]) -> Iterator[Answer]:
    """What is told, and what papers want and is not; the rest is passed over."""
    for one in asked:
        if one.shape == "field":
            if one.said or one.blank.value != "none":
                labels = (*around, one.label)
                yield Answer(one.name, labels, one.said, one.source, one.blank.value)
        elif one.shape == "group":
            yield from _answers(one.asked, (*around, one.label))
        elif one.rows or one.slot.about.blank.value != "none":
            lines = tuple(
                ", ".join(cell.said for cell in row.cells if cell.said) for row in one.rows
            )
            blank = one.slot.about.blank.value
            name = one.rows[0].cells[0].name if one.rows else f"{one.name}-them"
            yield Answer(name, (*around, one.label), "", one.label, blank, lines)


ROUTES = [Route("/m/{id}/khai/xem-lai", show)]
