"""Forms of honour: those that the head of the unit gives, and those that go further up."""

from __future__ import annotations

from docgen.law.law import law


def is_beyond(form: str) -> bool:
    """Whether a form, as people write it, is above what the unit's head may give."""
    return form.strip().casefold().startswith(law().honours.beyond)
