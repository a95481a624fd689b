"""The shipped table of character widths is that of the shipped fonts.

Run this file to write the table anew: ``python tests/word/filling/test_advances.py``.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[3]
TABLE = ROOT / "docgen" / "word" / "filling" / "data" / "advances.json"
FACES = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold-italic": "BoldItalic",
}
# Latin with all of Vietnamese, and the punctuation of papers.
RANGES = ((0x20, 0x7F), (0xA0, 0x180), (0x1A0, 0x1B1), (0x1E00, 0x1F00), (0x2010, 0x2040))


def widths(face: str) -> dict[str, str]:
    """Advance in font units -> all characters of that advance, for one face."""
    font = TTFont(ROOT / f"docgen/printing/fonts/LiberationSerif-{FACES[face]}.ttf")
    names, metrics = font.getBestCmap(), font["hmtx"].metrics
    grouped: dict[int, str] = {}
    for low, high in RANGES:
        for code in range(low, high):
            if code in names:
                advance = metrics[names[code]][0]
                grouped[advance] = grouped.get(advance, "") + chr(code)
    return {str(advance): chars for advance, chars in sorted(grouped.items())}


def table() -> str:
    """The whole table as it is shipped."""
    return json.dumps({face: widths(face) for face in FACES}, ensure_ascii=False, indent=0) + "\n"


def test_the_width_table_is_made_from_the_shipped_fonts() -> None:
    """The committed widths equal those of the fonts that print the papers."""
    assert TABLE.read_text("utf-8") == table()


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
