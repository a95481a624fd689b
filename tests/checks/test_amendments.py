"""Corrections of papers that there are not are told at their line, and stop nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.errors import RecordError
from docgen.workflows.examining import read_whole
from tests.doubts import LEAST, TODAY

if TYPE_CHECKING:
    from pathlib import Path

MISTAKEN = [
    ("{paper: quyet-dinh, issued: {number: 3, day: 05/9/2026}}", "amendments[1].paper"),
    ("{paper: period_report, part: 2031-H1, issued: {number: 3}}", "amendments[1].part"),
    ("{paper: period_report, replaces: true}", "amendments[1].part"),
]


@pytest.mark.parametrize(("told", "field"), MISTAKEN)
def test_a_correction_of_no_paper_is_told(told: str, field: str, tmp_path: Path) -> None:
    """Together with what else is wrong; whatever numbers it has."""
    file = tmp_path / "a.yaml"
    file.write_text(f"{LEAST}amendments:\n  - {told}\nmembers: 5\n", "utf-8")
    with pytest.raises(RecordError) as caught:
        read_whole(file, TODAY)
    places = {one.place.field for one in caught.value.problems if "amend" in one.place.field}
    assert "members" in {one.place.field for one in caught.value.problems}
    assert places == {field}
    file.write_text(f"{LEAST}amendments:\n  - {told}\n", "utf-8")
    with pytest.raises(RecordError) as caught:
        read_whole(file, TODAY)
    faults = [one for one in caught.value.problems if one.place.field == field]
    assert len(faults) == 1
    assert all((faults[0].hint.vi, faults[0].hint.en))


def test_a_correction_of_a_paper_that_there_is_is_none(tmp_path: Path) -> None:
    """As docgen amend writes it."""
    file = tmp_path / "a.yaml"
    file.write_text(f"{LEAST}amendments:\n  - {{paper: decision, reason: sai tên}}\n", "utf-8")
    loaded, findings = read_whole(file, TODAY)
    assert len(loaded.record.amendments) == 1
    assert not [one for one in findings.problems if one.place.field.startswith("amendments")]
