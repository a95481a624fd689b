"""Values of one level laid over those of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.printing.reading.grammar import Values

_NESTED = ("tabs", "borders", "margins")
_TOGGLES = ("bold", "italic", "caps", "small_caps", "strike_once", "strike_twice", "hidden")


def merged(below: Values, above: Values) -> Values:
    """``above`` laid over ``below``; tab stops, borders and margins one by one."""
    if not above:
        return below
    made = {**below, **above}
    for key in _NESTED:
        if key in below and key in above:
            made[key] = {**below[key], **above[key]}
    return made


def toggled(below: Values, above: Values) -> Values:
    """Bold and the like of a character style turn those of the paragraph style over."""
    turned = dict(above)
    for key in _TOGGLES:
        if above.get(key) and below.get(key):
            turned[key] = False
    return turned
