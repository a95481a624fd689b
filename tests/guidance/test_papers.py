"""What the guidance wants of a self-managed model, held against its own text (II.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.guidance.papers import AMEND, DISSOLVE, Due, due, items, paper, papers
from docgen.papers.vocabulary import vocabulary
from docgen.record.schema.own import Papers, Record
from docgen.record.taking import taken
from tests.samples import ROOT

if TYPE_CHECKING:
    from docgen.guidance.schema.papers import Paper

ESTABLISHMENT = {1, 2, 3, 4, 5, 6, 8}


def record(**told: object) -> Record:
    """A record with its required fields and what the test is about."""
    return taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
            "model": {"name": "Tổ tuần tra nhân dân"},
            **told,
        },
    )


def test_the_dossier_list_has_the_ten_items_of_the_guidance_in_its_order() -> None:
    """II.1.4 lists ten items, from the Party resolution to the reorganisation decision."""
    listed = [item.number for item in items() if item.due != DISSOLVE]
    assert listed == list(range(1, 11))
    assert items()[0].title == "Nghị quyết của cấp ủy"
    assert items()[9].title.startswith("Quyết định kiện toàn")


def test_only_two_items_are_needed_only_if_they_arise() -> None:
    """II.1.4 says “nếu có” of the pilot plan and of the reorganisation decision alone."""
    listed = [item for item in items() if item.due != DISSOLVE]
    assert {item.number for item in listed if item.needed == "if_any"} == {7, 10}


def test_every_mandatory_item_of_the_establishment_gets_a_paper() -> None:
    """A record without extras yields papers for each item that is due at establishment."""
    assert {one.paper.item for one in due(record()) if one.paper.item} == ESTABLISHMENT


def test_the_pilot_plan_comes_only_with_a_pilot() -> None:
    """Item 7 is made when the record says that the model is a pilot."""
    made = {one.paper.item for one in due(record(pilot={}))}
    assert made - {None} == ESTABLISHMENT | {7}


def test_consent_noted_on_the_report_needs_no_letter() -> None:
    """The decider may consent on the report itself (II.1.1.1); then no letter is made."""
    ids = {one.paper.id for one in due(record(consent="note"))}
    assert "consent" not in ids
    assert "consent" in {one.paper.id for one in due(record())}


def test_every_guest_gets_an_invitation_of_his_own() -> None:
    """One invitation for each guest, numbered in the file name without the guest's name."""
    guests = [{"name": "Lê Văn Cường"}, {"name": "Trần Thị Dung"}]
    stems = [one.file_stem for one in due(record(launch={"guests": guests}))]
    assert [stem for stem in stems if "giay-moi" in stem] == ["06-giay-moi-01", "06-giay-moi-02"]


def test_without_guests_one_open_invitation_is_made() -> None:
    """The conference needs an invitation (II.1.4 (6)); it is made with an open name."""
    assert [one.file_stem for one in due(record())].count("06-giay-moi-01") == 1


def test_papers_outside_the_list_go_to_their_own_folder() -> None:
    """Process papers (II.1.1.4) are in no item and stand under ``phu/``."""
    outside = [one.file_stem for one in due(record()) if one.paper.item is None]
    assert outside
    assert all(stem.startswith("phu/") for stem in outside)


def test_papers_follow_the_order_of_the_list() -> None:
    """The package is made in the order of II.1.4."""
    order = [one.paper.item for one in due(record(pilot={})) if one.paper.item]
    assert order == sorted(order)


@pytest.mark.parametrize("described", papers(), ids=lambda one: one.id)
def test_every_paper_is_wholly_described(described: Paper) -> None:
    """Each paper has a template, a known issuer, an article, and a place for its number."""
    assert (ROOT / "templates" / f"{described.template}.md").exists()
    assert described.issuer in vocabulary()["self_managed"].issuers
    source = ("NĐ 30/2020, Điều",) if AMEND in described.stages else ("II.1", "II.3", "III")
    assert described.article.startswith(source)
    told = described.section in Record.__struct_fields__ or described.id in Papers.__struct_fields__
    assert told or not described.numbered


def test_file_names_are_plain_ascii() -> None:
    """Names of files work on every system."""
    assert all(one.file_stem.isascii() for one in due(record()))
    assert Due(paper("invitation"), 3).file_stem == "06-giay-moi-03"
