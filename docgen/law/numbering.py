"""How long numbers of outgoing papers run before they begin again (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.guidance.data import read
from docgen.law.acts import Hint, rule

if TYPE_CHECKING:
    from datetime import date

    from docgen.errors import Words
    from docgen.guidance.papers import Paper


class Once(NamedTuple):
    """Mỗi số chỉ cấp một lần: the rule and what to do about it."""

    hint: Hint


def period(paper: Paper, day: date) -> str:
    """The period of the register in which ``paper`` of ``day`` takes its number.

    State papers are numbered by calendar year, Party papers by the term of the committee.
    """
    return term(day) if paper.issuer == "party" else str(day.year)


def term(day: date) -> str:
    """Nhiệm kỳ of the Party committee on ``day``: ``2025-2030``."""
    terms = read("numbering")["party_terms"]
    begun = [row for row in terms if row["since"] <= day] or terms[:1]
    return str(begun[-1]["years"])


def once() -> Words:
    """What to do about a number that was given twice."""
    return rule(Once, read("numbering")["once"]).hint.words()
