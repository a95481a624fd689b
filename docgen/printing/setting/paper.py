"""Paragraphs and sections written as Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model import Align, Border, Kind, Paragraph, Table
from docgen.printing.setting.inline import Inline, Names, pt, quoted
from docgen.printing.setting.lines import edges, largest, lead, natural, slack
from docgen.printing.setting.tables import cell_options, write_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.printing.model import Block, Cell, Form, Paper, Section
    from docgen.printing.refusals import Refusals

_GROUND = """\
#set text(font: "Liberation Serif", fallback: false, kerning: false, ligatures: false, \
hyphenate: false, overhang: false)
#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
#set block(spacing: 0pt)
#show heading: set text(weight: "regular")
#show heading: it => it.body
#let emoji = text.with(font: "Noto Emoji", ligatures: true)
#let loose = text.with(costs: (widow: 0%, orphan: 0%))
"""
_EIGHTHS = 2.5
"""Twips in an eighth of a point."""
_POINT = 20
_ITALIC_SHARE = 12
"""Lines that end in italics stop this share of their height before the margin.

So LibreOffice leaves room for the slant; two prints of one office must not break differently.
"""
_TAB_SPARE = 0.4
"""Twips by which a line that a tab fills to its end may be longer: its parts were rounded."""


def write_paper(paper: Paper, found: Refusals) -> str:
    """The Typst source of ``paper``.

    Args:
        paper: what to print.
        found: hears of what cannot be set.
    """
    writer = Writer(paper, found)
    sections = [writer.section(index) for index in range(len(paper.sections))]
    return "".join([_about(paper), _GROUND, *writer.names.definitions(), *sections])


def _about(paper: Paper) -> str:
    about = paper.about
    authors = f"({quoted(about.author)},)" if about.author else "()"
    return (
        f"#set document(title: {quoted(about.title)}, author: {authors})\n"
        f"#set text(lang: {quoted(about.language)})\n"
    )


class Writer:
    """Writes one paper, section after section."""

    def __init__(self, paper: Paper, found: Refusals) -> None:
        """Write ``paper``; refusals go to ``found``; see `write_paper` for the rest."""
        self.names = Names()
        self._paper = paper
        self._found = found
        self._inline = Inline(self.names, self._refuse)
        self._cells: dict[tuple[object, ...], str] = {}
        self._shapes: dict[tuple[Form, int, int, float, bool], str] = {}

    def _refuse(self, what: Words, text: str) -> None:
        self._found.add(what, refusals.paragraph(text))

    # -- sections --

    def section(self, index: int) -> str:
        """The source of section ``index``: its page, then its blocks."""
        section = self._paper.sections[index]
        page = section.page
        margins = ", ".join(
            f"{side}: {pt(getattr(page, side))}" for side in ("top", "bottom", "left", "right")
        )
        start = f"#metadata(none)<s{index}>" if section.header else ""
        return (
            f"{'#pagebreak()' if index else ''}"
            f"#set page(width: {pt(page.width)}, height: {pt(page.height)}, margin: ({margins}), "
            f"header-ascent: 0pt, header: {self._header(index)})\n"
            f"{start}{self.flow(section.blocks, page.column)}\n"
        )

    def _header(self, index: int) -> str:
        section = self._paper.sections[index]
        if not section.header:
            return "none"
        self._check_header(section)
        content = self.flow(section.header, section.page.column)
        placed = f"place(top + left, dy: {pt(section.page.header)}, block(width: 100%)[{content}])"
        number, first = self._numbering(index), f"locate(<s{index}>).page()"
        if section.title_page:
            placed = f"if here().page() != {first} {{ {placed} }}"
        return f"context {{ let number = {number}; {placed} }}"

    def _numbering(self, index: int) -> str:
        """The Typst expression of the page number: counted from the last restart."""
        for at in range(index, -1, -1):
            section = self._paper.sections[at]
            if section.start is not None and section.header:
                return f"str(here().page() - locate(<s{at}>).page() + {section.start})"
        return "str(here().page())"

    def _check_header(self, section: Section) -> None:
        """A header must stand clear of the text: one line each, above the top margin."""
        height = section.page.header
        for paragraph in section.header:
            size = largest(paragraph)
            edge = edges(size, paragraph.form)
            height += paragraph.form.before + paragraph.form.after + edge.height
            if len(paragraph.text) * size * 10 > section.page.column:
                self._refuse(Words("đầu trang quá dài", "a long header"), paragraph.text)
        if height > section.page.top:
            self._refuse(
                Words("đầu trang cao hơn lề trên", "a header taller than the top margin"),
                section.header[0].text,
            )

    # -- blocks one below the other --

    def flow(self, blocks: Sequence[Block], room: int, *, in_cell: bool = False) -> str:
        """``blocks`` set one below the other in a column of ``room`` twips."""
        return "".join(self._flow(blocks, room, in_cell=in_cell))

    def _flow(self, blocks: Sequence[Block], room: int, *, in_cell: bool) -> Iterator[str]:
        after, extra, fresh = 0, 0, True
        previous: Block | None = None
        for block in blocks:
            self._check_neighbours(previous, block)
            previous = block
            if isinstance(block, Table):
                yield write_table(block, after + extra, room, self)
                after, extra, fresh = 0, 0, False
                continue
            form = block.form
            if form.page_break_before and not (fresh and after == 0):
                yield "#pagebreak(weak: true)"
                fresh = True
            gap = max(after, form.before) + extra
            if fresh and gap:
                yield f"#v({pt(gap)})"
            yield self.paragraph(block, 0 if fresh else gap, room, in_cell=in_cell)
            after, extra, fresh = form.after, lead(block), False
            if block.pieces and block.pieces[-1].kind is Kind.PAGE_BREAK:
                yield "#pagebreak()"
                after, extra, fresh = 0, 0, True
        if in_cell and after + extra:
            yield f"#v({pt(after + extra)})"

    def _check_neighbours(self, above: Block | None, below: Block) -> None:
        if isinstance(above, Table) and isinstance(below, Table):
            where = below.rows[0].cells[0].content[0].text if below.rows else ""
            self._refuse(
                Words("hai bảng liền nhau", "two tables without a paragraph between"), where
            )
        if isinstance(above, Paragraph) and isinstance(below, Paragraph):
            own = (below.form.top, below.form.bottom)
            if own != (None, None) and own == (above.form.top, above.form.bottom):
                self._refuse(
                    Words("hai đoạn có viền liền nhau", "two bordered paragraphs in a row"),
                    below.text,
                )

    # -- one paragraph --

    def paragraph(self, paragraph: Paragraph, gap: int, room: int, *, in_cell: bool) -> str:
        """The source of ``paragraph``, ``gap`` twips below what stands above it."""
        pieces = paragraph.pieces
        if pieces and pieces[-1].kind is Kind.PAGE_BREAK:
            paragraph = Paragraph(paragraph.form, paragraph.mark, pieces[:-1])
        if any(piece.kind is Kind.PAGE_BREAK for piece in paragraph.pieces):
            self._refuse(
                Words("ngắt trang giữa đoạn", "a page break inside a paragraph"), paragraph.text
            )
        if not paragraph.pieces:
            return self._empty(paragraph, gap)
        content = self._inline.write(paragraph, room, self._paper.tab)
        form = paragraph.form
        key = (form, gap, lead(paragraph), self._spare(paragraph, room), in_cell)
        name = self._shapes.get(key)
        if name is None:
            name = self._shapes[key] = self._shape(*key)
        indent = paragraph.form.first
        if indent > 0 and paragraph.form.align in {Align.CENTER, Align.RIGHT}:
            content = f"#h({pt(indent)}){content}"
        code = f"#{name}[{content}]"
        if paragraph.form.outline is not None:
            return f"#heading(level: {paragraph.form.outline + 1})[{code}]"
        return code

    def _spare(self, paragraph: Paragraph, room: int) -> float:
        """How much longer than its room a line of ``paragraph`` may be, in twips."""
        form = paragraph.form
        size = largest(paragraph)
        spare = slack(size, room - form.left - form.right)
        if any(piece.kind is Kind.TAB for piece in paragraph.pieces):
            return max(spare, _TAB_SPARE)
        if all(piece.letters.italic for piece in paragraph.pieces):
            spare -= natural(size).height / _ITALIC_SHARE
        return round(spare, 2)

    def _shape(
        self,
        form: Form,
        gap: int,
        leading: int,
        spare: float,
        in_cell: bool,  # noqa: FBT001
    ) -> str:
        """The name of the Typst function that sets the inside of a paragraph as its form says."""
        options = [*_place(form, gap), *_keeping(form)]
        top, bottom = _border_room(form.top), _border_room(form.bottom)
        if top or bottom:
            options.append("breakable: false")
        left, right = form.left + min(form.first, 0), form.right - spare
        inset = [f"left: {pt(left)}", f"right: {pt(right)}"]
        inset += [f"top: {pt(top)}", f"bottom: {pt(bottom)}"] if top or bottom else []
        options.append(f"inset: ({', '.join(inset)})")
        par = f"par({', '.join(_lines(form, leading))}, c)"
        if form.align in {Align.CENTER, Align.RIGHT}:
            par = f"align({form.align.value}, {par})"
        body = f"block({', '.join(options)}, {{ {_rules(form, above=True)}{par}{_rules(form)} }})"
        if not form.widow_control and not in_cell:
            body = f"loose({body})"
        return self.names.of(f"c => {body}", "p")

    def cell_name(self, cell: Cell, kind: str, above: float, below: float, *, whole: bool) -> str:
        """The name of the Typst function that makes cells like ``cell`` in a table or grid."""
        key = (cell.margins, cell.borders, cell.valign, above, below, whole, kind)
        name = self._cells.get(key)
        if name is None:
            options = cell_options(cell, above, below, whole=whole)
            name = self._cells[key] = self.names.of(f"{kind}.cell.with({options})", "c")
        return name

    def _empty(self, paragraph: Paragraph, gap: int) -> str:
        form = paragraph.form
        edge = edges(paragraph.mark.size, form)
        top, bottom = _border_room(form.top), _border_room(form.bottom)
        options = [*_place(form, gap), *_keeping(form)]
        options.append(f"inset: (left: {pt(form.left)}, right: {pt(form.right)})")
        options.append(f"height: {pt(edge.height + top + bottom)}")
        rules = ""
        if form.top:
            rules += f"place(top + left, {_rule(form.top)}); "
        if form.bottom:
            rules += f"place(bottom + left, {_rule(form.bottom)}); "
        return f"#block({', '.join(options)}, {{ {rules}}})"


def _place(form: Form, gap: int) -> list[str]:
    return [f"above: {pt(gap)}, below: 0pt", "width: 100%"] + (
        ["sticky: true"] if form.keep_next else []
    )


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


def _border_room(border: Border | None) -> int:
    """What a border takes of the paragraph's height, in twips."""
    return 0 if border is None else round(border.width * _EIGHTHS) + border.space * _POINT


def _rule(border: Border) -> str:
    color = f'rgb("{border.color}")' if border.color else "black"
    return f"rect(width: 100%, height: {pt(border.width * _EIGHTHS)}, fill: {color})"


def _rules(form: Form, *, above: bool = False) -> str:
    """The border above or below the text, drawn into the room that the inset keeps."""
    if above and form.top:
        return f"place(top + left, dy: {pt(-_border_room(form.top))}, {_rule(form.top)}); "
    if not above and form.bottom:
        room = pt(_border_room(form.bottom))
        return f"; place(bottom + left, dy: {room}, {_rule(form.bottom)})"
    return ""
