"""Each layout puts the components where Nghị định 30/2020 and the Party's rules want them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from docgen.word.authoring.layouts import MOTTO, NATION, PARTY_NAME
from docgen.word.authoring.stylesheets import stylesheet
from docgen.word.filling import looks
from docgen.word.filling.widths import text_width

TEMPLATES = Path(__file__).parents[3] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Look = Callable[..., Any]
STATE_LAYOUTS = ["named", "decision", "letter", "invitation", "minutes", "regulation", "attached"]


def style(regime: str, id_: str) -> Any:
    """The style element ``id_`` of a regime."""
    root = etree.fromstring(stylesheet(regime))
    (found,) = (s for s in root.iter(f"{W}style") if s.get(f"{W}styleId") == id_)
    return found


@pytest.mark.parametrize(
    ("regime", "id_", "expected"),
    [
        ("state", "Superior", (13, False, False)),
        ("state", "Issuer", (13, True, False)),
        ("state", "Nation", (13, True, False)),
        ("state", "Motto", (14, True, False)),
        ("state", "Number", (13, False, False)),
        ("state", "PlaceDate", (14, False, True)),
        ("state", "DocTitle", (14, True, False)),
        ("state", "DocSummary", (14, True, False)),
        ("state", "LetterSummary", (12, False, False)),
        ("state", "Authority", (14, True, False)),
        ("state", "Basis", (14, False, True)),
        ("state", "Body", (14, False, False)),
        ("state", "Article", (14, True, False)),
        ("state", "SignLine", (14, True, False)),
        ("state", "SignName", (14, True, False)),
        ("state", "RecipientsLabel", (12, True, True)),
        ("state", "Recipients", (11, False, False)),
        ("state", "AnnexNote", (14, False, True)),
        ("party", "PartyName", (15, True, False)),
        ("party", "Superior", (14, False, False)),
        ("party", "Issuer", (14, True, False)),
        ("party", "Number", (14, False, False)),
        ("party", "PlaceDate", (14, False, True)),
        ("party", "DocTitle", (16, True, False)),
        ("party", "DocSummary", (15, True, False)),
        ("party", "Basis", (14, False, False)),
        ("party", "SignLine", (14, True, False)),
        ("party", "SignTitle", (14, False, False)),
        ("party", "RecipientsLabel", (14, False, False)),
        ("party", "Recipients", (12, False, False)),
    ],
)
def test_each_component_has_the_size_and_weight_of_the_law(
    regime: str, id_: str, expected: tuple[float, bool, bool]
) -> None:
    """Phụ lục I, mục II-V, and Hướng dẫn 36 and 05: size, bold, italic of every component."""
    look = looks.looks(stylesheet(regime).encode())[id_]
    assert (look.size, look.bold, look.italic) == expected


def test_the_party_label_of_recipients_is_underlined() -> None:
    """The Party underlines Nơi nhận, the State does not."""
    assert style("party", "RecipientsLabel").find(f".//{W}u") is not None
    assert style("state", "RecipientsLabel").find(f".//{W}u") is None


def test_party_lines_are_exactly_twenty_points_apart() -> None:
    """Hướng dẫn 05: exactly 18 to 22 points."""
    spacing = style("party", "Body").find(f".//{W}spacing")
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("400", "exact")


def test_body_text_is_justified_with_one_centimetre_and_six_points() -> None:
    """Phụ lục I.II.6: justified, first line 1 cm, at least 6 pt between paragraphs."""
    body = style("state", "Body")
    assert body.find(f".//{W}jc").get(f"{W}val") == "both"
    assert body.find(f".//{W}ind").get(f"{W}firstLine") == "567"
    assert body.find(f".//{W}spacing").get(f"{W}after") == "120"


@pytest.mark.parametrize("layout", STATE_LAYOUTS)
def test_state_papers_open_with_issuer_and_nation(layout: str, paper: Look) -> None:
    """Ô 1 and 2: superior and issuer left, Quốc hiệu and Tiêu ngữ right, each with its line."""
    made = paper(layout)
    left, right = made.root.find(f".//{W}tr").findall(f"{W}tc")
    assert made.text(left) == "CÔNG AN TỈNH BẮC NINHCÔNG AN XÃ TÂN MỸ"
    assert made.text(right) == NATION + MOTTO
    assert len(made.paragraphs("RuleFull")) == 1
    assert made.styled("Superior") == ["CÔNG AN TỈNH BẮC NINH"]


@pytest.mark.parametrize("layout", STATE_LAYOUTS)
def test_quoc_hieu_fits_one_line(layout: str, paper: Look) -> None:
    """The right column of the head is wider than Quốc hiệu at 13 points bold."""
    made = paper(layout)
    right = made.root.find(f".//{W}tr").findall(f"{W}tc")[1]
    room = (int(right.find(f".//{W}tcW").get(f"{W}w")) - 114) / 20
    assert text_width(NATION, looks.StyleLook("", 13, bold=True, italic=False)) < room


def test_the_state_never_prints_party_marks(paper: Look) -> None:
    """A State paper has neither the Party's name nor its star."""
    text = paper("named").text(paper("named").root)
    assert PARTY_NAME not in text
    assert "*" not in text


