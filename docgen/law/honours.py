"""Forms of honour: those that the head of the unit gives, and those that go further up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law.law import law

if TYPE_CHECKING:
    from datetime import date


def is_beyond(form: str, commune_on: date | None = None) -> bool:
    """Whether a form, as people write it, is above what the unit's head may give.

    ``commune_on``: the day of the decision, where the head is a commune's chairman.
    """
    told = form.strip().casefold()
    for own in law().honours.within:
        if told.startswith(own.begins):
            return commune_on is not None and commune_on < own.commune_from
    return told.startswith(law().honours.beyond)
