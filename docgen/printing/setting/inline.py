"""Pieces of a paragraph written as Typst: looks, unbreakable words, tabs, links.

Text goes out only as quoted strings, so nothing in a paper can be read as Typst code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import glyphs
from docgen.printing.families import FAMILIES
from docgen.printing.model.looks import Align, LineRule
from docgen.printing.model.text import Kind
from docgen.printing.setting.breaking import Line, bare_end, broken
from docgen.printing.setting.lines import edges
from docgen.printing.setting.looks import look_code
from docgen.printing.setting.stops import Measure, Move, Segment, gaps, piece_width
from docgen.printing.setting.words import boxes, flows
from docgen.printing.setting.writing import pt, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.printing.model.looks import Form, Letters
    from docgen.printing.model.text import Paragraph, Piece
    from docgen.printing.setting.writer import Writer

_TEXT = Kind.TEXT
_COUNTED = frozenset({Kind.PAGE_NUMBER, Kind.PAGE_COUNT})
_SPARE = 20
"""Twips by which a line that a tab takes beyond its room may be longer than reckoned."""
_LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "middleDot": "·"}


class Inline:
    """Writes the inside of paragraphs."""

    def __init__(self, writer: Writer) -> None:
        """Names are bound with ``writer``, which also hears of what cannot be set."""
        self._writer = writer
        self._names = writer.names
        self._looks: dict[tuple[Letters, Form], str] = {}

    def look(self, letters: Letters, form: Form) -> str:
        """The name of the Typst function that sets text in ``letters`` on lines of ``form``."""
        name = self._looks.get((letters, form))
        if name is None:
            name = self._looks[letters, form] = self._names.of(look_code(letters, form))
            self._writer.faces.add(FAMILIES[letters.face].printed)
        return name

    def write(self, paragraph: Paragraph, room: int, tab: int) -> str:
        """The markup of ``paragraph`` in a column of ``room`` twips, default tabs ``tab``."""
        self._check_characters(paragraph)
        form = paragraph.form
        if paragraph.plain:
            pieces = bare_end(paragraph.pieces) or paragraph.pieces
            return self._segment(form, pieces, room - form.left - form.right)
        justified = form.align is Align.BOTH
        breaker = "#linebreak(justify: true)" if justified else "#linebreak()"
        lines = [_without_end(line) for line in _split(paragraph.pieces, Kind.LINE_BREAK)]
        ends = [piece.letters for piece in paragraph.pieces if piece.kind is Kind.LINE_BREAK]
        return breaker.join(
            self._line(paragraph, line, room, tab, first=index == 0) if line else _bare(end, form)
            for index, (line, end) in enumerate(zip(lines, [*ends, paragraph.mark], strict=True))
        )

    def _check_characters(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if text.isascii() and text.isprintable():
            return
        for character in glyphs.strange(text):
            code = f"U+{ord(character):04X}"
            self._writer.refuse(
                Words(f"ký tự “{character}” ({code})", f"the character “{character}” ({code})"),
                text,
            )

    def _line(
        self, paragraph: Paragraph, pieces: Sequence[Piece], room: int, tab: int, *, first: bool
    ) -> str:
        form = paragraph.form
        inner = room - form.left - form.right
        parts, tabs = _split(pieces, Kind.TAB), [p for p in pieces if p.kind is Kind.TAB]
        if not tabs:
            return self._segment(form, pieces, inner)
        aligns = [piece.align for piece in tabs]
        segments = [Segment.of(p, a) for p, a in zip(parts, [*aligns, None], strict=True)]
        start = form.left + (form.first if first else 0)
        measure = Measure(room - form.right, room, tab, over=self._writer.paper.over)
        moves = gaps(segments, form, start=start, measure=measure)
        if moves is not None:
            line = Line(parts, moves, over=any(move.over for move in moves))
            return self._strut(paragraph, line) + self._tabbed(form, line, inner, tabs, first=first)
        lines = broken(pieces, form, first=first, measure=measure)
        breaker = "#linebreak(justify: true)" if form.align is Align.BOTH else "#linebreak()"
        written, at = [], 0
        for index, line in enumerate(lines):
            begins = first and index == 0
            text = self._tabbed(form, line, inner, tabs[at:], first=begins)
            written.append(self._strut(paragraph, line) + text)
            at += len(line.moves)
        return breaker.join(written)

    def _strut(self, paragraph: Paragraph, line: Line) -> str:
        """What gives a line its height when all its words go to the next: it begins with a tab."""
        return "" if line.parts[0] else _strut(paragraph)

    def _tabbed(
        self, form: Form, line: Line, inner: int, tabs: Sequence[Piece], *, first: bool
    ) -> str:
        """A line with tabs: only what stands after the last of them can be stretched.

        The spaces that end it hang over.
        """
        *before, last = line.parts
        written = [self._segment(form, part, inner) for part in (*before, bare_end(last) or last)]
        fixed = [f"#box[{text}]" if text else "" for text in written[:-1]]
        out = [
            text + (self._move(form, move, tab) if move.width > 0 else "")
            for text, move, tab in zip(fixed, line.moves, tabs, strict=False)
        ]
        room = inner - (form.first if first else 0)
        text = "".join([*out, written[-1]])
        reach = _reach(line)
        if line.moves and line.over and reach > room + 1:
            whole = f"box(width: {pt(reach)})[{text}]"
            return f"#{{ set align(left); box(width: {pt(max(1, room))}, {whole}) }}"
        return text

    def _move(self, form: Form, move: Move, tab: Piece) -> str:
        if not move.leader:
            return f"#h({pt(move.width)})"
        look = self.look(tab.letters, form)
        sign = quoted(_LEADERS[move.leader])
        return f"#box(width: {pt(move.width)}, repeat({look}({sign})))"

    # -- words --

    def _segment(self, form: Form, pieces: Sequence[Piece], room: int) -> str:
        """``pieces`` (no tabs or breaks) written out, words that may not break in boxes."""
        if not pieces:
            return ""
        text = "".join([piece.text for piece in pieces])
        longest = max(2, room // (10 * max([piece.letters.size for piece in pieces])))
        if flows(text, longest) or any(piece.kind is not _TEXT for piece in pieces):
            return "".join([self._piece(form, piece, piece.text) for piece in pieces])
        out: list[str] = []
        at = 0
        for start, end in boxes(pieces, text, longest, room / 20):
            out.append(self._stretch(form, pieces, at, start))
            out.append(f"#box[{self._stretch(form, pieces, start, end)}]")
            at = end
        out.append(self._stretch(form, pieces, at, len(text)))
        return "".join(out)

    def _stretch(self, form: Form, pieces: Sequence[Piece], start: int, end: int) -> str:
        out = []
        at = 0
        for piece in pieces:
            part = piece.text[max(0, start - at) : max(0, end - at)]
            at += len(piece.text)
            if part:
                out.append(self._piece(form, piece, part))
        return "".join(out)

    def _piece(self, form: Form, piece: Piece, text: str) -> str:
        if piece.kind is _TEXT:
            code = self._text(form, piece.letters, text)
            return f"#link({quoted(piece.link)})[{code}]" if piece.link else code
        if piece.kind is Kind.DRAWING and piece.drawing is not None:
            if form.rule is LineRule.EXACT:
                self._writer.refuse(
                    Words("ảnh trong dòng cao cố định", "a picture in a line of fixed height"), ""
                )
            return self._writer.drawings.inline(piece.drawing)
        if piece.kind in _COUNTED:
            return self._counted(form, piece)
        code = self._text(form, piece.letters, text)
        if piece.kind is Kind.NOTE and piece.note is not None:
            return self._writer.note(code, piece.note)
        return f"#link({quoted(piece.link)})[{code}]" if piece.link else code

    def _counted(self, form: Form, piece: Piece) -> str:
        look = self.look(piece.letters, form)
        if piece.kind is Kind.PAGE_COUNT:
            return f"#context {look}(str(counter(page).final().first()))"
        if self._writer.in_running and not piece.numbers:
            return f"#{look}(number)"
        return f"#context {look}({self._writer.page_number(piece.numbers)})"

    def _text(self, form: Form, letters: Letters, text: str) -> str:
        if letters.small_caps:
            parts = glyphs.small_capitals(text, letters)
            return "".join(self._text(form, small, part) for small, part in parts)
        if letters.caps:
            text = text.upper()
        look = self.look(letters, form)
        if letters.underline == "words":
            return self._words(form, letters, text)
        if text.isascii() or not glyphs.is_far(text):
            return f"#{look}({quoted(text)})"
        return "".join(
            f"#{look}({font}({quoted(part)}))" if font else f"#{look}({quoted(part)})"
            for font, part in self._fonts(text)
        )

    def _fonts(self, text: str) -> Iterator[tuple[str, str]]:
        """``text`` cut where the font changes; each part with the function of its font."""
        for emoji, part in glyphs.emoji_runs(text):
            if emoji:
                yield "emoji", part
                continue
            for symbol, run in glyphs.symbol_runs(part):
                yield (self._writer.symbols if symbol else ""), run

    def _words(self, form: Form, letters: Letters, text: str) -> str:

        bare, lined = letters.changed(underline=""), letters.changed(underline="single")
        return "".join(
            self._text(form, bare if part.isspace() else lined, part)
            for part in re.findall(r"\s+|\S+", text)
        )


def _without_end(line: list[Piece]) -> list[Piece]:
    """``line`` as if the spaces that end it were not there: they hang over.

    Where it has tabs, these are reckoned with its spaces.
    """
    return line if any(piece.kind is Kind.TAB for piece in line) else bare_end(line) or line


def _reach(line: Line) -> float:
    """How long ``line`` is, when a tab takes it beyond its room; what follows may be broken."""
    moved = sum(move.width for move in line.moves)
    return moved + sum(piece_width(piece) for part in line.parts for piece in part) + _SPARE


def _split(pieces: Sequence[Piece], kind: Kind) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind is kind:
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def _bare(letters: Letters, form: Form) -> str:
    """What gives a line without text its height: that of ``letters``."""
    edge = edges(letters, form)
    return f"#box(width: 0pt, height: {pt(edge.height)}, baseline: {pt(edge.below)})"


def _strut(paragraph: Paragraph) -> str:
    """What gives a line its height that may hold a tab alone."""
    letters = paragraph.pieces[0].letters if paragraph.pieces else paragraph.mark
    return _bare(letters, paragraph.form)
