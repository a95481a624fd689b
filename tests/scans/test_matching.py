"""Which paper a scan belongs to."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.scans.matching import papers_for, place_in_order

STEMS = (
    "01-nghi-quyet",
    "02-to-trinh",
    "04-quyet-dinh-thanh-lap",
    "05-quy-che",
    "05-quy-che-01",
    "06-ke-hoach-ra-mat",
    "06-giay-moi-01",
    "06-giay-moi-10",
    "phu/xin-y-kien",
)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("04-quyet-dinh-thanh-lap.pdf", "04-quyet-dinh-thanh-lap"),
        ("04-quyet-dinh-thanh-lap-2.jpg", "04-quyet-dinh-thanh-lap"),
        ("04-quyet-dinh-thanh-lap (2).PDF", "04-quyet-dinh-thanh-lap"),
        ("04-Quyết định thành lập - bản ký.PDF", "04-quyet-dinh-thanh-lap"),
        ("4. Quyết định thành lập.tiff", "04-quyet-dinh-thanh-lap"),
        ("04.pdf", "04-quyet-dinh-thanh-lap"),
        ("4 (1).pdf", "04-quyet-dinh-thanh-lap"),
        ("04-scan0012.pdf", "04-quyet-dinh-thanh-lap"),
        ("01_NGHI_QUYET_da_ky.pdf", "01-nghi-quyet"),
        ("05-quy-che.pdf", "05-quy-che"),
        ("05-quy-che-2.pdf", "05-quy-che"),
        ("05-quy-che-01.pdf", "05-quy-che-01"),
        ("06-giay-moi-10-2.pdf", "06-giay-moi-10"),
        ("Xin ý kiến.pdf", "phu/xin-y-kien"),
        ("xin-y-kien-1.png", "phu/xin-y-kien"),
    ],
)
def test_a_clear_name_leads_to_its_paper(name: str, stem: str) -> None:
    """Spelling, case, marks and what is added behind do not matter; a lone number is enough."""
    assert papers_for(name, STEMS) == [stem]
    assert papers_for(unicodedata.normalize("NFD", name), STEMS) == [stem]


@pytest.mark.parametrize(
    ("name", "stems"),
    [
        ("07-gi-do.pdf", []),
        ("scan0001.pdf", []),
        ("quyet-dinh.pdf", []),
        ("04quyet-dinh.pdf", []),
        ("04.09.2026 scan.pdf", []),
        ("2-9-26.pdf", []),
        ("06.pdf", ["06-ke-hoach-ra-mat", "06-giay-moi-01", "06-giay-moi-10"]),
        ("06-giay-moi.pdf", ["06-ke-hoach-ra-mat", "06-giay-moi-01", "06-giay-moi-10"]),
        ("04-nghi-quyet.pdf", ["04-quyet-dinh-thanh-lap", "01-nghi-quyet"]),
        (".pdf", []),
        ("", []),
    ],
)
def test_an_unclear_name_leads_to_no_single_paper(name: str, stems: list[str]) -> None:
    """A date is no number of an item; a number of several papers, or against a title, is open."""
    assert papers_for(name, STEMS) == stems


def test_the_same_name_in_two_folders_is_open() -> None:
    """Two papers whose files have one name are both told."""
    assert papers_for("a.pdf", ("phu/a", "ban-ky/a")) == ["phu/a", "ban-ky/a"]


def test_files_of_a_paper_follow_each_other_as_a_person_counts() -> None:
    """Without a number first, then 1, 2, 10, whatever the spelling of the number."""
    names = ["04-x.pdf", "04-x (1).pdf", "04-X-2.JPG", "04-x-2.pdf", "04-x-03.pdf", "04-x_10.pdf"]
    shuffled = [*names[3:], *names[:3]]
    assert sorted(shuffled, key=place_in_order) == names


@given(st.text(max_size=40), st.lists(st.text(max_size=10), max_size=4))
def test_any_name_is_filed_or_not(name: str, others: list[str]) -> None:
    """No name upsets the filing; what is found is among the papers, and order is total."""
    assert set(papers_for(name, STEMS)) <= set(STEMS)
    assert len(sorted([name, *others], key=place_in_order)) == len(others) + 1
