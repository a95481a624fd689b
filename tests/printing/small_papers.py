"""Small papers, each of one thing that word processors set in their own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.printing.docx import (
    NAMESPACES,
    STYLES,
    cell,
    docx,
    paragraph,
    row,
    run,
    section,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_EMU = 635
LARGE, SMALL = '<w:sz w:val="40"/>', '<w:sz w:val="24"/>'
NUMBERED = f"<w:p><w:pPr>{section(header=False)}</w:pPr></w:p>"


def spaced(before: int = 0, after: int = 0, line: int = 240, more: str = "") -> str:
    """The properties of a paragraph with room around it."""
    room = f'w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"'
    return f"<w:spacing {room}/>{more}"


def box(
    down: int = 282, *, order: int = 1, wrap: str = "wrapNone", fill: str = "", text: str = "khung"
) -> str:
    """A run with a text box ``down`` twips below where its paragraph begins."""
    ground = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    size = f'cx="{4000 * _EMU}" cy="{2300 * _EMU}"'
    return (
        f'<w:r><mc:AlternateContent {_DRAWN}><mc:Choice Requires="wps"><w:drawing><wp:anchor '
        'behindDoc="0" distT="0" distB="0" distL="0" distR="0" simplePos="0" locked="0" '
        f'layoutInCell="0" allowOverlap="1" relativeHeight="{order}"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{2400 * _EMU}</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>'
        f"{down * _EMU}</wp:posOffset></wp:positionV><wp:extent {size}/>"
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:{wrap}/><wp:docPr id="{order}" name="k"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom>{ground}<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f"</a:ln></wps:spPr><wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx>"
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


def note(number: int = 1) -> str:
    """A run that calls a footnote."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:footnoteReference w:id="{number}"/></w:r>'


def noted(body: str, properties: str = "", *, styles: str = STYLES) -> bytes:
    """A paper with two footnotes, whose paragraphs have ``properties``."""
    mark = "<w:r><w:footnoteRef/></w:r>"
    notes = "".join(
        f'<w:footnote w:id="{number}">'
        f"{paragraph(properties=properties, inner=mark + run(text))}</w:footnote>"
        for number, text in ((1, " ghi chú"), (2, " ghi thêm"))
    )
    return docx(
        body,
        section(header=False),
        styles=styles,
        extra={"word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>"},
        relations=f'<Relationship Id="rIdN" Type="{_RELATIONS}/footnotes" Target="footnotes.xml"/>',
    )


def _between(*paragraphs: str) -> bytes:
    """``paragraphs`` between a first and a last, on one page."""
    inside = "".join(paragraphs)
    return docx(paragraph("đầu") + inside + paragraph("cuối"), section(header=False))


def _runs(*runs: str, mark: str = "", properties: str = "") -> str:
    return paragraph(properties=properties, letters=mark, inner="".join(runs))


def _rows(heights: list[int]) -> str:
    """A column of rows that are at least so high."""
    rows = (
        row(cell(paragraph(f"hàng {height}"), 5000), f'<w:trHeight w:val="{height}"/>')
        for height in heights
    )
    return table("".join(rows), [5000], borders=True)


def _boxed_rows(rule: str) -> str:
    """Rows of a height with lines around all of them, and none between."""
    heights = (700, 800, 600)
    rows = ""
    for height in heights:
        outer = (_line("top", 18) if height == heights[0] else "") + (
            _line("bottom", 18) if height == heights[-1] else ""
        )
        borders = f'<w:tcBorders>{outer}</w:tcBorders><w:vAlign w:val="center"/>'
        said = f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'
        rows += row(cell(paragraph(f"hàng {height}"), 5000, borders), said)
    return table(rows, [5000])


