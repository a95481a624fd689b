"""Party papers: laid out by the Party's rules of their day, signed for the body that speaks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.guidance.papers import Due, paper
from docgen.lint.holding import hold
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.record.schema.own import Record
from docgen.word.filling.templates import TemplateFolder
from tests.golden.reading import paragraphs
from tests.samples import drafter

SAMPLE = "xa-2026-to-lien-gia"
BEFORE, SINCE = date(2026, 5, 26), date(2026, 5, 27)


def resolution(day: date, **told: Any) -> bytes:
    """The sample's resolution of ``day``, with ``told`` of the Party body."""
    known = drafter(SAMPLE).papers.record
    assert isinstance(known, Record)
    dated = known.papers.changed(resolution=known.papers.resolution.changed(day=day))
    party = known.party.changed(**told)
    papers = Papers(known.changed(papers=dated, party=party), day)
    return Drafter(papers, TemplateFolder()).draft(Due(paper("resolution", "self_managed"))).docx


def texts(docx: bytes, style: str) -> list[str]:
    """What stands in a style."""
    return [text for found, text in paragraphs(docx) if found == style]


@pytest.mark.parametrize(
    ("day", "regime", "base_end", "recipient_end"),
    [(BEFORE, "hd36", ",", ","), (SINCE, "hd05", ".", ";")],
)
def test_marks_follow_the_rules_of_the_paper_s_day(
    day: date, regime: str, base_end: str, recipient_end: str
) -> None:
    """The last basis and the recipients end as the Party's rules of the day want it."""
    docx = resolution(day)
    (held,) = hold(docx, "nghi-quyet", day).papers
    assert (held.regime, held.findings) == (regime, [])
    assert texts(docx, "Basis")[-1].endswith(base_end)
    assert all(one.endswith(recipient_end) for one in texts(docx, "Recipients")[:-1])
    assert texts(docx, "Recipients")[-1].endswith(".")


@pytest.mark.parametrize(
    ("standing", "speaks"), [(True, "Ban Thường vụ"), (False, "Đảng ủy")], ids=["bureau", "whole"]
)
def test_who_speaks_is_who_signs(*, standing: bool, speaks: str) -> None:
    """A resolution of the standing bureau is signed for it, and the text speaks for it."""
    docx = resolution(SINCE, standing=standing)
    assert texts(docx, "SignLine") == [f"T/M {speaks.upper()}"]
    body = [text for text in texts(docx, "Body") if "ban hành Nghị quyết" in text]
    assert body[0].startswith(f"{speaks} ")
    assert any(text.startswith(f"5- {speaks} ") for text in texts(docx, "Body"))
