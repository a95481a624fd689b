"""The words of a dossier that a reader sees or hears beside its papers."""

from __future__ import annotations

from pathlib import Path

from docgen.text.tables import read

_WORDS = Path(__file__).parent / "data" / "outline.yaml"


def label(name: str, /, **facts: object) -> str:
    """The text ``name`` with its ``{...}`` filled by ``facts``.

    Raises:
        KeyError: There is no such text, or a fact is missing.
    """
    text: str = read(_WORDS)[name]
    return text.format(**facts)
