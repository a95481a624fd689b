"""Who issues and receives the letter that corrects an issued paper: who issued and received it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.schema.amendments import Amendment
from docgen.record.sections import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.papers.bodies.body import Body
    from docgen.papers.sheet import Sheet

SECTION = "amendments"


def corrected(sheet: Sheet) -> Sheet:
    """The paper that the letter ``sheet`` corrects."""
    told = parts_of(sheet.papers.record, SECTION)[sheet.part]
    assert isinstance(told, Amendment)  # noqa: S101 - the section holds nothing else
    return sheet.papers.of(told.paper, told.part)


def _readers(paper: Sheet) -> list[str]:
    """Whom the paper addresses, then whom it was sent to by name; not who issued it."""
    named = [
        text
        for line in (*paper.paper.to, *paper.paper.recipients)
        if line.startswith("{") and not line.startswith("{archive}")
        for text in paper.addresses[line[1:].partition("}")[0]]
        if text
    ]
    own = {paper.body.name.casefold(), paper.body.leader.casefold()}
    return [name for name in dict.fromkeys(named) if name.casefold() not in own]


def addresses(sheet: Sheet) -> dict[str, list[str]]:
    """The ``{...}`` of the letter's row; nothing for papers about anything else."""
    about_it = sheet.paper.section == SECTION and sheet.part
    return {"corrected_to": _readers(corrected(sheet)) if about_it else []}


BODIES: dict[str, Callable[[Sheet], Body]] = {"corrected": lambda sheet: corrected(sheet).body}
