"""How the desk looks: contrast worked out from its style sheets, and how much it loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "docgen/web/static"
SHEETS = {file.name: file.read_text("utf-8") for file in sorted(STATIC.glob("*.css"))}
SCRIPTS = {file.name: file.read_text("utf-8") for file in sorted(STATIC.glob("*.js"))}
_COLOUR = re.compile(r"--([a-z-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}));")
COLOURS = {
    name: (light or one, dark or one)
    for name, light, dark, one in _COLOUR.findall(SHEETS["desk.css"])
}
LIGHT, DARK = 0, 1
TEXT, LINES = 4.5, 3.0
"""What WCAG 2.2 AA asks of text (1.4.3) and of what borders and focus show (1.4.11)."""
PAIRS = {
    ("text", "page"): 15,
    ("text", "sheet"): 14,
    ("second", "page"): 6.5,
    ("second", "sheet"): 6.5,
    ("link", "page"): 7.5,
    ("link", "sheet"): 7,
    ("on-button", "button"): 5,
    ("border", "page"): LINES,
    ("border", "sheet"): LINES,
    ("bad", "bad-tint"): 6,
    ("bad", "page"): TEXT,
    ("done", "done-tint"): 5.5,
    ("look", "look-tint"): 6.5,
    ("text", "bad-tint"): TEXT,
    ("second", "bad-tint"): TEXT,
    ("text", "changed"): 9,
}
"""Letters or lines, what they stand on, and how much they must stand out, in light and dark."""
PAGES = {
    file.name: file.read_text("utf-8")
    for file in sorted((STATIC.parent / "templates").rglob("*.html"))
}
MOVING = re.compile("animation|@keyframes|transition|uppercase|letter-spacing")


def luminance(colour: str) -> float:
    """How bright a colour is, as WCAG reckons it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("above", "below"), PAIRS)
def test_colours_stand_out(above: str, below: str, look: int) -> None:
    """Each pair by at least what the design promises."""
    found = contrast(COLOURS[above][look], COLOURS[below][look])
    assert found >= PAIRS[above, below], f"{above} on {below}: {found:.1f}"


def test_the_ring_of_focus_shows_on_any_ground() -> None:
    """Yellow and ink stand out from each other, so that one of them does from whatever is below."""
    focus, ink = COLOURS["focus"][LIGHT], COLOURS["ink"][LIGHT]
    assert contrast(focus, ink) >= 11
    for grounds in COLOURS.values():
        for ground in grounds:
            assert max(contrast(focus, ground), contrast(ink, ground)) >= LINES


def test_every_colour_that_is_used_is_declared() -> None:
    """A name that is no colour would show nothing."""
    used = {name for text in SHEETS.values() for name in re.findall(r"var\(--([a-z-]+)\)", text)}
    assert used <= COLOURS.keys()


def test_styles_and_scripts_stay_small() -> None:
    """A page has its looks at once on an old machine: 24 KB of styles, 30 KB of scripts in all."""
    assert sum(len(text.encode()) for text in SHEETS.values()) <= 24 * 1024
    assert sum(len(text.encode()) for text in SCRIPTS.values()) <= 30 * 1024


def test_styles_and_scripts_ask_nobody_outside() -> None:
    """No font, picture or script of another place."""
    for name, text in (SHEETS | SCRIPTS).items():
        assert not re.search(r"https?://|@import|@font-face", text), name


def test_nothing_moves_and_nothing_shouts() -> None:
    """No animation, no capitals, no spaced letters, no shadows but the ring of focus."""
    for name, text in SHEETS.items():
        assert not MOVING.search(text), name


def test_every_picture_has_its_place_before_it_comes() -> None:
    """Width and height are told, so that what stands below does not leap away from a click."""
    pictures = [one for text in PAGES.values() for one in re.findall(r"<img .+?>(?=<|\n)", text)]
    assert pictures
    assert not [one for one in pictures if not re.search(r' width="\S.* height="\S', one)]
