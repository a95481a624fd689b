"""The front and end of every kind of paper: where the law puts each component (NĐ 30/2020, PL I, III)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docgen.documents.authoring import wordml as w

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.documents.authoring.source import Source

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
PARTY_NAME: Final = "ĐẢNG CỘNG SẢN VIỆT NAM"

PAGE: Final = (w.millimetres(210), w.millimetres(297))
MARGINS: Final = {"top": 20, "right": 15, "bottom": 20, "left": 30}  # millimetres, PL I.I.3
LEFT_SHARE: Final = 0.385  # of the text width, as in the models of Phụ lục III
RULE_AFTER: Final = '<w:spacing w:before="40" w:after="160" w:line="60" w:lineRule="exact"/>'


@dataclass(frozen=True, slots=True)
class Frame:
    """What a layout puts around the body, as WordprocessingML, and the style sheet it needs."""

    front: str
    end: str
    regime: str = "state"


def text_width(*, landscape: bool) -> int:
    """The width between the side margins in twips."""
    page = PAGE[1] if landscape else PAGE[0]
    return page - w.millimetres(MARGINS["left"]) - w.millimetres(MARGINS["right"])


def columns(width: int) -> tuple[int, int]:
    """The left and right column of a header table ``width`` twips wide."""
    left = round(width * LEFT_SHARE)
    return left, width - left


def halves(width: int) -> tuple[int, int]:
    """The two columns of a signature table."""
    left = round(width * 0.48)
    return left, width - left


def line(style: str, text: str, *properties: str) -> str:
    """A paragraph of ``style`` with one run of ``text``."""
    return w.paragraph(style, w.run(text) if text else "", properties=properties)


def tag(expression: str) -> str:
    """A paragraph tag, which vanishes when the template is filled."""
    return line("Directive", f"{{%p {expression} %}}")


def each(style: str, items: str, text: str = "{{ item }}") -> str:
    """One paragraph of ``style`` for every ``item`` of the expression ``items``."""
    return tag(f"for item in {items}") + line(style, text) + tag("endfor")


def rule(style: str = "RulePart") -> str:
    """A drawn line; the filler sets its length."""
    return w.paragraph(style)


def _row_tag(expression: str, widths: tuple[int, ...]) -> str:
    first = line("Directive", f"{{%tr {expression} %}}")
    rest = [w.cell(width, w.paragraph("Directive")) for width in widths[1:]]
    return w.row(w.cell(widths[0], first), *rest)


def _issuer() -> str:
    return each("Superior", "paper.header.superior") + each("Issuer", "paper.header.issuer")


def _state_head(width: int, under_number: str = "", *, numbered: bool = True) -> str:
    """Ô 1-4: issuer left, Quốc hiệu right; number and place with the date below them."""
    left, right = columns(width)
    rows = w.row(
        w.cell(left, _issuer() + rule()),
        w.cell(right, line("Nation", NATION) + line("Motto", MOTTO) + rule("RuleFull")),
    )
    if numbered:
        number = line("Number", "{{ paper.header.number }}") + under_number
        place = line("PlaceDate", "{{ paper.header.place_date }}")
        rows += _row_tag("if paper.header.number or paper.header.place_date", (left, right))
        rows += w.row(w.cell(left, number), w.cell(right, place))
        rows += _row_tag("endif", (left, right))
    return w.table((left, right), rows)


def _title(source: Source) -> str:
    """Ô 5a: the kind of paper and, if there is one, its summary."""
    summary = line("DocSummary", source.summary) if source.summary else ""
    return line("DocTitle", source.title) + summary


def _body_rule() -> str:
    return w.paragraph("RulePart", properties=(RULE_AFTER,))


def _addressees() -> str:
    """Ô 9a: one addressee on the same line; more as a list under the colon."""
    ending = "{% if loop.last %}.{% else %};{% endif %}"
    return (
        tag("if paper.to | length == 1")
        + line("Addressee", "{{ paper.to_label }} {{ paper.to[0] }}")
        + tag("elif paper.to")
        + line("AddresseeLabel", "{{ paper.to_label }}")
        + each("AddresseeList", "paper.to", f"- {{{{ item }}}}{ending}")
        + line("Break", "", w.attributes("spacing", after=160))
        + tag("endif")
    )


def signature(who: str) -> str:
    """Ô 7a and 7b: the lines of office, the space for the hand, then titles and the name."""
    names = f'{{{{ ({who}.capacity + [{who}.name]) | join("\\n") }}}}'
    return each("SignLine", f"{who}.lines") + line("SignName", names)


def _recipients() -> str:
    """Ô 9b; an empty list leaves the cell empty, never without a paragraph."""
    label = "{% if paper.recipients %}Nơi nhận:{% endif %}"
    return line("RecipientsLabel", label) + each("Recipients", "paper.recipients", "- {{ item }}")


def _end_table(width: int, *pairs: tuple[str, str]) -> str:
    left, right = halves(width)
    rows = [
        w.row(w.cell(left, first or w.paragraph("Recipients")),
              w.cell(right, second or w.paragraph("Recipients")))
        for first, second in pairs
    ]  # fmt: skip
    return w.paragraph("EndGap") + w.table((left, right), *rows)


def _signed(width: int) -> str:
    return _end_table(width, (_recipients(), signature("paper.sign")))


def _named(source: Source, width: int) -> Frame:
    front = _state_head(width) + _title(source) + _body_rule() + _addressees()
    return Frame(front, _signed(width))


def _decision(source: Source, width: int) -> Frame:
    enacting = "QUYẾT NGHỊ:" if source.title.startswith("NGHỊ QUYẾT") else "QUYẾT ĐỊNH:"
    front = (
        _state_head(width)
        + _title(source)
        + _body_rule()
        + line("Authority", "{{ paper.authority }}")
        + each("Basis", "paper.bases")
        + line("Enacting", enacting)
    )
    return Frame(front, _signed(width))


def _letter(source: Source, width: int) -> Frame:
    about = line("LetterSummary", f"V/v {source.summary}")
    return Frame(_state_head(width, about) + _addressees(), _signed(width))


def _invitation(source: Source, width: int) -> Frame:
    return Frame(_state_head(width) + _title(source) + _body_rule(), _signed(width))


def _minutes(source: Source, width: int) -> Frame:
    secretary = each("SignLine", "paper.secretary.lines") + line(
        "SignName", "{{ paper.secretary.name }}"
    )
    end = _end_table(width, (secretary, signature("paper.sign")), (_recipients(), ""))
    return Frame(_state_head(width) + _title(source) + _body_rule(), end)


def _regulation(source: Source, width: int) -> Frame:
    """The head of the model signs right; whoever approves signs left; the recipients stand below."""
    approval = (
        line("SignLine", "PHÊ DUYỆT")
        + line("SignDate", "{{ paper.approve.date }}")
        + signature("paper.approve")
    )
    end = _end_table(width, (approval, signature("paper.sign")), (_recipients(), ""))
    return Frame(_state_head(width) + _title(source) + _body_rule(), end)


def _attached(source: Source, width: int) -> Frame:
    note = line("AttachedNote", "{{ paper.attached_to }}")
    front = _state_head(width, numbered=False) + _title(source) + note + _body_rule()
    return Frame(front, "")


def _party_head(width: int) -> str:
    left, right = columns(width)
    first = w.row(
        w.cell(left, _issuer() + line("Star", "*")),
        w.cell(right, line("PartyName", PARTY_NAME) + rule("RuleFull")),
    )
    second = w.row(
        w.cell(left, line("Number", "{{ paper.header.number }}")),
        w.cell(right, line("PlaceDate", "{{ paper.header.place_date }}")),
    )
    return w.table((left, right), first, second)


def _party(source: Source, width: int) -> Frame:
    """Hướng dẫn 36-HD/VPTW and 05-HD/VPTW: no Quốc hiệu, `*` and `-----` instead of lines."""
    front = (
        _party_head(width)
        + _title(source)
        + line("Hyphens", "-----")
        + _addressees()
        + each("Basis", "paper.bases", "- {{ item }}")
    )
    signer = (
        each("SignLine", "paper.sign.lines[:-1]")
        + each("SignTitle", "paper.sign.lines[-1:]")
        + line("SignName", "{{ paper.sign.name }}")
    )
    return Frame(front, _end_table(width, (_recipients(), signer)), "party")


def _cover(source: Source, width: int) -> Frame:
    """Bìa hồ sơ: one frame the height of the page; head, title and facts in three rows."""
    head = each("CoverSuperior", "dossier.superior") + each("CoverUnit", "dossier.unit") + rule()
    middle = (
        line("CoverWord", source.title)
        + line("CoverTitle", "{{ dossier.title }}")
        + line("CoverFact", "{{ dossier.period }}")
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
    heights = ((head, 3200, "top"), (middle, 7200, "center"), (facts, 2900, "center"))
    rows = [
        w.row(w.cell(width, text, properties=w.attributes("vAlign", val=place)), height=height)
        for text, height, place in heights
    ]
    frame = w.single_borders(18, ("top", "left", "bottom", "right"))
    return Frame(w.table((width,), *rows, borders=frame, margin=113), "", "dossier")


LIST_COLUMNS: Final = (
    ("STT", 6, "{{ row.number }}", "ListCentre"),
    ("Số, ký hiệu văn bản", 15, "{{ row.symbol }}", "ListCentre"),
    ("Ngày tháng năm văn bản", 13, "{{ row.date }}", "ListCentre"),
    ("Tên loại và trích yếu nội dung văn bản", 30, "", "ListText"),
    ("Tác giả văn bản", 17, "{{ row.author }}", "ListText"),
    ("Tờ số/ Trang số", 8, "{{ row.pages }}", "ListCentre"),
    ("Ghi chú", 11, "{{ row.note }}", "ListText"),
)


def shares(width: int, weights: tuple[float, ...]) -> tuple[int, ...]:
    """``width`` twips divided by ``weights``; the last share takes what rounding leaves."""
    parts = [int(width * weight / sum(weights)) for weight in weights]
    return (*parts[:-1], width - sum(parts[:-1]))


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
        + _row_tag("for row in dossier.rows", widths)
        + w.row(*cells)
        + _row_tag("endfor", widths)
    )


def _list(source: Source, width: int) -> Frame:
    """Mục lục văn bản, tài liệu: the seven columns of Phụ lục V, mục IV."""
    widths = shares(width, tuple(float(weight) for _, weight, _, _ in LIST_COLUMNS))
    front = (
        line("ListTitle", source.title)
        + line("ListFact", "Số, ký hiệu hồ sơ: {{ dossier.symbol }}")
        + line("ListFact", "Năm {{ dossier.year }}", w.attributes("spacing", after=160))
        + w.table(widths, _list_rows(widths), borders=all_borders())
        + each("ListNote", "dossier.notes")
    )
    return Frame(front, "", "dossier")


def all_borders() -> str:
    """Thin solid lines around and between all cells."""
    return w.single_borders(4, ("top", "left", "bottom", "right", "insideH", "insideV"))


LAYOUTS: Final[dict[str, Callable[[Source, int], Frame]]] = {
    "named": _named,
    "decision": _decision,
    "letter": _letter,
    "invitation": _invitation,
    "minutes": _minutes,
    "party": _party,
    "regulation": _regulation,
    "attached": _attached,
    "cover": _cover,
    "list": _list,
}
