"""The changes that need words of their own, by rule and check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docgen.lint.roles import anchors
from tests.lint.altered import Altered, W, element_of, paragraph, say
from tests.lint.mutants import copied_row

if TYPE_CHECKING:
    from tests.lint.mutants import Change

END = (
    '<w:tbl xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:tblPr/>'
    '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5355"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc>'
    '<w:tc><w:p><w:pPr><w:pStyle w:val="SignLine"/></w:pPr><w:r><w:t>TM. ỦY BAN NHÂN DÂN</w:t>'
    '</w:r></w:p><w:p><w:pPr><w:pStyle w:val="SignLine"/></w:pPr><w:r><w:t>CHỦ TỊCH</w:t></w:r>'
    '</w:p><w:p><w:pPr><w:pStyle w:val="SignName"/></w:pPr><w:r><w:t>Nguyễn Đình Khải</w:t></w:r>'
    "</w:p></w:tc></w:tr></w:tbl>"
)


def said(role: str, text: str, at: int = 0) -> Change:
    """A part says ``text``."""
    return lambda made: made.say(made.of(role)[at], text)


def swapped(role: str, old: str, new: str, at: int = 0) -> Change:
    """Words of a part are others."""
    return lambda made: made.replace(made.of(role)[at], old, new)


def added(role: str, text: str, at: int = 0) -> Change:
    """A part says ``text`` after its own words, before their last sign."""

    def change(made: Altered) -> None:
        part = made.of(role)[at]
        own = part.line.paragraph.text.rstrip()
        made.say(part, f"{own[:-1]} {text}{own[-1]}")

    return change


def dropped(pattern: str) -> Change:
    """The paragraph whose words match goes."""

    def change(made: Altered) -> None:
        for one in made.file.paragraphs:
            if re.search(pattern, one.text):
                element: Any = one.element
                element.getparent().remove(element)
                return
        raise AssertionError(pattern)

    return change


def everywhere(old: str, new: str) -> Change:
    """Words of the whole file are others."""

    def change(made: Altered) -> None:
        for one in made.file.paragraphs:
            if re.search(old, one.text):
                say(one.element, re.sub(old, new, one.text))

    return change


def formed(role: str, tag: str, at: int = 0, **values: str) -> Change:
    """A paragraph property of a part is another."""
    return lambda made: made.form(made.of(role)[at : at + 1], tag, **values)


def sized(role: str, half_points: str, count: int = 1) -> Change:
    """The first parts of a role have another size."""
    return lambda made: made.look(made.of(role)[:count], sz=half_points)


def header(old: str, new: str) -> Change:
    """The page number is set otherwise."""

    def change(made: Altered) -> None:
        made.header(lambda text: _swap(text, old, new))

    return change


def _swap(text: str, old: str, new: str) -> str:
    assert re.search(old, text), old
    return re.sub(old, new, text)


def _landscape(made: Altered) -> None:
    made.section(0, "pgSz", w="16838", h="11906")
    table = made.element("nation").iterancestors(f"{W}tbl").__next__()
    for element in (*table.iter(f"{W}gridCol"), *table.iter(f"{W}tcW")):
        if element.get(f"{W}w") == "5707":
            element.set(f"{W}w", "10639")
    indent = made.element("motto").getnext().find(f"{W}pPr/{W}ind")
    for side in ("left", "right"):
        indent.set(W + side, str(int(indent.get(W + side)) + 2466))


def _no_break(made: Altered) -> None:
    """The annex begins on a new page of the same section."""
    section: Any = made.file.sections[0].element
    section.getparent().remove(section)
    made.form(made.of("annex_label"), "pageBreakBefore")


def _started(made: Altered) -> None:
    made.section(-1, "pgNumType", start=None)


def _dashed(made: Altered) -> None:
    rule = made.element("motto").getnext()
    properties = rule.find(f"{W}pPr")
    borders = properties.makeelement(f"{W}pBdr", {})
    top = borders.makeelement(f"{W}top", {f"{W}val": "dashed", f"{W}sz": "6"})
    borders.append(top)
    properties.append(borders)


def _small_motto(made: Altered) -> None:
    """A smaller motto over a line that is as long as it."""
    made.look(made.of("motto"), sz="24")
    indent = made.element("motto").getnext().find(f"{W}pPr/{W}ind")
    for side in ("left", "right"):
        indent.set(W + side, "1328")


def _lower_roman(made: Altered) -> None:
    part = made.of("roman")[0]
    made.say(part, f"I. {part.line.text[3:].capitalize()}")


def _typed(made: Altered) -> None:
    rule = made.element("motto").getnext()
    typed = paragraph("Motto", "_" * 24)
    rule.getparent().replace(rule, typed)


def _other_row(made: Altered) -> None:
    """Place and date stand one row below the number."""
    element = made.element("place_date")
    row = copied_row(element)
    cells = row.findall(f"{W}tc")
    element.addprevious(paragraph("PlaceDate"))
    cells[0].append(paragraph("Number"))
    cells[1].append(element)


def _lower_recipients(made: Altered) -> None:
    """The recipients stand one row below the signature."""
    label = made.element("recipients_label")
    cell = label.getparent()
    moved = list(cell.findall(f"{W}p"))
    row = copied_row(label)
    cells = row.findall(f"{W}tc")
    for one in moved:
        cells[0].append(one)
    cell.append(paragraph("Recipients"))
    cells[1].append(paragraph("Recipients"))


def _dated_minutes(made: Altered) -> None:
    row = made.element("number")
    cell = row.getparent().getnext()
    say(cell.find(f"{W}p"), "Minh Thịnh, ngày 28 tháng 8 năm 2026")


def _numbered(style: str, text: str, cell: int) -> Change:
    """An attached act bears a number or a date."""

    def change(made: Altered) -> None:
        row = copied_row(made.element("nation"))
        cells = row.findall(f"{W}tc")
        cells[cell].append(paragraph(style, text))
        cells[1 - cell].append(paragraph("Break"))

    return change


def _signed(made: Altered) -> None:
    from lxml import etree  # noqa: PLC0415 - one place

    _last(made).addprevious(etree.fromstring(END))


def _received(made: Altered) -> None:
    last = _last(made)
    last.addprevious(paragraph("RecipientsLabel", "Nơi nhận:"))
    last.addprevious(paragraph("Recipients", "- Lưu: VT."))


def _last(made: Altered) -> Any:
    return made.root.find(f"{W}body/{W}sectPr")


def _addressed(made: Altered) -> None:
    element = element_of(made.of("text", "dash")[0])
    element.addprevious(paragraph("Addressee", "Kính gửi: Công an xã Minh Thịnh"))


def _one_item(made: Altered) -> None:
    for part in made.of("addressee_item")[1:]:
        element_of(part).getparent().remove(element_of(part))
    made.say(made.of("addressee_item")[0], "- Công an xã Minh Thịnh.")


def _nation(made: Altered) -> None:
    made.element("party_title").addprevious(paragraph("PartyName", anchors.NATION))


def _old_letters(made: Altered) -> None:
    added("text", "Céng hßa x· héi")(made)


def _tones(made: Altered) -> None:
    added("text", "thực hiện việc hoà giải")(made)


def _dated(form: str) -> Change:
    """The date of a Party paper is of another form; its regime stays."""

    def change(made: Altered) -> None:
        part = made.of("place_date")[0]
        year = "2027" if "tháng 8" in part.line.text else "2026"
        made.say(part, f"Minh Thịnh, {form.format(year=year)}")
        if year == "2027":  # the province is a city since September 2026
            everywhere("TỈNH BẮC NINH", "THÀNH PHỐ BẮC NINH")(made)
            everywhere("tỉnh Bắc Ninh", "thành phố Bắc Ninh")(made)
            everywhere("Tỉnh ủy Bắc Ninh", "Thành ủy Bắc Ninh")(made)

    return change


def _bold_off(role: str) -> Change:
    return lambda made: made.look(made.of(role)[:1], b="0")


def _untitled(made: Altered) -> None:
    made.remove("chapter_title")


def _no_annex_words(made: Altered) -> None:
    for part in made.sheets[0].parts:
        text = part.line.paragraph.text
        if re.search("(?i)kèm theo|phụ lục", text):
            made.say(part, re.sub("(?i)kèm theo|phụ lục", "đã gửi", text))


def _lower_title(role: str) -> Change:
    return lambda made: made.say(made.of(role)[0], made.of(role)[0].line.text.capitalize())


OLD_CIRCULAR = (
    "Thông tư số 23/2012/TT-BCA, ngày 27/4/2012 của Bộ trưởng Bộ Công an quy định về khu dân cư;"
)
SPECIAL: dict[tuple[str, str], tuple[str, Change | None]] = {
    ("P02", "orientation"): ("cv", _landscape),
    ("P08", "place"): ("qc", header(" PAGE ", " SECTION ")),
    ("P08", "start"): ("kh", lambda made: made.section(0, "pgNumType", start="3")),
    ("P08", "align"): ("kh", header("<w:pStyle [^>]*/>", '\\g<0><w:jc w:val="right"/>')),
    ("P09", "size"): ("kh", header("<w:r><w:t", '<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t')),
    ("P09", "italic"): ("kh", header("<w:r><w:t", "<w:r><w:rPr><w:i/></w:rPr><w:t")),
    ("P11", "own_section"): ("qd-annex", _no_break),
    ("P11", "annex"): ("qd-annex", _started),
    ("P12", "head_sizes"): ("kh", sized("nation", "24")),
    ("P06", "old_letters"): ("", _old_letters),
    ("C01", "words"): ("kh", said("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIẾT NAM")),
    ("C03", "signs"): ("kh", said("motto", "Độc lập – Tự do - Hạnh phúc")),
    ("C03", "words"): ("kh", said("motto", "Độc lập - tự do - Hạnh phúc")),
    ("C04", "size"): ("kh", _small_motto),
    ("C05", "rule_solid"): ("kh", _dashed),
    ("C05", "rule_typed"): ("kh", _typed),
    ("C10", "said"): ("kh", said("issuer", "UBND")),
    ("C12", "colon"): ("kh", said("number", "Số 95/KH-UBND")),
    ("C13", "digits"): ("kh", said("number", "Số: 5/KH-UBND")),
    ("C14", "symbol"): ("kh", said("number", "Số: 95/KH - UBND")),
    ("C15", "titled"): ("kh", said("number", "Số: 95/BC-UBND")),
    ("C15", "letter"): ("cv", said("number", "Số: 486/CV-UBND")),
    ("C18", "day"): ("kh", said("place_date", "Minh Thịnh, ngày 4 tháng 8 năm 2026")),
    ("C18", "months_padded"): ("kh", said("place_date", "Minh Thịnh, ngày 14 tháng 2 năm 2026")),
    ("C18", "months_plain"): ("kh", said("place_date", "Minh Thịnh, ngày 14 tháng 08 năm 2026")),
    ("C18", "words"): ("kh", said("place_date", "Minh Thịnh, 14/8/2026")),
    ("C19", "comma"): ("kh", said("place_date", "Minh Thịnh ngày 14 tháng 8 năm 2026")),
    ("C19", "beside"): ("kh", _other_row),
    ("C21", "calendar"): ("kh", added("text", "trước ngày 31 tháng 4 năm 2026")),
    ("C21", "cited_later"): (
        "qd-dated",
        swapped("basis", "ngày 31 tháng 8 năm", "ngày 14 tháng 9 năm", 6),
    ),
    ("C25", "words"): ("cv", swapped("letter_summary", "V/v", "Về việc")),
    ("C25", "gap"): ("cv", formed("letter_summary", "spacing", before="0")),
    ("C26", "dateless"): ("bb", _dated_minutes),
    ("C27", "number"): ("ctr", _numbered("Number", "Số: 05/CTr-UBND", 0)),
    ("C27", "date"): ("ctr", _numbered("PlaceDate", "Minh Thịnh, ngày 10 tháng 8 năm 2026", 1)),
    ("C27", "signature"): ("ctr", _signed),
    ("C27", "recipients"): ("ctr", _received),
    ("B02", "one_size"): ("kh", sized("dash", "26")),
    ("B07", "dated"): (
        "qd",
        said("basis", "Căn cứ Kế hoạch số 95/KH-UBND về xây dựng Mô hình;", 6),
    ),
    ("B07", "law"): ("qd", swapped("basis", "quốc gia", "quốc gia số 32/2004/QH11", 1)),
    ("B09", "first_citations"): ("kh", added("dash", "theo Quyết định số 77/QĐ-UBND của Chủ tịch")),
    ("B10", "chapters"): ("qc", _untitled),
    ("B10", "articles"): ("qc", said("article", "Điều 1.")),
    ("B11", "roman"): ("qc", said("chapter", "Chương 1")),
    ("B11", "capitals"): ("qc", lambda made: made.say(made.of("chapter")[0], "CHƯƠNG I")),
    ("B12", "arabic"): ("qc-sections", said("section", "Mục I")),
    ("B13", "words"): ("qc", swapped("article", r"Điều 1\.", "Điều 1:")),
    ("B13", "one_size"): ("qc", lambda made: made.look(made.of("article"), sz="26")),
    ("B14", "words"): ("qc", swapped("clause", r"^1\.", "1)")),
    ("B14", "bold"): ("bc", _bold_off("clause_title")),
    ("B15", "words"): ("cv", swapped("point", r"^b\)", "b.", 1)),
    ("B16", "capitals"): ("kh", _lower_roman),
    ("B15", "letters"): ("cv", swapped("point", r"^c\)", "f)", 2)),
    ("B16", "words"): ("kh", swapped("roman", r"^I\.", "I-")),
    ("B18", "enacting_words"): ("qd", said("enacting", "QUYẾT ĐỊNH")),
    ("B19", "words"): ("nq-state", said("enacting", "NGHỊ QUYẾT:")),
    ("B20", "there"): ("kh", everywhere(r"\./\.$", ".")),
    ("B21", "invited"): ("gm", everywhere("kính mời", "đề nghị")),
    ("B21", "purpose"): ("gm", dropped("^Tới dự")),
    ("B21", "chair"): ("gm", dropped("^Chủ trì")),
    ("B21", "time"): ("gm", dropped("^Thời gian")),
    ("B21", "place"): ("gm", dropped("^Địa điểm")),
    ("B22", "start"): ("bb", dropped("^Thời gian")),
    ("B22", "place"): ("bb", dropped("^Địa điểm")),
    ("B22", "present"): ("bb", dropped("^Thành phần")),
    ("B22", "chair"): ("bb", dropped("^Chủ trì")),
    ("B22", "secretary"): ("bb", dropped("^Thư ký")),
    ("B22", "end"): ("bb", everywhere("kết thúc vào", "dừng vào")),
    ("S01", "stop"): ("kh", said("sign_authority", "TM ỦY BAN NHÂN DÂN")),
    ("S01", "collective"): ("kh", said("sign_authority", "TM. CHỦ TỊCH ỦY BAN NHÂN DÂN")),
    ("S01", "office"): ("kh-deputy", said("sign_authority", "KT. ỦY BAN NHÂN DÂN", 1)),
    ("S02", "deputy"): ("kh-deputy", said("sign_title", "CHÁNH VĂN PHÒNG")),
    ("S02", "three_lines"): ("kh", said("sign_title", "PHÓ CHỦ TỊCH")),
    ("S03", "capitals"): ("kh", said("sign_title", "Chủ tịch")),
    ("S06", "gap"): ("kh", formed("signer", "spacing", before="0")),
    ("S08", "unwanted"): ("kh", _addressed),
    ("S09", "colon"): ("cv", swapped("addressee", "gửi:", "gửi")),
    ("S09", "alone"): ("cv-many", _one_item),
    ("S10", "colon"): ("kh", said("recipients_label", "Nơi nhận")),
    ("S10", "level_with"): ("kh", _lower_recipients),
    ("S11", "dashes"): ("kh", swapped("recipients", "^-", "+", 1)),
    ("S11", "ends_others"): ("kh", swapped("recipients", ";$", ".", 1)),
    ("S11", "kept"): ("kh", swapped("recipients", "Lưu: VT", "Văn thư", -1)),
    ("S12", "above"): ("cv", said("recipients", "- Công an xã Minh Thịnh;")),
    ("S12", "article"): ("qd", said("recipients", "- Các cơ quan có tên;")),
    ("S12", "duty"): ("qd", said("recipients", "- Như Điều 1;")),
    ("S13", "secretary"): ("bb", said("sign_title", "NGƯỜI GHI")),
    ("S13", "chair"): ("bb", said("sign_title", "ĐẠI DIỆN", 1)),
    ("S13", "kept"): ("bb", swapped("recipients", ", Hồ sơ", "", -1)),
    ("A01", "annexed"): ("qd-annex", _no_annex_words),
    ("A02", "annex_label"): ("qd-annexes", said("annex_label", "Phụ lục 1")),
    ("A03", "lower"): ("qd-annex", said("annex_label", "PHỤ LỤC")),
    ("A03", "title_capitals"): ("qd", _lower_title("annex_title")),
    ("T01", "symbol_kind"): ("kh", said("number", "Số: 95/KHX-UBND")),
    ("B08", "force"): (
        "qd",
        swapped("basis", "ngày 16 tháng 6 năm 2025", "ngày 19 tháng 6 năm 2015"),
    ),
    ("B08", "day"): (
        "qd",
        swapped("basis", "ngày 21 tháng 01 năm 2014", "ngày 22 tháng 01 năm 2014", 2),
    ),
    ("B23", "leftovers"): ("", added("text", "[…]")),
    ("B23", "double_spaces"): ("", swapped("text", " ", "  ")),
    ("B23", "space_before_sign"): ("", swapped("text", r"(?<=\w),", " ,")),
    ("B23", "no_space_after_sign"): ("", swapped("text", r"(?<=\w), (?=[a-zà-ỹ])", ",")),
    ("B24", "references"): ("qc", added("clause", "theo Điều 99 Quy chế này")),
    ("V01", "words"): ("", added("text", "đã nêu trên. việc này được giao")),
    ("V04", "words"): ("", added("text", "thuộc Xã Minh Thịnh")),
    ("V05", "words"): ("", added("text", "thuộc phường 3")),
    ("V06", "words"): ("", added("text", "gửi về thủ đô Hà Nội")),
    ("V08", "bodies"): ("", added("text", "của Ủy Ban Nhân Dân")),
    ("V09", "words"): ("", added("text", "để phục vụ nhân dân")),
    ("V10", "words"): ("", added("text", "do chủ tịch Ủy ban nhân dân xã giao")),
    ("V11", "words"): (
        "",
        added("text", "theo nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020"),
    ),
    ("V12", "upper"): ("", added("text", "tại khoản 2 điều 5 của Luật này")),
    ("V12", "lower"): ("", added("text", "tại Khoản 2 Điều 5 của Luật")),
    ("V13", "words"): ("", added("text", "vào ngày thứ hai hằng tuần")),
    ("V15", "tones"): ("", _tones),
    ("N01", "ended_body"): (
        "",
        swapped("recipients", "- .*([;,])", r"- Công an huyện Sơn Động\1", 1),
    ),
    ("N02", "merged_province"): (
        "",
        swapped("recipients", "- .*([;,])", r"- Công an tỉnh Bắc Giang\1", 1),
    ),
    # ---- văn bản Đảng
    ("party B08", "force"): ("nq", swapped("basis", "Chỉ thị.*", OLD_CIRCULAR, 1)),
    ("party B08", "day"): ("nq", swapped("basis", "22/6/2015", "23/6/2015", 1)),
    ("party B24", "references"): (
        "nq-articles",
        swapped("article", "Điều 1 Quyết", "Điều 99 Quyết"),
    ),
    ("D02", "place"): ("nq", header(" PAGE ", " SECTION ")),
    ("D02", "align"): ("nq", header("<w:pStyle [^>]*/>", '\\g<0><w:jc w:val="right"/>')),
    ("D02", "size"): ("nq", header("<w:r><w:t", '<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t')),
    ("D02", "italic"): ("nq", header("<w:r><w:t", "<w:r><w:rPr><w:i/></w:rPr><w:t")),
    ("D03", "words"): ("nq", said("party_title", "ĐẢNG CÔNG SẢN VIỆT NAM")),
    ("D03", "nation"): ("nq", _nation),
    ("D06", "colon"): ("nq", said("number", "Số: 27-NQ/ĐU")),
    ("D06", "digits"): ("nq", said("number", "Số 7-NQ/ĐU")),
    ("D06", "symbol"): ("nq", said("number", "Số 27/NQ-ĐU")),
    ("D08", "symbol_told"): ("nq", said("number", "Số 27-KH/ĐU")),
    ("D09", "comma"): ("nq", swapped("place_date", ", ngày", " ngày")),
    ("D09", "day"): ("nq", swapped("place_date", r"ngày \d+", "ngày 8")),
    ("D09", "months_padded"): ("nq", _dated("ngày 10 tháng 2 năm {year}")),
    ("D09", "months_plain"): ("nq", _dated("ngày 10 tháng 04 năm {year}")),
    ("D09", "words"): ("nq", _dated("10/4/{year}")),
    ("D11", "five"): ("nq", said("hyphens", "---")),
    ("D12", "words"): ("nq-letter", swapped("letter_summary", "về việc", "V/v")),
    ("D14", "dash"): ("nq", swapped("basis", "^- ", "", 1)),
    ("D16", "words"): ("nq-articles", swapped("article", r"Điều 1\.", "Điều 1:")),
    ("D17", "words"): ("nq", swapped("clause", r"\.$", "./.", -1)),
    ("D18", "stroke"): ("nq", said("sign_authority", "TM. ĐẢNG ỦY")),
    ("D18", "committee"): ("nq", said("sign_authority", "K/T BÍ THƯ")),
    ("D19", "office_words"): ("nq", said("sign_title", "BÍ THƯ ĐẢNG ỦY")),
    ("D20", "honour"): ("nq", said("signer", "TS. Hoàng Thị Minh Nguyệt")),
    ("D21", "secretary"): ("nq-minutes", said("sign_title", "THƯ KÝ")),
    ("D21", "chair"): ("nq-minutes", said("sign_title", "ĐẠI DIỆN", 1)),
    ("D23", "kept"): ("nq", swapped("recipients", "Lưu Đảng ủy", "Lưu: Đảng ủy", -1)),
    ("D24", "letter"): ("nq-letter", swapped("addressee", "gửi:", "gửi")),
    ("D24", "submission"): ("nq-submission", swapped("addressee", "Kính trình", "Kính gửi")),
    ("D25", "annex_label"): ("nq-annexes", said("annex_label", "Phụ lục I")),
    ("D30", "words"): ("nq", added("text", "thực hiện Hướng dẫn 36-HD/VPTW")),
}
"""Base and change by rule and check; an empty base is the first that meets the check."""
