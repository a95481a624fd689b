"""Small Word files built by hand, part by part, as raw WordprocessingML."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONTS = "".join(f' w:{a}="Times New Roman"' for a in ("ascii", "hAnsi", "cs", "eastAsia"))
_CELL_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
)


def style(name: str, properties: str = "", letters: str = "", *, based: str = "Normal") -> str:
    """A paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:pPr>{properties}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


STYLES = (
    f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{FONTS}/>"
    '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" '
    'w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    f"<w:tblPr><w:tblCellMar>{_CELL_MARGINS}</w:tblCellMar></w:tblPr></w:style>"
    + style(
        "Body",
        '<w:spacing w:after="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
    )
    + style("Article", '<w:keepNext/><w:outlineLvl w:val="1"/>', "<w:b/>", based="Body")
    + style(
        "Rule",
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
        '<w:spacing w:line="20" w:lineRule="exact"/>',
        '<w:sz w:val="2"/>',
    )
    + '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style></w:styles>"
)
SETTINGS = (
    f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Bản thử</dc:title>'
    "<dc:creator>Tổ thử nghiệm</dc:creator><dc:language>vi-VN</dc:language>"
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-09-05T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
HEADER = f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{PAGE_FIELD}</w:p></w:hdr>'


def section(
    *,
    landscape: bool = False,
    title_page: bool = True,
    start: int | None = None,
    header: bool = True,
    margins: tuple[int, int, int, int] = (1134, 1134, 1701, 1134),
) -> str:
    """A section's properties; margins are top, bottom, left, right in twips."""
    top, bottom, left, right = margins
    size = (
        'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    )
    return (
        "<w:sectPr>"
        + ('<w:headerReference w:type="default" r:id="rIdHeader"/>' if header else "")
        + f'<w:type w:val="nextPage"/><w:pgSz {size}/><w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="567" w:footer="567" w:gutter="0"/>'
        + (f'<w:pgNumType w:start="{start}"/>' if start is not None else "")
        + ("<w:titlePg/>" if title_page else "")
        + "</w:sectPr>"
    )


def run(text: str, properties: str = "") -> str:
    """A run of ``text``, with line breaks and tabs where it has them."""
    parts = []
    for line_index, line in enumerate(text.split("\n")):
        parts += ["<w:br/>"] if line_index else []
        for index, part in enumerate(line.split("\t")):
            parts += ["<w:tab/>"] if index else []
            parts.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{''.join(parts)}</w:r>"


def paragraph(text: str = "", properties: str = "", letters: str = "", *, inner: str = "") -> str:
    """A paragraph of one run of ``text`` (or of the runs ``inner``)."""
    mark = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    form = f"<w:pPr>{properties}{mark}</w:pPr>" if properties or mark else ""
    return f"<w:p>{form}{inner or (run(text, letters) if text else '')}</w:p>"


def link(target: str, text: str) -> str:
    """Runs of a HYPERLINK field."""
    code = escape(f' HYPERLINK "{target}" ')
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(content: str, width: int, properties: str = "") -> str:
    """A cell ``width`` twips wide."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def table(rows: str, widths: list[int], properties: str = "", *, borders: bool = False) -> str:
    """A table of fixed widths; ``borders`` draws all lines half a point wide."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = f"<w:tblBorders>{''.join(f'<w:{side} {line}/>' for side in sides)}</w:tblBorders>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{properties}'
        f'{drawn if borders else ""}<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def docx(
    body: str,
    last_section: str | None = None,
    *,
    styles: str = STYLES,
    settings: str = SETTINGS,
    core: str = CORE,
    extra: dict[str, str] | None = None,
    relations: str = "",
) -> bytes:
    """The .docx whose body is ``body``; ``extra`` adds parts, ``relations`` relations."""
    document = (
        f"<w:document {NAMESPACES}><w:body>{body}"
        f"{section() if last_section is None else last_section}</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core,
        "word/_rels/document.xml.rels": _relations(
            ("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
            ("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
            ("rIdHeader", f"{_OFFICE}/header", "header1.xml"),
            more=relations,
        ),
        "word/document.xml": document,
        "word/styles.xml": styles,
        "word/settings.xml": settings,
        "word/header1.xml": HEADER,
    } | (extra or {})
    return zipped(parts)


def zipped(parts: dict[str, str]) -> bytes:
    """A zip of ``parts``, always the same bytes for the same parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _relations(*relations: tuple[str, str, str], more: str = "") -> str:
    items = "".join(
        f"<Relationship Id={quoteattr(name)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}{more}</Relationships>'


def _content_types() -> str:
    kinds = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/header1.xml": f"{_WORD}.header+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
