"""The public account: sums are those of its lines, and nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.papers.life.accounts import frame, sums
from docgen.record.schema.reports import PeriodReport
from docgen.record.taking import taken
from tests.golden.reading import paragraphs
from tests.samples import drafts, life_drafts

LINES = [{"what": "hộ dân ủng hộ", "received": 900}, {"what": "mua đèn", "paid": 400}]


def report(**told: Any) -> PeriodReport:
    """A report of 2026 that tells ``told``."""
    return taken(PeriodReport, {"period": "2026", **told})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"account": LINES, "opening": 100}, (900, 400, 600)),
        ({"account": LINES}, (900, 400, None)),
        ({"account": LINES, "income": 950}, (950, 400, None)),
        ({"income": 5, "spent": 3, "opening": 1}, (5, 3, 3)),
        ({}, (None, None, None)),
    ],
)
def test_sums_follow_from_the_lines(told: dict[str, Any], expected: tuple[int | None, ...]) -> None:
    """What is told comes first; a balance needs the one before."""
    assert tuple(sums(report(**told)).values()) == expected


def test_a_fund_below_nothing_has_no_words() -> None:
    """A balance under zero is doubted by the checks; the paper still prints."""
    assert frame(report(account=LINES, opening=0, income=0))["balance_words"] == ""


def test_the_account_is_a_paper_of_its_own_where_it_is_told() -> None:
    """Only the report that tells what was received and paid has a public account."""
    made = [one for one in life_drafts("vong-doi/tot-xa-2026") if "cong-khai" in one.due.file_stem]
    assert [one.due.part for one in made] == ["2026"]
    words = "\n".join(text for _, text in paragraphs(made[0].docx))
    assert "số dư cuối kỳ: 6.580.000 đồng (Bằng chữ: Sáu triệu năm trăm tám mươi" in words


def test_channels_stand_in_the_regulation_where_they_are_told() -> None:
    """Zalo group and hotline, as one more khoản; records without them have none."""
    told, silent = (
        next(one for one in drafts(name) if one.due.paper.id == "regulation")
        for name in ("phuong-2026-doi-xung-kich", "xa-2026-to-lien-gia")
    )
    assert any("Nhóm Zalo “Xung kích Đồng Vân”" in text for _, text in paragraphs(told.docx))
    assert not any("Kênh liên lạc" in text for _, text in paragraphs(silent.docx))
