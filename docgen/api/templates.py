"""Templates for those who restyle them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docgen.errors import Problem


def list_templates() -> list[dict[str, str]]:
    """Every template: ``name``, ``title`` of its paper, ``article`` of the guidance."""
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.list_templates()


def export_templates(folder: Path, names: Iterable[str] = ()) -> list[Path]:
    """Copy the shipped templates ``names`` (none: all) to ``folder``; what was written.

    Raises:
        TemplateError: there is no such template.
        ProtectedWorkError: one of the files exists; nothing was written.
    """
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.export_templates(folder, names)


def check_templates(folder: Path) -> list[Problem]:
    """Every fault of every template in ``folder``, in the order of their names.

    Raises:
        TemplateError: there is no such folder, or no template in it.
    """
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.check_templates(folder)


def build_templates(folder: Path) -> list[Path]:
    """Compile every source (.md) in ``folder`` to the .docx beside it; what changed.

    Raises:
        TemplateError: a source has a fault.
    """
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.build_templates(folder)
