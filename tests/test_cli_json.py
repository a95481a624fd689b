"""--json on every command: what was found, made, written, and what went wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click
import pytest

from docgen.cli import docgen, run
from docgen.errors import ExitCode
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST = "khu-dan-cu-2026-toi-thieu"
WITHOUT = {"completion", "serve"}
"""The one prints a program for a shell, the other an address; then it serves until stopped."""


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its whole name."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What a command told as JSON."""
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_every_command_speaks_json() -> None:
    """A program need not read sentences."""
    silent = {
        name
        for name, command in commands(docgen)
        if not any("--json" in option.opts for option in command.params)
    }
    assert silent == WITHOUT


def test_a_package_a_number_a_register_and_a_bundle_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was made, with problems, blanks and their places; nothing on the other stream's side."""
    record, folder = tmp_path / "r.yaml", tmp_path / "ra"
    record.write_bytes(path_of(LEAST).read_bytes())
    day = ["--date", drafted(LEAST).isoformat()]
    assert run(["establish", str(record), "-o", str(folder), *day, "--json"]) == ExitCode.DONE
    made = told(capsys)
    assert "ho-so.pdf" in made["files"]
    assert made["problems"][0]["code"].startswith("DG")
    assert made["blanks"][0]["line"]
    number = ["number", str(folder), "4", "--so", "45", "--ngay", "24/11/2026", *day]
    assert run([*number, "--record", str(record), "--json"]) == ExitCode.DONE
    assert any("04-quyet-dinh" in file for file in told(capsys)["files"])
    assert run(["bundle", str(folder), *day, "--json"]) == ExitCode.DONE
    assert told(capsys)["folder"] == str(folder)
    book = tmp_path / "so.xlsx"
    assert run(["register", str(folder), "-o", str(book), *day, "--json"]) == ExitCode.DONE
    assert told(capsys)["file"] == str(book)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "khong-co.yaml"],
        ["establish", "khong-co.yaml", "-o", "ra"],
        ["status", "khong-co"],
        ["rate", "khong-co.yaml"],
        ["convert", "khong-co.yaml", "a.xlsx"],
        ["new", "tu-quan", "-o", "/dev/null/a.xlsx"],
        ["check"],
        ["check", "a.yaml", "--date", "x"],
        ["chek", "a.yaml"],
        ["number", "hs", "4", "--so", "x"],
        ["completion", "tcsh"],
        ["explain", "DG1"],
    ],
)
def test_a_failure_is_told_as_problems(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the same exit code as in words."""
    monkeypatch.chdir(tmp_path)
    code = run(arguments)
    capsys.readouterr()
    assert run([*arguments, "--json"]) == code != ExitCode.DONE
    assert told(capsys)["problems"][0]["message"]


def test_blanks_of_a_workbook_have_sheet_and_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every one of them, also of fields that are empty."""
    book = tmp_path / "r.xlsx"
    assert run(["convert", str(path_of(LEAST)), str(book), "--json"]) == ExitCode.DONE
    assert told(capsys)["files"] == [str(book)]
    run(["check", str(book), "--json"])
    found = told(capsys)["blanks"]
    assert found
    assert all(blank["sheet"] and blank["cell"] for blank in found)


@pytest.mark.parametrize("command", [["new", "lien-ket"], ["profile"]])
def test_a_form_that_is_only_shown_is_told_whole(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same text as without JSON."""
    assert run(command) == ExitCode.DONE
    text = capsys.readouterr().out
    assert run([*command, "--json"]) == ExitCode.DONE
    assert told(capsys)["form"] == text
