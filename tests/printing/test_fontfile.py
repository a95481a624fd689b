"""Fonts read by the printer say what another reader of fonts says of them."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from docgen.printing.fontfile import FONTS, OFFICE_FONTS, face

FILES = sorted({path.name for home in (FONTS, OFFICE_FONTS) for path in home.glob("*.[to]tf")})


@pytest.mark.parametrize("file", FILES)
def test_letters_and_their_widths_are_those_of_the_font(file: str) -> None:
    """Every code point leads to its glyph, every glyph has its advance, the em its units."""
    home = FONTS if (FONTS / file).is_file() else OFFICE_FONTS
    read = face(file)
    with TTFont(home / file, lazy=True) as font:
        numbers = {code: font.getGlyphID(name) for code, name in font.getBestCmap().items()}
        advances = [font["hmtx"][name][0] for name in font.getGlyphOrder()]
        units = font["head"].unitsPerEm
    assert {code: number for code, number in numbers.items() if number} == read.glyphs
    assert [read.advance(chr(code)) for code in numbers] == [advances[n] for n in numbers.values()]
    assert read.units == units
