"""The cover of a dossier (bìa hồ sơ) and its list of documents (mục lục văn bản, tài liệu)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.values import Value
from docgen.word.authoring import wordml as w
from docgen.word.authoring.layouts import PaperFrame, each, line, row_tag, rule, tag
from docgen.word.words import layout_rows, layout_text, layout_texts

if TYPE_CHECKING:
    from docgen.word.authoring.blocks import TemplateSource


def _cover(source: TemplateSource, width: int) -> PaperFrame:
    """Bìa hồ sơ: one frame the height of the page; head, title and facts in three rows."""
    gap = w.paragraph("Break", properties=[w.attributes("spacing", before=w.points(18))])
    head = (
        gap + each("CoverSuperior", "dossier.superior") + each("CoverUnit", "dossier.unit") + rule()
    )
    middle = (
        line("CoverWord", source.title)
        + line("CoverTitle", "{{ dossier.title }}")
        + line("CoverFact", "{{ dossier.period }}")
        + tag("if dossier.missing")
        + line("CoverMissing", layout_text("cover_missing"))
        + tag("endif")
    )
    facts = "".join(line("CoverLine", text) for text in layout_texts("cover_facts"))
    heights = ((head, 3200, "top"), (middle, 7600, "center"), (facts, 3000, "center"))
    rows = [
        w.row(w.cell(width, text, properties=w.attributes("vAlign", val=place)), height=height)
        for text, height, place in heights
    ]
    frame = w.single_borders(18, ("top", "left", "bottom", "right"))
    return PaperFrame(w.table((width,), *rows, borders=frame, margin=113), "", "dossier")


class Column(Value):
    """A column of the list: its title, its share of the width, its text and style in each row.

    Without a text it names the paper and leads to it.
    """

    title: str
    share: float
    text: str
    style: str


LIST_COLUMNS: Final = tuple(Column(**row) for row in layout_rows("list_columns"))


def _list_rows(widths: tuple[int, ...]) -> str:
    head = [
        w.cell(size, line("ListHead", column.title), properties='<w:vAlign w:val="center"/>')
        for size, column in zip(widths, LIST_COLUMNS, strict=True)
    ]
    linked = w.paragraph("ListText", w.field('HYPERLINK "{{ row.link }}"', "{{ row.title }}"))
    cells = [
        w.cell(size, line(column.style, column.text) if column.text else linked)
        for size, column in zip(widths, LIST_COLUMNS, strict=True)
    ]
    return (
        w.row(*head, header=True)
        + row_tag("for row in dossier.rows", widths)
        + w.row(*cells)
        + row_tag("endfor", widths)
    )


def _list(source: TemplateSource, width: int) -> PaperFrame:
    """Mục lục văn bản, tài liệu: the seven columns of Phụ lục V, mục IV.

    The remarks stand over the table: below it, one could spill onto a page of its own.
    """
    widths = w.shares(width, [column.share for column in LIST_COLUMNS])
    symbol, year = layout_texts("list_facts")
    front = (
        line("ListTitle", source.title)
        + line("ListFact", symbol)
        + line("ListFact", year)
        + each("ListNote", "dossier.notes")
        + w.paragraph("Break", properties=[w.attributes("spacing", after=160)])
        + w.table(widths, _list_rows(widths), borders=w.all_borders())
    )
    return PaperFrame(front, "", "dossier")


def _closing(source: TemplateSource, width: int) -> PaperFrame:
    """Chứng từ kết thúc: what the dossier holds, attested by the one who made it up."""
    title = line("ListTitle", source.title, w.attributes("spacing", before=400, after=400))
    left = width * 2 // 5
    signed = (
        line("ClosingDay", "{{ dossier.place }}, {{ dossier.closed }}")
        + line("ListTitle", layout_text("closing_signer"))
        + line("ClosingHint", layout_text("closing_hint"))
    )
    end = w.row(w.cell(left, w.paragraph("ListText")), w.cell(width - left, signed))
    return PaperFrame(title, w.table((left, width - left), end), "dossier", numbered=False)


LAYOUTS: Final = {"cover": _cover, "list": _list, "closing": _closing}
