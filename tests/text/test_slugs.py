"""Names as file systems take them everywhere."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.slugs import slug, slugs


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Trường THCS Quang Hòa", "truong-thcs-quang-hoa"),
        ("Đội Cảnh sát giao thông số 2", "doi-canh-sat-giao-thong-so-2"),
        ("", "don-vi"),
        ("工廠", "don-vi"),
        ("Con", "don-vi-con"),
        ("COM1", "don-vi-com1"),
        ("Công ty Con", "cong-ty-con"),
    ],
)
def test_a_name_becomes_plain_and_is_no_device_of_windows(name: str, plain: str) -> None:
    """Marks, signs and case go; what Windows takes for a device is told apart."""
    assert slug(name) == plain
    assert slug(unicodedata.normalize("NFD", name)) == plain


def test_names_alike_and_names_taken_are_numbered() -> None:
    """Two units of one name, one that comes out alike, one that has the name of a folder."""
    names = ["Tổ 1", "Tổ 1", "to 1 2", "Văn bản", "TỔ 1"]
    assert slugs(names, {"van-ban"}) == ["to-1", "to-1-2", "to-1-2-2", "van-ban-2", "to-1-3"]


@given(st.lists(st.text(max_size=120), max_size=12))
def test_any_names_become_different_short_ones(names: list[str]) -> None:
    """Whatever the units are called, each has a folder of its own, at most 63 letters long."""
    found = slugs(names)
    assert len({name.casefold() for name in found}) == len(names)
    assert all(1 <= len(name) <= 63 and name.isascii() for name in found)
