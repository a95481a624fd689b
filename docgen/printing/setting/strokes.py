"""Lines of every style of Word drawn with what Typst has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.printing.setting.writing import paint, pt

if TYPE_CHECKING:
    from docgen.printing.model.looks import Border

EIGHTHS: Final = 2.5
"""Twips in an eighth of a point."""
_DASHES: Final = {
    "dotted": '("dot", 1.5)',
    "dashed": "(4, 2.5)",
    "dashSmallGap": "(4, 1.5)",
    "dotDash": '(5, 2, "dot", 2)',
    "dotDotDash": '(5, 2, "dot", 2, "dot", 2)',
}
_COMPOUND: Final = {
    "double": (1.0, 1.0, 1.0),
    "triple": (1.0, 1.0, 1.0, 1.0, 1.0),
    "thinThickSmallGap": (0.25, 0.25, 1.0),
    "thickThinSmallGap": (1.0, 0.25, 0.25),
    "thinThickThinSmallGap": (0.25, 0.25, 1.0, 0.25, 0.25),
    "thinThickMediumGap": (0.5, 0.5, 1.0),
    "thickThinMediumGap": (1.0, 0.5, 0.5),
    "thinThickThinMediumGap": (0.5, 0.5, 1.0, 0.5, 0.5),
    "thinThickLargeGap": (0.25, 1.0, 0.5),
    "thickThinLargeGap": (0.5, 1.0, 0.25),
    "thinThickThinLargeGap": (0.25, 1.0, 0.5, 1.0, 0.25),
}
"""Widths of the lines and gaps that a line is made of, from the outside in, as shares of it."""


def is_compound(border: Border | None) -> bool:
    """Whether it is made of several lines."""
    return border is not None and border.style in _COMPOUND


def thickness(border: Border | None) -> float:
    """What a line takes of the room across it, in twips."""
    if border is None:
        return 0
    return border.width * EIGHTHS * sum(_COMPOUND.get(border.style, (1.0,)))


def parts(border: Border) -> list[tuple[float, float]]:
    """The lines that ``border`` is made of: how far from its outer edge, how thick, in twips."""
    made, at = [], 0.0
    for index, share in enumerate(_COMPOUND.get(border.style, (1.0,))):
        wide = border.width * EIGHTHS * share
        if index % 2 == 0:
            made.append((at, wide))
        at += wide
    return made


def stroke(border: Border | None) -> str:
    """``border`` as a Typst stroke; one made of several lines as the whole of them."""
    if border is None:
        return "none"
    dash = _DASHES.get(border.style)
    if dash is None:
        return f"{pt(thickness(border))} + {paint(border.color)}"

    return (
        f"(thickness: {pt(border.width * EIGHTHS)}, paint: {paint(border.color)}, "
        f"dash: {_scaled(dash, border)})"
    )


def _scaled(dash: str, border: Border) -> str:
    """A pattern in thicknesses of the line as one in lengths."""
    items = [item.strip() for item in dash.strip("()").split(",")]
    wide = border.width * EIGHTHS
    lengths = [
        item if item == '"dot"' or item.endswith("pt") else pt(float(item) * wide) for item in items
    ]
    return f"({', '.join(lengths)})"
