"""What both screens of papers share: where the fields are asked that fill their blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen import api

if TYPE_CHECKING:
    from docgen.workflows.previewing import Preview
    from docgen.workflows.workroom import Model


def addresses(model: Model, kind: str, shown: Preview) -> dict[str, str]:
    """Where each blank of a paper is filled, by its field."""
    fields = {gap.field for gap in shown.gaps if gap.field}
    return {field: f"/m/{model.id}/khai/{api.address_of(kind, field)}" for field in fields}
