"""Text as it may stand in a Word file."""

from __future__ import annotations

import re

import pytest

from docgen.word.filling import sandbox
from docgen.word.filling.sandbox import clean


def test_what_can_be_printed_needs_no_cleaning() -> None:
    """No forbidden character and no newline is printable: such text is not searched."""
    for code in range(0x110000):
        character = chr(code)
        if character.isprintable():
            assert not re.search(sandbox._FORBIDDEN, character)  # noqa: SLF001
            assert not re.search(sandbox._NEWLINES, character)  # noqa: SLF001


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("Ô\u0302ng", "Ô\u0302ng"),
        ("O\u0302ng", "Ông"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00b\x1fc\ufffe", "abc"),
        ("a\u00a0b", "a\u00a0b"),
        (None, ""),
        (3, 3),
    ],
)
def test_text_is_composed_of_one_kind_of_newline_and_no_controls(
    told: object, stands: object
) -> None:
    """Whatever a record tells."""
    assert clean(told) == stands
