"""The style sheets of our papers: Nghị định 30/2020/NĐ-CP, Phụ lục I, and the Party's rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from docgen.word.authoring.styles import ParagraphStyle
from docgen.word.authoring.wordml import NAMESPACES, millimetres
from docgen.word.filling.looks import (
    ANNEX_TITLE,
    BAR,
    COVER_TITLE,
    END_GAP,
    LETTER_SUMMARY,
    RULE_FULL,
    RULE_PART,
    SIGNER,
    SIGNING_UNIT,
    SUMMARY,
)

FONT: Final = "Times New Roman"
FIRST_LINE: Final = millimetres(10)
SIGNATURE_SPACE: Final = 70  # points left above the name for the hand and the seal


def _centred(id_: str, name: str, size: float, **more: object) -> ParagraphStyle:
    return replace(ParagraphStyle(id_, name, size=size, align="center"), **more)  # type: ignore[arg-type]


def _rule(id_: str, name: str, indent: int) -> ParagraphStyle:
    indents = (("left", indent), ("right", indent))
    return ParagraphStyle(id_, name, size=1, before=3, exact=3, indents=indents, ruled=True)


_FIRST = (("firstLine", FIRST_LINE),)

_COMMON: Final = (
    ParagraphStyle("Break", "Ngắt phần", size=1, exact=1),
    ParagraphStyle("EndGap", END_GAP, size=1, exact=1, before=6, keep_next=True),
    ParagraphStyle("Directive", "Lệnh mẫu", size=9, grey=True),
    _rule("RuleFull", RULE_FULL, 900),
    _rule("RulePart", RULE_PART, 1100),
    _centred("PageNumber", "Số trang", 14),
    _centred("TableHead", "Đầu bảng", 13, bold=True, before=2, after=2),
    ParagraphStyle("TableText", "Chữ trong bảng", size=13, before=2, after=2),
    _centred("AnnexLabel", "Số phụ lục", 14, bold=True, outline=0, keep_next=True),
    _centred("AnnexTitle", ANNEX_TITLE, 14, bold=True, keep_next=True),
    _centred("AnnexNote", "Chú dẫn phụ lục", 14, italic=True, after=6),
)

_BODY = ParagraphStyle(
    "Body", "Lời văn", size=14, align="both", after=6, multiple=1.1, indents=_FIRST
)  # fmt: skip


def _body_styles(body: ParagraphStyle) -> tuple[ParagraphStyle, ...]:
    heading = replace(body, based="Body", bold=True, keep_next=True, following="Body")
    middle = replace(heading, align="center", indents=(("firstLine", 0),))
    return (
        body,
        replace(middle, id="Chapter", name="Chương", outline=0, before=6, after=0),
        replace(middle, id="ChapterTitle", name="Tên chương"),
        replace(heading, id="Section", name="Mục La Mã", outline=1),
        replace(heading, id="Clause", name="Khoản có tiêu đề", outline=2),
        replace(heading, id="Article", name="Điều", outline=1),
        replace(body, id="Basis", name="Căn cứ", based="Body", italic=True),
        replace(middle, id="Centered", name="Lời văn giữa dòng", bold=None, keep_next=False),
        replace(
            body, id="Rightward", name="Lời văn lệch phải", based="Body", align="right"
        ),
    )  # fmt: skip


STATE: Final = (
    *_COMMON,
    *_body_styles(_BODY),
    _centred("Superior", "Cơ quan chủ quản", 13),
    _centred("Issuer", "Cơ quan ban hành", 13, bold=True),
    _centred("Nation", "Quốc hiệu", 13, bold=True),
    _centred("Motto", "Tiêu ngữ", 14, bold=True),
    _centred("Number", "Số, ký hiệu", 13, before=6),
    _centred("PlaceDate", "Địa danh, ngày tháng", 14, italic=True, before=6),
    _centred("LetterSummary", LETTER_SUMMARY, 12, before=6),
    _centred("DocTitle", "Tên loại", 14, bold=True, before=18, keep_next=True),
    _centred("DocSummary", SUMMARY, 14, bold=True, keep_next=True),
    _centred("AttachedNote", "Chú dẫn kèm theo", 14, italic=True),
    _centred("Authority", "Thẩm quyền ban hành", 14, bold=True, before=6, after=8),
    _centred("Enacting", "Lời ban hành", 14, bold=True, before=6, after=8, keep_next=True),
    _centred("Addressee", "Kính gửi", 14, before=8, after=12),
    ParagraphStyle(
        "AddresseeLabel", "Kính gửi nhiều nơi", size=14, before=8, indents=(("left", 1565),)
    ),
    ParagraphStyle(
        "AddresseeList", "Nơi kính gửi", size=14, indents=(("left", 2715), ("hanging", 163))
    ),
    ParagraphStyle("RecipientsLabel", "Nhãn nơi nhận", size=12, bold=True, italic=True),
    ParagraphStyle("Recipients", "Nơi nhận", size=11),
    _centred("SignLine", "Chức vụ ký", 14, bold=True, keep_next=True),
    _centred("SignTitle", "Chức danh ký", 14, bold=True, keep_next=True),
    _centred("SignDate", "Ngày phê duyệt", 14, italic=True, keep_next=True),
    _centred("SignName", SIGNER, 14, bold=True, before=SIGNATURE_SPACE),
)  # fmt: skip

# Hướng dẫn 36-HD/VPTW and 05-HD/VPTW: larger head, `*` for a line, body lines of exactly 20 points.
_PARTY_BODY = replace(_BODY, multiple=None, exact=20)

PARTY: Final = (
    *_COMMON,
    *_body_styles(_PARTY_BODY)[:6],
    replace(_PARTY_BODY, id="Basis", name="Căn cứ", based="Body"),
    *_body_styles(_PARTY_BODY)[7:],
    _centred("Superior", "Cấp ủy cấp trên", 14),
    _centred("Issuer", "Cơ quan ban hành", 14, bold=True),
    _centred("Star", "Dấu sao", 14),
    _centred("PartyName", "Tiêu đề Đảng", 15, bold=True),
    _centred("Number", "Số, ký hiệu", 14),
    _centred("PlaceDate", "Địa danh, ngày tháng", 14, italic=True),
    _centred("DocTitle", "Tên loại", 16, bold=True, before=18, keep_next=True),
    _centred("DocSummary", SUMMARY, 15, bold=True, keep_next=True),
    _centred("Hyphens", "Năm gạch nối", 14, after=8),
    _centred("Addressee", "Kính gửi", 14, italic=True, before=6, after=12),
    ParagraphStyle(
        "AddresseeLabel", "Kính gửi nhiều nơi", size=14, italic=True, before=6,
        indents=(("left", 1565),),
    ),
    ParagraphStyle(
        "AddresseeList", "Nơi kính gửi", size=14, indents=(("left", 2715), ("hanging", 163))
    ),
    ParagraphStyle("RecipientsLabel", "Nhãn nơi nhận", size=14, underline=True),
    ParagraphStyle("Recipients", "Nơi nhận", size=12),
    _centred("SignLine", "Thay mặt cấp ủy", 14, bold=True, keep_next=True),
    _centred("SignTitle", "Chức vụ ký", 14, keep_next=True),
    _centred("SignDate", "Ngày phê duyệt", 14, italic=True, keep_next=True),
    _centred("SignName", SIGNER, 14, bold=True, before=SIGNATURE_SPACE),
)  # fmt: skip

# The cover and the list of a dossier (Phụ lục V; the cover follows common practice).
DOSSIER: Final = (
    *_COMMON,
    *_body_styles(_BODY),
    _centred("CoverSuperior", "Bìa: cấp trên", 14),
    _centred("CoverUnit", "Bìa: đơn vị", 14, bold=True),
    _centred("CoverWord", "Bìa: hồ sơ", 32, bold=True, after=18),
    _centred("CoverTitle", COVER_TITLE, 18, bold=True, after=18),
    _centred("CoverFact", "Bìa: thông tin giữa", 14, after=6),
    _centred("CoverMissing", "Bìa: hồ sơ còn thiếu", 13, italic=True, before=12),
    ParagraphStyle("CoverLine", "Bìa: thông tin", size=14, after=6, indents=(("left", 567),)),
    _centred("ListTitle", "Tên mục lục", 14, bold=True),
    _centred("ListFact", "Số hồ sơ, năm", 14, after=2),
    _centred("ListHead", "Đầu bảng mục lục", 12, bold=True, before=2, after=2),
    _centred("ListCentre", "Ô giữa của mục lục", 12, before=2, after=2),
    ParagraphStyle("ListText", "Ô chữ của mục lục", size=12, before=2, after=2),
    ParagraphStyle("ListNote", "Ghi chú mục lục", size=12, italic=True, before=6),
    _centred("ClosingDay", "Ngày lập hồ sơ", 14, italic=True, before=18),
    _centred("ClosingHint", "Dưới chức danh người lập", 13, italic=True),
)

# An act that many sign: rows stay whole by themselves, so no line of office pulls the next row;
# the recipients below them stay together.
_JOINT_KEEPING: Final = {"SignLine": False, "RecipientsLabel": True, "Recipients": True}

JOINT: Final = (
    *(replace(style, keep_next=_JOINT_KEEPING.get(style.id, style.keep_next)) for style in STATE),
    ParagraphStyle("CopyMark", "Bản số", size=12, italic=True, align="right", after=6),
    _centred("SignUnit", SIGNING_UNIT, 14, bold=True),
    _centred("SignGap", "Dưới chữ ký", 14, exact=1, before=10),
)

PLATES: Final = (
    *_COMMON,
    *_body_styles(_BODY),
    _centred("PlateName", "Biển tên: họ tên", 54, bold=True, after=12),
    _centred("PlateLongName", "Biển tên: họ tên dài", 42, bold=True, after=12),
    _centred("PlateTitle", "Biển tên: chức danh", 28, bold=True),
    _centred("PlateUnit", "Biển tên: đơn vị", 24, before=4),
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

_CHART: Final = ParagraphStyle("Bar", BAR, size=1, exact=1, before=5, after=5, bar=True)
"""A bar of a chart, wanted by few papers: a thick line, as long as the filler makes it."""


def stylesheet(regime: str, *, chart: bool = False) -> str:
    """``word/styles.xml`` of a regime, one of ``SHEETS``.

    ``chart`` adds the style of the bars.
    """
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONTS}/>"
        f'<w:sz w:val="28"/><w:szCs w:val="28"/>{_LANGUAGE}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        f"{''.join(style.xml() for style in SHEETS[regime])}{_CHART.xml() * chart}</w:styles>"
    )
