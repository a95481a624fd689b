"""A new year: the record carried over line by line, its plan, and nobody's file overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.errors import ProtectedWorkError, RecordError
from docgen.record.loading import load
from docgen.record.schema.parts import Issued
from docgen.record.workbooks.making import workbook_of
from docgen.workflows.desk import Order
from docgen.workflows.renewing import renew, renewed_name
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Words
    from docgen.workflows.desk import Package

OWN, LINKED = "vong-doi/tot-xa-2026", "vong-doi/yeu-lien-ket-2026"


def silent(_: Words) -> None:
    """Nobody listens to the progress."""


def renewed(record: Path, folder: Path, sample: str = OWN) -> Package:
    """The next year of a record in ``folder``."""
    return renew(Order(record, folder, drafted(sample), printer="builtin"), silent)


@pytest.mark.parametrize(
    ("sample", "name", "plan"),
    [
        (OWN, "tot-xa-2027.yaml", "08-ke-hoach-nam"),
        (LINKED, "yeu-lien-ket-2027.yaml", "05-ke-hoach-nam"),
    ],
)
def test_the_record_is_carried_over_and_the_plan_is_drafted(
    sample: str, name: str, plan: str, tmp_path: Path
) -> None:
    """Year, number and day of the plan differ; every other line is the same."""
    source = path_of(sample)
    made = renewed(source, tmp_path / "nam-moi", sample)
    assert made.files == (name, f"van-ban/{plan}.docx", f"pdf/{plan}.pdf")
    lines = (tmp_path / "nam-moi" / name).read_text(encoding="utf-8").split("\n")
    before = source.read_text(encoding="utf-8").split("\n")
    changed = [new for old, new in zip(before, lines, strict=True) if old != new]
    assert changed == ["  year: 2027", "  year_plan: {number: , day: }"]


def test_nothing_else_that_the_record_tells_changes(tmp_path: Path) -> None:
    """Loaded, the two records are equal but for the year and the papers of its plan."""
    renewed(path_of(OWN), tmp_path / "nam-moi")
    old, new = load(path_of(OWN)).record, load(tmp_path / "nam-moi" / "tot-xa-2027.yaml").record
    assert new.year_plan.year == 2027
    assert new.papers.year_plan == Issued()
    papers = new.papers.changed(year_plan=old.papers.year_plan)
    again = new.changed(year_plan=old.year_plan, papers=papers)
    assert again == old


def test_a_workbook_becomes_a_yaml_record(tmp_path: Path) -> None:
    """What the workbook told is told by the new file, for the new year."""
    record = load(path_of(OWN)).record
    book = tmp_path / "mo-hinh.xlsx"
    book.write_bytes(workbook_of(record, str(book)))
    renewed(book, tmp_path / "nam-moi")
    new = load(tmp_path / "nam-moi" / "mo-hinh-2027.yaml").record
    assert new.year_plan.year == 2027
    assert new.members == record.members  # type: ignore[union-attr]


def test_nobodys_file_is_overwritten(tmp_path: Path) -> None:
    """The record of the new year, edited or not, stays as it is."""
    renewed(path_of(OWN), tmp_path / "nam-moi")
    made = tmp_path / "nam-moi" / "tot-xa-2027.yaml"
    made.write_text("kind: self_managed\n", encoding="utf-8")
    with pytest.raises(ProtectedWorkError):
        renewed(path_of(OWN), tmp_path / "nam-moi")
    assert made.read_text(encoding="utf-8") == "kind: self_managed\n"


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """The new year has its own folder, never the one where other files lie."""
    (tmp_path / "khac.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ProtectedWorkError):
        renewed(path_of(OWN), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["khac.txt"]


def test_a_record_with_faults_is_not_carried_over(tmp_path: Path) -> None:
    """Errors stop the work before anything is written."""
    record = tmp_path / "a.yaml"
    record.write_text("kind: self_managed\n", encoding="utf-8")
    with pytest.raises(RecordError):
        renewed(record, tmp_path / "nam-moi")
    assert not (tmp_path / "nam-moi").exists()


def test_activities_that_name_the_old_year_are_remarked(tmp_path: Path) -> None:
    """The months stay; a year in the text is for a person to change."""
    record = tmp_path / "a.yaml"
    text = path_of("khu-dan-cu-2026-toi-thieu").read_text(encoding="utf-8")
    more = "\nyear_plan:\n  year: 2026\n  activities: [{when: Tháng 9/2026, what: Ra quân}]\n"
    record.write_text(text + more, encoding="utf-8")
    (problem,) = renewed(record, tmp_path / "nam-moi").remarks
    assert "2026" in problem.what.vi
    assert problem.place.field == "year_plan.activities[1]"


@pytest.mark.parametrize(
    ("name", "made"), [("to.yaml", "to-2027.yaml"), ("to-2026.xlsx", "to-2027.yaml")]
)
def test_the_new_record_is_named_by_its_year(name: str, made: str, tmp_path: Path) -> None:
    """The old year at the end of the name gives way to the new one."""
    assert renewed_name(tmp_path / name, 2027) == made