def test_number_and_place_stand_on_one_row(paper: Look) -> None:
    """Ô 3 and 4 share the second row of the head."""
    made = paper("named")
    row = made.root.findall(f".//{W}tr")[1]
    assert [made.text(cell) for cell in row.findall(f"{W}tc")] == [
        "Số:      /BC-CAX",
        "Tân Mỹ, ngày 05 tháng 9 năm 2026",
    ]


def test_without_number_and_place_the_row_vanishes(paper: Look, context: dict[str, Any]) -> None:
    """An attached act has no such row, nor has any paper whose values are both empty."""
    context["paper"]["header"].update(number="", place_date="")
    assert paper("named").paragraphs("Number") == []
    assert paper("attached").paragraphs("Number") == []


def test_one_addressee_stands_on_the_line_of_kinh_gui(paper: Look) -> None:
    """Phụ lục I.II.9a: a single addressee follows the colon, without a dash."""
    made = paper("named", to=["Chủ tịch Ủy ban nhân dân xã"])
    assert made.styled("Addressee") == ["Kính gửi: Chủ tịch Ủy ban nhân dân xã"]
    assert made.paragraphs("AddresseeList") == []


def test_several_addressees_are_a_list_under_the_colon(paper: Look) -> None:
    """Phụ lục I.II.9a: dashes, semicolons, a full stop at the end, aligned under the colon."""
    made = paper("letter", to=["Công an xã", "Đảng ủy xã"])
    assert made.styled("AddresseeLabel") == ["Kính gửi:"]
    assert made.styled("AddresseeList") == ["- Công an xã;", "- Đảng ủy xã."]
    label = int(style("state", "AddresseeLabel").find(f".//{W}ind").get(f"{W}left"))
    dashes = style("state", "AddresseeList").find(f".//{W}ind")
    dash = int(dashes.get(f"{W}left")) - int(dashes.get(f"{W}hanging"))
    colon = text_width("Kính gửi", looks.StyleLook("", 14, bold=False, italic=False)) * 20
    assert abs(label + colon - dash) < 20


def test_no_addressee_leaves_no_trace(paper: Look) -> None:
    """A kế hoạch or a quyết định has no Kính gửi."""
    assert "Kính gửi" not in paper("named").text(paper("named").root)


def test_a_letter_states_its_matter_under_the_number(paper: Look) -> None:
    """Ô 5b: V/v, 12 points, in the left column; a letter has no title."""
    made = paper("letter")
    cell = made.paragraphs("LetterSummary")[0].getparent()
    assert made.text(cell) == "Số:      /BC-CAXV/v Kết quả Cổng trường an toàn"
    assert made.paragraphs("DocTitle") == []


