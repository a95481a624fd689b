"""What the notice says that makes a model known and spreads it (III.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers import citations
from docgen.papers.bodies import reviewers
from docgen.papers.bodies.around import around
from docgen.papers.gaps import mark
from docgen.papers.phrases import names
from docgen.papers.rows import lines
from docgen.record.schema.assessments import Assessment
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.dates import short_day
from docgen.text.normal import paragraphs

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.assessments import Honour
    from docgen.record.schema.linked import AnyRecord


def frame(sheet: Sheet) -> Frame:
    """``notice.*`` of a template: final strings; a mark where what is to be learnt is not told."""
    told = parts_of(sheet.record, "assessments")[sheet.part]
    assert isinstance(told, Assessment)  # noqa: S101 - the section holds nothing else
    bodies = around(sheet.record)
    notifier = bodies.notifier()
    return {
        "notice": {
            "issuer": notifier.name,
            # To whom the results are reported: the committee, or the unit's head.
            "reader": notifier.name if notifier.is_committee else notifier.leader,
            "founding": _founding(sheet),
            "period": periods.phrase(told.period),
            "achievements": _achievements(told, sheet.record),
            "awards": [_award(honour) for honour in told.honours],
            "practices": lines(told.practices) or [mark("practices")],
            "spread_to": reviewers.spread_to(sheet.record, sheet.part),
        }
    }


def _founding(sheet: Sheet) -> str:
    """The founding decision of a self-managed model; its year stays open when not told."""
    paper_id = names("notices.founding")[sheet.record.kind]
    return citations.cite(sheet.papers.of(paper_id), earlier=True).full if paper_id else ""


def _achievements(told: Assessment, record: AnyRecord) -> list[str]:
    """The results of the report on the same period; else the remarks of who assessed it.

    Remarks may blame too: they stand in only where there is nothing else.
    """
    report = parts_of(record, "reports").get(told.period)
    results = lines(list(getattr(report, "results", [])))
    found = [f"{line}." for line in results] or paragraphs(told.remarks)
    return found or [mark("successes")]


def _award(honour: Honour) -> Frame:
    """Who was honoured by whom, how, and by which decision."""
    return {
        "to": honour.to,
        "issuer": honour.issuer or mark("honouring_body"),
        "given": names("notices.forms")[honour.form],
        "number": honour.number,
        "day": short_day(honour.day) if honour.day else "",
    }
