"""The cover of a dossier (bìa hồ sơ) and its list of documents (mục lục văn bản, tài liệu)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.word.authoring import wordml as w
from docgen.word.authoring.layouts import PaperFrame, each, line, row_tag, rule, tag

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
        + line("CoverMissing", "Hồ sơ chưa đầy đủ: thiếu {{ dossier.missing }}.")
        + tag("endif")
    )
    facts = "".join(
        line("CoverLine", text)
        for text in (
            "Số, ký hiệu hồ sơ: {{ dossier.symbol }}",
            "Năm: {{ dossier.year }}",
            "Số tờ: {{ dossier.sheets }}",
            "Thời hạn bảo quản: {{ dossier.retention }}",
        )
    )
    heights = ((head, 3200, "top"), (middle, 7600, "center"), (facts, 3000, "center"))
    rows = [
        w.row(w.cell(width, text, properties=w.attributes("vAlign", val=place)), height=height)
        for text, height, place in heights
    ]
    frame = w.single_borders(18, ("top", "left", "bottom", "right"))
    return PaperFrame(w.table((width,), *rows, borders=frame, margin=113), "", "dossier")


LIST_COLUMNS: Final = (
    ("STT", 7, "{{ row.number }}", "ListCentre"),
    ("Số, ký hiệu văn bản", 15, "{{ row.symbol }}", "ListCentre"),
    ("Ngày tháng năm văn bản", 13, "{{ row.date }}", "ListCentre"),
    ("Tên loại và trích yếu nội dung văn bản", 29, "", "ListText"),
    ("Tác giả văn bản", 16, "{{ row.author }}", "ListText"),
    ("Tờ số/ Trang số", 9, "{{ row.pages }}", "ListCentre"),
    ("Ghi chú", 11, "{{ row.note }}", "ListText"),
)


def _list_rows(widths: tuple[int, ...]) -> str:
    head = [
        w.cell(size, line("ListHead", label), properties='<w:vAlign w:val="center"/>')
        for size, (label, *_) in zip(widths, LIST_COLUMNS, strict=True)
    ]
    linked = w.paragraph("ListText", w.field('HYPERLINK "{{ row.link }}"', "{{ row.title }}"))
    cells = [
        w.cell(size, line(style, text) if text else linked)
        for size, (_, _, text, style) in zip(widths, LIST_COLUMNS, strict=True)
    ]
    return (
        w.row(*head, header=True)
        + row_tag("for row in dossier.rows", widths)
        + w.row(*cells)
        + row_tag("endfor", widths)
    )


def _list(source: TemplateSource, width: int) -> PaperFrame:
    """Mục lục văn bản, tài liệu: the seven columns of Phụ lục V, mục IV."""
    widths = w.shares(width, [weight for _, weight, _, _ in LIST_COLUMNS])
    front = (
        line("ListTitle", source.title)
        + line("ListFact", "Số, ký hiệu hồ sơ: {{ dossier.symbol }}")
        + line("ListFact", "Năm {{ dossier.year }}", w.attributes("spacing", after=160))
        + w.table(widths, _list_rows(widths), borders=w.all_borders())
        + each("ListNote", "dossier.notes")
    )
    return PaperFrame(front, "", "dossier")


_CLOSING_LINES: Final = (
    (
        "Hồ sơ này gồm có: {{ dossier.count }} văn bản, tài liệu; {{ dossier.pages }} trang, đánh "
        "số liên tục từ 1 đến {{ dossier.pages }} (bằng chữ: {{ dossier.pages_words }} trang)."
    ),
    "Số tờ: {{ dossier.sheets }} tờ (bằng chữ: {{ dossier.sheets }}).",
    "Số tờ mục lục văn bản, tài liệu: {{ dossier.sheets }} tờ.",
    "Đặc điểm, tình trạng của tài liệu trong hồ sơ: {{ dossier.sheets }}",
)


def _closing(source: TemplateSource, width: int) -> PaperFrame:
    """Chứng từ kết thúc: what the dossier holds, attested by the one who made it up."""
    facts = line("ListTitle", source.title, w.attributes("spacing", before=400, after=400))
    facts += "".join(line("Body", text) for text in _CLOSING_LINES)
    left = width * 2 // 5
    signed = (
        line("ClosingDay", "{{ dossier.place }}, {{ dossier.closed }}")
        + line("ListTitle", "NGƯỜI LẬP HỒ SƠ")
        + line("ClosingHint", "(Ký, ghi rõ họ và tên)")
    )
    end = w.row(w.cell(left, w.paragraph("ListText")), w.cell(width - left, signed))
    return PaperFrame(facts + w.table((left, width - left), end), "", "dossier", numbered=False)


LAYOUTS: Final = {"cover": _cover, "list": _list, "closing": _closing}
