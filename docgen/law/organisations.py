"""Whose papers have a form of their own: the Youth Union's, not that of State papers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.law.law import law

if TYPE_CHECKING:
    from docgen.law.law import Law
    from docgen.law.schema.organisations import Organisation


def organisation(name: str) -> Organisation | None:
    """The organisation, with a form of its own, to which the body ``name`` belongs; else none."""
    return _organisation(law(), name)


@lru_cache(maxsize=512)
def _organisation(known: Law, name: str) -> Organisation | None:
    return next((one for one in known.organisations.organisations if one.begins(name)), None)
