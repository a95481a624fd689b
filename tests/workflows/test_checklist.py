"""What there is to do for a model, and what next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import docgen
from docgen.workflows.beginning import Wish, begin
from docgen.workflows.checklist import Checklist, checklist
from docgen.workflows.chores import TaskState
from docgen.workflows.overseeing import overview
from docgen.workflows.overview import Overview, keep, kept
from docgen.workflows.searching import search
from docgen.workflows.workroom import Model, models
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 9, 1)


def placed(work: Path, sample: str, *, drafted: bool = False) -> Model:
    """A sample as a model of the work folder."""
    folder = work / "mo-hinh"
    folder.mkdir(parents=True)
    (folder / "ban-khai.yaml").write_bytes((ROOT / "samples" / sample).read_bytes())
    (model,) = models(work)
    if drafted:
        docgen.package(model.record, model.package, on=DAY)
    return model


def states(found: Checklist) -> dict[str, TaskState]:
    """How far each thing is, by where it is done."""
    every = (*found.telling, *found.drafting, *found.issuing, *found.living)
    return {task.place: task.state for task in every}


@pytest.mark.parametrize("kind", ["self_managed", "linked"])
def test_a_new_model_begins_with_its_first_step(tmp_path: Path, kind: str) -> None:
    """Drafting waits, and says for what."""
    found = checklist(begin(tmp_path, Wish(kind, "Cụm an toàn")), DAY)
    assert found.following == found.telling[0]
    assert found.errors
    assert states(found)["soan"] is TaskState.BLOCKED
    assert not found.issuing


def test_a_whole_record_is_to_be_drafted(tmp_path: Path) -> None:
    """Every step is done; the papers can be read before anything is written."""
    found = checklist(placed(tmp_path, "xa-2026-to-lien-gia.yaml"), DAY)
    assert {task.state for task in found.telling} <= {TaskState.DONE, TaskState.OPTIONAL}
    assert found.following
    assert found.following.place == "soan"
    assert "xem" in states(found)


def test_drafted_papers_wait_for_numbers_before_scans(tmp_path: Path) -> None:
    """The first paper without a number is what to do next."""
    found = checklist(placed(tmp_path, "xa-2026-to-lien-gia.yaml", drafted=True), DAY)
    assert found.following
    assert found.following.place == "ho-so/04-quyet-dinh-thanh-lap"
    assert found.following.wish.vi.startswith("ghi số cho Quyết định thành lập")
    assert states(found)["soan"] is TaskState.DONE
    assert states(found)["doi-song/dissolve"] is TaskState.BLOCKED


def test_what_is_late_comes_first(tmp_path: Path) -> None:
    """Once a report is overdue, it is what to do next."""
    model = placed(tmp_path, "xa-2026-to-lien-gia.yaml", drafted=True)
    found = checklist(model, date(2026, 11, 20))
    assert found.following
    assert found.following.place == "khai/bao-cao"
    assert "đã quá hạn" in found.following.wish.vi


def test_a_row_is_kept_until_a_file_changes(tmp_path: Path) -> None:
    """The same files give the row that was kept; a changed record gives none."""
    model = placed(tmp_path, "xa-2026-to-lien-gia.yaml", drafted=True)
    row = overview(model, DAY)
    assert (row.have, row.needed) == (8, 8)
    keep(model, row)
    assert kept(model, DAY) == row
    assert kept(model, date(2027, 9, 1)) is None
    model.record.write_bytes(model.record.read_bytes() + b"\n# x\n")
    assert kept(model, DAY) is None


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"of": "", "row": {"title": 1}}'])
def test_a_damaged_row_counts_as_none(tmp_path: Path, told: str) -> None:
    """What somebody else wrote there is made anew."""
    model = placed(tmp_path, "xa-2026-to-lien-gia.yaml")
    keep(model, overview(model, DAY))
    (file,) = model.folder.rglob("tong-quan.json")
    file.write_text(told, "utf-8")
    assert kept(model, DAY) is None


def test_a_record_that_cannot_be_read_keeps_its_row(tmp_path: Path) -> None:
    """With the reason."""
    model = placed(tmp_path, "xa-2026-to-lien-gia.yaml")
    model.record.write_bytes(b"\x00")
    row = overview(model, DAY)
    assert row.title == "mo-hinh"
    assert row.fault


def test_marks_rank_and_do_not_hide(tmp_path: Path) -> None:
    """Typed without marks both are found; with marks the exact one stands first."""
    named: list[tuple[Model, Overview | None]] = []
    for name in ("Tổ Bính", "Tổ Bình", "Cụm khác"):
        model = begin(tmp_path, Wish("linked", name, folder=f"m{len(named)}"))
        named.append((model, overview(model, DAY)))
    assert [hit.place for hit in search(named, "to binh")] == [0, 1]
    assert [hit.place for hit in search(named, "Tổ bình")] == [1, 0]
    assert search(named, "lien gia") == []
