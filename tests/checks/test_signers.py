"""Signers against the decree on clerical work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.doubts import only

if TYPE_CHECKING:
    from tests.doubts import Doubts


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("TS. Nguyễn Văn An", "học vị"),
        ("ThS Nguyễn Văn An", "học vị"),
        ("PGS.TS. Nguyễn Văn An", "học vị"),
        ("Thạc sĩ Nguyễn Văn An", "học vị"),
        ("Ông Nguyễn Văn An", "xưng hô"),
    ],
)
def test_nothing_stands_before_the_name_of_a_signer(doubts: Doubts, name: str, told: str) -> None:
    """NĐ 30/2020, Phụ lục I: no academic titles before the name."""
    assert told in only(doubts(f"party: {{signer: {{name: {name}}}}}\n")).what.vi


def test_names_that_only_look_like_titles_are_left_alone(doubts: Doubts) -> None:
    """A family name may begin with the letters of a title."""
    assert doubts("party: {signer: {name: Thsan Văn Bàng}}\n") == []


def test_a_rank_is_for_the_police_and_the_army(doubts: Doubts) -> None:
    """A chairman has no rank; the chief of police has."""
    signer = "signer: {name: A, rank: Thiếu tá}"
    assert "Phụ lục I" in only(doubts(f"proposer: {{name: Hội Nông dân, {signer}}}\n")).hint.vi
    assert doubts(f"proposer: {{name: Công an xã, {signer}}}\npolice: {{{signer}}}\n") == []


def test_a_deputy_needs_a_title_of_their_own(doubts: Doubts) -> None:
    """KT. CHỦ TỊCH without PHÓ CHỦ TỊCH below it is no signature."""
    assert "own_title" in only(doubts("party: {signer: {signing: deputy}}\n")).hint.vi
