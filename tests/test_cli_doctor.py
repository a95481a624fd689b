"""``docgen doctor``: what this machine can do, with remedies; 3 when the main job cannot run."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from docgen.cli import run
from docgen.errors import ExitCode
from docgen.workflows import health
from docgen.workflows.health import Health, examine_machine

if TYPE_CHECKING:
    from pathlib import Path

Output = pytest.CaptureFixture[str]
NAMES = (
    *("python", "builtin", "libreoffice", "word", "letters", "long_paths"),
    *("rights", "locks", "cloud", "space"),
)


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine has no other printer: its version would take seconds to ask for."""
    monkeypatch.setattr(health, "find_libreoffice", lambda: None)


def test_each_thing_has_one_line(tmp_path: Path, capsys: Output) -> None:
    """What is not good has a remedy."""
    assert run(["doctor", str(tmp_path)]) == ExitCode.DONE
    assert len(capsys.readouterr().out.splitlines()) == len(NAMES)
    found = examine_machine(tmp_path)
    assert tuple(one.name for one in found) == NAMES
    assert all(one.remedy.vi and one.remedy.en for one in found if one.health is not Health.GOOD)


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """Looking changes nothing, and the folder need not be there."""
    examine_machine(tmp_path / "chưa" / "có")
    assert list(tmp_path.iterdir()) == []


def test_json_tells_the_same(tmp_path: Path, capsys: Output) -> None:
    """For programs that look after many machines."""
    assert run(["doctor", str(tmp_path), "--json", "--lang", "en"]) == ExitCode.DONE
    told = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in told] == list(NAMES)
    assert {one["health"] for one in told} <= {"good", "note"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_in_the_way(tmp_path: Path) -> None:
    """Exit 3: the main job cannot run."""
    tmp_path.chmod(0o500)
    assert run(["doctor", str(tmp_path / "ho-so")]) == ExitCode.MISSING
    tmp_path.chmod(0o700)


def test_a_full_disk_is_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be drafted in 10 MB."""
    usage = shutil.disk_usage(tmp_path)._replace(free=10_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert run(["doctor", str(tmp_path)]) == ExitCode.MISSING


def test_a_machine_without_any_printer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the built-in printer another one does; without any nothing is printed."""
    monkeypatch.setattr(health, "find_spec", lambda _: None)
    assert run(["doctor", str(tmp_path)]) == ExitCode.MISSING
    monkeypatch.setattr(health, "has_word", lambda: True)
    assert run(["doctor", str(tmp_path)]) == ExitCode.DONE


def test_a_folder_in_a_cloud_is_noted(tmp_path: Path) -> None:
    """A dossier has personal data."""
    cloud = tmp_path / "OneDrive - UBND"
    cloud.mkdir()
    (found,) = (one for one in examine_machine(cloud) if one.name == "cloud")
    assert found.health is Health.NOTE
    assert "onedrive" in found.found.vi


@pytest.mark.parametrize("allowed", [True, False])
def test_windows_that_stops_at_259_letters_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, allowed: bool
) -> None:
    """Papers are written all the same; Word would not open them."""
    monkeypatch.setattr(health, "_registry_allows_long_paths", lambda: allowed)
    (found,) = (one for one in examine_machine(tmp_path) if one.name == "long_paths")
    assert found.health is (Health.GOOD if allowed else Health.NOTE)
    assert bool(found.remedy.vi) is not allowed
