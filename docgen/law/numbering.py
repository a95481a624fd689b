"""How long numbers of outgoing papers run before they begin again (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law.hints import advice
from docgen.law.law import law

if TYPE_CHECKING:
    from datetime import date

    from docgen.errors import Words


def period(day: date, *, of_party: bool) -> str:
    """The period of the register in which a paper of ``day`` takes its number.

    State papers are numbered by calendar year, Party papers by the term of the committee.
    """
    return term(day) if of_party else str(day.year)


def term(day: date) -> str:
    """Nhiệm kỳ of the Party committee on ``day``: ``2025-2030``."""
    terms = law().numbering.party_terms
    begun = [term for term in terms if term.since <= day] or terms[:1]
    return begun[-1].years


def once() -> Words:
    """What to do about a number that was given twice."""
    return advice(law().numbering.once.hint)
