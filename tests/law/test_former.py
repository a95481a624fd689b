"""Bodies and provinces that ended, and words before a signer's name."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.law.former import former, renamed
from docgen.law.signing import prefix_of

BEFORE, AFTER = date(2025, 2, 1), date(2025, 8, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Công an huyện Lục Ngạn", "Công an huyện Lục"),
        ("ỦY BAN NHÂN DÂN HUYỆN LỤC NGẠN", "HUYỆN LỤC"),
        ("Ủy ban nhân dân thị trấn Chũ", "thị trấn Chũ"),
        ("Ủy ban nhân dân thành phố Hà Nội", ""),
        ("Ủy ban nhân dân xã Tân Mỹ", ""),
    ],
)
def test_bodies_that_ended_are_named(text: str, found: str) -> None:
    """Districts, their police and townships ended in 2025; central cities did not."""
    assert former(text, AFTER) == found


def test_nothing_is_said_of_the_time_before() -> None:
    """A paper of that time names the bodies of that time."""
    assert former("Công an huyện Lục Ngạn", BEFORE) is None
    assert renamed("tỉnh Bắc Giang", BEFORE) is None


def test_merged_provinces_are_known_by_their_old_names() -> None:
    """A name that is in use still is none of them."""
    assert renamed("Công an tỉnh Bắc Giang", AFTER) == "tỉnh Bắc Giang"
    assert renamed("Công an tỉnh Bắc Ninh", AFTER) == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("TS. Nguyễn Văn An", "TS."),
        ("Thạc sĩ Nguyễn Văn An", "Thạc sĩ"),
        ("Thiếu tá Trần Quốc Hưng", ""),
        ("Nguyễn Văn An", ""),
    ],
)
def test_words_that_do_not_stand_before_a_name_are_found(name: str, found: str) -> None:
    """Titles of learning are; ranks of the police are not."""
    assert prefix_of(name) == found
