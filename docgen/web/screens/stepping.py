"""One step of a record as its page shows it: what is asked, what is wrong, where it goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException

from docgen import api
from docgen.errors import Severity, Words
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Problem
    from docgen.workflows.editing.asked import Asked, AskedField, AskedRow, AskedTable
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.progress import StepState
    from docgen.workflows.workroom import Model

ROWS = 50
"""Rows of a table on one page."""
_NEW_ROWS = 3


@dataclass
class StepPage:
    """A step of a record: what its template needs."""

    record: OpenRecord
    model: Model
    states: Sequence[StepState]
    here: StepState
    asked: Sequence[Asked]
    page: int
    query: Any
    more_rows: str

    @property
    def numbered(self) -> list[StepState]:
        """The steps that have a number: those before a model works."""
        return [one for one in self.states if not one.step.later]

    @property
    def number(self) -> int:
        """Which step it is, from 1; 0 for one of later life."""
        return self.numbered.index(self.here) + 1 if self.here in self.numbered else 0

    @property
    def onward(self) -> str:
        """Where the step leads when it is done."""
        base = f"/m/{self.model.id}/khai"
        if not self.number:
            return f"/m/{self.model.id}/doi-song"
        after = self.numbered[self.number :]
        return f"{base}/{after[0].step.slug}" if after else f"{base}/xem-lai"

    @property
    def errors(self) -> list[Problem]:
        """What is wrong in it."""
        return [one for one in self.here.problems if one.severity is Severity.ERROR]

    @property
    def remarks(self) -> list[Problem]:
        """What is worth a look."""
        return [one for one in self.here.problems if one.severity is not Severity.ERROR]

    @property
    def has_table(self) -> bool:
        """Whether a table with many columns is what it is about."""
        return any(len(one.columns) > 4 for one in self.asked if one.shape == "table")  # noqa: PLR2004

    @property
    def per_page(self) -> int:
        """Rows of a table on one page."""
        return ROWS

    @cached_property
    def opened(self) -> set[str]:
        """What stands open although no paper needs it: something is wrong there."""
        wrong = {one.place.field for one in self.here.problems}
        return _around(one for one in api.fields_in(self.asked) if one.draft or one.name in wrong)

    @cached_property
    def told_names(self) -> set[str]:
        """What the file tells, and the groups around it."""
        return _around(one for one in api.fields_in(self.asked) if one.told)

    def counted(self, table: AskedTable) -> Words:
        """How many rows a table has, and of which roles."""
        places = [place for place, one in enumerate(table.columns) if one.slot.name == "role"]
        if places:
            return api.people_counted([row.cells[places[0]].chosen for row in table.rows])
        count = len(table.rows)
        return Words(f"{count} dòng", f"{count} rows")

    def shown_rows(self, table: AskedTable) -> Sequence[AskedRow]:
        """The rows of a table on this page."""
        first = (self.page - 1) * ROWS
        return table.rows[first : first + ROWS]

    def pages(self, table: AskedTable) -> int:
        """How many pages a table has."""
        return max(1, -(-len(table.rows) // ROWS))

    def new_rows(self, table: AskedTable) -> list[AskedRow]:
        """Empty rows below the last one, to be typed into."""
        if self.page < self.pages(table):
            return []
        few = 1 if table.rows else _NEW_ROWS
        count = few + (_NEW_ROWS if self.more_rows == table.name else 0)
        return api.empty_rows(table, count)

    def wrong(self, name: str) -> list[Problem]:
        """What is wrong at a field; what is missing is told once a person went on without it."""
        told = [one for one in self.here.problems if one.place.field == name]
        if "loi" in self.query or name in self.record.drafts:
            return told
        return [one for one in told if one.severity is not Severity.ERROR or self._is_told(name)]

    def _is_told(self, name: str) -> bool:
        field = next((one for one in api.fields_in(self.asked) if one.name == name), None)
        return field is None or field.told

    def address(self, problem: Problem) -> str:
        """Where the field of a problem is; of a group or table, its first field."""
        name = problem.place.field
        names = [one.name for one in api.fields_in(self.asked)]
        tables = [one.name for one in api.tables_in(self.asked)]
        if name in names:
            return f"#{name}"
        inside = [one for one in names if one.startswith((f"{name}.", f"{name}["))]
        if inside:
            return f"#{inside[0]}"
        return f"#{name}-them" if name in tables else ""

    def shown(
        self, request: Request, refused: Iterable[Problem] = (), status: int = 200
    ) -> Response:
        """The page; ``refused`` is why nothing of it was saved."""
        entries = [(self.address(one), one) for one in refused]
        if "loi" in self.query:
            entries += [(self.address(one), one) for one in self.errors]
        return page(
            request,
            "step.html",
            status,
            model=self.model,
            it=self,
            entries=entries,
            asked=self.asked,
            undo=api.last_change(self.record),
            added=self.query.get("da-dan", ""),
            saved="da-luu" in self.query,
            undone="da-hoan-tac" in self.query,
            people=api.people_in(self.record),
        )


def _around(fields: Iterable[AskedField]) -> set[str]:
    """The names of ``fields`` and of all that stands around them."""
    return {name for one in fields for name in one.around}


def step_page(
    request: Request, model: Model, texts: Sequence[tuple[str, str]] | None = None
) -> StepPage:
    """The step of the address; with ``texts`` as a page sent them, where they were not saved.

    Raises:
        HTTPException: the record has no such step.
    """
    record = api.open_record(model.record)
    states = api.states_of(record, on=desk_of(request).today())
    wanted = request.path_params["buoc"]
    here = next((one for one in states if one.step.slug == wanted), None)
    if here is None:
        raise HTTPException(404)
    asked = api.asked_in(record, here.step)
    if texts:
        asked = api.asked_in(with_drafts(record, dict(texts)), here.step)
    query = request.query_params
    number = query.get("trang", "1")
    page = int(number) if number.isdecimal() and int(number) else 1
    return StepPage(record, model, states, here, asked, page, query, query.get("them", ""))


def with_drafts(record: OpenRecord, texts: dict[str, str]) -> OpenRecord:
    """The record as a page shows it again: with what was typed and not saved."""
    shown = replace(record)
    shown.__dict__["drafts"] = {**record.drafts, **texts}
    return shown
