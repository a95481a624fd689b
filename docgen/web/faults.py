"""Faults of the program itself, told to the terminal without what was in its hands."""

from __future__ import annotations

import sys
import traceback


def note(fault: Exception) -> None:
    """Tell the terminal which fault it was and where in the program; no value, no name."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{frame.filename}:{frame.lineno}"
    sys.stderr.write(f"docgen: {type(fault).__name__} ({where})\n")