def test_a_decision_names_authority_bases_and_enacts(paper: Look) -> None:
    """Mẫu 1.2: authority, căn cứ in italics, QUYẾT ĐỊNH: in this order before the articles."""
    made = paper("decision", facts={"title": "QUYẾT ĐỊNH"})
    text = made.text(made.root)
    marks = ["CHỦ TỊCH ỦY BAN", "Căn cứ Luật", "Theo đề nghị", "QUYẾT ĐỊNH:", "Nội dung./."]
    assert [text.index(mark) for mark in marks] == sorted(text.index(mark) for mark in marks)
    assert len(made.paragraphs("Basis")) == 2


def test_a_resolution_resolves(paper: Look) -> None:
    """Mẫu 1.1 enacts with QUYẾT NGHỊ:."""
    assert paper("decision", facts={"title": "NGHỊ QUYẾT"}).styled("Enacting") == ["QUYẾT NGHỊ:"]


def test_the_end_block_holds_recipients_left_and_signer_right(paper: Look) -> None:
    """Ô 9b left, ô 7 right, on the same height."""
    made = paper("named")
    left, right = made.root.findall(f".//{W}tbl")[-1].findall(f".//{W}tc")
    assert made.text(left) == "Nơi nhận:- Như trên;- Lưu: VT, CAX."
    assert made.text(right) == "TRƯỞNG CÔNG AN XÃNguyễn Văn An"


def test_no_recipients_print_no_label(paper: Look) -> None:
    """An empty list leaves an empty cell, which still holds a paragraph."""
    made = paper("named", recipients=[])
    assert made.styled("RecipientsLabel") == [""]


def test_other_titles_stand_over_the_name(paper: Look) -> None:
    """Ô 7b: the office in the host body is printed after the space for the hand."""
    sign = {"lines": ["TRƯỞNG BAN"], "capacity": ["CHỦ TỊCH UBND XÃ"], "name": "Lê Văn C"}
    assert paper("named", sign=sign).styled("SignName") == ["CHỦ TỊCH UBND XÃ\nLê Văn C"]


def test_the_signature_has_room_without_empty_paragraphs(paper: Look) -> None:
    """About 70 points above the name, also when the name is not known yet."""
    sign = {"lines": ["TRƯỞNG BAN"], "capacity": [], "name": ""}
    assert paper("named", sign=sign).styled("SignName") == [""]
    assert style("state", "SignName").find(f".//{W}spacing").get(f"{W}before") == "1400"


@pytest.mark.parametrize(
    "tail", ["Hết./.", "{%p for m in members %}\n- {{ m.name }}\n{%p endfor %}"]
)
def test_a_signature_never_stands_alone(tail: str, paper: Look) -> None:
    """The last paragraph of the text keeps with the end block, whose rows are never split."""
    made = paper("named", f"Đầu.\n{tail}")
    (gap,) = made.paragraphs("EndGap")
    last = gap.getprevious()
    assert last.find(f"{W}pPr/{W}keepNext") is not None
    assert last.getprevious().find(f"{W}pPr/{W}keepNext") is None
    assert style("state", "EndGap").find(f".//{W}keepNext") is not None
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in made.root.iter(f"{W}tr"))


def test_minutes_are_signed_by_secretary_and_chair(paper: Look) -> None:
    """Mẫu 1.9: the secretary left, the chair right, recipients below."""
    made = paper("minutes")
    cells = made.root.findall(f".//{W}tbl")[-1].findall(f".//{W}tc")
    assert [made.text(cell) for cell in cells] == [
        "THƯ KÝLê Thị CúcNơi nhận:- Như trên;- Lưu: VT, CAX.",
        "TRƯỞNG CÔNG AN XÃNguyễn Văn An",
    ]


def test_a_regulation_carries_its_approval(paper: Look) -> None:
    """The approver signs left under PHÊ DUYỆT, the head of the model right."""
    made = paper("regulation")
    left, right = made.root.findall(f".//{W}tbl")[-1].findall(f".//{W}tc")
    approval = "PHÊ DUYỆTTân Mỹ, ngày 06 tháng 9 năm 2026CHỦ TỊCHTrần Thị Bình"
    assert made.text(left) == f"{approval}Nơi nhận:- Như trên;- Lưu: VT, CAX."
    assert made.text(right) == "TRƯỞNG CÔNG AN XÃNguyễn Văn An"


