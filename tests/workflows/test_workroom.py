"""The work folder: which models it has, where each keeps what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import docgen
from docgen.workflows.workroom import models
from tests.doubts import LEAST
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 9, 1)


def record_in(folder: Path, name: str = "ban-khai.yaml") -> Path:
    """A record, the shortest there is, in a folder that is made for it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(LEAST, "utf-8")
    return file


def test_each_folder_with_a_record_is_a_model(tmp_path: Path) -> None:
    """Right below the work folder, or below the folder of a commune; not deeper, not hidden."""
    record_in(tmp_path / "to-bao-ve")
    record_in(tmp_path / "xa-tan-my" / "to-lien-gia")
    record_in(tmp_path / "a" / "b" / "c")
    record_in(tmp_path / ".an")
    (tmp_path / "trong").mkdir()
    found = models(tmp_path)
    assert [one.name for one in found] == ["to-bao-ve", "xa-tan-my/to-lien-gia"]
    assert [one.id for one in found] == ["to-bao-ve", "xa-tan-my-to-lien-gia"]
    assert found[0].package == tmp_path / "to-bao-ve" / "ho-so"


def test_names_that_are_alike_have_ids_of_their_own(tmp_path: Path) -> None:
    """No address is of two models."""
    record_in(tmp_path / "Tổ 1")
    record_in(tmp_path / "to-1")
    assert len({one.id for one in models(tmp_path)}) == 2


def test_what_commands_made_is_a_model_too(tmp_path: Path) -> None:
    """A record in the work folder itself, its package beside it, is one model."""
    record = tmp_path / "xa.yaml"
    record.write_bytes((ROOT / "samples/xa-2026-to-lien-gia.yaml").read_bytes())
    (tmp_path / "don-vi.yaml").write_text("kind: profile\n")
    assert [one.name for one in models(tmp_path)] == ["xa"]
    docgen.package(record, tmp_path / "xa", on=DAY)
    (found,) = models(tmp_path)
    assert (found.record, found.package) == (record, tmp_path / "xa")


def test_no_work_folder_has_no_models(tmp_path: Path) -> None:
    """A folder that is not there yet is empty."""
    assert models(tmp_path / "chua-co") == []
