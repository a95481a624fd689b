"""The data files of law, guidance and form: checked, copied to be changed, worked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from docgen.errors import Problem


def check_data(folder: Path | None = None, *, templates: Path | None = None) -> list[Problem]:
    """Every fault of the data files in ``folder``; of the shipped ones, if none.

    ``templates`` is a folder of templates that rows may name beside the shipped ones.

    Raises:
        DataError: there is no such folder.
        TemplateError: there is no such folder of templates.
    """
    from docgen.workflows import soundness  # noqa: PLC0415 - each call loads what it needs

    return soundness.check(folder, templates)


def copy_data(folder: Path) -> list[Path]:
    """Copy the shipped data files of law, guidance and form into ``folder``; what was written.

    Raises:
        ProtectedWorkError: the folder holds data files already.
        OSError: the disk failed.
    """
    from docgen.workflows import soundness  # noqa: PLC0415

    return soundness.copy(folder)


def using_data(folder: Path) -> AbstractContextManager[None]:
    """Work with the data files in ``folder`` inside a ``with`` block.

    Raises:
        DataError: there is no such folder, or its data have faults; carries all of them.
    """
    from docgen.workflows import soundness  # noqa: PLC0415

    return soundness.using(folder)
