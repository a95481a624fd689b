"""Where the money comes from is said in the same words by every paper that says it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from docgen.guidance import catalogue
from docgen.guidance.papers import Due, paper
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from docgen.text.names import lower_first
from docgen.word.filling.templates import TemplateFolder
from tests.golden.reading import paragraphs
from tests.samples import ROOT, SAMPLES, drafter

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord

TELLING = {
    "self_managed": ("proposal", "plan", "regulation", "year_plan"),
    "linked": ("regulation", "year_plan"),
}
"""The papers that list the sources; all others point to them."""
OF_THE_COMMITTEE = {"lk-quyet-dinh-bcd", "lk-to-trinh-bcd"}
"""The committee has funds of its own: those of the offices whose people it has."""
_ITEM = re.compile(r"^(?:\d{1,2}\. |[-+] )?(.*?)[.;]?$")


def told_by(record: AnyRecord, paper_id: str, day: date) -> set[str]:
    """Every line of a paper as an item of a list: without number, dash or end mark."""
    made = Drafter(Papers(record, day), TemplateFolder()).draft(Due(paper(paper_id, record.kind)))
    items = (_ITEM.match(text) for _, text in paragraphs(made.docx))
    return {lower_first(found[1]) for found in items if found}


def sources(record: AnyRecord, day: date) -> set[str]:
    """The sources that the regulation lists."""
    made = Drafter(Papers(record, day), TemplateFolder()).draft(
        Due(paper("regulation", record.kind))
    )
    texts = [text for _, text in paragraphs(made.docx)]
    first = next(i for i, text in enumerate(texts) if text.startswith("Điều 19."))
    last = next(i for i, text in enumerate(texts) if text.startswith("Điều 20."))
    found = (_ITEM.match(text) for text in texts[first + 1 : last])
    return {lower_first(one[1]) for one in found if one}


def least(kind: str, slug: str) -> AnyRecord:
    """A record that tells little more than which model of the catalogue it is."""
    model: dict[str, Any] = {"name": "Mô hình thử", "catalogue": slug}
    if kind == "linked":
        units = [
            {"name": "xã An", "kind": "commune", "turn": 1},
            {"name": "Trường Bình", "kind": "school", "turn": 2},
        ]
        return taken(LinkedRecord, {"kind": kind, "model": model, "units": units})
    issuer = {"kind": "commune", "name": "xã An"}
    return taken(Record, {"kind": kind, "issuer": issuer, "model": model})


ENTRIES = [
    pytest.param(kind, one.slug, id=f"{kind}/{one.slug}")
    for kind in (catalogue.OWN, catalogue.LINKED)
    for one in catalogue.listing(kind)
]


@pytest.mark.parametrize(("kind", "slug"), ENTRIES)
def test_every_model_of_the_catalogue_says_its_funding_alike(kind: str, slug: str) -> None:
    """Proposal, plan, regulation and plan of the year list the same sources."""
    record, day = least(kind, slug), date(2026, 10, 1)
    wanted = sources(record, day)
    assert wanted
    for paper_id in TELLING[kind]:
        assert wanted <= told_by(record, paper_id, day), paper_id


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_says_its_funding_alike(sample: str) -> None:
    """What a record tells of its sources stands in each of those papers."""
    papers = drafter(sample).papers
    wanted = sources(papers.record, papers.drafted)
    for paper_id in TELLING[papers.record.kind]:
        assert wanted <= told_by(papers.record, paper_id, papers.drafted), paper_id


def test_no_other_template_names_sources_of_its_own() -> None:
    """Decision, submission, minutes and plans of a day point to the list instead."""
    told = re.compile(r"nguồn vận động|đóng góp tự nguyện|tự nguyện đóng góp|nguồn hợp pháp khác")
    found = [
        path.stem
        for path in sorted((ROOT / "templates").glob("*.md"))
        if told.search(path.read_text("utf-8"))
    ]
    assert set(found) <= OF_THE_COMMITTEE
