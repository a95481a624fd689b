"""Names: the order of class lists, and when two spellings are one name."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.names import (
    bare_person,
    first_upper,
    is_person,
    lower_first,
    name_key,
    same_name_key,
)

SYLLABLES = st.sampled_from(
    [
        "An",
        "Ân",
        "Ấn",
        "Ánh",
        "Bình",
        "Đức",
        "Dũng",
        "Hòa",
        "Hoà",
        "Hoa",
        "Hóa",
        "Thúy",
        "Thuý",
        "Quý",
        "Ước",
        "ứ",
        "f1",
    ]
)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=4).map(" ".join)


def test_names_are_sorted_by_given_name_then_family_then_middle() -> None:
    """Tên, họ, đệm; the letters before the tones, the alphabet with its own letters."""
    ordered = [
        "Trần Văn An",
        "Lê Thị Ánh",
        "Bùi Văn Ân",
        "Lê Quang Ấn",
        "Đỗ Bá Bình",
        "Nguyễn Thị Bình",
        "Nguyễn Văn Bình",
        "Hà Dũng",
        "Hà Đức",
        "Ngô Hoa",
        "Ngô Hòa",
        "Ngô Hỏa",
        "Ngô Hõa",
        "Ngô Hóa",
        "Ngô Họa",
        "Vũ Oanh",
        "Vũ Ôn",
        "Vũ Uy",
        "Vũ Ưng",
        "Vũ Vân",
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=name_key) == ordered


def test_tones_stand_in_the_order_of_dictionaries() -> None:
    """Ngang, huyền, hỏi, ngã, sắc, nặng."""
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert all(name_key(name) < name_key(other) for name, other in pairwise(tones))


def test_foreign_letters_keep_their_latin_places() -> None:
    """F after E, J after I, W after V, Z last."""
    assert sorted(["Z", "G", "W", "F", "X", "E"], key=name_key) == ["E", "F", "G", "W", "X", "Z"]


def test_a_name_without_words_comes_first() -> None:
    """An unknown name is no fault of the order."""
    assert name_key("") < name_key("An")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Nguyễn Thị Hòa", "nguyễn  thị hoà"),
        ("Lê Thúy", "Lê Thuý"),
        ("Vũ Khỏe", "VŨ KHOẺ"),
        ("Hòa", unicodedata.normalize("NFD", "Hoà")),
    ],
)
def test_two_spellings_of_one_name_are_one(name: str, other: str) -> None:
    """Letter case, spaces, the place of the tone mark and Unicode forms do not matter."""
    assert same_name_key(name) == same_name_key(other)


@pytest.mark.parametrize(("name", "other"), [("Hoa", "Hòa"), ("Ân", "An"), ("Đinh", "Dinh")])
def test_another_tone_or_letter_is_another_name(name: str, other: str) -> None:
    """Hoa is not Hòa."""
    assert same_name_key(name) != same_name_key(other)


@given(st.lists(NAMES))
def test_any_list_of_names_can_be_sorted(names: list[str]) -> None:
    """The keys of all names compare, and sorting twice changes nothing."""
    ordered = sorted(names, key=name_key)
    assert sorted(ordered, key=name_key) == ordered


@given(NAMES, NAMES)
def test_names_of_one_key_sort_together(name: str, other: str) -> None:
    """What counts as the same name also stands at the same place in a list."""
    if same_name_key(name) == same_name_key(other):
        assert name_key(name) == name_key(other)


def test_first_letters_change_and_the_rest_stays() -> None:
    """Only the first letter turns, Vietnamese letters too; nothing stays nothing."""
    assert first_upper("ủy ban MTTQ") == "Ủy ban MTTQ"
    assert lower_first("Đảng ủy xã Tân Mỹ") == "đảng ủy xã Tân Mỹ"
    assert first_upper("") == lower_first("") == ""


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Ông Nguyễn Văn An, Trưởng thôn", "Nguyễn Văn An"),
        ("Bà Lê Thị Bình - Phó Chủ tịch", "Lê Thị Bình"),
        ("Đồng chí Trần Hòa", "Trần Hòa"),
        ("Bàn Văn Páo", "Bàn Văn Páo"),
        ("", ""),
    ],
)
def test_a_person_signs_without_address_and_office(told: str, name: str) -> None:
    """What stands before and after the name is left out."""
    assert bare_person(told) == name


@pytest.mark.parametrize(
    ("told", "person"),
    [
        ("Ông Nguyễn Văn An", True),
        ("Công Tằng Tôn Nữ Thị Minh Nguyệt", True),
        ("Lãnh đạo Ủy ban nhân dân xã", False),
        ("Hiệu trưởng", False),
        ("Nhân", False),
        ("", False),
    ],
)
def test_names_of_people_are_told_from_offices(told: str, *, person: bool) -> None:
    """Every word of a person's name has a capital."""
    assert is_person(told) is person
