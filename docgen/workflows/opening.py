"""Records as all steps read them: what the data in use name, they may tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.growth import grow
from docgen.record import loading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docgen.record.loading import Loaded


def load(path: Path) -> Loaded:
    """The record in the file at ``path``; raises as :func:`docgen.record.loading.load`."""
    return loading.load(path, grow)


def loaded(data: bytes, path: Path) -> Loaded:
    """The record that the bytes of the file at ``path`` tell; raises as :func:`load`."""
    return loading.loaded(data, path, grow)


def built(values: Mapping[str, object], name: str) -> Loaded:
    """The record that a mapping tells; raises as :func:`docgen.record.loading.built`."""
    return loading.built(values, name, grow)
