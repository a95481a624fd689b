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


@cache
def gaps() -> re.Pattern[str]:
    """What prints where something is not told: a blank for the pen, or a mark.

    A whole line to be written by hand is neither: no field fills it.
    """
    before, _, after = phrase("gaps.mark", what="\0").partition("\0")
    mark_ = rf"{re.escape(before)}.+?{re.escape(after)}".replace(r"\ ", r"\s+")
    dots = re.escape(HOLE[0])
    blank = rf"(?<!{dots}){dots}{{2,{2 * len(HOLE)}}}(?!{dots})"
    return re.compile(rf"{blank}|{mark_}", re.DOTALL)
