"""What the notice says that makes a model known and spreads it (III.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import issuers
from docgen.papers import citations
from docgen.papers.bodies import deciders
from docgen.papers.gaps import mark
from docgen.papers.rows import lines
from docgen.record.schema.assessments import Assessment
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.dates import slashed
from docgen.text.names import first_upper
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
    return {
        "notice": {
            "issuer": deciders.notifier(sheet.record).name,
            "reader": _reader(sheet.record),
            "founding": _founding(sheet),
            "period": periods.phrase(told.period),
            "achievements": _achievements(told, sheet.record),
            "honours": [_honour(one) for one in told.honours],
            "practices": lines(told.practices) or [mark("cách làm hay, kinh nghiệm")],
            "spread_to": lines(told.spread_to) or _usual_places(sheet.record),
        }
    }


def _reader(record: AnyRecord) -> str:
    """To whom the results are reported: the committee, or the unit's head."""
    body = deciders.notifier(record)
    by_committee = record.kind == "linked" or not issuers.kind_of(record).surveys_itself
    return body.name if by_committee else body.leader


def _founding(sheet: Sheet) -> str:
    """The founding decision of a self-managed model; its year stays open when not told."""
    record = sheet.record
    if record.kind == "linked":
        return ""
    return citations.cite(sheet.papers.of("decision"), earlier=True).full


def _achievements(told: Assessment, record: AnyRecord) -> list[str]:
    """The results of the report on the same period; else the remarks of who assessed it.

    Remarks may blame too: they stand in only where there is nothing else.
    """
    report = parts_of(record, "reports").get(told.period)
    results = lines(list(getattr(report, "results", [])))
    found = [f"{line}." for line in results] or paragraphs(told.remarks)
    return found or [mark("kết quả, thành tích của mô hình")]


def _honour(one: Honour) -> str:
    """``Mô hình được Chủ tịch … tặng Giấy khen (Quyết định số … ngày …)``."""
    forms = {"certificate": "tặng Giấy khen", "merit": "tặng Bằng khen"}
    decision = f"Quyết định số {one.number}" if one.number else ""
    day = f"ngày {slashed(one.day)}" if one.day else ""
    source = " ".join(part for part in (decision, day) if part)
    done = f"{one.to or 'Mô hình'} được {one.issuer or mark('nơi khen thưởng')}"
    shown = f"{done} {forms.get(one.form, 'khen thưởng')}"
    return f"{shown} ({source})" if source else shown


def _usual_places(record: AnyRecord) -> list[str]:
    """Where nobody tells it: the units below the one that gives the notice."""
    if record.kind == "linked":
        return ["Các cơ quan, doanh nghiệp, nhà trường, khu dân cư trên địa bàn"]
    return [first_upper(issuers.terms(record).units)]
