"""What this machine can do for docgen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.workflows.health import Finding


def examine_machine(folder: Path) -> list[Finding]:
    """What drafting into ``folder`` needs, one finding for each: good, to be known, or bad."""
    from docgen.workflows import health  # noqa: PLC0415 - each call loads what it needs

    return health.examine_machine(folder)
