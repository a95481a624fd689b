"""Parts found in papers that other hands made: with tables or without, well typed or not."""

from __future__ import annotations

import pytest

from docgen.lint.reading.body import read
from docgen.lint.roles.model import Sheet, Sure
from docgen.lint.roles.reader import sheets
from tests.lint.made import A4, BOLD, CENTRED, line, run, shape, table, word_file

ITALIC = "<w:i/>"
NATION = line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, CENTRED)
MOTTO = line("Độc lập - Tự do - Hạnh phúc", BOLD, CENTRED)
DATE = line("Tân Mỹ, ngày 05 tháng 9 năm 2026", ITALIC, CENTRED)
TEXT = line(
    "Thực hiện kế hoạch công tác năm, Ủy ban nhân dân xã thông báo như sau để các đơn vị biết.",
    form='<w:jc w:val="both"/>',
)


def papers(body: str, numbering: str = "") -> list[Sheet]:
    """The papers in a file with ``body``."""
    return sheets(read(word_file(body, numbering=numbering), "x"))


def said(sheet: Sheet, role: str) -> list[str]:
    """What the parts of a role say."""
    return [part.line.said for part in sheet.of(role)]


def head(*left: str, right: str = NATION + MOTTO + DATE) -> str:
    """A head in a table of one row, as many clerks make it."""
    names = "".join(line(text, BOLD, CENTRED) for text in left)
    number = line("Số: 15/TB-UBND", "", CENTRED)
    return table((names + number, right))


END = table(
    (
        line("Nơi nhận:", BOLD + ITALIC) + line("- Như trên;") + line("- Lưu: VT."),
        line("KT. CHỦ TỊCH", BOLD, CENTRED)
        + line("PHÓ CHỦ TỊCH", BOLD, CENTRED)
        + line("") * 4
        + line("Nguyễn Văn An", BOLD, CENTRED),
    )
)


def test_a_head_in_one_row_of_a_table_is_read() -> None:
    """Number and date stand in the cells of the names; the two names are told apart by words."""
    body = head("UBND HUYỆN A", "TRƯỜNG TIỂU HỌC B") + line("THÔNG BÁO", BOLD, CENTRED)
    found = papers(body + line("Về việc nghỉ lễ", BOLD, CENTRED) + TEXT + END)[0]
    assert said(found, "superior") == ["UBND HUYỆN A"]
    assert said(found, "issuer") == ["TRƯỜNG TIỂU HỌC B"]
    assert said(found, "number") == ["Số: 15/TB-UBND"]
    assert said(found, "place_date") == ["Tân Mỹ, ngày 05 tháng 9 năm 2026"]
    assert said(found, "summary") == ["Về việc nghỉ lễ"]
    assert (found.paper, found.regime) == ("tb", "nd30")


