"""Places of problems and blanks as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.errors import Place


def as_json(place: Place) -> dict[str, str | int | None]:
    """``file``, ``line``, ``column``; of a workbook also ``sheet`` and ``cell``."""
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
    }
