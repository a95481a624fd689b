"""Signed scans of a package, with what was typed into their forms written as viewers write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.labels import Label, label
from docgen.scans import inbox

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from docgen.scans.inbox import Scans
    from docgen.scans.outside.fields import Writing
    from docgen.scans.screening import Screened


def read(folder: Path, stems: Collection[str]) -> Scans:
    """The scans that are to be bound; as :func:`docgen.scans.inbox.read`."""
    return inbox.read(folder, stems, _written)


def judged(folder: Path, stems: Collection[str]) -> Scans:
    """Those that would be bound, and why others would not be; nothing is raised for a scan."""
    return inbox.judged(folder, stems, _written)


def let_in(data: bytes, name: str) -> Screened:
    """One scan looked through before it is placed; raises as :func:`read` would for it."""
    from docgen.scans import one_file  # noqa: PLC0415 - only with scans

    return one_file.let_in(data, name, _written)


def _written(words: Writing) -> bytes | None:
    return label(Label(*words))
