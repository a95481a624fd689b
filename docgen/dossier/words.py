"""The words of a dossier that a reader sees or hears beside its papers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docgen.tables.reading import read
from docgen.tables.rows import Name, Text

Outline = dict[Name, Text]
FILE = Path(__file__).parent / "data" / "outline.yaml"


def label(name: str, /, **facts: object) -> str:
    """The text ``name`` with its ``{...}`` filled by ``facts``.

    Raises:
        KeyError: There is no such text, or a fact is missing.
    """
    return _words()[name].format(**facts)


@cache
def _words() -> Outline:
    return read(FILE, Outline)
