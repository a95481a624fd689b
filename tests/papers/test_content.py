"""The record's own lists: whole, or beside those of the catalogue."""

from __future__ import annotations

import pytest

from docgen.papers.content import chosen

USUAL = ("tuần tra tại {scope}", "báo tin")
TERMS = {"scope": "thôn Đông Hạ"}


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ([], ["Tuần tra tại thôn Đông Hạ", "Báo tin"]),
        (["trực đêm;"], ["Trực đêm"]),
        (["...", "trực đêm"], ["Tuần tra tại thôn Đông Hạ", "Báo tin", "Trực đêm"]),
        (["trực đêm", "…"], ["Trực đêm", "Tuần tra tại thôn Đông Hạ", "Báo tin"]),
        (["...", "giữ {nguyên}"], ["Tuần tra tại thôn Đông Hạ", "Báo tin", "Giữ {nguyên}"]),
    ],
)
def test_a_record_s_list_may_keep_the_catalogue_s(own: list[str], expected: list[str]) -> None:
    """An item “...” stands for the usual list; without it the record's list is the whole."""
    assert chosen(own, USUAL, TERMS) == expected
