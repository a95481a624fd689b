"""Whose papers have a form of their own: the Youth Union's, not that of State papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law.law import law

if TYPE_CHECKING:
    from docgen.law.schema.organisations import Organisation


def organisation(name: str) -> Organisation | None:
    """The organisation, with a form of its own, to which the body ``name`` belongs; else none."""
    told = law().organisations.organisations
    return next((one for one in told if one.begins(name)), None)
