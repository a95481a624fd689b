"""Pieces of a paragraph written as Typst: looks, unbreakable words, tabs, links.

Text goes out only as quoted strings, so nothing in a paper can be read as Typst code.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import glyphs
from docgen.printing.model import Align, Kind
from docgen.printing.setting.lines import edges
from docgen.printing.setting.stops import Segment, gaps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from docgen.printing.model import Form, Letters, Paragraph, Piece

_WORD = re.compile(r"[^ ]+")
_UNBROKEN = re.compile("[/\u00a0]|.-\\d")
_HYPHEN = re.compile(r"(?<=[^-])-(?=[^-])")


@lru_cache(maxsize=4096)
def pt(twips: float) -> str:
    """``twips`` as a Typst length."""
    return f"{twips / 20:.4f}".rstrip("0").rstrip(".") + "pt"


def quoted(text: str) -> str:
    """``text`` as a Typst string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class Names:
    """Short names for the Typst functions that a paper needs, each defined once."""

    def __init__(self) -> None:
        """No names yet."""
        self._names: dict[str, str] = {}

    def of(self, definition: str, prefix: str = "a") -> str:
        """The name under which ``definition`` (a Typst expression) is bound."""
        name = self._names.get(definition)
        if name is None:
            name = self._names[definition] = f"{prefix}{len(self._names)}"
        return name

    def definitions(self) -> Iterator[str]:
        """The lines that bind all names, in the order in which they were made."""
        for definition, name in self._names.items():
            yield f"#let {name} = {definition}\n"


class Inline:
    """Writes the inside of paragraphs; ``refuse`` hears of what cannot be set."""

    def __init__(self, names: Names, refuse: Callable[[Words, str], None]) -> None:
        """Bind looks in ``names``; ``refuse`` takes what, and the text of the paragraph."""
        self._names = names
        self._refuse = refuse
        self._looks: dict[tuple[Letters, Form], str] = {}

    def look(self, letters: Letters, form: Form) -> str:
        """The name of the Typst function that sets text in ``letters`` on lines of ``form``."""
        name = self._looks.get((letters, form))
        if name is None:
            name = self._looks[letters, form] = self._names.of(_look(letters, form))
        return name

    def write(self, paragraph: Paragraph, room: int, tab: int) -> str:
        """The markup of ``paragraph`` in a column of ``room`` twips, default tabs ``tab``."""
        self._check_characters(paragraph)
        justified = paragraph.form.align is Align.BOTH
        breaker = "#linebreak(justify: true)" if justified else "#linebreak()"
        lines = _split(paragraph.pieces, Kind.LINE_BREAK)
        return breaker.join(
            self._line(paragraph, line, room, tab, first=index == 0) if line else _strut(paragraph)
            for index, line in enumerate(lines)
        )

    def _check_characters(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if text.isascii() and text.isprintable():
            return
        for character in glyphs.strange(text):
            code = f"U+{ord(character):04X}"
            self._refuse(
                Words(f"ký tự “{character}” ({code})", f"the character “{character}” ({code})"),
                text,
            )

    def _line(
        self, paragraph: Paragraph, pieces: Sequence[Piece], room: int, tab: int, *, first: bool
    ) -> str:
        form = paragraph.form
        inner = room - form.left - form.right
        parts = _split(pieces, Kind.TAB)
        if len(parts) == 1:
            return self._segment(form, pieces, inner)
        segments = [Segment.of(part) for part in parts]
        start = form.left + (form.first if first else 0)
        moves = gaps(segments, form, start=start, room=room - form.right, tab=tab)
        if moves is None:
            self._refuse(
                Words("tab không vừa dòng", "a tab that does not fit its line"), paragraph.text
            )
            return ""
        written = [self._segment(form, part, inner) for part in parts]
        fixed = [f"#box[{text}]" if text else "" for text in written[:-1]]
        pairs = zip([*fixed, written[-1]], [*moves, 0.0], strict=True)
        return "".join(f"{text}#h({pt(move)})" if move else text for text, move in pairs)

    # -- words --

    def _segment(self, form: Form, pieces: Sequence[Piece], room: int) -> str:
        """``pieces`` (no tabs or breaks) written out, words that may not break in boxes."""
        text = "".join(piece.text for piece in pieces)
        longest = max(2, room // (10 * max((p.letters.size for p in pieces), default=20)))
        numbered = any(piece.kind is Kind.PAGE_NUMBER for piece in pieces)
        plain = not _UNBROKEN.search(text) and max(map(len, text.split(" "))) < longest
        if plain or numbered:
            return "".join(self._piece(form, piece, piece.text) for piece in pieces)
        out: list[str] = []
        at = 0
        for start, end in _boxes(pieces, text, longest, room / 20):
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
        look = self.look(piece.letters, form)
        if piece.kind is Kind.PAGE_NUMBER:
            return f"#{look}(number)"
        if text.isascii():
            code = f"#{look}({quoted(text)})"
        else:
            code = "".join(
                f"#{look}(emoji({quoted(part)}))" if emoji else f"#{look}({quoted(part)})"
                for emoji, part in glyphs.emoji_runs(text)
            )
        return f"#link({quoted(piece.link)})[{code}]" if piece.link else code


def _split(pieces: Sequence[Piece], kind: Kind) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind is kind:
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def _boxes(
    pieces: Sequence[Piece], text: str, longest: int, room: float
) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` that stay on one line.

    A word with a slash or a no-break space is kept, and cut after its hyphens only; a word wider
    than ``room`` points is cut where the line is full. A stretch of fewer than ``longest``
    characters always fits.
    """
    for word in _WORD.finditer(text):
        cuts = [word.start(), word.end()]
        kept = _UNBROKEN.search(word.group()) is not None
        if kept:
            cuts[1:1] = [word.start() + m.end() for m in _HYPHEN.finditer(word.group())]
        for start, end in pairwise(cuts):
            long = end - start >= longest
            full = list(_full_lines(pieces, start, end, room)) if long else [(start, end)]
            if kept or len(full) > 1:
                yield from full


def _full_lines(
    pieces: Sequence[Piece], start: int, end: int, room: float
) -> Iterator[tuple[int, int]]:
    """``start`` to ``end`` cut into stretches no wider than ``room`` points."""
    characters = ((c, piece.letters) for piece in pieces for c in piece.text)
    used, begin = 0.0, start
    for at, (character, letters) in enumerate(islice(characters, start, end), start):
        wide = glyphs.width(character, letters)
        if used + wide > room and at > begin:
            yield begin, at
            used, begin = 0.0, at
        used += wide
    yield begin, end


def _strut(paragraph: Paragraph) -> str:
    """What gives a line without text its height."""
    edge = edges(paragraph.mark.size, paragraph.form)
    return f"#box(width: 0pt, height: {pt(edge.height)}, baseline: {pt(edge.below)})"


def _look(letters: Letters, form: Form) -> str:
    edge = edges(letters.size, form)
    options = [
        f"size: {letters.size / 2:g}pt",
        f"top-edge: {pt(edge.above)}",
        f"bottom-edge: {pt(-edge.below)}",
    ]
    if letters.bold:
        options.append('weight: "bold"')
    if letters.italic:
        options.append('style: "italic"')
    if letters.color:
        options.append(f'fill: rgb("{letters.color}")')
    set_text = f"text.with({', '.join(options)})"
    if letters.underline:
        return f"c => underline(evade: false, ({set_text})(c))"
    return set_text
