"""Word files as other hands make them: without our styles, with whatever Word allows."""

from __future__ import annotations

from html import escape

from docgen.word.archive import packed, written

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" '
    'w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
STYLES = (
    f'<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" '
    'w:hAnsiTheme="minorHAnsi"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>{more}</w:styles>"
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont>'
    '<a:latin typeface="{font}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def word_file(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    font: str = "Times New Roman",
    section: str = A4,
    more: dict[str, str] | None = None,
    document: str = "document.xml",
) -> bytes:
    """A .docx with ``body``, which stands in a theme font unless told otherwise."""
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        ),
        "_rels/.rels": _relations({"rId1": ("officeDocument", f"word/{document}")}),
        f"word/{document}": (f"<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>"),
        "word/styles.xml": STYLES.replace("{more}", styles),
        "word/theme/theme1.xml": THEME.replace("{font}", font),
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
        f"word/_rels/{document}.rels": _relations(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("theme", "theme/theme1.xml"),
                "rId3": ("numbering", "numbering.xml"),
            }
        ),
        **(more or {}),
    }
    return written(packed(name, text.encode("utf-8")) for name, text in parts.items())


def _relations(told: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in told.items()
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{rows}</Relationships>'


def run(text: str, look: str = "") -> str:
    """A run; a tab and a line break are written as such."""
    told = escape(text, quote=False).replace("\t", "</w:t><w:tab/><w:t>")
    head = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{told}</w:t></w:r>'.replace(
        "<w:t></w:t>", ""
    ).replace("</w:tab/><w:t>", '</w:tab/><w:t xml:space="preserve">')


def line(text: str, look: str = "", form: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{form}</w:pPr>{run(text, look) if text else ''}</w:p>"


CENTRED = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"


def table(*rows: tuple[str, ...], widths: tuple[int, ...] = (3600, 5755), borders: str = "") -> str:
    """A table of ``rows``, each a tuple of the cells' paragraphs."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    told = "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return f"<w:tbl><w:tblPr>{lines}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{told}</w:tbl>"


def shape(width: int, name: str = "straightConnector1", dash: str = "") -> str:
    """A line that a Word user drew, ``width`` in EMU: for new programs and in VML for old ones."""
    broken = f'<a:prstDash val="{dash}"/>' if dash else ""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:extent cx="{width}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        f'<a:prstGeom prst="{name}"/><a:ln>{broken}</a:ln></wps:spPr></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line "
        'from="0,0" to="100pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )
