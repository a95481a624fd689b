"""The list of documents: one row a paper, one row for letters that are alike to many."""

from __future__ import annotations

from typing import Any

from docgen.guidance.papers import due
from docgen.papers.covers import Bound, dossier_view
from tests.golden.reading import paragraphs
from tests.samples import drafter

SAMPLE = "lien-ket/vanh-dai-an-toan-12-don-vi-2026"


def rows() -> list[dict[str, str]]:
    """The rows of the list of the sample with most invitations, every paper two pages long."""
    maker = drafter(SAMPLE)
    listed = [one for one in due(maker.record) if one.is_listed]
    bound = [
        Bound(one, f"docgen:{one.file_stem}", 1 + 2 * place, 2) for place, one in enumerate(listed)
    ]
    view: Any = dossier_view(maker.papers, bound)["dossier"]
    found: list[dict[str, str]] = view["rows"]
    return found


def test_all_invitations_are_one_row_with_their_count() -> None:
    """One number, one author, sixteen copies: a clerk writes one line and its pages."""
    (row,) = [row for row in rows() if row["title"].startswith("Giấy mời")]
    assert row["title"].endswith("(16 bản)")
    first, last = map(int, row["pages"].split("-"))
    assert last - first + 1 == 32
    assert row["link"].endswith("-01")


def test_replies_of_several_units_stay_rows_of_their_own() -> None:
    """Each has its own author and its own number."""
    replies = [row for row in rows() if "tham gia xây dựng" in row["title"]]
    assert len({row["author"] for row in replies}) == len(replies) == 11


def test_rows_are_numbered_in_a_row() -> None:
    """However many papers stand in one row, the numbers go up by one."""
    assert [row["number"] for row in rows()] == [str(place + 1) for place in range(len(rows()))]


def test_the_remarks_stand_over_the_table() -> None:
    """So that none spills onto a page of its own."""
    maker = drafter("khu-dan-cu-2026-toi-thieu")
    listed = [one for one in due(maker.record) if one.is_listed]
    bound = [Bound(one, f"docgen:{one.file_stem}", at, 1) for at, one in enumerate(listed, 1)]
    styles = [style for style, _ in paragraphs(maker.listing(bound))]
    assert styles.index("ListNote") < styles.index("ListHead")
