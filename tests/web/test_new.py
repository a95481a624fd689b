"""New models: created, or brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.asking import Asked


def test_a_model_of_the_catalogue_needs_two_answers(officer: Asked, work: Path) -> None:
    """Name and folder follow from the catalogue; the record goes on at its first step."""
    made = officer.post("/moi", {"kind": "self_managed", "catalogue": "to-lien-gia-tu-quan"})
    assert made.headers["location"].startswith("/m/")
    (record,) = work.glob("*/ban-khai.yaml")
    assert "kind: self_managed" in record.read_text("utf-8")
    assert record.parent.name in officer.ok("/")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Chưa chọn mô hình của ai."),
        ({"kind": "linked"}, "Chọn trong danh mục, hoặc ghi tên đầy đủ."),
        ({"kind": "linked", "catalogue": "to-lien-gia-tu-quan"}, "thuộc loại hình kia"),
    ],
)
def test_what_is_missing_is_told_beside_its_field(
    officer: Asked, work: Path, fields: dict[str, str], said: str
) -> None:
    """The page comes back with what was typed, and nothing was made."""
    found = officer.post("/moi", fields)
    assert found.status_code == 422
    assert "<title>Lỗi: " in found.text
    assert said in found.text
    assert not [*work.iterdir()]


def test_a_folder_that_is_there_is_left_alone(officer: Asked, work: Path) -> None:
    """The second model of one name is asked to be called otherwise."""
    officer.post("/moi", {"kind": "linked", "name": "Cụm an toàn"})
    found = officer.post("/moi", {"kind": "linked", "name": "Cụm an toàn"})
    assert "Đã có thư mục này. Mở mô hình đó, hoặc đổi tên thư mục." in found.text
    assert len([*work.iterdir()]) == 1


def test_a_folder_name_never_leads_out_of_the_work_folder(officer: Asked, work: Path) -> None:
    """Dots and slashes are taken for what they are: no part of a name."""
    officer.post("/moi", {"kind": "linked", "name": "A", "folder": "../../ngoai"})
    assert [one.name for one in work.iterdir()] == ["ngoai"]


def test_the_profile_of_the_work_folder_is_named_in_new_records(officer: Asked, work: Path) -> None:
    """What is told once for the unit is not asked again."""
    (work / "don-vi.yaml").write_bytes((ROOT / "samples/don-vi/xa-dong-son.yaml").read_bytes())
    officer.post("/moi", {"kind": "self_managed", "name": "Tổ bảo vệ"})
    record = (work / "to-bao-ve/ban-khai.yaml").read_text("utf-8")
    assert "profile: ../don-vi.yaml" in record


def test_a_record_brought_in_is_copied(officer: Asked, work: Path) -> None:
    """The bytes are those of the file, in a folder of its own."""
    data = (ROOT / "samples/xa-2026-to-lien-gia.yaml").read_bytes()
    made = officer.post("/moi/nhap", files={"file": ("C:\\tam\\Tổ liên gia.yaml", data)})
    assert made.headers["location"] == "/m/to-lien-gia"
    assert (work / "to-lien-gia/ban-khai.yaml").read_bytes() == data


def test_a_record_with_faults_is_brought_in_to_be_mended(officer: Asked, work: Path) -> None:
    """It is a record, so it comes in."""
    data = b"kind: linked\nmodel:\n  name: x\n"
    assert officer.post("/moi/nhap", files={"file": ("a.yaml", data)}).status_code == 303
    assert (work / "a/ban-khai.yaml").read_bytes() == data


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", b"PK\x03\x04"), ("a.yaml", b"\x00\x01"), ("a.xlsx", b"no workbook"), ("", b"")],
)
def test_what_is_no_record_is_refused(officer: Asked, work: Path, name: str, data: bytes) -> None:
    """It is said why, and nothing was made."""
    found = officer.post("/moi/nhap", files={"file": (name, data)})
    assert found.status_code == 422
    assert "<title>Lỗi: " in found.text
    assert not [*work.iterdir()]
