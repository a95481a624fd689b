"""How the unknown prints: the customary blank for pen and ink, and the mark for missing text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from docgen.papers.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

HOLE = phrase("gaps.hole")
"""What is filled by hand on paper: a name, an hour, a place."""


def mark(missing: str) -> str:
    """A mark that nobody overlooks, in place of text without which a paper must not be signed.

    ``missing`` names what is missing as ``data/gaps.yaml`` does.
    """
    return phrase("gaps.mark", what=phrase(f"gaps.missing.{missing}"))


def marks_in(texts: Iterable[str]) -> list[str]:
    """What the marks in ``texts`` say is missing, each once, in order."""
    found = (told[1] for text in texts for told in _marks().finditer(text))
    return list(dict.fromkeys(found))


@cache
def _marks() -> re.Pattern[str]:
    before, _, after = phrase("gaps.mark", what="\0").partition("\0")
    return re.compile(rf"{re.escape(before)}(.+?){re.escape(after)}")


def or_hole(value: str) -> str:
    """``value``, or the blank to be filled by hand."""
    return value or HOLE


def listed(values: list[str] | tuple[str, ...], last: str = ".") -> list[str]:
    """``values`` as the lines of a list: each ends with ``;``, the last with ``last``."""
    return [f"{value};" for value in values[:-1]] + [f"{value}{last}" for value in values[-1:]]
