"""Nothing is taken in silence, nothing is guessed: hours, names, ranks, numbers, old letters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.checks.lettering import looks_legacy
from docgen.errors import RecordError
from docgen.law.signers import is_rank
from docgen.text.numbers import amount_in
from docgen.workflows.examining import examine

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 12, 1)
RECORD = """\
kind: self_managed
issuer: {{kind: commune, name: xã Tân Mỹ, province: {province}}}
model: {{name: Tổ liên gia tự quản}}
police: {{signer: {{name: "{police}", rank: "{rank}"}}}}
members: [{{name: "{member}", role: head}}]
launch: {{time: "{time}", end: "{end}", chair: "{chair}"}}
"""
SOUND = {
    "province": "tỉnh An Khê",
    "police": "Lê Văn Tám",
    "rank": "Thiếu tá",
    "member": "Trần Thị Bình",
    "time": "08 giờ 00 phút",
    "end": "10 giờ",
    "chair": "Ông Nguyễn Văn An",
}


def told(tmp_path: Path, **changed: str) -> str:
    """What is said of a record that is sound but for ``changed``."""
    file = tmp_path / "a.yaml"
    file.write_text(RECORD.format(**SOUND | changed), encoding="utf-8")
    return "\n".join(one.what.en for one in examine(file, DAY).problems)


DOUBTS = ("an hour that no day has", "not after it begins", "several people", "is no rank")


def test_a_sound_record_raises_no_such_doubt(tmp_path: Path) -> None:
    """Hours, names and ranks as offices write them."""
    said = told(tmp_path)
    assert not [doubt for doubt in DOUBTS if doubt in said]


@pytest.mark.parametrize(
    ("field", "value", "doubt"),
    [
        ("time", "25 giờ 70", "an hour that no day has"),
        ("time", "8 giờ 75 phút", "an hour that no day has"),
        ("end", "24:30", "an hour that no day has"),
        ("end", "07 giờ 30", "not after it begins"),
        ("end", "8h", "not after it begins"),
        ("member", "Trần Thị Bình, Lê Văn Cường", "several people"),
        ("member", "Trần Thị Bình; Lê Văn Cường", "several people"),
        ("police", "Lê Văn Tám và Trần Chín", "several people"),
        ("chair", "Ông Nguyễn Văn An - Bà Trần Thị Bình", "several people"),
        ("rank", "Nguyễn Văn Nam", "is no rank"),
        ("rank", "Tá", "is no rank"),
        ("province", "Hà Giang", "has been merged"),
        ("province", "tỉnh Hà Giang", "has been merged"),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, field: str, value: str, doubt: str) -> None:
    """Each is said; the record may still be drafted."""
    assert doubt in told(tmp_path, **{field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time", "Sau lễ chào cờ"),
        ("time", "Buổi sáng"),
        ("member", "Nguyễn Thị Minh Khai"),
        ("member", "H'Hen Niê"),
        ("chair", "Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã"),
        ("chair", "Lãnh đạo xã và đại diện thôn"),
        ("rank", "Đại uý chuyên nghiệp"),
        ("rank", "thượng tá"),
        ("province", "Hà Nội"),
    ],
)
def test_what_may_be_meant_is_left_alone(tmp_path: Path, field: str, value: str) -> None:
    """No false alarm."""
    said = told(tmp_path, **{field: value})
    assert not [doubt for doubt in (*DOUBTS, "has been merged") if doubt in said]


@pytest.mark.parametrize(
    "text", ["Nguyeãn Vaên", "Coäng hoøa", "töï quaûn", "Toå lieân gia", "Traàn Ñình"]
)
def test_vni_is_known(text: str) -> None:
    """Marks behind their vowels, as VNI fonts keep them."""
    assert looks_legacy(text)


@pytest.mark.parametrize(
    "text", ["Hoà bình", "thuở xưa, khuya khoắt", "Đắk Lắk", "Gaël", "yêu quý"]
)
def test_vietnamese_is_not_taken_for_vni(text: str) -> None:
    """Vowels that stand together in Unicode words, and a foreign name."""
    assert not looks_legacy(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12", 12),
        ("21.500.000", 21_500_000),
        ("3,5 triệu", 3_500_000),
        ("3,5 Triệu đồng", 3_500_000),
        ("500 nghìn", 500_000),
        ("1,25 tỷ", 1_250_000_000),
        ("500.000đ", 500_000),
        ("3,5", None),
        ("3.5 triệu", None),
        ("12/3/1979", None),
        ("5-7 triệu", None),
        ("0,0001 nghìn", None),
        ("", None),
    ],
)
def test_amounts_are_read_rightly_or_not_at_all(text: str, amount: int | None) -> None:
    """``3,5 triệu`` is 3.500.000; what can mean two things means nothing."""
    assert amount_in(text) == amount


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("members: [{birth_year: %s}]", "12/3/1979", "1979, in four digits"),
        ("members: [{birth_year: %s}]", "năm 79", "in four digits"),
        ("funds: {items: [{what: a, amount: %s}]}", "100-200", "3,5 triệu"),
        ("funds: {items: [{what: a, amount: %s}]}", "120 suất", "did you mean 120"),
    ],
)
def test_no_number_is_guessed(tmp_path: Path, field: str, value: str, hint: str) -> None:
    """A suggestion is made where there is one number only; else the forms are shown."""
    file = tmp_path / "a.yaml"
    file.write_text(
        "kind: self_managed\nissuer: {kind: commune, name: xã Tân Mỹ}\nmodel: {name: Tổ}\n"
        + field % f'"{value}"',
        encoding="utf-8",
    )
    with pytest.raises(RecordError) as caught:
        examine(file, DAY)
    hints = "\n".join(one.hint.en for one in caught.value.problems)
    assert hint in hints
    assert "1231979" not in hints
    assert "100200" not in hints


def test_ranks_are_those_of_the_law() -> None:
    """With either spelling."""
    assert is_rank("Thiếu uý")
    assert is_rank("Thượng sỹ")
    assert not is_rank("Thiếu")


UNMEANT = ("not after it begins", "no name has", "names of two people", "no province", "lost its")


@pytest.mark.parametrize(
    ("field", "value", "doubt"),
    [
        ("time", "8h-7h30", "not after it begins"),
        ("time", "08h00 đến 07h30", "not after it begins"),
        ("time", "8h - 9h - 8h30", "not after it begins"),
        ("time", "25h-26h", "an hour that no day has"),
        ("time", "0.333333", "figures alone"),
        ("time", "8.30", "figures alone"),
        ("member", "Trần Thị Bình (tổ trưởng)", "no name has"),
        ("member", "Trần Thị Bình 1979", "no name has"),
        ("member", "Trần Thị Bình Lê Văn Cường", "names of two people"),
        ("police", "Nguy?n V?n An", "lost its marks"),
        ("police", "Nguyá»…n VÄƒn An", "lost its marks"),
        ("member", "Hµ Thu", "an old encoding"),
        ("province", "Hà Tây", "no province called"),
        ("province", "Sài Gòn", "no province called"),
        ("province", "TP.HCM", "no province called"),
        ("province", "Đăk Lăk", "no province called"),
    ],
)
def test_what_is_typed_in_odd_ways_is_told(
    tmp_path: Path, field: str, value: str, doubt: str
) -> None:
    """Spans of hours, names with more in them, letters lost, provinces that there are not."""
    assert doubt in told(tmp_path, **{field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time", "8h-9h"),
        ("time", "Từ sáng đến chiều"),
        ("time", "08 giờ 00 phút - 08 giờ 15 phút"),
        ("member", "Công Tằng Tôn Nữ Thị Ninh"),
        ("member", "Nguyễn Trần Lê Bình"),
        ("chair", "Ông Nguyễn Văn An (Chủ tịch xã)"),
        ("province", "hải phòng"),
        ("province", "Hoà Bình"),
        ("province", "Bà Rịa Vũng Tàu"),
        ("province", "Đắk Lắk"),
        ("province", "tỉnh Không Có"),
    ],
)
def test_odd_ways_that_may_be_meant_are_left_alone(tmp_path: Path, field: str, value: str) -> None:
    """No false alarm."""
    said = told(tmp_path, **{field: value})
    assert not [doubt for doubt in UNMEANT if doubt in said]


@pytest.mark.parametrize("amount", ["3 triệu rưỡi", "500k", "5 tr/tháng", "2 tỷ mốt"])
def test_another_amount_is_never_offered(tmp_path: Path, amount: str) -> None:
    """Figures without their thousands or millions are not what was meant."""
    file = tmp_path / "a.yaml"
    money = f'funds: {{items: [{{what: a, amount: "{amount}"}}]}}\n'
    file.write_text(RECORD.format(**SOUND) + money, encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        examine(file, DAY)
    (fault,) = [one for one in caught.value.problems if one.place.field == "funds.items[1].amount"]
    assert "có phải" not in fault.hint.vi
    assert "3,5 triệu" in fault.hint.vi
