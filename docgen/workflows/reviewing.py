"""The reports over the models of many records: by who surveys, by who appraises (III.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import ratings, routing
from docgen.papers.bodies import reviewers as bodies
from docgen.values import Value
from docgen.workflows import rating_papers
from docgen.workflows.rating import Rated
from docgen.workflows.rating_papers import APPRAISAL, SURVEY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.papers.life.reviews import Surveyed
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.desk import Tell
    from docgen.workflows.rating_papers import Wish

PAPERS = (SURVEY, APPRAISAL)
"""The report of who surveys, and that of who appraises what they report."""


class Reviewers(Value):
    """Ai khảo sát, ai thẩm định một mô hình trong một kỳ; of one place may be several of a name."""

    period: str
    province: str
    surveyor: str
    survey_to: str
    appraiser: str

    def of(self, paper: str) -> tuple[str, ...]:
        """What the models of one report of that name have in common; whose report it is last."""
        if paper == SURVEY:
            return self.period, self.province, self.survey_to, self.surveyor
        return self.period, self.province, self.appraiser


def reviewers(record: AnyRecord, period: str) -> Reviewers:
    """Who surveys and who appraises the model of ``record`` on ``period``."""
    return Reviewers(
        period,
        routing.seat(record).province,
        bodies.surveyor(record).name,
        bodies.survey_to(record, period),
        bodies.appraiser(record, period).name,
    )


def review(
    paper: str,
    first: Loaded,
    period: str,
    every: Sequence[Surveyed],
    drafted: date,
    wish: Wish,
    tell: Tell,
) -> list[str]:
    """Draft the report ``paper`` over ``every`` model in the frame of ``first``, and keep it.

    Returns:
        The paths in the folder.

    Raises:
        DocgenError: as :func:`docgen.workflows.rating_papers.papers`.
    """
    rated = Rated(first, ratings.rate(first.record, period), None)
    return rating_papers.report(paper, rated, every, drafted, wish, tell)
