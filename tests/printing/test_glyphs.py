"""The bundled fonts, as read from their files."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from docgen.printing import glyphs
from docgen.printing.glyphs import FONTS, emoji_runs, face, strange, width
from docgen.printing.model.looks import Letters
from docgen.printing.setting.lines import natural

FILES = sorted(path.name for path in FONTS.glob("*.ttf"))


@pytest.mark.parametrize("file", FILES)
def test_characters_and_widths_are_those_of_the_font(file: str) -> None:
    """Our reading of the file agrees with fontTools' in every character."""
    font = TTFont(FONTS / file)
    names = font.getBestCmap()
    ours = face(file)
    assert set(ours.glyphs) == set(names)
    metrics = font["hmtx"].metrics
    assert all(ours.advance(chr(code)) == metrics[name][0] for code, name in names.items())


def test_every_vietnamese_letter_is_there() -> None:
    """Nothing an officer types in Vietnamese is strange to the fonts."""
    letters = (
        "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    )
    assert not strange(letters + letters.upper() + "“”‘’–—…§°×÷½№₫€•")


def test_strange_characters_are_listed_once_in_order() -> None:
    """Chinese signs and controls are strange, pictures are not."""
    assert strange("日本日\x01 a\U0001f600") == ["日", "本", "\x01"]


def test_a_decomposed_letter_is_as_wide_as_the_composed_one() -> None:
    """Text need not be in normal form to be measured."""
    assert width("e\u0302\u0301", Letters(size=28)) == width("ế", Letters(size=28))


def test_pictures_are_cut_out_with_what_joins_them() -> None:
    """A family of three stays one run of the emoji font."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert list(emoji_runs(f"a{family}b")) == [(False, "a"), (True, family), (False, "b")]
    assert list(emoji_runs("\u200da")) == [(False, "\u200da")]


@pytest.mark.parametrize(("size", "height"), [(28, 322), (26, 299), (24, 276)])
def test_lines_are_as_tall_as_in_word_processors(size: int, height: int) -> None:
    """14 pt letters stand 16.1 pt apart, 13 pt 14.95, 12 pt 13.8."""
    assert natural(size).height == height


def test_the_first_emoji_is_where_the_fonts_have_it() -> None:
    """Text before that character is never searched for pictures."""
    text = set(face("LiberationSerif-Regular.ttf").glyphs) | set(range(32)) | {0x200D}
    first = min(set(face("NotoEmoji-Regular.ttf").glyphs) - text)
    assert chr(first) == glyphs._FIRST_EMOJI  # noqa: SLF001


def test_what_is_not_unusual_is_in_the_font_and_in_no_other() -> None:
    """Text of these characters alone is not searched for strange ones, emoji and symbols."""
    usual = [c for c in map(chr, range(0x110000)) if not glyphs._UNUSUAL.search(c)]  # noqa: SLF001
    held = face("LiberationSerif-Regular.ttf").glyphs
    assert all(ord(character) in held for character in usual)
    assert max(usual) < glyphs._FIRST_EMOJI  # noqa: SLF001


def test_far_characters_begin_with_the_first_emoji() -> None:
    """Whatever the fonts of emoji and symbols print is far."""
    first = min(glyphs._FIRST_EMOJI, glyphs._FIRST_SYMBOL)  # noqa: SLF001
    assert all(glyphs.is_far(f"a{c}b") == (c >= first) for c in map(chr, range(0x110000)))
    assert not glyphs.is_far("")
