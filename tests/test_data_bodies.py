"""Kinds of unit and models of the catalogue that only the data know, on a copy of the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import docgen
from docgen.guidance.catalogue import find, listing
from docgen.guidance.growth import grow
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_of
from docgen.tables.source import using
from tests.changes import TODAY, least, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.schema.parts import RecordPart
    from tests.changes import Data


@pytest.fixture
def cooperative(data: Data) -> Data:
    """Data with a fifth kind of deciding unit, and a seventh of member unit."""
    text = data.file("law/issuers").read_text("utf-8")
    school = text[text.index("  school:\n") : text.index("# Tên Ban Chỉ đạo")]
    row = school.replace("  school:", "  cooperative:").replace("nhà trường", "hợp tác xã")
    data.change("law/issuers", "# Tên Ban Chỉ đạo", f"{row}# Tên Ban Chỉ đạo")
    army = '  army: {full: "{name}"'
    named = 'called: chợ, full: "{name}", title: Trưởng ban quản lý'
    market = f"  market: {{{named}, surveys_itself: true}}"
    data.change("law/units", army, f"{market}\n{army}")
    assert data.faults() == []
    return data


def of_kind(kind: str) -> dict[str, Any]:
    """A model of a cooperative."""
    issuer = {"kind": kind, "name": "Hợp tác xã Tân Mỹ", "commune": "xã Tân Mỹ"}
    return least(issuer={**issuer, "province": "tỉnh Bắc Ninh"}, assessments=[{"period": "2026"}])


def test_a_new_kind_of_unit_surveys_by_its_traits(cooperative: Data, tmp_path: Path) -> None:
    """Its own head surveys, not the commune's committee; all founding papers are drafted."""
    with using(cooperative.root):
        record = docgen.build(of_kind("cooperative"))
        said = {stem: text.upper() for stem, text in texts(record).items()}
        assert "HỢP TÁC XÃ TÂN MỸ" in said["04-quyet-dinh-thanh-lap"]
        path = tmp_path / "a.yaml"
        docgen.save(record, path)
        found = docgen.rate([path], on=TODAY)
        docgen.rating_papers(found, tmp_path / "x", on=TODAY, printer="builtin")
        (sheet,) = (tmp_path / "x").glob("van-ban/bao-cao-khao-sat-*.docx")
        assert "HỢP TÁC XÃ TÂN MỸ" in text_of(sheet.read_bytes()).upper()
        assert "BAN CHỈ ĐẠO" not in text_of(sheet.read_bytes()).partition("BÁO CÁO")[0].upper()
        assert "cooperative (hợp tác xã)" in docgen.form("tu-quan")


def test_a_kind_that_nobody_describes_is_refused_with_those_that_are(cooperative: Data) -> None:
    """The message lists what the data know, not only what ships."""
    with using(cooperative.root), pytest.raises(docgen.RecordError) as caught:
        docgen.build(of_kind("coop"))
    assert "school, cooperative" in caught.value.problems[0].what.en
    with pytest.raises(docgen.RecordError):
        docgen.build(of_kind("cooperative"))


def test_a_new_kind_of_member_unit_needs_its_row_only(cooperative: Data) -> None:
    """It leads, signs, surveys as its traits say."""
    market = {"name": "Chợ Tân Mỹ", "kind": "market", "lead": True}
    units = [market, {"name": "B", "kind": "school"}]
    told = {"kind": "linked", "model": {"name": "Cụm"}, "units": units}
    with using(cooperative.root):
        said = texts(docgen.build(told))
        assert "market (chợ)" in docgen.form("lien-ket")
    assert any("TRƯỞNG BAN QUẢN LÝ" in text for text in said.values())


# A model of the catalogue: one file.


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("self_managed", "catalogue/07-to-tuan-tra-nhan-dan"),
        ("linked", "catalogue/linked/02-cum-an-ninh-lien-hoan"),
    ],
)
def test_a_model_of_the_catalogue_is_one_file(data: Data, kind: str, file: str) -> None:
    """Found by each of its names; its papers say what it does."""
    text = data.file(f"guidance/{file}").read_text("utf-8")
    number = len(listing(kind)) + 1
    names = "slug: to-bao-ve-cho\nname: Tổ bảo vệ chợ\naliases: [Tổ tự quản chợ]\n"
    fits = re.search(r"^fits:.*\n", text, re.MULTILINE)
    assert fits
    body = text[text.index("\n---\n") :].replace("purpose: ", "purpose: Giữ yên chợ. ", 1)
    folder = file.rpartition("/")[0]
    new = data.file(f"guidance/{folder}/{number:02d}-to-bao-ve-cho")
    new.write_text(f"number: {number}\n{names}{fits[0].rstrip()}{body}", "utf-8")
    assert data.faults() == []
    told = least(model={"name": "Mô hình “Tổ tự quản chợ”", "scope": "chợ Tân Mỹ"})
    if kind == "linked":
        units = [{"name": "A", "kind": "agency"}, {"name": "B", "kind": "school"}]
        told = {"kind": "linked", "model": told["model"], "units": units}
    with using(data.root):
        record = docgen.build(told)
        found = find(record.record.model, kind)
        assert found is not None
        assert found.number == number
        assert any("Giữ yên chợ." in said for said in texts(record).values())


def fields_of(part: type[RecordPart]) -> dict[str, Any]:
    """Every field below ``part`` with its choices."""
    return {
        name: fields_of(slot.part) if slot.part else slot.choices
        for name, slot in slots_of(part).items()
    }


def test_the_shipped_data_name_nothing_that_the_record_does_not() -> None:
    """A record of the program tells all of it: no field and no choice grows."""
    for root in (Record, LinkedRecord):
        assert fields_of(grow(root, slots_of(root))) == fields_of(root)
