"""The style sheets of our papers: Nghị định 30/2020/NĐ-CP, Phụ lục I, and the Party's rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from docgen.word.authoring.styles import ParagraphStyle
from docgen.word.authoring.wordml import NAMESPACES, millimetres
from docgen.word.words import party_style_name

FONT: Final = "Times New Roman"
FIRST_LINE: Final = millimetres(10)
SIGNATURE_SPACE: Final = 70  # points left above the name for the hand and the seal


def _centred(id_: str, size: float, **more: object) -> ParagraphStyle:
    return replace(ParagraphStyle(id_, size=size, align="center"), **more)  # type: ignore[arg-type]


def _rule(id_: str, indent: int) -> ParagraphStyle:
    indents = (("left", indent), ("right", indent))
    return ParagraphStyle(id_, size=1, before=3, exact=3, indents=indents, ruled=True)


_FIRST = (("firstLine", FIRST_LINE),)

_COMMON: Final = (
    ParagraphStyle("Break", size=1, exact=1),
    ParagraphStyle("EndGap", size=1, exact=1, before=6, keep_next=True),
    ParagraphStyle("Directive", size=9, grey=True),
    _rule("RuleFull", 900),
    _rule("RulePart", 1100),
    _centred("PageNumber", 14),
    _centred("TableHead", 13, bold=True, before=2, after=2),
    ParagraphStyle("TableText", size=13, before=2, after=2),
    _centred("AnnexLabel", 14, bold=True, outline=0, keep_next=True),
    _centred("AnnexTitle", 14, bold=True, keep_next=True),
    _centred("AnnexNote", 14, italic=True, after=6),
)

_BODY = ParagraphStyle("Body", size=14, align="both", after=6, multiple=1.1, indents=_FIRST)


def _body_styles(body: ParagraphStyle) -> tuple[ParagraphStyle, ...]:
    heading = replace(body, based="Body", bold=True, keep_next=True, following="Body")
    middle = replace(heading, align="center", indents=(("firstLine", 0),))
    return (
        body,
        replace(middle, id="Chapter", outline=0, before=6, after=0),
        replace(middle, id="ChapterTitle"),
        replace(heading, id="Section", outline=1),
        replace(heading, id="Clause", outline=2),
        replace(heading, id="Article", outline=1),
        replace(body, id="Basis", based="Body", italic=True),
        replace(middle, id="Centered", bold=None, keep_next=False),
        replace(body, id="Rightward", based="Body", align="right"),
    )


STATE: Final = (
    *_COMMON,
    *_body_styles(_BODY),
    _centred("Superior", 13),
    _centred("Issuer", 13, bold=True),
    _centred("Nation", 13, bold=True),
    _centred("Motto", 14, bold=True),
    _centred("Number", 13, before=6),
    _centred("PlaceDate", 14, italic=True, before=6),
    _centred("LetterSummary", 12, before=6),
    _centred("DocTitle", 14, bold=True, before=18, keep_next=True),
    _centred("DocSummary", 14, bold=True, keep_next=True),
    _centred("AttachedNote", 14, italic=True),
    _centred("Authority", 14, bold=True, before=6, after=8),
    _centred("Enacting", 14, bold=True, before=6, after=8, keep_next=True),
    _centred("Addressee", 14, before=8, after=12),
    ParagraphStyle("AddresseeLabel", size=14, before=8, indents=(("left", 1565),)),
    ParagraphStyle("AddresseeList", size=14, indents=(("left", 2715), ("hanging", 163))),
    ParagraphStyle("RecipientsLabel", size=12, bold=True, italic=True),
    ParagraphStyle("Recipients", size=11),
    _centred("SignLine", 14, bold=True, keep_next=True),
    _centred("SignTitle", 14, bold=True, keep_next=True),
    _centred("SignDate", 14, italic=True, keep_next=True),
    _centred("SignName", 14, bold=True, before=SIGNATURE_SPACE),
)

# Hướng dẫn 36-HD/VPTW and 05-HD/VPTW: larger head, `*` for a line, body lines of exactly 20 points.
_PARTY_BODY = replace(_BODY, multiple=None, exact=20)

_PARTY: Final = (
    *_COMMON,
    *_body_styles(_PARTY_BODY)[:6],
    replace(_PARTY_BODY, id="Basis", based="Body"),
    *_body_styles(_PARTY_BODY)[7:],
    _centred("Superior", 14),
    _centred("Issuer", 14, bold=True),
    _centred("Star", 14),
    _centred("PartyName", 15, bold=True),
    _centred("Number", 14),
    _centred("PlaceDate", 14, italic=True),
    _centred("DocTitle", 16, bold=True, before=18, keep_next=True),
    _centred("DocSummary", 15, bold=True, keep_next=True),
    _centred("AttachedNote", 14, italic=True),
    _centred("Hyphens", 14, after=8),
    _centred("Addressee", 14, italic=True, before=6, after=12),
    ParagraphStyle(
        "AddresseeLabel",
        size=14,
        italic=True,
        before=6,
        indents=(("left", 1565),),
    ),
    ParagraphStyle("AddresseeList", size=14, indents=(("left", 2715), ("hanging", 163))),
    ParagraphStyle("RecipientsLabel", size=14, underline=True),
    ParagraphStyle("Recipients", size=12),
    _centred("SignLine", 14, bold=True, keep_next=True),
    _centred("SignTitle", 14, keep_next=True),
    _centred("SignDate", 14, italic=True, keep_next=True),
    _centred("SignName", 14, bold=True, before=SIGNATURE_SPACE),
)

PARTY: Final = tuple(replace(style, own_name=party_style_name(style.id)) for style in _PARTY)

# The cover and the list of a dossier (Phụ lục V; the cover follows common practice).
DOSSIER: Final = (
    *_COMMON,
    *_body_styles(_BODY),
    _centred("CoverSuperior", 14),
    _centred("CoverUnit", 14, bold=True),
    _centred("CoverWord", 32, bold=True, after=18),
    _centred("CoverTitle", 18, bold=True, after=18),
    _centred("CoverFact", 14, after=6),
    _centred("CoverMissing", 13, italic=True, before=12),
    ParagraphStyle("CoverLine", size=14, after=6, indents=(("left", 567),)),
    _centred("ListTitle", 14, bold=True),
    _centred("ListFact", 14, after=2),
    _centred("ListHead", 12, bold=True, before=2, after=2),
    _centred("ListCentre", 12, before=2, after=2),
    ParagraphStyle("ListText", size=12, before=2, after=2),
    ParagraphStyle("ListNote", size=12, italic=True, before=6),
    _centred("ClosingDay", 14, italic=True, before=18),
    _centred("ClosingHint", 13, italic=True),
)

# An act that many sign: rows stay whole by themselves, so no line of office pulls the next row;
# the recipients below them stay together.
_JOINT_KEEPING: Final = {"SignLine": False, "RecipientsLabel": True, "Recipients": True}

JOINT: Final = (
    *(replace(style, keep_next=_JOINT_KEEPING.get(style.id, style.keep_next)) for style in STATE),
    ParagraphStyle("CopyMark", size=12, italic=True, align="right", after=6),
    _centred("SignUnit", 14, bold=True),
    _centred("SignGap", 14, exact=1, before=10),
)

PLATES: Final = (
    *_COMMON,
    *_body_styles(_BODY),
    _centred("PlateName", 54, bold=True, after=12),
    _centred("PlateLongName", 42, bold=True, after=12),
    _centred("PlateTitle", 28, bold=True),
    _centred("PlateUnit", 24, before=4),
)

SHEETS: Final = {
    "state": STATE,
    "party": PARTY,
    "dossier": DOSSIER,
    "joint": JOINT,
    "plates": PLATES,
}

_FONTS = f'w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"'

_LANGUAGE = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'

RARE: Final = (
    ParagraphStyle("Bar", size=1, exact=1, before=5, after=5, bar=True),
    _centred("OwnTitle", 15, bold=True),
    _centred("OwnStar", 14),
    _centred("OwnHyphens", 14, after=8),
)
"""Styles that few papers want: the bars of a chart, as long as the filler makes them; the head of
an organisation with a form of its own (Hướng dẫn 29-HD/TWĐTN-VP)."""


def stylesheet(regime: str, body: str = "") -> str:
    """``word/styles.xml`` of a regime, one of ``SHEETS``, with the rare styles used in ``body``."""
    rare = (style.xml() for style in RARE if f'<w:pStyle w:val="{style.id}"/>' in body)
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONTS}/>"
        f'<w:sz w:val="28"/><w:szCs w:val="28"/>{_LANGUAGE}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        f"{''.join(style.xml() for style in SHEETS[regime])}{''.join(rare)}</w:styles>"
    )
