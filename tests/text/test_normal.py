"""Text at the door: NFC, printable, on one line or in paragraphs."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from docgen.text import normal
from docgen.text.normal import clean, clean_line, clean_text, paragraphs


def test_copied_text_loses_what_nobody_sees() -> None:
    """Zero-width marks, soft hyphens, controls and direction marks vanish."""
    assert clean("Tân\u200b Mỹ\u00ad\u0001\u202e\ufeff") == "Tân Mỹ"


def test_what_may_not_stand_cannot_be_printed() -> None:
    """Text that can be printed is not searched; each character vanishes all the same."""
    gone = re.compile(f"{normal._FORBIDDEN}|{normal._INVISIBLE}")  # noqa: SLF001
    for character in map(chr, range(0x110000)):
        assert bool(clean(character)) != bool(gone.match(character))


def test_decomposed_letters_become_one() -> None:
    """NFD from a Mac is NFC here."""
    assert clean(unicodedata.normalize("NFD", "Ủy ban")) == "Ủy ban"


def test_emoji_keep_their_joiners() -> None:
    """A family of emoji stays one."""
    assert clean("👩\u200d🚒") == "👩\u200d🚒"


def test_paragraphs_are_parted_by_one_line_break() -> None:
    """Empty lines and the line ends of Windows do not survive."""
    text = clean_text("một \r\n\r\n\n  hai\tba \r bốn")
    assert text == "một\nhai ba\nbốn"
    assert paragraphs(text) == ["một", "hai ba", "bốn"]
    assert paragraphs("") == []


@given(st.text())
def test_a_line_is_clean_once_and_for_all(text: str) -> None:
    """Cleaning twice is cleaning once; no line break, no double space, nothing XML forbids."""
    line = clean_line(text)
    assert clean_line(line) == line
    assert line == " ".join(line.split())
    assert not re.search("[\x00-\x1f\ud800-\udfff\ufffe\uffff]", line)
    assert unicodedata.is_normalized("NFC", line)


@given(st.text())
def test_a_text_is_clean_once_and_for_all(text: str) -> None:
    """Cleaning twice is cleaning once; every paragraph has words."""
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert all(paragraph.strip() for paragraph in paragraphs(cleaned))
