"""The first run as a picture: what the screen shows, command by command, as SVG."""

from __future__ import annotations

import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from html import escape
from io import StringIO
from pathlib import Path
from shutil import copytree

from docgen.cli import run
from tests.samples import PROFILES, path_of

_SHORT = "xa-2026-muoi-lam-o"
_DAY = ["--date", "2026-09-01"]
_COMMANDS = (
    ["check", "ban-khai.xlsx"],
    ["establish", "ban-khai.xlsx", "-o", "ho-so"],
    ["status", "ho-so"],
)
_FIRST, _LAST, _WIDEST = 4, 4, 96
"""Lines of a command that are shown from each end, and the letters of a line."""
_LINE, _LEFT, _WIDTH = 19, 14, 800


def picture() -> str:
    """The picture of the first run, from the record of fifteen cells."""
    lines = [line for command in _screens() for line in command]
    height = _LINE * len(lines) + 24
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'font-family="monospace" font-size="13">'
    )
    ground = f'<rect width="{_WIDTH}" height="{height}" rx="8" fill="#1e1e2e"/>'
    rows = [_row(place, line) for place, line in enumerate(lines, 1)]
    return "\n".join([head, ground, *rows, "</svg>", ""])


def _row(place: int, line: str) -> str:
    typed = line.startswith("> ")
    look = 'fill="#f9e2af" font-weight="bold"' if typed else 'fill="#e6e9ef"'
    where = f'x="{_LEFT}" y="{_LINE * place + 6}" xml:space="preserve"'
    return f"<text {where} {look}>{escape(line)}</text>"


def _screens() -> list[list[str]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copytree(path_of(_SHORT).parent / PROFILES, folder / PROFILES)
        record = folder / "ban-khai.yaml"
        record.write_bytes(path_of(_SHORT).read_bytes())
        with chdir(folder):
            _said(["convert", record.name, "ban-khai.xlsx"])
            return [_screen(command) for command in _COMMANDS]


def _screen(command: list[str]) -> list[str]:
    """The command as it is typed, the beginning and the end of what it says."""
    said = [_short(line) for line in _said([*command, *_DAY])]
    shown = said
    if len(said) > _FIRST + _LAST + 1:
        shown = [*said[:_FIRST], "  …", *said[-_LAST:]]
    return [f"> docgen {' '.join(command)}", *shown, ""]


def _said(command: list[str]) -> list[str]:
    screen = StringIO()
    with redirect_stdout(screen), redirect_stderr(screen):
        run(command)
    return screen.getvalue().splitlines()


def _short(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1].rstrip()}…"
