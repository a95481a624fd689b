"""Papers looked at before they are written: drafted and printed in memory, warm within a blink."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.workflows.besides import Beside
    from docgen.workflows.previewing import Changed, Leaf, Look, Preview

_FOUNDING = ("establish", "ceremony")


def papers_of(record: Loaded, *, on: date, stages: Iterable[str] = _FOUNDING) -> tuple[Leaf, ...]:
    """Every paper of the steps ``stages``, in the order of the dossier; nothing is drafted yet."""
    from docgen.workflows import previewing  # noqa: PLC0415 - each call loads what it needs

    return previewing.leaves(record, _look(on, stages))


def preview(
    record: Loaded,
    name: str,
    *,
    on: date,
    stages: Iterable[str] = _FOUNDING,
    package: Path | None = None,
    linked: bool = False,
) -> Preview:
    """One paper drafted and printed in memory: its pages, their lines, what is blank in it.

    A paper that ``package`` holds issued is shown as it was issued, with what differs by now.

    Args:
        record: The record, as far as it could be read.
        name: The paper, as :func:`papers_of` names it.
        on: The day of drafting.
        stages: The steps whose papers are looked at.
        package: The folder of the model's papers, where there is one.
        linked: Whether each blank is to name the field that fills it, which takes longer.

    Raises:
        RecordError: the steps have no such paper.
        TemplateError: its template has problems.
        PrintRefusedError: the built-in printer does not print it.
        MissingToolError: prints cannot be shown on this machine.
        OutsideError: the disk failed.
    """
    from docgen.workflows import previewing  # noqa: PLC0415

    look = _look(on, stages, package)
    shown = previewing.preview(record, name, look)
    if linked:
        shown = replace(shown, gaps=previewing.filled_by(record, shown, look))
    return shown


def changed_lines(before: str, now: str) -> tuple[Changed, ...]:
    """The lines of one print that say what an earlier one did not, by the keys of both.

    None where either is forgotten: prints are kept in memory, for a while.
    """
    from docgen.workflows import previewing  # noqa: PLC0415

    return previewing.changed(before, now)


def page_picture(key: str, page: int, width: int) -> bytes:
    """The PNG of a page, from 0, of the print ``key``, ``width`` pixels wide.

    Raises:
        LookupError: the print is forgotten, or has no such page.
        MissingToolError: as for :func:`preview`.
    """
    from docgen.workflows import previewing  # noqa: PLC0415

    return previewing.picture(key, page, width)


def paper_beside(
    kind: str, leaves: Sequence[Leaf], *, field: str = "", section: str = "", paper: str = ""
) -> Beside:
    """The paper to be shown beside a form, and the others that the field at hand feeds.

    Args:
        kind: The kind of record.
        leaves: The papers there are.
        field: The field at hand, ``members[3].name``.
        section: The section that the form asks for.
        paper: The paper shown now: it stays while the field feeds it.
    """
    from docgen.workflows import besides  # noqa: PLC0415

    return besides.beside(kind, leaves, besides.Wish(field, section, paper))


def papers_fed(kind: str, field: str) -> tuple[str, ...]:
    """The ids of the papers that say what a field (``members[3].name``) tells.

    The one to be looked at first is the first.
    """
    from docgen.workflows import besides  # noqa: PLC0415

    return besides.fed(kind, field)


def address_of(kind: str, field: str) -> str:
    """Where a form asks for ``field``: the slug of its step and ``#`` with its name.

    ``""`` where no step asks for it.
    """
    from docgen.workflows.editing.steps import step_with  # noqa: PLC0415

    step = step_with(kind, field.partition(".")[0].partition("[")[0])
    return f"{step.slug}#{field}" if step else ""


def _look(on: date, stages: Iterable[str], package: Path | None = None) -> Look:
    from docgen.workflows.desk import Step  # noqa: PLC0415
    from docgen.workflows.previewing import Look  # noqa: PLC0415

    return Look(on, tuple(map(Step, stages)), package)
