"""Which papers a field feeds, and which is looked at first."""

from __future__ import annotations

import pytest

from docgen.guidance.papers import paper_ids
from docgen.papers import feeds
from docgen.tables.reading import read
from tests.feeds import feeds as drafted_anew

FEEDS = read(feeds.FEEDS, feeds.Feeds)
BESIDE = read(feeds.BESIDE, feeds.Beside)
KINDS = ("self_managed", "linked")


@pytest.mark.parametrize("kind", KINDS)
def test_the_map_is_what_drafting_shows(kind: str) -> None:
    """Telling and not telling each field of a sample gives the very file."""
    assert drafted_anew(kind) == getattr(FEEDS, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_both_files_name_papers_and_sections_that_are_there(kind: str) -> None:
    """What is shown first beside a section is a paper that the section feeds."""
    for section, paper in getattr(BESIDE, kind).items():
        assert paper in paper_ids(kind), section
    for field, ids in getattr(FEEDS, kind).items():
        assert set(ids) <= set(paper_ids(kind)), field


def test_a_field_goes_by_what_it_stands_in() -> None:
    """A row of members feeds what the members feed; its birth year the list alone."""
    assert "decision" in feeds.fed("self_managed", "members[3].title")
    assert feeds.fed("self_managed", "members[3].birth_year") == ("decision",)
    assert feeds.fed("self_managed", "no.such.field") == ()
    assert feeds.fed("self_managed", "") == ()


def test_the_paper_of_the_step_comes_first() -> None:
    """Where the field feeds it."""
    assert feeds.fed("self_managed", "content.duties")[0] == "regulation"
    assert feeds.fed("self_managed", "content.targets") == ("year_plan",)
    assert feeds.fed("linked", "units")[0] == "member_list"


def test_numbers_are_told_in_no_form_and_names_may_be_anywhere() -> None:
    """A body that is told by its name alone may be told of any paper."""
    assert not feeds.may_feed("self_managed", "papers.decision.number", "decision")
    assert feeds.may_feed("self_managed", "security_desk", "plan")
    assert feeds.may_feed("self_managed", "survey.people", "a_paper_of_ones_own")
    assert not feeds.may_feed("self_managed", "survey.people", "decision")
