"""Where in a Word file something stands, in the words of a person who counts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words

if TYPE_CHECKING:
    from docgen.word.merging.passages import Spot

_SHOWN = 80
_STORIES = {
    "body": Words("", ""),
    "header": Words("đầu trang, ", "header, "),
    "footer": Words("chân trang, ", "footer, "),
}


def where(spot: Spot) -> Words:
    """``bảng 2, hàng 3, ô 1``; ``đoạn 12, dưới “Điều 3…”``."""
    story = _STORIES[spot.story]
    if spot.table:
        return Words(
            f"{story.vi}bảng {spot.table}, hàng {spot.row}, ô {spot.cell}",
            f"{story.en}table {spot.table}, row {spot.row}, cell {spot.cell}",
        )
    under = short(spot.heading)
    return Words(
        f"{story.vi}đoạn {spot.paragraph}" + (f", dưới “{under}”" if under else ""),
        f"{story.en}paragraph {spot.paragraph}" + (f", under “{under}”" if under else ""),
    )


def short(text: str) -> str:
    """``text``, cut where it is long."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
