"""Frames and grounds of paragraphs written as Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.setting.strokes import EIGHTHS, parts, stroke, thickness
from docgen.printing.setting.writing import paint, pt

if TYPE_CHECKING:
    from docgen.printing.model.looks import Border, Form
    from docgen.printing.setting.paragraphs import Neighbours

_POINT = 20


def is_plain(form: Form) -> bool:
    """Whether there are at most single lines above and below, and no ground."""
    frame = form.frame
    return not form.fill and not frame.left and not frame.right


def place(form: Form, gap: float) -> list[str]:
    """The options of a block ``gap`` twips below what stands above it."""
    return [f"above: {pt(gap)}, below: 0pt", "width: 100%"] + (
        ["sticky: true"] if form.keep_next else []
    )


def room(border: Border | None) -> int:
    """What a border takes of the paragraph's height, in twips."""
    return 0 if border is None else round(thickness(border)) + border.space * _POINT


def rule(border: Border) -> str:
    """A line across the paragraph."""
    made = []
    for at, wide in parts(border):
        if border.style in {"single", "thick"} or len(parts(border)) > 1:
            drawn = f"rect(width: 100%, height: {pt(wide)}, fill: {paint(border.color)})"
        else:
            drawn = f"line(length: 100%, stroke: {stroke(border)})"
        made.append(drawn if at == 0 else f"place(top + left, dy: {pt(at)}, {drawn})")
    if len(made) == 1:
        return made[0]
    return f"box(width: 100%, height: {pt(thickness(border))}, {{ {'; '.join(made)} }})"


def framed(
    form: Form,
    gap: int,
    spare: float,
    par: str,
    joined: Neighbours,
    drawn: str,
    keeping: list[str],
) -> str:
    """The block around the paragraph ``par``.

    Args:
        form: the paragraph's form.
        gap: the room above, in twips.
        spare: how much longer than its room a line may be, in twips.
        par: the paragraph itself.
        joined: which neighbours stand in the same frame.
        drawn: what is placed from the block's top left corner.
        keeping: options that keep lines together.
    """
    frame = form.frame
    top = frame.between if joined.above else frame.top
    bottom = None if joined.below else frame.bottom
    options = [*place(form, 0 if joined.above else gap), *keeping]
    above, below = room(top) + (gap if joined.above else 0), room(bottom)
    left, right = form.left + min(form.first, 0), form.right - spare
    rules = _rules(top, bottom)
    if is_plain(form):
        inset = [f"left: {pt(left)}", f"right: {pt(right)}"]
        if above or below:
            inset += [f"top: {pt(above)}", f"bottom: {pt(below)}"]
        options.append(f"inset: ({', '.join(inset)})")
        first, last = rules
        return f"block({', '.join(options)}, {{ {drawn}{first}{par}{last} }})"
    return _boxed(form, options, (left, right, above, below), par, rules, drawn)


def _boxed(
    form: Form,
    options: list[str],
    insets: tuple[float, float, float, float],
    par: str,
    rules: tuple[str, str],
    drawn: str,
) -> str:
    """A paragraph with a ground or lines at its sides: a block within the block."""
    left, right, top, bottom = insets
    frame = form.frame
    near, far = _side(frame.left), _side(frame.right)
    options.append(f"inset: (left: {pt(left - near)}, right: {pt(right - far)})")
    inner = [
        "width: 100%",
        f"inset: (left: {pt(near)}, right: {pt(far)}, top: {pt(top)}, bottom: {pt(bottom)})",
    ]
    sides = {"left": frame.left, "right": frame.right}
    strokes = [f"{side}: {stroke(line)}" for side, line in sides.items() if line]
    if strokes:
        inner.append(f"stroke: ({', '.join(strokes)})")
    if form.fill:
        inner.append(f'fill: rgb("{form.fill}")')
    first, last = rules
    first = first.replace("rect(width: 100%", f"rect(width: 100% + {pt(near + far)}").replace(
        "place(top + left,", f"place(top + left, dx: {pt(-near)},"
    )
    last = last.replace("rect(width: 100%", f"rect(width: 100% + {pt(near + far)}").replace(
        "place(bottom + left,", f"place(bottom + left, dx: {pt(-near)},"
    )
    return (
        f"block({', '.join(options)}, block({', '.join(inner)}, {{ {drawn}{first}{par}{last} }}))"
    )


def _side(border: Border | None) -> float:
    """How far outside the text a line at its side stands, in twips."""
    return 0 if border is None else border.space * _POINT + border.width * EIGHTHS / 2


def _rules(top: Border | None, bottom: Border | None) -> tuple[str, str]:
    """The lines above and below the text, drawn into the room that the inset keeps."""
    first = last = ""
    if top:
        first = f"place(top + left, dy: {pt(-room(top))}, {rule(top)}); "
    if bottom:
        last = f"; place(bottom + left, dy: {pt(room(bottom))}, {rule(bottom)})"
    return first, last
