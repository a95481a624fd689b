"""Colour where a person reads it: click leaves it out where output goes to a file or a program."""

from __future__ import annotations

import os

import click


def strong(text: str, colour: str | None = None) -> str:
    """``text`` in bold, as it is where NO_COLOR is set (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return click.style(text, bold=True, fg=colour)
