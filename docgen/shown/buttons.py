"""Words of the commands in those of the desk: who sits at a page has buttons, and no commands."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from docgen.tables.reading import read
from docgen.tables.rows import Row, Text

FILE: Final = Path(__file__).with_name("buttons.yaml")
_CLAUSES: Final = re.compile(r"(?<=[.;])\s+")


class Said(Row):
    """What is ``written`` (a regular expression), and what stands for it in either language."""

    written: Text
    vi: str
    en: str


class Buttons(Row):
    """What the file tells: the commands, and what is said in their place."""

    commands: tuple[Text, ...]
    said: tuple[Said, ...]


@cache
def _buttons() -> tuple[re.Pattern[str], re.Pattern[str], list[tuple[re.Pattern[str], Said]]]:
    """Whether a text must be looked at; what in it names a command; what stands for what."""
    told = read(FILE, Buttons)
    command = rf"\bdocgen (?:{'|'.join(told.commands)})\b|(?<!\S)--[a-z]"
    said = [(re.compile(one.written), one) for one in told.said]
    suspect = "|".join((command, *(f"(?:{one.written})" for one in told.said)))
    return re.compile(suspect), re.compile(command), said


def at_desk(text: str, language: str = "vi") -> str:
    """``text`` as a page shows it: the button in place of the command, or nothing of it."""
    suspect, command, said = _buttons()
    if not suspect.search(text):
        return text
    for pattern, one in said:
        text = pattern.sub(one.en if language == "en" else one.vi, text)
    kept = [clause for clause in _CLAUSES.split(text) if not command.search(clause)]
    shown = " ".join(kept)
    return f"{shown[:-1]}." if shown.endswith(";") else shown
