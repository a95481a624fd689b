"""What the letter says that corrects an issued paper (đính chính; NĐ 30/2020, Điều 18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers import citations
from docgen.papers.bodies.corrected import corrected
from docgen.papers.gaps import mark
from docgen.record.schema.amendments import Amendment
from docgen.record.sections import parts_of
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet


def frame(sheet: Sheet) -> Frame:
    """``amended.*`` of a template: the paper that is corrected, and every text of it."""
    told, paper = _told(sheet), corrected(sheet)
    return {
        "amended": {
            "full": citations.cite(paper, earlier=True).full,
            "short": citations.cite(paper, earlier=True).short,
            "author": first_upper(sheet.body.name),
            "reason": told.reason.rstrip(" .;"),
            "texts": [
                {
                    "index": str(index),
                    "was": text.was or mark("was_text"),
                    "now": text.now or mark("now_text"),
                }
                for index, text in enumerate(told.texts, start=1)
            ]
            or [{"index": "1", "was": mark("was_text"), "now": mark("now_text")}],
        }
    }


def _told(sheet: Sheet) -> Amendment:
    told = parts_of(sheet.papers.record, sheet.paper.section)[sheet.part]
    assert isinstance(told, Amendment)  # noqa: S101 - the section holds nothing else
    return told
