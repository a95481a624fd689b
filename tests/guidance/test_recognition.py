"""Names that hold a name of the catalogue with a place in it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.guidance.catalogue import LINKED, OWN, Meant, coded, find, listing, meant, named
from docgen.record.schema.parts import Model

PLACES = (
    "thôn Đông Hạ",
    "An Khánh",
    "xã An Khánh",
    "phường Đồng Vân, tỉnh Bắc Ninh",
    "tại khu dân cư Bến Cảng",
    "Tổ dân phố số 5",
    "Trường Tiểu học Tân Mỹ",
    "Nguyễn Văn",
    "giữa xã Tân Mỹ và phường Đồng Vân",
)
NAMES = [
    (kind, listed, name)
    for kind in (OWN, LINKED)
    for listed in listing(kind)
    for name in (listed.name, *listed.aliases)
]


@pytest.mark.parametrize(
    ("kind", "name", "slug"),
    [
        (OWN, "Mô hình lắp đặt Camera an ninh tại khu dân cư Bến Cảng", "lap-dat-camera-an-ninh"),
        (OWN, "Camera an ninh thôn Đông Hạ", "lap-dat-camera-an-ninh"),
        (
            OWN,
            "Dòng họ Nguyễn Văn không có người vi phạm pháp luật",
            "dong-ho-khong-co-nguoi-vi-pham-phap-luat",
        ),
        (OWN, "Tổ liên gia tự quản về ANTT thôn Đông Hạ", "to-lien-gia-tu-quan"),
        (OWN, "MÔ HÌNH “CỔNG TRƯỜNG TIỂU HỌC TÂN MỸ AN TOÀN GIAO THÔNG”", "cong-truong-an-toan"),
        (
            OWN,
            "Tổ liên gia nhà trọ công nhân Bến Cảng tự quản về ANTT và PCCC",
            "to-lien-gia-nha-tro-cong-nhan",
        ),
        (LINKED, "Xã An Khánh an toàn về an ninh, trật tự", "xa-phuong-co-quan"),
        (LINKED, "Đặc khu Vân Đồn an toàn về ANTT", "xa-phuong-co-quan"),
        (LINKED, "Cụm An ninh liên hoàn Bến Cảng", "cum-an-ninh-lien-hoan"),
        (LINKED, "Cụm An ninh giáp ranh giữa xã Tân Mỹ và xã Bình An", "cum-an-ninh-giap-ranh"),
    ],
)
def test_a_name_with_a_place_in_it_is_recognised(kind: str, name: str, slug: str) -> None:
    """The office's own name tells the model of the catalogue."""
    found = named(name, kind)
    assert found is not None
    assert found.slug.startswith(slug)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (OWN, "Tiếng kẻng an ninh"),
        (OWN, "Tổ liên gia nuôi dạy con ngoan"),
        (OWN, "Ngõ phố bình yên"),
        (OWN, "Tổ tuần tra kết hợp camera an ninh"),
        (OWN, "Xã An Khánh an toàn về an ninh, trật tự"),
        (LINKED, "Cụm dân cư kiểu mẫu"),
    ],
)
def test_other_names_are_the_office_s_own(kind: str, name: str) -> None:
    """What only resembles a name of the catalogue is not taken for it."""
    assert named(name, kind) is None


@given(st.sampled_from(NAMES), st.sampled_from(PLACES), st.data())
def test_any_place_in_any_name_is_seen_through(
    one: tuple[str, object, str], place: str, data: st.DataObject
) -> None:
    """Between any two words of any name of the catalogue, or after it, a place may stand."""
    kind, listed, name = one
    words = name.removesuffix("...").split()
    at = data.draw(st.integers(1, len(words)))
    assume(words[at - 1 : at + 1] != ["đảm", "bảo"])  # one word, which no place parts
    told = " ".join((*words[:at], place, *words[at:]))
    found = named(told, kind)
    assert found == listed or (name.endswith("...") and at < len(words))


def test_a_code_stands_before_the_name() -> None:
    """Both are told apart, so that one that does not fit the other can be asked about."""
    model = Model(name="Tổ An ninh công nhân", catalogue="16")
    assert find(model) == coded("lap-dat-camera-an-ninh")
    assert meant(model) == Meant(coded("16"), named("Tổ An ninh công nhân"))


def test_an_unknown_code_is_none() -> None:
    """It is never taken for a name that begins alike."""
    assert coded("99") is None
    assert coded("to-tuan-tra") is None
