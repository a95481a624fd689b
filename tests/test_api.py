"""docgen called by programs: records from mappings, papers as bytes, folders, faults."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import docgen
from docgen import api
from tests.samples import LIFE, ROOT, SAMPLES, drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 9, 1)
LEAST: dict[str, object] = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã Minh Thịnh"},
    "model": {"name": "Tổ tuần tra nhân dân"},
}


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block of code of docs/lap-trinh.md runs, one after another."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "lap-trinh.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert blocks
    exec("\n".join(blocks), {})  # noqa: S102 - our own page


def test_what_the_root_offers_is_the_api() -> None:
    """Every name of the door is there, and no other."""
    assert all(getattr(docgen, name) is getattr(api, name) for name in api.__all__)
    with pytest.raises(AttributeError):
        _ = docgen.nothing_of_the_kind  # type: ignore[attr-defined]


@pytest.mark.parametrize("sample", [SAMPLES[0], next(name for name in SAMPLES if "/" in name)])
def test_papers_as_bytes_are_those_of_the_folder(sample: str, tmp_path: Path) -> None:
    """A step made in memory gives the Word files, prints and dossiers that a folder would hold."""
    day = drafted(sample)
    made = docgen.make(docgen.load(path_of(sample)), on=day, printer="builtin")
    docgen.package(path_of(sample), tmp_path / "a", on=day, printer="builtin")
    for path, dossier in made.dossiers.items():
        assert (tmp_path / "a" / path).read_bytes() == dossier
    for paper in made.papers:
        assert (tmp_path / "a" / "van-ban" / f"{paper.name}.docx").read_bytes() == paper.docx
        assert (tmp_path / "a" / "pdf" / f"{paper.name}.pdf").read_bytes() == paper.pdf


def test_a_record_built_is_the_record_loaded(tmp_path: Path) -> None:
    """A mapping, its YAML file and its workbook tell the same record."""
    values = {**LEAST, "launch": {"day": date(2026, 9, 25)}, "numbered_laws": True}
    record = docgen.build(values)
    for name in ("a.yaml", "a.xlsx"):
        docgen.save(record, tmp_path / name)
        assert docgen.load(tmp_path / name).record == record.record


def test_a_fault_of_a_built_record_is_told_at_its_field() -> None:
    """Places are paths of fields; all faults come at once, in both languages."""
    wrong: dict[str, Any] = {**LEAST, "members": [{"nam": "A"}, {"birth_year": "x"}]}
    with pytest.raises(docgen.RecordError) as caught:
        docgen.build(wrong, "tổ tuần tra")
    places = [str(problem.place) for problem in caught.value.problems]
    assert places == ["tổ tuần tra, members[1].nam", "tổ tuần tra, members[2].birth_year"]
    assert all(problem.what.vi and problem.what.en for problem in caught.value.problems)


def test_a_step_that_the_guidance_does_not_allow_is_refused_in_memory_too() -> None:
    """A model that is not rated Yếu is not dissolved (II.3)."""
    sample = next(name for name in LIFE if "tot-xa" in name)
    with pytest.raises(docgen.RecordError):
        docgen.make(docgen.load(path_of(sample)), "dissolve", on=drafted(sample))


def test_a_folder_remembers_its_record(tmp_path: Path) -> None:
    """A later step needs no record: the folder knows where it is."""
    record = tmp_path / "ban-khai.yaml"
    docgen.save(docgen.build({**LEAST, "reports": [{"period": "2026-H1"}]}), record)
    docgen.package(record, tmp_path / "ho-so", on=TODAY)
    made = docgen.package(None, tmp_path / "ho-so", "report", on=date(2026, 7, 1))
    assert made.papers == 1
