"""What a batch can do for each record, and how that can end."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

CHECK, BUNDLE = "check", "bundle"
STEPS: Final = (
    *("establish", "ceremony", "report", "reorganize"),
    *("commend", "discipline", "replicate", "dissolve"),
)
DEEDS: Final = (CHECK, *STEPS, BUNDLE)
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
