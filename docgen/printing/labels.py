"""Words written into boxes: a transparent page for each, as what was typed into a form."""

from __future__ import annotations

from docgen.printing.glyphs import EMOJI_FAMILY, OWN_FAMILY, strange
from docgen.printing.typeset import Source, typeset
from docgen.values import Value

_GROUND = f"""\
#set document(title: "Form field")
#set text(font: ("{OWN_FAMILY}", "{EMOJI_FAMILY}"), fallback: false, lang: "vi", \
top-edge: "ascender", bottom-edge: "descender")
#set par(leading: 0pt, spacing: 0pt)
"""
# Letters shrink until the longest line fits, as viewers do where no size is told; what is
# typed is never cut.
_LABEL = """\
#page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)[#context {{
  let set-in(size) = text(size: size, fill: {colour}, {{ {body} }})
  let room = (width: {width}pt - 4pt, height: {height}pt - {gap}pt)
  let size = {size}pt
  let fits(size) = {{
    let taken = {measure}
    taken.width <= room.width + 0.01pt and taken.height <= room.height + 0.01pt
  }}
  while size > 2pt and not fits(size) {{ size = size * 0.95 }}
  place({place}, dx: {dx}pt, dy: {dy}pt, block(width: {block}, align({side}, set-in(size))))
}}]
"""
_CELL = "place(left + horizon, dx: {at}pt, box(width: {width}pt, align(center, {letter})))"
_SIDES = ("left", "center", "right")
_INDENTS = (2, 0, -2)
_FITTING, _MOST_LINES_SIZE = 0.75, 12.0
_LEAST = 4.0
"""Points of a box's side under which nothing is written."""


class Label(Value):
    """Words to be written into a box.

    Attributes:
        text: The words; lines end with a line feed.
        width: Of the box, in points.
        height: Of the box, in points.
        size: Of the letters in points; 0 where they shall fit the box.
        colour: Grey, red-green-blue, or ink, from 0 to 1.
        side: Where lines begin: 0 left, 1 in the middle, 2 right.
        many_lines: Whether words go on in a new line at the end of one.
        cells: Among how many equal cells the letters are spread; 0 where they are not.
    """

    text: str
    width: float
    height: float
    size: float = 0.0
    colour: tuple[float, ...] = (0.0,)
    side: int = 0
    many_lines: bool = False
    cells: int = 0


def label(written: Label) -> bytes | None:
    """A PDF/A-2b of one transparent page of the size of the box, with the words on it.

    Returns:
        Nothing where the bundled fonts lack a letter, or the box is too small to write in.

    Raises:
        OutsideError: Typst fails.
    """
    lines = written.text.replace("\t", " ").split("\n")
    if strange("".join(lines)) or min(written.width, written.height) < _LEAST:
        return None
    return typeset(Source(_GROUND + _source(written, lines)), "labels")


def _source(written: Label, lines: list[str]) -> str:
    fitting = _MOST_LINES_SIZE if written.many_lines else written.height * _FITTING
    size = written.size or min(fitting, _MOST_LINES_SIZE)
    vertical = "top" if written.many_lines else "horizon"
    is_spread = written.cells > 1
    block = f"{written.width - 4:.3f}pt" if written.many_lines else "auto"
    measured = (
        f"measure(width: {block}, set-in(size))"
        if written.many_lines
        else ("measure(set-in(size))")
    )
    return _LABEL.format(
        width=f"{written.width:.3f}",
        height=f"{written.height:.3f}",
        gap=2 if written.many_lines else 0,
        colour=_colour(written.colour),
        body=_cells(written) if is_spread else " + linebreak() + ".join(map(_quoted, lines)),
        size=f"{size:.3f}",
        measure="(width: 0pt, height: 0pt)" if is_spread else measured,
        place=f"{'left' if is_spread else _SIDES[written.side]} + {vertical}",
        dx=0 if is_spread else _INDENTS[written.side],
        dy=2 if written.many_lines else 0,
        block=f"{written.width:.3f}pt" if is_spread else block,
        side=_SIDES[written.side],
    )


def _cells(written: Label) -> str:
    width = written.width / written.cells
    return "\n".join(
        _CELL.format(at=f"{place * width:.3f}", width=f"{width:.3f}", letter=_quoted(letter))
        for place, letter in enumerate(written.text[: written.cells])
    )


def _colour(parts: tuple[float, ...]) -> str:
    shares = ", ".join(f"{part * 100:.3f}%" for part in parts)
    return {1: "luma", 3: "rgb", 4: "cmyk"}[len(parts)] + f"({shares})"


def _quoted(words: str) -> str:
    """``words`` as Typst text, no matter what is in them."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'text("{escaped}")'
