"""From a text source to a Word template: the same source always gives the same bytes."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from docgen.word.archive import parts_of, stored
from docgen.word.authoring import blocks as b
from docgen.word.authoring import ceremonies, covers, layouts, markdown, source
from docgen.word.authoring import wordml as w
from docgen.word.authoring.stylesheets import stylesheet
from docgen.word.markup import canonical
from docgen.word.properties import core_properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    _Annexed = tuple[b.Annex, Sequence[b.Block]]

_LAYOUTS: Final = {**layouts.LAYOUTS, **covers.LAYOUTS, **ceremonies.LAYOUTS}
_HEADER_ID: Final = "rId3"
_SPACE_AFTER_TABLE: Final = w.attributes("spacing", before=w.points(6))
_MIDDLE: Final = '<w:vAlign w:val="center"/>'
_BAR: Final = "Bar"
_FORMS: Final = {"center": "Centered", "right": "Rightward"}


def compile_template(text: str, name: str) -> bytes:
    """The .docx template (bytes) of the source ``text``; ``name`` is used in messages only.

    Raises:
        TemplateError: the source breaks the grammar; carries the line.
    """
    read = source.read_source(text, name)
    if read.layout not in _LAYOUTS:
        known = ", ".join(_LAYOUTS)
        raise source.fault(
            name, 1,
            f"không có bố cục “{read.layout}” (chỉ có: {known})",
            f"no layout `{read.layout}` (known: {known})",
        )  # fmt: skip
    width = layouts.text_width(landscape=read.landscape)
    frame = _LAYOUTS[read.layout](read, width)
    body = _document_body(read, frame)
    return _assembled(body, frame.regime)


def build(folder: Path) -> list[tuple[str, bytes]]:
    """Every source ``folder/<name>.md`` compiled: ``(name, bytes of <name>.docx)``, by name."""
    sources = sorted(folder.glob("*.md"))
    return [(path.stem, compile_template(path.read_text("utf-8"), path.stem)) for path in sources]


def stale(folder: Path) -> list[str]:
    """The names whose committed ``<name>.docx`` is not what their source compiles to."""
    return [name for name, _ in _changed(folder)]


def write(folder: Path) -> list[str]:
    """Compiles every source of ``folder`` and writes the templates that changed; their names."""
    changed = _changed(folder)
    for name, data in changed:
        (folder / f"{name}.docx").write_bytes(data)
    return [name for name, _ in changed]


def _changed(folder: Path) -> list[tuple[str, bytes]]:
    return [(name, data) for name, data in build(folder) if not _holds(folder, name, data)]


def _holds(folder: Path, name: str, data: bytes) -> bool:
    path = folder / f"{name}.docx"
    return path.is_file() and path.read_bytes() == data


def _document_body(read: b.TemplateSource, frame: layouts.PaperFrame) -> str:
    before, after, annexes = _split(read.blocks)
    body = _Body(layouts.text_width(landscape=read.landscape))
    xml = frame.front + body.xml(before) + frame.end + body.xml(after)
    section = _section(landscape=read.landscape, restart=False, numbered=frame.numbered)
    for annex, tail in annexes:
        inner = _Body(layouts.text_width(landscape=annex.landscape))
        xml += w.paragraph("Break", properties=(section,))
        xml += inner.xml(annex.blocks) + inner.xml(tail)
        section = _section(landscape=annex.landscape, restart=True)
    # Word wants a paragraph after the last table; this one takes no room.
    return xml + w.paragraph("Break") * xml.endswith("</w:tbl>") + section


def _split(
    blocks: Sequence[b.Block],
) -> tuple[Sequence[b.Block], Sequence[b.Block], list[_Annexed]]:
    """The blocks before the end block, those after it, and the annexes.

    Conditions and loops that open just before the first annex are about the annex, so they stand
    behind the end block.
    """
    starts = [i for i, block in enumerate(blocks) if isinstance(block, b.Annex)]
    if not starts:
        return blocks, (), []
    cut = starts[0]
    while cut and isinstance(last := blocks[cut - 1], b.Directive) and last.opens:
        cut -= 1
    annexes = [
        (annex, blocks[start + 1 : end])
        for start, end in pairwise([*starts, len(blocks)])
        if isinstance(annex := blocks[start], b.Annex)
    ]
    return blocks[:cut], blocks[cut : starts[0]], annexes


class _Body:
    """Writes blocks; a page break and the room under a table wait for the next text."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._waiting: list[str] = []

    def xml(self, blocks: Sequence[b.Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: b.Block) -> str:
        if isinstance(block, b.Text):
            return self._text(block)
        if isinstance(block, b.Directive):
            return layouts.line("Directive", block.tag)
        if isinstance(block, b.Grid):
            return self._grid(block)
        self._waiting.append("<w:pageBreakBefore/>")
        return ""

    def _text(self, block: b.Text) -> str:
        style = _FORMS.get(block.form, block.style)
        properties, self._waiting = self._waiting, []
        return w.paragraph(style, *_runs(block.runs), properties=properties)

    def _grid(self, grid: b.Grid) -> str:
        widths = w.shares(self._width, grid.widths)
        head = [
            w.cell(size, w.paragraph("TableHead", *_runs(runs)), properties=_MIDDLE)
            for size, runs in zip(widths, grid.head, strict=True)
        ]
        rows = [_grid_row(widths, cells, grid.align) for cells in grid.rows]
        before = w.paragraph("Break", properties=self._waiting)
        self._waiting = [_SPACE_AFTER_TABLE]
        return before + w.table(widths, w.row(*head, header=True), *rows, borders=w.all_borders())


def _grid_row(widths: Sequence[int], cells: Sequence[Sequence[b.Run]], align: Sequence[str]) -> str:
    return w.row(
        *(_cell(size, runs, side) for size, runs, side in zip(widths, cells, align, strict=True))
    )


def _cell(size: int, runs: Sequence[b.Run], side: str) -> str:
    if side == markdown.BAR and any(run.text for run in runs if not run.text.startswith("{%")):
        return w.cell(size, w.paragraph(_BAR, *_runs(runs)), properties=_MIDDLE)
    own = () if side == markdown.BAR else _aligned(side)
    return w.cell(size, w.paragraph("TableText", *_runs(runs), properties=own))


def _aligned(side: str) -> tuple[str, ...]:
    return () if side == "left" else (w.attributes("jc", val=side),)


def _runs(runs: Sequence[b.Run]) -> Iterator[str]:
    for run in runs:
        yield w.run(run.text, bold=run.bold, italic=run.italic)


def _section(*, landscape: bool, restart: bool, numbered: bool = True) -> str:
    """``w:sectPr``: A4, margins of PL I.I.3, no number on a first page, annexes from 1 again."""
    width, height = layouts.PAGE[::-1] if landscape else layouts.PAGE
    turned = ' w:orient="landscape"' if landscape else ""
    margins = "".join(
        f' w:{side}="{w.millimetres(size)}"' for side, size in layouts.MARGINS.items()
    )
    header = f'<w:headerReference w:type="default" r:id="{_HEADER_ID}"/>' * numbered
    return (
        f"<w:sectPr>{header}"
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar{margins} w:header="{w.millimetres(10)}" w:footer="{w.millimetres(10)}"'
        f' w:gutter="0"/>{w.attributes("pgNumType", start=1) * restart}'
        '<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


_SETTINGS: Final = (
    f'<w:settings {w.NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat></w:settings>'
)


def _assembled(body: str, regime: str) -> bytes:
    """The parts tied together by python-docx, then stored with fixed times."""
    whole = OpcPackage()
    document = _part(
        "document", CT.WML_DOCUMENT_MAIN, _root("document", f"<w:body>{body}</w:body>")
    )
    number = w.paragraph("PageNumber", w.field("PAGE", "2"))
    for key, kind, part in (
        ("rId1", RT.STYLES, _part("styles", CT.WML_STYLES, stylesheet(regime, body))),
        ("rId2", RT.SETTINGS, _part("settings", CT.WML_SETTINGS, _SETTINGS)),
        (_HEADER_ID, RT.HEADER, _part("header1", CT.WML_HEADER, _root("hdr", number))),
    ):
        document.load_rel(kind, part, key)
    core = canonical(core_properties())
    whole.load_rel(RT.OFFICE_DOCUMENT, document, "rId1")
    whole.load_rel(
        RT.CORE_PROPERTIES,
        Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, core),
        "rId2",
    )
    out = io.BytesIO()
    whole.save(out)
    return stored(parts_of(out.getvalue(), "python-docx"))


def _root(name: str, content: str) -> str:
    return f"<w:{name} {w.NAMESPACES}>{content}</w:{name}>"


def _part(name: str, kind: str, xml: str) -> Part:
    return Part(PackURI(f"/word/{name}.xml"), kind, canonical(xml))
