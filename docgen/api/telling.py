"""Progress, for callers who want none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.errors import Words


def silent(_: Words) -> None:
    """Shows nothing."""