def test_an_attached_act_is_not_signed(paper: Look) -> None:
    """Mẫu 1.3: (Kèm theo ...) in italics, no number, no signature, no recipients."""
    made = paper("attached")
    assert made.styled("AttachedNote") == ["(Kèm theo Quyết định số      /QĐ-UBND)"]
    assert made.paragraphs("SignName") == made.paragraphs("RecipientsLabel") == []


def test_the_party_has_its_own_head(paper: Look, context: dict[str, Any]) -> None:
    """Hướng dẫn 36 and 05: the Party's name with a full line, a star, five hyphens, no nation."""
    context["paper"]["header"].update(number="Số      -NQ/ĐU")
    made = paper("party", sign={"lines": ["T/M ĐẢNG ỦY", "BÍ THƯ"], "capacity": [], "name": "A"})
    text = made.text(made.root)
    assert NATION not in text
    assert MOTTO not in text
    assert made.styled("PartyName") == [PARTY_NAME]
    assert made.styled("Star") == ["*"]
    assert made.styled("Number") == ["Số      -NQ/ĐU"]
    assert made.styled("Hyphens") == ["-----"]
    assert made.styled("SignLine") == ["T/M ĐẢNG ỦY"]
    assert made.styled("SignTitle") == ["BÍ THƯ"]
    assert made.styled("Basis")[0].startswith("- Căn cứ")


def test_the_cover_tells_what_the_dossier_is(paper: Look) -> None:
    """Issuing office, HỒ SƠ, title, dates, symbol, sheets and retention."""
    made = paper("cover", facts={"title": "HỒ SƠ"})
    text = made.text(made.root)
    facts = ["ỦY BAN NHÂN DÂN XÃ", "HỒ SƠ", "Hồ sơ mô hình", "Từ ngày 05/01/2026", "01.ANTT"]
    assert all(fact in text for fact in [*facts, "2026", "45", "Vĩnh viễn"])
    assert "Hồ sơ chưa đầy đủ: thiếu 5. Quy chế hoạt động của Mô hình." in text


def test_the_closing_sheet_says_what_the_dossier_holds(paper: Look) -> None:
    """Chứng từ kết thúc: papers, pages in figures and words, sheets by hand, who attests it."""
    source = (TEMPLATES / "ket-thuc.md").read_text(encoding="utf-8")
    body = source.split("---\n")[2].strip()
    made = paper("closing", body, facts={"title": "CHỨNG TỪ KẾT THÚC"})
    text = made.text(made.root)
    facts = ["01 văn bản", "3 trang", "bằng chữ: ba trang", "NGƯỜI LẬP HỒ SƠ", "Tân Mỹ, ngày"]
    assert all(fact in text for fact in facts)


def test_the_list_has_the_seven_columns_of_phu_luc_v(paper: Look) -> None:
    """Mục lục văn bản, tài liệu: seven columns, the head repeated, each title a link."""
    made = paper("list", facts={"title": "MỤC LỤC VĂN BẢN, TÀI LIỆU"})
    head, row = made.root.findall(f".//{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert [made.text(cell) for cell in head.findall(f"{W}tc")] == [
        "STT",
        "Số, ký hiệu văn bản",
        "Ngày tháng năm văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Tác giả văn bản",
        "Tờ số/ Trang số",
        "Ghi chú",
    ]
    assert made.text(row) == "102/QĐ-UBND05/9/2026Quyết định thành lậpUBND xã3"
    (instruction,) = made.root.iter(f"{W}instrText")
    assert instruction.text == ' HYPERLINK "docgen:quyet-dinh" '
    assert made.styled("ListNote") == ["Mục 9: chưa đến hạn."]


def test_an_empty_list_keeps_its_head(paper: Look, context: dict[str, Any]) -> None:
    """A dossier without papers yet still prints a table that Word accepts."""
    context["dossier"]["rows"] = []
    assert len(paper("list").root.findall(f".//{W}tr")) == 1
