"""Who surveys a model's rating and who appraises it, as issuers and addressees (III.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import routing
from docgen.law import issuers
from docgen.law.places import heading
from docgen.papers.bodies import offices
from docgen.papers.bodies.around import around
from docgen.papers.bodies.committees import committee_body
from docgen.papers.gaps import mark
from docgen.papers.phrases import phrase
from docgen.papers.rows import lines
from docgen.record.schema.assessments import Assessment
from docgen.record.schema.offices import Office, Signer
from docgen.record.sections import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.papers.bodies.body import Body
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord

SECTION = "assessments"


def surveyor(record: AnyRecord) -> Body:
    """Nơi khảo sát, đánh giá: as told; the unit's head; the commune's steering committee."""
    told = record.review.surveyor if record.review else None
    if told and told.name:
        return offices.office(told, "surveyor")
    bodies = around(record)
    return bodies.chief() if routing.seat(record).is_unit else bodies.committee()


def appraiser(record: AnyRecord, period: str) -> Body:
    """Nơi thẩm định: as told, or by the era and by who manages the unit."""
    told = record.review.appraiser if record.review else None
    if told and told.name:
        return offices.office(told, "appraiser")
    if routing.route(record, period).appraiser == "police":
        return _police(record)
    district = _district(record)
    return committee_body(issuers.committee_of(district), district, Signer())


def _police(record: AnyRecord) -> Body:
    found = routing.police(record)
    told = Office(
        name=found.name,
        superior=phrase("bodies.province_police", province=_province(record)),
        abbreviation=found.abbreviation,
        signer=Signer(title=phrase("bodies.province_police_head")),
    )
    return offices.office(told, "appraiser")


def _district(record: AnyRecord) -> str:
    return routing.seat(record).district or mark("district")


def _province(record: AnyRecord) -> str:
    return routing.seat(record).province or mark("province")


def addresses(sheet: Sheet) -> dict[str, list[str]]:
    """The ``{...}`` of the rows about ratings; nothing for papers about anything else."""
    record, period = sheet.record, sheet.part
    if sheet.paper.section != SECTION or not period:
        return {"survey_to": [], "appraisal_to": [], "surveyor": [], "spread_to": []}
    return {
        "survey_to": [survey_to(record, period)],
        "appraisal_to": [appraisal_to(record, period)],
        "surveyor": [surveyor(record).name],
        "spread_to": spread_to(record, period),
    }


def spread_to(record: AnyRecord, period: str) -> list[str]:
    """Where a notice makes the model known (III.3): as told, else the units below the notifier."""
    told = parts_of(record, SECTION)[period]
    assert isinstance(told, Assessment)  # noqa: S101 - the section holds nothing else
    return lines(told.spread_to) or around(record).spread_to()


def survey_to(record: AnyRecord, period: str) -> str:
    """Nơi nhận báo cáo khảo sát, with the body it goes through."""
    way = routing.route(record, period)
    to, through = _closed(record, way.survey_to), _closed(record, way.through)
    if not through or not routing.is_there(through, period):
        return to
    return phrase("bodies.through", to=to, through=through)


def appraisal_to(record: AnyRecord, period: str) -> str:
    """Nơi nhận báo cáo thẩm định, with the body it goes through."""
    return _closed(record, routing.route(record, period).appraisal_to)


def _closed(record: AnyRecord, text: str) -> str:
    district, province = _district(record), _province(record)
    return text.format(
        district=district,
        province=province,
        district_committee=issuers.committee_of(district),
        province_committee=issuers.committee_of(province),
        police=routing.police(record).name,
        movement_office=routing.movement_office().format(province=province),
    )


def _place_name(record: AnyRecord, period: str) -> str:
    """Địa danh of the appraiser: the district or the province."""
    own = routing.route(record, period).appraiser == "police"
    place = _province(record) if own else _district(record)
    return heading(place)


def _placed_appraiser(sheet: Sheet) -> Body:
    place = _place_name(sheet.record, sheet.part)
    return appraiser(sheet.record, sheet.part).changed(place=place)


BODIES: dict[str, Callable[[Sheet], Body]] = {
    "surveyor": lambda sheet: surveyor(sheet.record),
    "appraiser": _placed_appraiser,
}