def test_a_head_without_a_table_is_cut_at_its_tabs() -> None:
    """Left and right halves of one paragraph are two lines."""
    body = (
        line("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD)
        + line("XÃ TÂN MỸ\tĐộc lập - Tự do - Hạnh phúc", BOLD)
        + line("Số: 15/TB-UBND\tTân Mỹ, ngày 05 tháng 9 năm 2026")
        + line("THÔNG BÁO", BOLD, CENTRED)
    )
    found = papers(body + TEXT + END)[0]
    assert said(found, "issuer") == ["ỦY BAN NHÂN DÂN", "XÃ TÂN MỸ"]
    assert said(found, "nation") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert said(found, "number") == ["Số: 15/TB-UBND"]
    assert found.day is not None


def test_signatures_without_a_table_are_found() -> None:
    """Office and name stand at the right, the recipients below."""
    right = '<w:ind w:left="5000"/><w:jc w:val="center"/>'
    body = head("ỦY BAN NHÂN DÂN XÃ A") + line("THÔNG BÁO", BOLD, CENTRED) + TEXT
    body += line("TM. ỦY BAN NHÂN DÂN", BOLD, right) + line("CHỦ TỊCH", BOLD, right) + line("") * 4
    body += line("Trần Thị Bình", BOLD, right) + line("Nơi nhận:", BOLD) + line("- Lưu: VT.")
    found = papers(body)[0]
    assert said(found, "sign_authority") == ["TM. ỦY BAN NHÂN DÂN"]
    assert said(found, "sign_title") == ["CHỦ TỊCH"]
    assert said(found, "signer") == ["Trần Thị Bình"]
    assert said(found, "recipients") == ["- Lưu: VT."]


def test_recipients_beside_the_signature_are_cut_at_tabs() -> None:
    """One paragraph may hold a recipient at the left and the office at the right."""
    body = head("ỦY BAN NHÂN DÂN XÃ A") + line("THÔNG BÁO", BOLD, CENTRED) + TEXT
    body += line("Nơi nhận:\tCHỦ TỊCH", BOLD) + line("- Lưu: VT.") + line("") * 3
    found = papers(body + line("\tTrần Thị Bình", BOLD))[0]
    assert said(found, "sign_title") == ["CHỦ TỊCH"]
    assert said(found, "signer") == ["Trần Thị Bình"]


def test_a_misspelt_nation_is_still_the_nation() -> None:
    """A slip of the pen leaves a part what it is."""
    wrong = NATION.replace("VIỆT", "VIẾT").replace("XÃ", "XẢ")
    body = head("ỦY BAN NHÂN DÂN XÃ A", right=wrong + MOTTO + DATE)
    assert len(papers(body + TEXT + END)[0].of("nation")) == 1


def test_all_bold_names_are_told_apart_by_their_words() -> None:
    """Where weight does not tell the issuer, words do, with less certainty."""
    found = papers(head("CÔNG AN TỈNH BẮC NINH", "CÔNG AN XÃ TÂN MỸ") + TEXT + END)[0]
    assert said(found, "issuer") == ["CÔNG AN XÃ TÂN MỸ"]
    assert found.of("issuer")[0].sure is Sure.LIKELY


def test_automatic_numbers_make_articles_and_points() -> None:
    """What Word numbers by itself is read as if it had been typed."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="Điều %1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    levels = [
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' for level in (0, 1)
    ]
    body = head("ỦY BAN NHÂN DÂN XÃ A") + line("QUY CHẾ", BOLD, CENTRED)
    body += line("Phạm vi", BOLD, levels[0]) + line("Việc thứ nhất;", form=levels[1])
    found = papers(body, numbering)[0]
    assert said(found, "article") == ["Điều 1. Phạm vi"]
    assert said(found, "point") == ["a) Việc thứ nhất;"]


def test_an_attached_act_and_an_annex_are_papers_of_their_own() -> None:
    """One file may hold a decision, the regulation it brings, and an annex."""
    broken = f"<w:p><w:pPr>{A4}</w:pPr></w:p>"
    note = line("(Kèm theo Quyết định số 15/QĐ-UBND của Ủy ban nhân dân xã A)", ITALIC, CENTRED)
    decision = head("ỦY BAN NHÂN DÂN XÃ A") + line("QUYẾT ĐỊNH", BOLD, CENTRED) + TEXT + END
    bare = table((line("ỦY BAN NHÂN DÂN XÃ A", BOLD, CENTRED), NATION + MOTTO))
    regulation = bare + line("QUY CHẾ", BOLD, CENTRED) + note + TEXT
    annex = line("Phụ lục", BOLD, CENTRED) + line("DANH SÁCH", BOLD, CENTRED) + note + TEXT
    found = papers(decision + broken + regulation + broken + annex)
    assert [one.place for one in found] == ["main", "attached", "annex"]
    assert [one.paper for one in found] == ["qd", "qc", ""]


def test_the_party_is_known_by_who_issues() -> None:
    """A Party committee's paper under Quốc hiệu is a Party paper laid out wrongly."""
    body = head("ĐẢNG ỦY XÃ TÂN MỸ") + line("NGHỊ QUYẾT", BOLD, CENTRED) + TEXT + END
    assert papers(body)[0].regime == "party"


@pytest.mark.parametrize(
    ("body", "regime"),
    [
        (head("CHÍNH PHỦ") + line("NGHỊ ĐỊNH", BOLD, CENTRED) + TEXT, "normative"),
        (
            table((line("BAN CHẤP HÀNH"), line("ĐOÀN TNCS HỒ CHÍ MINH", BOLD, CENTRED) + DATE))
            + line("KẾ HOẠCH", BOLD, CENTRED)
            + TEXT,
            "union",
        ),
    ],
    ids=["normative act", "Youth Union"],
)
def test_papers_with_rules_of_their_own_are_known(body: str, regime: str) -> None:
    """Normative acts and papers of the Youth Union follow other rules."""
    assert papers(body)[0].regime == regime


def test_a_letter_to_a_friend_is_no_paper() -> None:
    """A text without the parts of a paper is none."""
    assert papers(line("Chào Bình,") + TEXT + line("Thân mến")) == []


def test_a_drawn_line_under_the_motto_is_a_line() -> None:
    """The shape that users draw stands in the paragraph of the motto itself."""
    motto = f"<w:p><w:pPr>{CENTRED}</w:pPr>{run('Độc lập - Tự do - Hạnh phúc', BOLD)}"
    body = head("ỦY BAN NHÂN DÂN XÃ A", right=NATION + motto + shape(2170000) + "</w:p>" + DATE)
    assert papers(body + TEXT + END)[0].of("motto")[0].line.paragraph.drawn


def test_several_addressees_stand_under_their_label() -> None:
    """Each dash after “Kính gửi:” is an addressee; the text begins after them."""
    body = head("ỦY BAN NHÂN DÂN XÃ A").replace("15/TB-UBND", "15/UBND-VP")
    body += line("Kính gửi:") + line("- Sở Nội vụ;") + line("- Sở Tài chính.") + TEXT + END
    found = papers(body)[0]
    assert said(found, "addressee_item") == ["- Sở Nội vụ;", "- Sở Tài chính."]
    assert found.paper == "cv"
