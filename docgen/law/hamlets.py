"""What stands below a commune: its residential areas by name, and the force that helps there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law.law import law
from docgen.law.schema.issuers import Hamlet
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from datetime import date

_KIND = "residential"


def hamlet(commune_kind: str, *told: str) -> Hamlet:
    """How the residential area of a model is called (thôn, tổ dân phố), and its head.

    The first of ``told``, such as the model's place, that begins with a kind of residential area
    decides; else the kind of the commune does.
    """
    for name in told:
        for row in law().units.heads[_KIND]:
            if f"{same_name_key(name)} ".startswith(f"{same_name_key(row.begins)} "):
                return Hamlet(name=row.begins.lower(), head=row.title.lower())
    return law().issuers.hamlets[commune_kind]


def grassroots_force(day: date) -> str:
    """Lực lượng ở cơ sở: its name on ``day``."""
    return [force.name for force in law().issuers.grassroots_forces if force.start <= day][-1]
