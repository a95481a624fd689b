"""Thể thức of the papers that a person changed: what they fail of the rules is told with them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from docgen.errors import DocgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.workflows.settling import Settled


def of_edits(papers: Iterable[Settled], day: date) -> Iterator[Problem]:
    """What of ``papers`` those fail that a person changed; ``day`` is for one that tells none.

    What a file is that cannot be read, its print tells.
    """
    edited = [paper for paper in papers if paper.is_edited]
    if not edited:
        return
    from docgen.workflows.linting import failed  # noqa: PLC0415 - heavy; few runs need it

    for paper in edited:
        with suppress(DocgenError):
            yield from failed(paper.docx, paper.path, day)
