"""A record and the profile of its unit: as one, the record before the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from docgen.errors import RecordError
from docgen.record.loading import load, tree_in
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.loading import Loaded

PROFILE = """\
kind: profile
issuer:
  kind: commune
  name: xã Tân Mỹ
  province: tỉnh Bắc Ninh
  head: {name: Nguyễn Văn An}
police:
  name: Công an xã Tân Mỹ
  signer: {title: Trưởng Công an xã, name: Trần Văn Bình}
bases:
  - Kế hoạch của xã
"""
RECORD = """\
kind: self_managed
profile: ../don-vi.yaml
model:
  name: Tổ liên gia
"""
LINKED = """\
kind: linked
profile: ../don-vi.yaml
model: {name: Cụm}
units:
  - {name: Xã Tân Mỹ, kind: commune, lead: true, signer: {title: Chủ tịch}}
  - {name: Trường A, kind: school}
"""


def opened(folder: Path, record: str, profile: str = PROFILE) -> Loaded:
    """The record in a folder below that of its profile."""
    (folder / "mo-hinh").mkdir()
    (folder / "don-vi.yaml").write_text(profile, encoding="utf-8")
    path = folder / "mo-hinh" / "ban-khai.yaml"
    path.write_text(record, encoding="utf-8")
    return load(path)


def faults(folder: Path, record: str, profile: str = PROFILE) -> tuple[Problem, ...]:
    """What is wrong with the two."""
    with pytest.raises(RecordError) as caught:
        opened(folder, record, profile)
    return tuple(caught.value.problems)


def own(loaded: Loaded) -> Record:
    """The record of a self-managed model."""
    assert isinstance(loaded.record, Record)
    return loaded.record


def test_a_record_has_what_its_profile_tells(tmp_path: Path) -> None:
    """Found from the folder of the record; the whole record names no profile any more."""
    loaded = opened(tmp_path, RECORD)
    record = own(loaded)
    assert record.issuer.name == "xã Tân Mỹ"
    assert record.police.signer.name == "Trần Văn Bình"
    assert record.bases == ["Kế hoạch của xã"]
    assert record.profile == ""
    assert loaded.profile == str(tmp_path / "don-vi.yaml")


def test_what_the_record_tells_wins(tmp_path: Path) -> None:
    """Field by field; a list is the record's as a whole."""
    more = "issuer: {head: {name: Lê Thị Chi, signing: deputy}}\nbases: [Quyết định khác]\n"
    record = own(opened(tmp_path, RECORD + more))
    assert record.issuer.head.name == "Lê Thị Chi"
    assert record.issuer.province == "tỉnh Bắc Ninh"
    assert record.bases == ["Quyết định khác"]


def test_a_body_with_another_name_takes_nothing_of_the_profile(tmp_path: Path) -> None:
    """Facts of two bodies are not mixed."""
    record = own(opened(tmp_path, RECORD + "police: {name: Công an xã Khác}\n"))
    assert record.police.signer.name == ""


def test_a_profile_of_another_unit_is_refused(tmp_path: Path) -> None:
    """Nobody wants the stamp of the neighbour."""
    (problem,) = faults(tmp_path, RECORD + "issuer: {kind: commune, name: xã Bình An}\n")
    assert "xã Bình An" in problem.what.vi
    assert "xã Tân Mỹ" in problem.what.vi
    assert problem.place.field == "issuer.name"


def test_faults_of_the_profile_are_told_in_its_own_file(tmp_path: Path) -> None:
    """With its line, and together with those of the record."""
    broken = PROFILE.replace("kind: commune", "kind: village") + "members: []\n"
    found = faults(tmp_path, RECORD.replace("Tổ liên gia", ""), broken)
    places = {problem.place.field: (problem.place.file, problem.place.line) for problem in found}
    profile = str(tmp_path / "don-vi.yaml")
    assert places == {
        "issuer.kind": (profile, 3),
        "members": (profile, 12),
        "model.name": (str(tmp_path / "mo-hinh" / "ban-khai.yaml"), 4),
    }


@pytest.mark.parametrize("named", ["../khong-co.yaml", ".."])
def test_a_profile_that_cannot_be_read_is_told_where_it_is_named(
    tmp_path: Path, named: str
) -> None:
    """And nothing else is missing for that reason."""
    (problem,) = faults(tmp_path, RECORD.replace("../don-vi.yaml", named))
    assert problem.place.line == 2
    assert "hồ sơ đơn vị" in problem.what.vi


def test_a_profile_is_no_record_and_a_record_no_profile(tmp_path: Path) -> None:
    """Each says what it is, and how it is used."""
    (problem,) = faults(tmp_path, PROFILE)
    assert "hồ sơ đơn vị" in problem.what.vi
    assert "docgen profile" in problem.hint.vi
    (tmp_path / "b").mkdir()
    found = faults(tmp_path / "b", RECORD, PROFILE.replace("profile", "self_managed"))
    assert any("không phải hồ sơ đơn vị" in problem.what.vi for problem in found)


def test_the_record_is_another_one_when_its_profile_changes(tmp_path: Path) -> None:
    """So the folder sees that what it was made from has changed."""
    before = opened(tmp_path, RECORD)
    (tmp_path / "don-vi.yaml").write_text(PROFILE + "front: Mặt trận\n", encoding="utf-8")
    after = load(tmp_path / "mo-hinh" / "ban-khai.yaml")
    assert before.sha256 != after.sha256


def test_a_unit_of_a_linked_model_is_told_by_the_profile_of_its_name(tmp_path: Path) -> None:
    """What the record tells of that unit stays."""
    record = opened(tmp_path, LINKED).record
    assert isinstance(record, LinkedRecord)
    commune, school = record.units
    assert (commune.province, commune.signer.name) == ("tỉnh Bắc Ninh", "Nguyễn Văn An")
    assert commune.signer.title == "Chủ tịch"
    assert school.province == ""
    assert record.bases == ["Kế hoạch của xã"]


def test_joining_a_profile_leaves_what_the_file_tells_as_it_is(tmp_path: Path) -> None:
    """What was read once is used again: it must not have taken in what another file tells."""
    opened(tmp_path, LINKED)
    file = tmp_path / "mo-hinh" / "ban-khai.yaml"
    value = tree_in(file.read_bytes(), file).value
    assert isinstance(value, dict)
    assert value == yaml.safe_load(file.read_text("utf-8"))


def test_a_linked_model_without_the_unit_is_told_so(tmp_path: Path) -> None:
    """The profile is of none of its units."""
    (problem,) = faults(tmp_path, LINKED.replace("Xã Tân Mỹ", "xã Khác"))
    assert "Không có đơn vị thành viên" in problem.what.vi
