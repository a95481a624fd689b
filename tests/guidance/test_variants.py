"""Content that fits the place: which variant a record gets, and what it says."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.guidance import catalogue
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken


def own(name: str, issuer: tuple[str, str], **told: Any) -> Record:
    """A record of a model with ``name`` of an ``issuer`` (kind, name)."""
    model = {"name": name, **told.pop("model", {})}
    kind, unit = issuer
    issued = {"kind": kind, "name": unit}
    return taken(Record, {"kind": "self_managed", "issuer": issued, "model": model, **told})


def linked(name: str, *units: tuple[str, str]) -> LinkedRecord:
    """A record of a linked model with ``name`` of ``units`` (kind, name)."""
    told = [{"kind": kind, "name": unit} for kind, unit in units]
    return taken(LinkedRecord, {"kind": "linked", "model": {"name": name}, "units": told})


@pytest.mark.parametrize(
    ("name", "issuer", "variant"),
    [
        ("Trường học an toàn", ("school", "Trường Mầm non Hoa Sen"), "mam-non"),
        ("Trường học an toàn", ("school", "Trường Tiểu học Tân Mỹ"), "tieu-hoc"),
        ("Trường học an toàn", ("school", "Trường Trung học cơ sở Tân Mỹ"), None),
        ("Trường học an toàn", ("school", "Trường Cao đẳng Nghề"), "dai-hoc"),
        ("Khu nội trú an toàn", ("enterprise", "Công ty May"), "cong-nhan"),
        ("Camera an ninh", ("commune", "xã Tân Mỹ"), "khu-dan-cu"),
        ("Camera an ninh", ("school", "Trường Tiểu học Tân Mỹ"), "nha-truong"),
        ("Camera an ninh", ("agency", "Sở Xây dựng"), "co-quan-doanh-nghiep"),
        ("Tổ Tiếng kẻng bình yên", ("commune", "xã Tân Mỹ"), "to"),
        ("Đội Tiếng kẻng bình yên", ("commune", "xã Tân Mỹ"), "doi"),
        ("Tiếng kẻng bình yên", ("commune", "xã Tân Mỹ"), None),
    ],
)
def test_the_record_tells_the_variant(name: str, issuer: tuple[str, str], variant: str) -> None:
    """The kind and name of the unit, and the model's name, choose it."""
    code = {"Trường học an toàn": "12", "Khu nội trú an toàn": "8"}.get(name, "")
    found = catalogue.variant(own(name, issuer, model={"catalogue": code}))
    assert (found.id if found else None) == variant


def test_a_hotel_is_no_apartment_block() -> None:
    """Residents and their conference stand in one variant, guests and reception in the other."""
    flats = catalogue.entry(
        own("Khu chung cư Bến Cảng tự quản", ("commune", "phường A"), model={"catalogue": "15"})
    )
    hotel = catalogue.entry(
        own("Khách sạn Bến Cảng tự quản", ("enterprise", "Công ty B"), model={"catalogue": "15"})
    )
    for alien in ("lễ tân", "khách sạn", "nhà nghỉ", "đồ thất lạc"):
        assert alien not in said(flats)
    for alien in ("cư dân", "hội nghị nhà chung cư", "Ban quản trị nhà chung cư", "hầm xe"):
        assert alien not in said(hotel)


def test_a_lower_secondary_school_has_no_students() -> None:
    """Sinh viên belong to universities and colleges."""
    school = ("school", "Trường Trung học cơ sở Tân Mỹ")
    main = own("Trường học an toàn", school, model={"catalogue": "12"})
    assert "sinh viên" not in said(catalogue.entry(main))
    college = own("Trường học", ("school", "Trường Cao đẳng Nghề"), model={"catalogue": "12"})
    for alien in ("học sinh", "cha mẹ học sinh", "Hiệu trưởng", "giáo viên"):
        assert alien not in said(catalogue.entry(college))


def test_children_do_not_pledge_or_watch() -> None:
    """In a kindergarten only adults are members."""
    school = ("school", "Trường Mầm non Hoa Sen")
    for code in ("12", "4"):
        text = said(catalogue.entry(own("Trường", school, model={"catalogue": code})))
        for alien in ("học sinh", "cờ đỏ", "sao đỏ", "chào cờ"):
            assert alien not in text


def test_workers_do_not_go_to_lessons() -> None:
    """A workers' dormitory knows shifts, not terms."""
    record = own("Khu nội trú", ("enterprise", "Công ty May"), model={"catalogue": "8"})
    text = said(catalogue.entry(record))
    for alien in ("tự học", "lên lớp", "thầy, cô", "học kỳ", "Hiệu trưởng", "rèn luyện"):
        assert alien not in text


@pytest.mark.parametrize(
    ("name", "units", "variant"),
    [
        (
            "Cụm An ninh liên kết bảo vệ đường sắt",
            [("commune", "xã A"), ("agency", "Ga B")],
            "duong-sat",
        ),
        (
            "Cụm An ninh liên kết bảo vệ lưới điện",
            [("commune", "xã A"), ("agency", "B")],
            "luoi-dien",
        ),
        (
            "Cụm An ninh liên kết bảo vệ chùa Bổ Đà",
            [("commune", "xã A"), ("agency", "B")],
            "di-tich",
        ),
        (
            "Cụm An ninh liên kết bảo vệ Khu công nghiệp A",
            [("commune", "x"), ("agency", "B")],
            "khu-cong-nghiep",
        ),
        ("Vành đai an toàn", [("commune", "xã A"), ("army", "Lữ đoàn 1")], None),
        ("Vành đai an toàn trại giam Ngọc Lý", [("commune", "xã A"), ("agency", "B")], "cong-an"),
        (
            "Vành đai an toàn kho xăng dầu",
            [("commune", "xã A"), ("enterprise", "B")],
            "kho-muc-tieu",
        ),
    ],
)
def test_what_is_guarded_tells_the_variant(
    name: str, units: list[tuple[str, str]], variant: str
) -> None:
    """A railway is guarded otherwise than a pagoda, a prison otherwise than barracks."""
    found = catalogue.linked_variant(linked(name, *units))
    assert (found.id if found else None) == variant


def test_no_army_where_there_is_none() -> None:
    """A belt around a depot says nothing of soldiers."""
    record = linked("Vành đai an toàn kho xăng dầu", ("commune", "xã A"), ("enterprise", "B"))
    text = said(catalogue.linked_entry(record))
    for alien in ("quân đội", "bộ đội", "quân nhân", "bắn tập", "doanh trại"):
        assert alien not in text


def test_the_record_may_choose() -> None:
    """By its id, or the main text by “chung”."""
    school = ("school", "Trường Tiểu học Tân Mỹ")
    chosen = own("Trường học", school, model={"catalogue": "12", "variant": "mam-non"})
    main = own("Trường học", school, model={"catalogue": "12", "variant": "chung"})
    found = catalogue.variant(chosen)
    assert found is not None
    assert found.id == "mam-non"
    assert catalogue.variant(main) is None


def said(entry: Any) -> str:
    """All that an entry says, its variants aside."""
    told = {name: value for name, value in entry.by_name().items() if name != "variants"}
    return str(told)


def test_members_come_from_who_may_be_a_member() -> None:
    """Children of a kindergarten are no members, nor said to found anything."""
    school = ("school", "Trường Mầm non Hoa Sen")
    entry = catalogue.entry(own("Trường học", school, model={"catalogue": "12"}))
    assert "học sinh" not in entry.members_source + entry.people
    assert entry.members_source
