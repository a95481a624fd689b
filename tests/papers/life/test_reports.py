"""Reports of a period: figures compared only where the past is known, the right unit reporting."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.guidance.papers import REPORT, due, paper
from docgen.papers.letterhead import frame
from docgen.papers.life.reports import LINE, change, figures, percent
from docgen.papers.life.reports import frame as report_frame
from docgen.papers.sheet import Papers
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.reports import PeriodReport
from docgen.record.taking import taken
from tests.golden.reading import outline
from tests.samples import LIFE, drafter, life_drafts

TODAY = date(2026, 11, 5)
OWN = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
    "model": {"name": "Tổ tuần tra nhân dân"},
    "members": [{"name": "Lê An", "role": "head"}, {"name": "Trần Bình"}],
}


def record(*reports: dict[str, Any], **more: Any) -> Record:
    """A self-managed model with the reports."""
    return taken(Record, {**OWN, **more, "reports": list(reports)})


def shown(told: Record | LinkedRecord, period: str) -> dict[str, Any]:
    """``report.*`` of the report on ``period``."""
    one = paper("period_report", told.kind)
    shown: dict[str, Any] = report_frame(Papers(told, TODAY).of(one.id, period))["report"]  # type: ignore[assignment]
    return shown


@pytest.mark.parametrize(
    ("before", "now", "by", "share"),
    [
        (9, 12, "+3", "+33,3"),
        (12, 9, "-3", "-25"),
        (5, 5, "0", "0"),
        (0, 4, "+4", "-"),
        (0, 0, "0", "0"),
        (3, 0, "-3", "-100"),
        (1200, 2400, "+1.200", "+100"),
        (1, 20, "+19", "+1.900"),
    ],
)
def test_changes_are_written_as_offices_write_them(
    before: int, now: int, by: str, share: str
) -> None:
    """Signs before the number, a comma before the tenths; nothing has no per cent."""
    assert (change(before, now), percent(before, now)) == (by, share)


def test_figures_are_compared_with_what_was_reported_a_year_before() -> None:
    """By name and unit, whatever the letter case; a value told for the past comes first."""
    past = {"period": "2025-H1", "figures": [
        {"name": "Tin báo", "unit": "tin", "value": 9}, {"name": "Buổi", "value": 4},
    ]}  # fmt: skip
    now = {"period": "2026-H1", "figures": [
        {"name": "tin BÁO", "unit": "tin", "value": 12},
        {"name": "Buổi", "unit": "buổi", "value": 6},
        {"name": "Vụ", "value": 1, "before": 2},
        {"name": "Mới"},
    ]}  # fmt: skip
    told = record(past, now)
    found = figures(told, told.reports[1])
    rows: Any = found["figures"]
    assert found["compared"] is True
    assert [row["before"] for row in rows] == ["9", "", "2", ""]
    assert [row["change"] for row in rows] == ["+3", "", "-1", ""]
    assert "…" in rows[3]["value"]


def test_without_a_past_there_is_nothing_to_compare() -> None:
    """Six months are no past of a year, nor is the year before last."""
    now = {"period": "2026", "figures": [{"name": "Tin báo", "value": 12}]}
    others = [
        {"period": period, "figures": [{"name": "Tin báo", "value": 9}]}
        for period in ("2024", "2025-H1", "2026-H1")
    ]
    told = record(*others, now)
    assert figures(told, told.reports[3])["compared"] is False


def test_what_is_not_told_is_left_to_be_written() -> None:
    """Lists become lines for pen and ink; the situation and results are marked as missing."""
    report = shown(record({"period": "2026"}), "2026")
    assert report["weaknesses"] == report["proposals"] == [LINE]
    assert report["situation"] == ["[Cần bổ sung: tình hình an ninh, trật tự trong kỳ]"]
    assert report["results"] == ["[Cần bổ sung: kết quả thực hiện nhiệm vụ]"]


def test_six_months_look_at_the_first_half_of_the_plan() -> None:
    """Done: what falls in the first half; ahead: the second; what goes on all year is in both."""
    works = [
        {"when": when, "what": when}
        for when in ("Tháng 3", "Quý II", "Tháng 5 - 8", "Tháng 9/2026", "Hằng tháng")
    ]
    plan = {"year": 2026, "activities": works}
    report = shown(record({"period": "2026-H1"}, year_plan=plan), "2026-H1")
    assert [one["when"] for one in report["done"]] == [
        "Tháng 3", "Quý II", "Tháng 5 - 8", "Hằng tháng",
    ]  # fmt: skip
    assert [one["when"] for one in report["ahead"]] == [
        "Tháng 5 - 8", "Tháng 9/2026", "Hằng tháng",
    ]  # fmt: skip
    year = shown(record({"period": "2026"}, year_plan=plan), "2026")
    assert len(year["done"]) == 5
    assert year["ahead"] == []


def test_the_plan_of_another_year_is_not_held_against_the_report() -> None:
    """After the record was carried into a new year, its plan is not that of the report."""
    report = shown(record({"period": "2025"}, year_plan={"year": 2026}), "2025")
    assert report["planned"] is False
    assert report["done"] == []


def test_the_head_of_the_day_signs() -> None:
    """After a decided change the new head reports; before it, the one who was head."""
    change = {
        "members": [{"name": "Trần Bình", "role": "head"}],
        "decision": {"number": 9, "day": "01/8/2026"},
    }
    early = {"number": 1, "day": "01/6/2026"}
    told = record(
        {"period": "2026-H1", "issued": early}, {"period": "2026"}, reorganizations=[change]
    )
    one = paper("period_report")
    names = [
        frame(Papers(told, TODAY).of(one.id, part))["sign"]["name"]  # type: ignore[index]
        for part in ("2026-H1", "2026")
    ]
    assert names == ["Lê An", "Trần Bình"]
    assert shown(told, "2026")["count"] == "01"
    assert len(shown(told, "2026")["reorganized"]) == 1
    assert shown(told, "2026-H1")["reorganized"] == []


def test_a_linked_model_is_reported_on_by_its_chair() -> None:
    """II.2.3: the unit in the chair writes to the other units and the security bodies."""
    told = taken(LinkedRecord,
        {
            "kind": "linked",
            "model": {"name": "Cụm An ninh liên hoàn"},
            "units": [
                {"name": "xã Tân Mỹ", "kind": "commune", "lead": True, "turn": 1,
                 "term": "từ 01/2026 đến 6/2026"},
                {"name": "Trường A", "kind": "school", "turn": 2, "term": "từ 7/2026 đến 12/2026",
                 "place": "Bình An"},
            ],
            "reports": [{"period": "2026-H1"}, {"period": "2026"}],
        }
    )  # fmt: skip
    first, second, handover = (Papers(told, TODAY).sheet(one) for one in due(told, REPORT))
    assert (handover.paper.id, handover.due.part) == ("handover_minutes", "2026-H1")
    assert first.body.name == "Ủy ban nhân dân xã Tân Mỹ"
    assert second.body.name == "Trường A"
    shown_second: Any = frame(second)
    assert shown_second["to"][0] == "Ủy ban nhân dân xã Tân Mỹ"
    assert "Trường A" not in shown_second["to"]
    assert shown_second["header"]["place_date"].startswith("Bình An, ")
    assert str(frame(first)["summary"]).startswith("Sơ kết hoạt động")
    assert str(shown_second["summary"]).endswith("năm 2026")


@pytest.mark.parametrize("sample", LIFE)
def test_every_report_has_the_parts_that_are_customary(sample: str) -> None:
    """Situation, results, assessment, what comes next, proposals: in that order."""
    heads = ("TÌNH HÌNH", "KẾT QUẢ", "ĐÁNH GIÁ", "PHƯƠNG HƯỚNG", "ĐỀ XUẤT")
    for draft in life_drafts(sample):
        if draft.due.paper.id != "period_report":
            continue
        words = outline(draft.docx)
        places = [words.index(f". {head}") for head in heads]
        assert places == sorted(places)
        for part in ("Ưu điểm", "Hạn chế", "Nguyên nhân", "Bài học kinh nghiệm"):
            assert part in words


def test_every_sample_reports_on_a_period() -> None:
    """Both kinds, half a year and a year, with and without a past."""
    told = [one for sample in LIFE for one in drafter(sample).record.reports]
    assert all(isinstance(one, PeriodReport) for one in told)
    assert {one.period for one in told} >= {"2026-H1", "2026", "2025"}
