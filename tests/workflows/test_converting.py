"""From YAML to a workbook and back: nothing lost, nothing overwritten, nothing half done."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from docgen.errors import ProtectedWorkError, RecordError
from docgen.record.files.writing import yaml_text
from docgen.workflows.converting import convert
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import load, own_values
from tests.doubts import LEAST
from tests.samples import PROFILES, ROOT, path_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sample_goes_to_a_workbook_and_back(sample: str, tmp_path: Path) -> None:
    """The record is the same, and so is its text once docgen has written it."""
    shutil.copytree(ROOT / "samples" / PROFILES, tmp_path / PROFILES)
    sheets, text = tmp_path / "a.xlsx", tmp_path / "a.yaml"
    assert convert(path_of(sample), sheets)
    assert not convert(sheets, text)
    record = load(path_of(sample)).record
    assert load(sheets).record == load(text).record == record
    own = own_values(path_of(sample)).values
    assert text.read_text(encoding="utf-8") == yaml_text(own)


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """The source itself too."""
    source = tmp_path / "a.yaml"
    source.write_text(LEAST, encoding="utf-8")
    with pytest.raises(ProtectedWorkError):
        convert(source, source)
    assert source.read_text(encoding="utf-8") == LEAST


def test_a_record_with_problems_is_refused_with_all_of_them(tmp_path: Path) -> None:
    """And nothing is written."""
    source, target = tmp_path / "a.yaml", tmp_path / "a.xlsx"
    source.write_text("kind: self_managed\nmodel: {}\nfrontt: x\n", encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        convert(source, target)
    assert len(caught.value.problems) == 3
    assert not target.exists()


def test_a_disk_that_fails_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next try does not meet a torn file."""

    class FullDisk(io.FileIO):
        """Takes nothing."""

        def write(self, _: Any, /) -> int:
            raise OSError(28, "No space left on device")

    target = tmp_path / "a.yaml"
    monkeypatch.setattr(type(target), "open", lambda path, mode: FullDisk(path, mode.strip("b")))
    with pytest.raises(OSError, match="No space"):
        write_new(target, b"x")
    assert not target.exists()
