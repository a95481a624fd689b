"""Records as all steps read them: what the data in use name, they may tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.guidance.growth import grow
from docgen.record import loading
from docgen.record.schema.shape import slots_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docgen.record.forms import RecordForm
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


def form_of(kind: str) -> RecordForm:
    """The blank form of a kind of record, with all that the data in use name."""
    from docgen.record.forms import FORMS  # noqa: PLC0415 - for blank forms only

    form = FORMS[kind]
    return replace(form, record=grow(form.record, slots_of(form.record)))
