"""The drafts on which opinions are asked, by the days of the papers (II.1.1.3, II.1.1.4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docgen.papers.phrases import phrase, rows
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Papers

_ASKING = ("comment_request", "comment_minutes", "submission")


def drafts(papers: Papers) -> Frame:
    """``draft.*`` of a template: the papers not yet issued when opinions on them were asked.

    ``papers``: each with its ``text`` and ``title``; ``asked``: whether opinions were asked by now.
    """
    told = [day for name in _ASKING if (day := _day_of(papers, name))]
    asked = min(told, default=date.min)
    days = {row["paper"]: _day_of(papers, row["paper"]) for row in rows("drafts.papers")}
    still = {name for name, day in days.items() if day is None or day >= asked}
    return {
        "papers": [
            {"text": row["text"], "title": first_upper(row["text"])}
            for row in rows("drafts.papers")
            if row["paper"] in still
        ],
        "has_resolution": "resolution" in still,
        "has_plan": "plan" in still,
        "asked": any(_by(_day_of(papers, name), papers.drafted) for name in _ASKING),
        "open_day": phrase("drafts.open_day", year=papers.drafted.year),
    }


def _day_of(papers: Papers, paper: str) -> date | None:
    return papers.of(paper).issued.day


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today
