"""What a batch can do for each record, and how that can end."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECK, BUNDLE, STATUS, RATE, RENEW = "check", "bundle", "status", "rate", "renew"
STEPS: Final = (
    *("establish", "ceremony", "report", "reorganize"),
    *("commend", "discipline", "replicate", "dissolve"),
)
DEEDS: Final = (CHECK, *STEPS, RENEW, RATE, STATUS, BUNDLE)
WITHOUT_PAPERS: Final = frozenset({CHECK, STATUS})
"""What writes nothing for a record."""
APART: Final[Mapping[str, str]] = MappingProxyType({RATE: "xep-loai", RENEW: "nam-sau"})
"""Papers that never stand in the dossier's folder, and the folder of the results that has them."""
LIMIT: Final = 600
"""Seconds after which one record is given up, unless others are told."""


class State(StrEnum):
    """How it ended for one record."""

    DONE = "done"
    UNCHANGED = "unchanged"
    PROBLEMS = "problems"
    PROTECTED = "protected"
    FAILED = "failed"

    @property
    def is_well(self) -> bool:
        """Whether nobody has to do anything."""
        return self in (State.DONE, State.UNCHANGED)
