"""Who surveys and who appraises the ratings, and to whom the reports go (III.2), by the era."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.deadlines import SURVEY, last_day
from docgen.guidance.guidance import guidance
from docgen.law.eras import gone, government
from docgen.law.issuers import kind_of
from docgen.law.units import unit_terms
from docgen.record.turns import lead_of
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.guidance.schema.reviews import Police
    from docgen.record.schema.linked import AnyRecord


class Route(Value):
    """Đường đi của báo cáo trong một kỳ, with the ``{...}`` of ``reviews.yaml`` open."""

    survey_to: str
    through: str
    appraiser: str
    appraisal_to: str
    sure: str


class Seat(Value):
    """Nơi mô hình hoạt động: the unit it belongs to by its kind, and the places around it.

    ``is_unit``: whether its head surveys by himself, as that of an agency, enterprise or school.
    """

    kind: str
    is_unit: bool
    district: str
    province: str


def seat(record: AnyRecord) -> Seat:
    """The deciding unit of a self-managed model, the leading one of a linked model."""
    if record.kind == "linked":
        lead = lead_of(record)
        is_unit = unit_terms(lead.kind).surveys_itself
        return Seat(lead.kind, is_unit, lead.district, lead.province)
    issuer = record.issuer
    return Seat(issuer.kind, kind_of(record).surveys_itself, issuer.district, issuer.province)


def route(record: AnyRecord, period: str) -> Route:
    """The way of the reports on ``period``: by the era in which they are due, and by who manages.

    Only units whose heads survey by themselves are managed by the province.
    """
    era = government(last_day(SURVEY, period)).id
    managed = record.review is not None and record.review.managed_by_province
    reviews = guidance().reviews
    way = reviews.province if managed and seat(record).is_unit else reviews.eras[era]
    return Route(way.survey_to, way.through, way.appraiser, reviews.appraisal_to, way.sure)


def is_there(body: str, period: str) -> bool:
    """Whether a body still exists when the surveys on ``period`` are due."""
    return gone(body, last_day(SURVEY, period)) is None


def police(record: AnyRecord) -> Police:
    """The department of the province's police that sees to units of the record's kind."""
    rows = guidance().reviews.police
    return rows.get(seat(record).kind, rows["other"])


def movement_office() -> str:
    """Through whom the appraisal goes, with ``{province}`` open."""
    return guidance().reviews.movement_office
