"""Word papers held against the rules of form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from docgen.workflows.linting import Linted


def lint_papers(
    sources: Iterable[str],
    *,
    on: date,
    regime: str = "auto",
    skip: Iterable[str] = (),
    annotate: Path | None = None,
    fix: Path | None = None,
    lang: str = "vi",
) -> Linted:
    """Hold Word papers against Decree 30/2020 or the rules of the Party, clause by clause.

    Args:
        sources: Files, folders and patterns such as ``ho-so/*.docx``.
        on: The day for papers that tell none of their own.
        regime: ``nd30``, ``hd36`` or ``hd05`` for every paper; ``auto`` chooses for each.
        skip: Ids of rules that are passed over.
        annotate: A folder for copies with comments of Word.
        fix: A folder for copies with what can be mended for sure, as tracked changes.
        lang: The language of the comments.

    Raises:
        DocgenError: a source names nothing.
        ProtectedWorkError: a copy would stand over a file that is there.
        OutsideError: the disk failed.
    """
    from docgen.workflows import linting  # noqa: PLC0415

    order = linting.Order(tuple(sources), on, regime, tuple(skip), annotate, fix, lang)
    return linting.lint(order)
