"""The paper to be: one paper of one record on one day; what that determines is worked out once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from docgen.guidance.papers import Due, paper
from docgen.law.place_records import names_begun, on_day
from docgen.law.units import told_apart
from docgen.papers import citations
from docgen.papers.bodies import roles
from docgen.papers.bodies.once import once
from docgen.papers.numbers import issued
from docgen.record.history import epoch
from docgen.record.schema.shape import walk
from docgen.text.names import same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from docgen.guidance.schema.papers import Paper
    from docgen.papers.bodies.body import Body
    from docgen.record.history import Epoch
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import Issued


class Papers(Value, dict=True):
    """Các văn bản của một mô hình: every paper of one record, as drafted on one day.

    Attributes:
        record: What is told of the model.
        drafted: The day of drafting.
        first: The place of the member unit that comes first in the lists of a linked model.
        planned: What was told when the plan of the year was issued; nothing while it is a draft.
    """

    record: AnyRecord
    drafted: date
    first: int = 0
    planned: AnyRecord | None = None

    @cached_property
    def _made(self) -> dict[Due, Sheet]:
        return {}

    @cached_property
    def _then(self) -> dict[tuple[Epoch, int], AnyRecord]:
        return {}

    @cached_property
    def _at(self) -> dict[date, Papers]:
        return {}

    def then(self, day: date) -> AnyRecord:
        """The record as it was on ``day``, by the names of that day.

        Member units that share a name are told apart.
        """
        found = epoch(self.record, day), names_begun(day)
        if found not in self._then:
            record = on_day(self.record, day)
            self._then[found] = told_apart(record) if record.kind == "linked" else record
        return self._then[found]

    def at(self, day: date) -> Papers:
        """The papers as if they were drafted on ``day``, of the record as it was then."""
        if day not in self._at:
            self._at[day] = self._alike(Papers(self.then(day), day, self.first, self.planned))
        return self._at[day]

    def led_by(self, first: int) -> Papers:
        """The same papers, with the member unit at the place ``first`` first in their lists."""
        return self._alike(self.changed(first=first))

    def _alike(self, papers: Papers) -> Papers:
        """``papers`` of the same model, which was on each day what it was for these."""
        vars(papers)["_then"] = self._then
        return papers

    @cached_property
    def year(self) -> str:
        """The year that the plan of the model is for."""
        return str(self.record.year_plan.year or self.of("year_plan").day.year)

    @property
    def ranks(self) -> Mapping[str, str]:
        """The rank of everyone whom the record tells as a signer with one, by name."""
        return _ranks(self.record)

    @property
    def as_planned(self) -> Papers:
        """The papers of the record from which the plan of the year was issued."""
        return Papers(self.planned or self.record, self.drafted, self.first)

    def sheet(self, due: Due) -> Sheet:
        """The paper ``due``; the same sheet whenever it is asked for."""
        return self._made.setdefault(due, Sheet(self, due))

    def of(self, paper_id: str, part: str = "", copy: int | None = None) -> Sheet:
        """The paper named ``paper_id``; ``KeyError`` when the guidance has none."""
        return self.sheet(Due(paper(paper_id, self.record.kind), copy, part=part))


@once
def _ranks(record: AnyRecord) -> Mapping[str, str]:
    told = {path: value for path, _, value in walk(record)}
    return {
        same_name_key(told[*path[:-1], "name"]): rank
        for path, rank in told.items()
        if path[-1] == "rank" and rank
    }


class Sheet(Value, dict=True):
    """Một văn bản sẽ lập: what every part of the paper asks for.

    Attributes:
        papers: The papers among which it stands.
        due: Which paper it is, for whom the copy is, about which part of the record.
        told: Number and day, where it is not the record that tells them.
    """

    papers: Papers
    due: Due
    told: Issued | None = None

    @cached_property
    def record(self) -> AnyRecord:
        """What is told of the model, as it was on the paper's own day."""
        return self.papers.then(self.day)

    @property
    def paper(self) -> Paper:
        """The row of the paper."""
        return self.due.paper

    @property
    def part(self) -> str:
        """The part of the record that it is about: ``2026-H1``, ``01``; ``""`` for the model."""
        return self.due.part

    @cached_property
    def issued(self) -> Issued:
        """Number and day that the văn thư gave to the paper."""
        return self.told or issued(self.papers.record, self.due)

    @property
    def day(self) -> date:
        """The day by which law, era and form are chosen: the paper's own, or that of drafting."""
        return self.issued.day or self.papers.drafted

    @cached_property
    def body(self) -> Body:
        """Who issues the paper; a model is headed by whom it has on the paper's day."""
        return roles.body(self)

    @cached_property
    def number(self) -> str:
        """``05/QĐ-UBND``; blank until it is given, empty for a body that keeps no register."""
        return citations.number(self)

    @cached_property
    def summary(self) -> str:
        """Trích yếu."""
        return citations.summary(self)

    @cached_property
    def addresses(self) -> Mapping[str, list[str]]:
        """The ``{...}`` that the paper's row may hold, each with the addresses it stands for."""
        return roles.addresses(self)

    @property
    def of_party(self) -> bool:
        """Whether the paper follows the Party's rules."""
        return self.paper.issuer == "party"

    def beside(self, paper_id: str) -> Sheet:
        """Another paper about the same part of the record."""
        return self.papers.of(paper_id, self.part)
