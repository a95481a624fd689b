"""``reviews.yaml``: who surveys, who appraises ratings, and to whom reports go (III.2)."""

from typing import Literal

from docgen.tables.rows import Name, Row, Text


class Police(Row):
    """Phòng nghiệp vụ của Công an tỉnh."""

    name: Text
    abbreviation: Text


class Way(Row, kw_only=True):
    """Đường đi của báo cáo: to whom the survey goes and ``through`` whom, who appraises; open."""

    survey_to: Text
    through: str = ""
    appraiser: Literal["police", "district_committee"]
    sure: Literal["verified", "assumed"]


class Reviews(Row):
    """The ways by era of government, and that of units which the province manages."""

    police: dict[Name, Police]
    movement_office: Text
    appraisal_to: Text
    province: Way
    eras: dict[Name, Way]