def _line(side: str, size: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'


def _merged() -> str:
    """Two rows whose first cells are one; the part that is merged away asks for a thick line."""
    thin = f"<w:tcBorders>{_line('top', 2)}{_line('bottom', 2)}</w:tcBorders>"
    thick = f"<w:tcBorders>{_line('top', 12)}{_line('bottom', 2)}</w:tcBorders>"
    return table(
        row(
            cell(paragraph("gộp"), 3000, f'<w:vMerge w:val="restart"/>{thick}')
            + cell(paragraph("trên"), 3000, thick)
        )
        + row(cell(paragraph(), 3000, f"<w:vMerge/>{thick}") + cell(paragraph("dưới"), 3000, thin)),
        [3000, 3000],
    )


def _begins_with_table(styles: str = STYLES) -> bytes:
    """A second section that begins with a table that calls a note."""
    listed = table(row(cell(paragraph(inner=run("ô") + note()), 5000)), [5000], borders=True)
    return noted(paragraph("một") + NUMBERED + listed + paragraph("cuối"), styles=styles)


_NAMED_NORMAL = STYLES.replace('w:default="1" w:styleId="Normal"', 'w:styleId="Normal"').replace(
    '<w:name w:val="Normal"/></w:style>',
    f'<w:name w:val="Normal"/><w:pPr>{spaced(after=200)}</w:pPr></w:style>',
    1,
)
_RIGHT = '<w:tabs><w:tab w:val="right" w:pos="9000" w:leader="dot"/></w:tabs>'
_NO_HEAD: dict[str, Any] = {"last_section": section(header=False)}

PAPERS: dict[str, Callable[[], bytes]] = {
    "blanks-before-words": lambda: _between(_runs(run("\t ", LARGE), run("chữ", SMALL))),
    "blanks-after-words": lambda: _between(_runs(run("chữ", SMALL), run("   ", LARGE))),
    "blanks-alone": lambda: _between(_runs(run("   ", LARGE), mark=LARGE)),
    "a-tab-alone": lambda: _between(_runs(run("\t", LARGE), mark=LARGE)),
    "breaks-alone": lambda: _between(_runs(run("a", SMALL), run("\n\nb", LARGE), mark=SMALL)),
    "spaces-at-a-centred-end": lambda: _between(
        paragraph("giữa dòng   ", '<w:jc w:val="center"/>'),
        paragraph("cuối dòng  ", '<w:jc w:val="right"/>'),
    ),
    "a-space-that-ends-a-full-line": lambda: _between(
        *(paragraph("chữ " * 12 + "chữ" + "i" * more + " ") for more in range(12, 26))
    ),
    "a-right-tab-before-a-long-word": lambda: _between(
        paragraph("Chữ đầu dòng thứ nhất\t " + "w" * 40, _RIGHT)
    ),
    "rows-at-least-so-high": lambda: _between(_rows([800, 900, 700])),
    "rows-in-a-box": lambda: _between(_boxed_rows("atLeast")),
    "exact-rows-in-a-box": lambda: _between(_boxed_rows("exact")),
    "lines-of-merged-cells": lambda: _between(_merged()),
    "a-paragraph-that-begins-with-a-page-break": lambda: _between(
        _runs(f'<w:r><w:br w:type="page"/></w:r>{run("sau")}', properties=spaced(480))
    ),
    "a-box-below-the-room-after": lambda: _between(
        paragraph("trên", spaced(after=300)), _runs(run("x"), box(), properties=spaced(100))
    ),
    "a-box-below-its-own-room": lambda: _between(_runs(run("x"), box(), properties=spaced(300))),
    "a-box-where-a-page-begins": lambda: docx(
        paragraph("đầu")
        + "".join(paragraph("x") for _ in range(44))
        + _runs(run("y"), box(), properties=spaced(300, 200)),
        **_NO_HEAD,
    ),
    "a-box-that-keeps-text-clear": lambda: _between(
        paragraph("trên", spaced(after=200)),
        _runs(run("x"), box(wrap="wrapTopAndBottom"), properties=spaced(120)),
    ),
    "an-empty-raised-line-beside-a-box": lambda: _between(
        _runs(run("x"), box(), properties=spaced(after=200)),
        paragraph(letters='<w:vertAlign w:val="superscript"/>'),
    ),
    "room-between-notes": lambda: noted(
        paragraph(inner=run("một ") + note(1) + run(" hai ") + note(2)), spaced(100, 200, 276)
    ),
    "a-section-that-begins-with-a-noted-table": _begins_with_table,
    "a-default-style-that-is-only-named": lambda: _begins_with_table(_NAMED_NORMAL),
    "a-note-of-which-one-line-would-fit": lambda: noted(
        paragraph(inner=run("đầu ") + note(1), properties=spaced(after=760))
        + "".join(paragraph("x") for _ in range(38))
        + paragraph(inner=run("gọi ") + note(2))
        + "".join(paragraph("sau") for _ in range(4)),
        spaced(120),
    ),
}
"""By name, what makes each."""
