"""Who surveys, who appraises and to whom the reports go, by era and by who manages the unit."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.papers.bodies import reviewers
from docgen.papers.sheet import Papers
from docgen.record.schema.assessments import Review
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken

COMMITTEE = "Ban Chỉ đạo phòng, chống tội phạm"


def own(kind: str, *, managed: bool = False, district: str = "") -> Record:
    """A record whose deciding unit is of ``kind``."""
    return taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {
                "kind": kind,
                "name": "xã Tân Mỹ" if kind == "commune" else "Đơn vị X",
                "commune": "" if kind == "commune" else "xã Tân Mỹ",
                "district": district,
                "province": "tỉnh Bắc Ninh",
            },
            "model": {"name": "Tổ"},
            "steering_committee": "Ban Chỉ đạo 138 xã Tân Mỹ",
            "review": {"managed_by_province": managed},
        },
    )


def place(record: Record, period: str) -> str:
    """Địa danh of the appraiser's report on ``period``."""
    return Papers(record, date(2026, 1, 1)).of("appraisal_report", period).body.place


@pytest.mark.parametrize("kind", ["commune", "agency", "enterprise", "school"])
def test_before_the_end_of_districts_the_district_appraises(kind: str) -> None:
    """III.2: to the district's committee, through the district's police."""
    record = own(kind, district="huyện Yên Lục")
    assert reviewers.survey_to(record, "2024-H1").endswith("(qua Công an huyện Yên Lục)")
    assert reviewers.appraiser(record, "2025-H1").name.endswith("huyện Yên Lục")
    assert place(record, "2025-H1") == "Yên Lục"


@pytest.mark.parametrize("kind", ["commune", "agency", "enterprise", "school"])
def test_since_then_reports_go_to_the_province(kind: str) -> None:
    """No district: to the province's committee through the province's police."""
    record = own(kind)
    assert reviewers.survey_to(record, "2025").startswith(COMMITTEE)
    assert reviewers.survey_to(record, "2025").endswith("(qua Công an tỉnh Bắc Ninh)")
    assert place(record, "2025") == "Bắc Ninh"


@pytest.mark.parametrize(
    ("kind", "office"),
    [
        ("agency", "Phòng An ninh chính trị nội bộ"),
        ("enterprise", "Phòng An ninh kinh tế"),
        ("school", "Phòng An ninh chính trị nội bộ"),
    ],
)
def test_units_of_the_province_report_to_its_police(kind: str, office: str) -> None:
    """III.2: to the department that sees to the unit, in either era."""
    record = own(kind, managed=True, district="huyện Yên Lục")
    for period in ("2024", "2026"):
        assert reviewers.survey_to(record, period) == f"{office}, Công an tỉnh Bắc Ninh"
        assert reviewers.appraiser(record, period).name == office
        assert reviewers.appraiser(record, period).superior == ("CÔNG AN", "TỈNH BẮC NINH")


def test_no_commune_is_managed_by_the_province() -> None:
    """The choice is for agencies, enterprises and schools."""
    record = own("commune", managed=True, district="huyện Yên Lục")
    assert "huyện Yên Lục" in reviewers.survey_to(record, "2024")


def test_appraisals_go_to_the_committee_of_the_province() -> None:
    """III.2: through the department that builds the movement."""
    told = reviewers.appraisal_to(own("school"), "2026")
    assert "tỉnh Bắc Ninh (qua Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc" in told


def test_a_commune_surveys_by_its_committee_and_a_unit_by_its_head() -> None:
    """III.2 names the committee of the commune, and agencies, enterprises, schools."""
    assert reviewers.surveyor(own("commune")).name == "Ban Chỉ đạo 138 xã Tân Mỹ"
    assert reviewers.surveyor(own("school")).name == "Đơn vị X"


@pytest.mark.parametrize(("kind", "is_unit"), [("school", True), ("commune", False)])
def test_a_linked_model_is_surveyed_where_its_lead_is(kind: str, *, is_unit: bool) -> None:
    """By the lead itself, or by the committee of the commune around it."""
    record = taken(
        LinkedRecord,
        {
            "kind": "linked",
            "model": {"name": "Cụm"},
            "units": [
                {"name": "phường A", "kind": kind, "commune": "phường B", "lead": True},
                {"name": "Trường C", "kind": "school"},
            ],
        },
    )
    name = reviewers.surveyor(record).name
    assert (name == "phường A") is is_unit
    assert name.startswith("Ban Chỉ đạo") is not is_unit


def test_offices_that_the_record_names_take_their_place() -> None:
    """A province may have ordered it otherwise: what is told counts."""
    told = taken(
        Review, {"surveyor": {"name": "Tổ khảo sát"}, "appraiser": {"name": "Đoàn thẩm định"}}
    )
    record = own("school").changed(review=told)
    assert reviewers.surveyor(record).name == "Tổ khảo sát"
    assert reviewers.appraiser(record, "2026").name == "Đoàn thẩm định"


def test_unknown_places_are_marked() -> None:
    """Without a district or province nobody can send the report."""
    record = own("school").changed(issuer=own("school").issuer.changed(province=""))
    assert "[Cần bổ sung: tỉnh, thành phố]" in reviewers.survey_to(record, "2026")
