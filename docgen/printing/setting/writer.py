"""One paper written as Typst: what its sections, paragraphs, tables and drawings share."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Final

from docgen.printing import glyphs, refusals
from docgen.printing.model.text import Paragraph
from docgen.printing.setting.drawings import DrawingWriter
from docgen.printing.setting.flow import Below, Flow
from docgen.printing.setting.inline import Inline
from docgen.printing.setting.layers import LAYERS, are_shuffled
from docgen.printing.setting.lines import edges, tallest
from docgen.printing.setting.paragraphs import ParagraphWriter
from docgen.printing.setting.sections import SectionWriter
from docgen.printing.setting.writing import Names, pt, quoted
from docgen.printing.typeset import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.errors import Words
    from docgen.printing.model.sheets import Page, Paper
    from docgen.printing.model.text import Block, Note
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
_NOTES = """\
#let is-first(label) = here().page() == query(label).first().location().page()
#let note(mark, body) = footnote(numbering: _ => mark, body)
#set footnote.entry(separator: line(length: 144pt, stroke: 0.5pt), clearance: 6pt, gap: 0pt, \
indent: 0pt)
#show footnote: it => (it.numbering)(1)
#show footnote.entry: it => it.note.body
"""
_NUMBERS: Final = {
    "upperRoman": 'numbering("I", {})',
    "lowerRoman": 'numbering("i", {})',
    "upperLetter": 'numbering("A", {})',
    "lowerLetter": 'numbering("a", {})',
    "numberInDash": '"- " + str({}) + " -"',
    "none": '""',
}


def write_paper(paper: Paper, found: Refusals) -> Source:
    """The Typst source of ``paper``.

    Args:
        paper: what to print.
        found: hears of what cannot be set.
    """
    writer = Writer(paper, found)
    sections = writer.sections.all()
    notes = _NOTES if writer.noted else ""
    layers = LAYERS if writer.layered else ""
    text = "".join([_about(paper), _GROUND, notes, layers, *writer.names.definitions(), *sections])
    source = Source(text, writer.drawings.files, writer.wide)
    writer.let_go()
    return source


def _footholds(note: Note, above: int) -> tuple[str, Sequence[Block]]:
    """What lets a line stay on its page without its note, and the blocks of ``note``.

    Where only the note's first line would fit, not the room above that, the note goes to the next
    page, and so it does in LibreOffice. It stands ``above`` twips below another already.
    """
    first = note.blocks[0] if note.blocks else None
    if not isinstance(first, Paragraph) or first.form.before <= above or not first.pieces:
        return "", note.blocks
    line = pt(edges(tallest(first), first.form).height)
    form = first.form.changed(before=0)
    lifted = first.changed(form=form, lifted=first.form.before - above)
    foothold = (
        f"#block(above: 0pt, below: 0pt, height: {line}, breakable: false)[#box()]#v(-{line})"
    )
    return foothold, (lifted, *note.blocks[1:])


def _about(paper: Paper) -> str:
    about = paper.about
    authors = f"({quoted(about.author)},)" if about.author else "()"
    return (
        f"#set document(title: {quoted(about.title)}, author: {authors})\n"
        f"#set text(lang: {quoted(about.language)})\n"
    )


class Writer:
    """Writes one paper; the parts of it know each other through this."""

    def __init__(self, paper: Paper, found: Refusals) -> None:
        """Write ``paper``; refusals go to ``found``; see `write_paper` for the rest."""
        self.paper = paper
        self.names = Names()
        self.inline = Inline(self)
        self.paragraphs = ParagraphWriter(self)
        self.drawings = DrawingWriter(self)
        self.sections = SectionWriter(self)
        self.cells: dict[tuple[object, ...], str] = {}
        self.page: Page = paper.sections[0].page
        self.section = 0
        self.depth = 0
        self.in_running = False
        self.layered = are_shuffled(paper)
        self.noted = False
        self.repeated: list[str] | None = None
        """Notes called in rows that every page repeats: they stand at the foot of the first."""
        self.faces: set[str] = set()
        self._found = found
        self._last_note = Below()
        self._marks = count()
        self._symbols = False

    def let_go(self) -> None:
        """Part from its writers, which know it: in circles a paper stays in memory for long."""
        vars(self).clear()

    @property
    def wide(self) -> bool:
        """Whether more than our own fonts is needed."""
        return self._symbols or bool(self.faces - {glyphs.OWN_FAMILY})

    @property
    def symbols(self) -> str:
        """The Typst function that sets characters of our font of symbols."""
        self._symbols = True
        return self.names.of(f'text.with(font: "{glyphs.SYMBOL_FAMILY}")', "s")

    def refuse(self, what: Words, text: str) -> None:
        """Note that ``what`` is not printed, in the paragraph of ``text``."""
        self._found.add(what, refusals.paragraph(text))

    def flow(self, blocks: Sequence[Block], room: int, *, in_cell: bool = False) -> str:
        """``blocks`` set one below the other in a column of ``room`` twips."""
        return Flow(self, room, in_cell=in_cell).written(blocks)

    def boxed(self, blocks: Sequence[Block], room: int) -> str:
        """``blocks`` inside something that stands by itself."""
        with self.inside():
            return self.flow(blocks, room, in_cell=True)

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Write what stands inside a cell or a box."""
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1

    def note(self, mark: str, note: Note) -> str:
        """A footnote called by ``mark``; the last on a page keeps no room below it.

        Rows that every page repeats show its mark where the note stands, and nowhere else.
        """
        self.noted = True
        with self.inside():
            flow = Flow(self, self.page.column, in_cell=True, below=self._last_note)
            foothold, blocks = _footholds(note, self._last_note.after)
            body = foothold + flow.written(blocks)
        self._last_note = flow.below
        if self.repeated is None:
            return f"#note([{mark}])[{body}]"
        self.repeated.append(f"#note([])[{body}]")
        label = f"<n{next(self._marks)}>"
        return f"#metadata(none){label}#context if is-first({label}) [{mark}]"

    def page_number(self, format_: str = "") -> str:
        """The Typst expression of the page's number as the section writes it."""
        number = self.sections.number(self.section)
        format_ = format_ or self.paper.sections[self.section].numbers
        return _NUMBERS.get(format_, "str({})").format(number)

    def cell_name(self, kind: str, options: str) -> str:
        """The name of the Typst function that makes cells of a ``kind`` with ``options``."""
        key = (kind, options)
        name = self.cells.get(key)
        if name is None:
            name = self.cells[key] = self.names.of(f"{kind}.cell.with({options})", "c")
        return name
