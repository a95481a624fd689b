"""Paragraphs written as Typst: indents, spacing, frames, what is anchored to them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.looks import Align
from docgen.printing.model.text import Kind
from docgen.printing.setting import frames
from docgen.printing.setting.layers import in_order
from docgen.printing.setting.lines import Edges, edges, lead_of, levelled, natural, slack, tallest
from docgen.printing.setting.stops import piece_width
from docgen.printing.setting.writing import pt
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.printing.model.looks import Form, Letters
    from docgen.printing.model.text import Paragraph
    from docgen.printing.setting.writer import Writer

_ITALIC_SHARE = 12
"""Lines that end in italics stop this share of their height before the margin.

So LibreOffice leaves room for the slant; two prints of one office must not break differently.
"""
_TAB_SPARE = 0.4
"""Twips by which a line that a tab fills to its end may be longer: its parts were rounded."""


class Neighbours(Value):
    """Whether the paragraphs above and below stand in the same frame."""

    above: bool = False
    below: bool = False


ALONE = Neighbours()


class ParagraphWriter:
    """Writes the paragraphs of one paper; equal shapes are written once."""

    def __init__(self, writer: Writer) -> None:
        """Write for ``writer``."""
        self._writer = writer
        self._shapes: dict[tuple[object, ...], str] = {}

    def written(
        self,
        paragraph: Paragraph,
        gap: int,
        room: int,
        joined: Neighbours = ALONE,
        *,
        in_cell: bool,
    ) -> str:
        """The source of ``paragraph``, ``gap`` twips below what stands above it."""
        paragraph = levelled(paragraph)
        form = paragraph.form
        bare = not paragraph.pieces and not paragraph.anchored and joined == ALONE
        if bare and frames.is_plain(form):
            return _empty(form, gap, _height(paragraph))
        if room - form.left - form.right - max(0, form.first) <= 0:
            self._writer.refuse(
                Words("thụt lề rộng hơn dòng", "indents wider than the line"), paragraph.text
            )
            return ""
        plain, letters = paragraph.plain, tallest(paragraph)
        if not plain and _calls_on_one_line(paragraph, room):
            form = form.changed(keep_lines=True)
        content = self._content(paragraph, room)
        anchored = self._anchored(paragraph, room) if paragraph.anchored else ""
        spare = _spare(paragraph, letters, room, plain=plain)
        key = (form, gap, lead_of(form, letters), spare, in_cell, joined)
        name = self._shapes.get((key, anchored))
        if name is None:
            code = _drawn_on(*key, anchored) if anchored else _shape(*key)
            name = self._shapes[key, anchored] = self._writer.names.of(code, "p")
        indent = form.first
        if indent > 0 and form.align in {Align.CENTER, Align.RIGHT}:
            content = f"#h({pt(indent)}){content}"
        code = f"#{name}[{content}]"
        if form.outline is not None and not in_cell and not self._writer.in_running:
            return f"#heading(level: {form.outline + 1})[{code}]"
        return code

    def _content(self, paragraph: Paragraph, room: int) -> str:
        if not paragraph.pieces:
            return _strut(edges(paragraph.mark, paragraph.form))
        lift = ""
        if paragraph.lifted:
            edge = edges(tallest(paragraph), paragraph.form)
            lift = _strut(Edges(edge.above + paragraph.lifted, edge.below))
        return lift + self._writer.inline.write(paragraph, room, self._writer.paper.tab)

    def _anchored(self, paragraph: Paragraph, room: int) -> str:
        left = paragraph.form.left + min(paragraph.form.first, 0)
        return "".join(
            self._writer.drawings.anchored(drawing, room, left)
            for drawing in in_order(paragraph.anchored)
        )


def _spare(paragraph: Paragraph, letters: Letters, room: int, *, plain: bool) -> float:
    """How much longer than its room a line of ``paragraph`` may be, in twips.

    ``letters`` are its tallest; ``plain`` says that it is text alone.
    """
    form = paragraph.form
    spare = slack(letters, room - form.left - form.right)
    if not plain and any(piece.kind is Kind.TAB for piece in paragraph.pieces):
        return max(spare, _TAB_SPARE)
    if paragraph.pieces and all(piece.letters.italic for piece in paragraph.pieces):
        spare -= natural(letters.size, letters.face).height / _ITALIC_SHARE
    return round(spare, 2)


def _drawn_on(
    form: Form,
    gap: int,
    leading: int,
    spare: float,
    in_cell: bool,  # noqa: FBT001
    joined: Neighbours,
    drawn: str = "",
) -> str:
    """The Typst function that sets the inside of a paragraph as its form says.

    ``drawn`` is what is placed from its top left corner.
    """
    par = f"par({', '.join(_lines(form, leading))}, c)"
    if form.align in {Align.CENTER, Align.RIGHT}:
        par = f"align({form.align.value}, {par})"
    body = frames.framed(form, gap, spare, par, joined, drawn, _keeping(form))
    if not form.widow_control and not in_cell:
        body = f"loose({body})"
    return f"c => {body}"


_shape = lru_cache(maxsize=1024)(_drawn_on)
"""The same of a paragraph without drawings: many papers have the same shapes."""


def _height(paragraph: Paragraph) -> int:
    """The height of the line of an empty paragraph."""
    return 0 if _is_flat(paragraph) else edges(paragraph.mark, paragraph.form).height


@lru_cache(maxsize=512)
def _empty(form: Form, gap: int, height: int) -> str:
    """A paragraph of ``form`` without a word, its line of ``height`` twips."""
    top, bottom = frames.room(form.frame.top), frames.room(form.frame.bottom)
    options = [*frames.place(form, gap), "breakable: false"]
    options.append(f"inset: (left: {pt(form.left)}, right: {pt(form.right)})")
    options.append(f"height: {pt(height + top + bottom)}")
    rules = ""
    if form.frame.top:
        rules += f"place(top + left, {frames.rule(form.frame.top)}); "
    if form.frame.bottom:
        rules += f"place(bottom + left, {frames.rule(form.frame.bottom)}); "
    # What holds nothing at all would not end what a heading above it sticks to.
    return f"#block({', '.join(options)}, {{ {rules or 'metadata(none) '}}})"


def _strut(edge: Edges) -> str:
    """What gives a line at least the height of ``edge``."""
    return f"#box(width: 0pt, height: {pt(edge.height)}, baseline: {pt(edge.below)})"


def _calls_on_one_line(paragraph: Paragraph, room: int) -> bool:
    """Whether a single line calls a footnote: kept whole it goes where its note goes."""
    pieces = paragraph.pieces
    if not any(piece.kind is Kind.NOTE for piece in pieces):
        return False
    form = paragraph.form
    return sum(map(piece_width, pieces)) <= room - form.left - form.right - max(0, form.first)


def _is_flat(paragraph: Paragraph) -> bool:
    """Whether the line of an empty paragraph has no height: LibreOffice gives none to such a mark.

    It does where it sets the line as it sets text: not at the left edge, or beside a drawing. Two
    prints of one office must not break differently.
    """
    beside = paragraph.flat or paragraph.form.align is not Align.LEFT
    return bool(paragraph.mark.script) and beside


def _keeping(form: Form) -> list[str]:
    return ["breakable: false"] if form.keep_lines else []


def _lines(form: Form, leading: int) -> list[str]:
    lines = [f"leading: {pt(leading)}"]
    if form.align is Align.BOTH:
        lines.append("justify: true")
    if form.first > 0 and form.align in {Align.LEFT, Align.BOTH}:
        lines.append(f"first-line-indent: (amount: {pt(form.first)}, all: true)")
    if form.first < 0:
        lines.append(f"hanging-indent: {pt(-form.first)}")
    return lines
