"""The work folder of an office: its models."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.workflows.workroom import Model


def models_in(work: Path) -> list[Model]:
    """The models of a work folder: each folder below it that holds a record, two levels deep."""
    from docgen.workflows import workroom  # noqa: PLC0415 - each call loads what it needs

    return workroom.models(work)
