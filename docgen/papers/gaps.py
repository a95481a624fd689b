"""How the unknown prints: the customary blank for pen and ink, and the mark for missing text."""

from __future__ import annotations

from docgen.papers.phrases import phrase

HOLE = phrase("gaps.hole")
"""What is filled by hand on paper: a name, an hour, a place."""


def mark(missing: str) -> str:
    """A mark that nobody overlooks, in place of text without which a paper must not be signed.

    ``missing`` names what is missing as ``data/gaps.yaml`` does.
    """
    return phrase("gaps.mark", what=phrase(f"gaps.missing.{missing}"))


def or_hole(value: str) -> str:
    """``value``, or the blank to be filled by hand."""
    return value or HOLE


def listed(values: list[str] | tuple[str, ...], last: str = ".") -> list[str]:
    """``values`` as the lines of a list: each ends with ``;``, the last with ``last``."""
    return [f"{value};" for value in values[:-1]] + [f"{value}{last}" for value in values[-1:]]
