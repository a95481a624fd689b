"""How long numbers of outgoing papers run before they begin again (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law.hints import advice
from docgen.law.law import law

if TYPE_CHECKING:
    from datetime import date

    from docgen.errors import Words


def period(day: date, *, of_party: bool, begun: date | None = None) -> str:
    """The period of the register in which a paper of ``day`` takes its number.

    State papers are numbered by calendar year, Party papers by the term of the committee, which
    began on the day ``begun`` where it is known.
    """
    return term(day, begun) if of_party else str(day.year)


def term(day: date, begun: date | None = None) -> str:
    """Nhiệm kỳ of the Party committee on ``day``: ``2025-2030``.

    A term begins as the congress closes or the committee is appointed (HD 05-HD/VPTW, I.3.1.1b):
    on the day ``begun``, or about the day that the data have for that term.
    """
    terms = [(row.since, row.years) for row in law().numbering.party_terms]
    if begun is not None:
        nearest = min(range(len(terms)), key=lambda place: abs(terms[place][0] - begun))
        terms[nearest] = (begun, terms[nearest][1])
    begins = [years for since, years in terms if since <= day] or [terms[0][1]]
    return begins[-1]


def once() -> Words:
    """What to do about a number that was given twice."""
    return advice(law().numbering.once.hint)
