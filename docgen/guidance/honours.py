"""Forms of honour: those that the head of the unit gives, and those that go further up."""

from __future__ import annotations

from functools import cache

from docgen.guidance.data import read


@cache
def _beyond() -> tuple[str, ...]:
    return tuple(read("honours")["beyond"])


def is_beyond(form: str) -> bool:
    """Whether a form, as people write it, is above what the unit's head may give."""
    return form.strip().casefold().startswith(_beyond())
