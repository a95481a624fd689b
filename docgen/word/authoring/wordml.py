"""The few WordprocessingML elements that our documents use, written in the order of the schema."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from docgen.word.schema import PARAGRAPH_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TWIPS_PER_POINT = 20
TWIPS_PER_MILLIMETRE = 1440 / 25.4

_TAG_NAME = re.compile(r"<w:(\w+)")

NARROWEST = 652  # twips, 11.5 mm: room for a bold "STT"

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def points(value: float) -> int:
    """``value`` points in twips."""
    return round(value * TWIPS_PER_POINT)


def millimetres(value: float) -> int:
    """``value`` millimetres in twips."""
    return round(value * TWIPS_PER_MILLIMETRE)


def _rank(element: str) -> int:
    found = _TAG_NAME.match(element)
    return PARAGRAPH_ORDER.index(found[1] if found else element)


def paragraph_properties(children: Iterable[str]) -> str:
    """``w:pPr`` with ``children`` (XML elements) put in the order of the schema."""
    ordered = sorted(children, key=_rank)
    return f"<w:pPr>{''.join(ordered)}</w:pPr>" if ordered else ""


def attributes(tag: str, **values: object) -> str:
    """An empty ``w:`` element; attributes whose value is ``None`` are left out."""
    pairs = "".join(
        f' w:{key}="{escape(str(value))}"' for key, value in values.items() if value is not None
    )
    return f"<w:{tag}{pairs}/>"


def paragraph(style: str, *content: str, properties: Sequence[str] = ()) -> str:
    """One paragraph of the named style; ``content`` are runs, ``properties`` children of pPr."""
    head = paragraph_properties([attributes("pStyle", val=style), *properties])
    return f"<w:p>{head}{''.join(content)}</w:p>"


def _line(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>' if text else ""


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """One run of text; a newline in ``text`` becomes a line break."""
    marks = "<w:b/>" * bold + "<w:i/>" * italic
    head = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f"<w:r>{head}{'<w:br/>'.join(_line(line) for line in text.split(chr(10)))}</w:r>"


def field(instruction: str, result: str) -> str:
    """A complex field: ``instruction`` as Word stores it, ``result`` as it shows before update."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction, quote=False)} '
        "</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{_line(result)}</w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(width: int, *paragraphs: str, properties: str = "") -> str:
    """One table cell ``width`` twips wide; ``properties`` follow ``w:tcW`` in its order."""
    body = "".join(paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{body}</w:tc>'


def row(*cells: str, header: bool = False, height: int = 0) -> str:
    """One table row that is never split across pages; ``header`` rows repeat on every page."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    repeat = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], *rows: str, borders: str = "", margin: int = 57) -> str:
    """A table of fixed ``widths`` (twips); ``borders`` are the children of ``w:tblBorders``."""
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{lines}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def single_borders(size: int, sides: Sequence[str], color: str = "000000") -> str:
    """Solid lines of ``size`` eighths of a point on ``sides``, in the schema's order."""
    return "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>' for side in sides
    )


def all_borders() -> str:
    """Thin solid lines around and between all cells."""
    return single_borders(4, ("top", "left", "bottom", "right", "insideH", "insideV"))


def shares(width: int, weights: Sequence[float]) -> tuple[int, ...]:
    """``width`` twips divided by ``weights``; no column is narrower than ``NARROWEST``.

    The widest column gives what the narrow ones lack and what rounding leaves over.
    """
    parts = [max(NARROWEST, int(width * weight / sum(weights))) for weight in weights]
    widest = parts.index(max(parts))
    parts[widest] += width - sum(parts)
    return tuple(parts)
