"""Invented papers of the kinds that offices write, in the subset of Word that is printed."""

from __future__ import annotations

import re

from tests.printing.docx import cell, docx, paragraph, row, run, section, table

BOLD, ITALIC = "<w:b/>", "<w:i/>"
CENTER = '<w:jc w:val="center"/>'
BODY = '<w:pStyle w:val="Body"/>'
_NO_BORDERS = '<w:tblInd w:w="0" w:type="dxa"/>'
_WORDS = re.findall(
    r"\S+",
    "Ủy ban nhân dân xã giao các đơn vị, cá nhân có liên quan căn cứ chức năng, nhiệm vụ được "
    "giao chủ động phối hợp tổ chức thực hiện nghiêm túc, hiệu quả các nội dung của phong trào "
    "toàn dân bảo vệ an ninh Tổ quốc; thường xuyên tuyên truyền, vận động nhân dân nâng cao ý "
    "thức cảnh giác, phòng ngừa tội phạm và tệ nạn xã hội ngay từ cơ sở, tham gia hòa giải mâu "
    "thuẫn, giữ gìn trật tự an toàn giao thông, phòng cháy, chữa cháy và cứu nạn, cứu hộ trên địa "
    "bàn khu dân cư ",
)


def sentence(seed: int, length: int) -> str:
    """A sentence of ``length`` words that differs by ``seed``."""
    words, state = [], seed * 2_654_435_761 + 12_345
    for _ in range(length):
        state = (state * 1_103_515_245 + 12_345) % (1 << 31)
        words.append(_WORDS[(state >> 8) % len(_WORDS)])
    text = " ".join(words).strip(",; ")
    return f"{text[0].upper()}{text[1:]}"


def sized(size: float, *more: str) -> str:
    """Letters of ``size`` points with the looks ``more``."""
    return f'{"".join(more)}<w:sz w:val="{round(size * 2)}"/>'


def spaced(before: int = 0, after: int = 0, line: str = "") -> str:
    """Spacing in twips; ``line`` is more attributes."""
    return f'<w:spacing w:before="{before}" w:after="{after}"{line}/>'


def rule(left: int, right: int) -> str:
    """A drawn line: an empty paragraph with a border above."""
    return paragraph(
        properties=f'<w:pStyle w:val="Rule"/><w:ind w:left="{left}" w:right="{right}"/>',
        letters=sized(1),
    )


def header(number: str) -> str:
    """The head of a State paper: issuer left, motto right."""
    left = (
        paragraph("UBND HUYỆN AN BÌNH", CENTER, sized(13))
        + paragraph("ỦY BAN NHÂN DÂN\nXÃ TÂN MỸ", CENTER, sized(13, BOLD))
        + rule(1000, 1000)
        + paragraph(number, CENTER + spaced(120), sized(13))
    )
    right = (
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTER, sized(13, BOLD))
        + paragraph("Độc lập - Tự do - Hạnh phúc", CENTER, sized(14, BOLD))
        + rule(1250, 1250)
        + paragraph("Tân Mỹ, ngày 05 tháng 9 năm 2026", CENTER + spaced(120), sized(14, ITALIC))
    )
    return table(row(cell(left, 3500) + cell(right, 5571)), [3500, 5571], _NO_BORDERS)


def end_block(recipients: list[str]) -> str:
    """Recipients left, signature right, on one page with the last words."""
    left = paragraph("Nơi nhận:", "<w:keepNext/>", sized(12, BOLD, ITALIC)) + "".join(
        paragraph(f"- {line}", letters=sized(11)) for line in recipients
    )
    right = (
        paragraph("TM. ỦY BAN NHÂN DÂN", CENTER + "<w:keepNext/>", sized(14, BOLD))
        + paragraph("KT. CHỦ TỊCH", CENTER, sized(14, BOLD))
        + paragraph("PHÓ CHỦ TỊCH", CENTER, sized(14, BOLD))
        + paragraph("Nguyễn Thị Minh Hạnh", CENTER + spaced(1400), sized(14, BOLD))
    )
    return table(
        row(cell(left, 4535) + cell(right, 4536), "<w:cantSplit/>"), [4535, 4536], _NO_BORDERS
    )


def title(kind: str, summary: str) -> str:
    """The title block of a State paper."""
    return (
        paragraph(kind, CENTER + spaced(240), sized(14, BOLD))
        + paragraph(summary, CENTER, sized(14, BOLD))
        + rule(3400, 3400)
    )


def body(text: str, *, style: str = BODY, letters: str = "") -> str:
    """A body paragraph."""
    return paragraph(text, style, letters)


def bold_start(start: str, rest: str) -> str:
    """A body paragraph that begins in bold."""
    return paragraph(properties=BODY, inner=run(start, BOLD) + run(rest))


def listing(rows: int, *, long: int = 0, size: float = 13, widths: list[int] | None = None) -> str:
    """A bordered list with a repeated header row; cells of row ``long`` hold 300 letters."""
    widths = widths or [700, 2600, 1300, 2700, 1771]
    names = ["STT", "Họ và tên", "Năm sinh", "Nghề nghiệp, nơi ở", "Chức danh"]
    head = row(
        "".join(
            cell(paragraph(name, CENTER, sized(size, BOLD)), width, '<w:vAlign w:val="center"/>')
            for name, width in zip(names, widths, strict=True)
        ),
        "<w:cantSplit/><w:tblHeader/>",
    )
    lines = "".join(_list_row(index, widths, size, long) for index in range(1, rows + 1))
    return table(head + lines, widths, borders=True)


def _list_row(index: int, widths: list[int], size: float, long: int) -> str:
    job = sentence(index, 5) if index != long else sentence(index, 70)
    name, year = f"Nguyễn Văn {sentence(index, 2)}", str(1950 + index % 50)
    texts = [str(index), name, year, job, "Thành viên"]
    forms = [CENTER, "", CENTER, '<w:jc w:val="both"/>', CENTER]
    return row(
        "".join(
            cell(paragraph(text, form, sized(size)), width)
            for text, form, width in zip(texts, forms, widths, strict=True)
        )
    )


def decision() -> bytes:
    """A decision of two pages with an annex that counts its pages anew."""
    bases = [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        f"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về {sentence(4, 12)};",
        f"Căn cứ Hướng dẫn số 1923/HD-BCĐ ngày 25 tháng 8 năm 2025 về {sentence(6, 30)};",
        "Theo đề nghị của Trưởng Công an xã tại Tờ trình số 15/TTr-CAX ngày 01 tháng 9 năm 2026.",
    ]
    articles = "".join(
        paragraph(f"Điều {n}. {sentence(n, 6)}", '<w:pStyle w:val="Article"/>')
        + "".join(body(f"{k}. {sentence(n * 5 + k, 30 + 9 * k)}.") for k in range(1, 4))
        for n in range(1, 5)
    )
    text = (
        header("Số:      /QĐ-UBND")
        + title("QUYẾT ĐỊNH", "Về việc thành lập mô hình “Tổ tự quản về an ninh, trật tự”")
        + paragraph(
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN MỸ", CENTER + spaced(240, 120), sized(14, BOLD)
        )
        + "".join(body(base, letters=ITALIC) for base in bases)
        + paragraph("QUYẾT ĐỊNH:", CENTER + spaced(120, 120) + "<w:keepNext/>", sized(14, BOLD))
        + articles
        + body(f"{sentence(9, 25)}./.", style=f"{BODY}<w:keepNext/>")
        + end_block(["Như Điều 4;", "TT. Đảng ủy, HĐND xã;", "Lưu: VT, CAX."])
        + paragraph(properties=section(), letters=sized(2))
    )
    annex = (
        paragraph("Phụ lục", CENTER, sized(14, BOLD))
        + paragraph("DANH SÁCH THÀNH VIÊN TỔ TỰ QUẢN", CENTER, sized(14, BOLD))
        + paragraph(
            "(Kèm theo Quyết định số      /QĐ-UBND ngày     tháng 9 năm 2026 của Chủ tịch Ủy ban "
            "nhân dân xã Tân Mỹ)",
            CENTER + spaced(0, 240),
            sized(13, ITALIC),
        )
        + listing(40, long=7)
        + paragraph(letters=sized(2))
    )
    return docx(text + annex, section(start=1))


def plan() -> bytes:
    """A plan in sections, with a landscape table of tasks at its end."""
    parts = "".join(
        paragraph(f"{roman}. {sentence(n, 4).upper()}", spaced(120, 120) + "<w:keepNext/>", BOLD)
        + "".join(
            paragraph(f"{k}. {sentence(n + k, 5)}", '<w:pStyle w:val="Article"/>')
            + body(f"- {sentence(n * 3 + k, 45)};")
            + body(f"- {sentence(n * 4 + k, 38)}.")
            + bold_start("Thời gian: ", f"{sentence(n * 5 + k, 12)}, quý III/2026.")
            for k in range(1, 4)
        )
        for n, roman in enumerate(("I", "II", "III", "IV"), 1)
    )
    text = (
        header("Số: 05/KH-UBND")
        + title("KẾ HOẠCH", "Xây dựng mô hình “Cổng trường an toàn giao thông” năm 2026")
        + parts
        + end_block(["Như trên;", "Công an tỉnh (PV05);", "Lưu: VT."])
        + paragraph(properties=section(), letters=sized(2))
    )
    widths = [900, 5000, 3000, 3000, 2669]
    table_of_tasks = listing(30, long=12, widths=widths)
    return docx(text + table_of_tasks + paragraph(letters=sized(2)), section(landscape=True))


def party() -> bytes:
    """A Party resolution: exact lines of 20 points, a header of its own kind."""
    exact = ' w:line="400" w:lineRule="exact"'
    left = (
        paragraph("ĐẢNG BỘ XÃ TÂN MỸ", CENTER, sized(14))
        + paragraph("CHI BỘ THÔN ĐÔNG", CENTER, sized(14, BOLD))
        + paragraph("*", CENTER, sized(14))
        + paragraph("Số      -NQ/CB", CENTER, sized(14))
    )
    right = (
        paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", CENTER, sized(15, BOLD))
        + rule(900, 900)
        + paragraph("Tân Mỹ, ngày 05 tháng 9 năm 2026", CENTER + spaced(240), sized(14, ITALIC))
    )
    form = f'<w:jc w:val="both"/><w:ind w:firstLine="567"/>{spaced(0, 120, exact)}'
    text = (
        table(row(cell(left, 4300) + cell(right, 5054)), [4300, 5054], _NO_BORDERS)
        + paragraph("NGHỊ QUYẾT", CENTER + spaced(360), sized(16, BOLD))
        + paragraph("về lãnh đạo xây dựng mô hình tự quản", CENTER, sized(14, BOLD))
        + paragraph("-----", CENTER + spaced(0, 240), sized(14))
        + "".join(
            paragraph(f"{'I' * n}- {sentence(n, 5).upper()}", f"{form}<w:keepNext/>", BOLD)
            + "".join(paragraph(f"- {sentence(n * 9 + k, 42)}.", form) for k in range(6))
            for n in range(1, 4)
        )
        + end_block(["Ban Thường vụ Đảng ủy xã;", "Lưu chi bộ."])
        + paragraph(letters=sized(2))
    )
    return docx(text, section(margins=(1134, 1134, 1701, 851)))


def members(rows: int) -> bytes:
    """A long bordered list, as an annex of many pages."""
    text = paragraph("DANH SÁCH", CENTER + spaced(0, 240), sized(14, BOLD)) + listing(
        rows, long=rows // 2, size=12
    )
    return docx(text + paragraph(letters=sized(2)), section())


def letter() -> bytes:
    """A letter with a subject under its number, addressees, line breaks and a multiple of lines."""
    wide = ' w:line="312" w:lineRule="auto"'
    form = f'<w:jc w:val="both"/><w:ind w:firstLine="720"/>{spaced(60, 60, wide)}'
    text = (
        header("Số: 12/UBND-VHXH\nV/v góp ý dự thảo hồ sơ xây dựng mô hình")
        + paragraph("Kính gửi:", f'<w:ind w:left="1985"/>{spaced(240, 60)}')
        + "".join(paragraph(f"- {sentence(n, 6)};", '<w:ind w:left="2552"/>') for n in range(1, 4))
        + "".join(paragraph(f"{sentence(n + 20, 55)}.", form) for n in range(1, 7))
        + paragraph(
            f"Nơi họp:\t{sentence(3, 8)}", '<w:tabs><w:tab w:val="left" w:pos="2268"/></w:tabs>'
        )
        + paragraph(
            f"-\t{sentence(5, 40)}.",
            '<w:ind w:left="567" w:hanging="283"/><w:jc w:val="both"/>',
        )
        + body(f"{sentence(30, 20)}\n{sentence(31, 22)}./.")
        + end_block(["Như trên;", "Lưu: VT."])
        + paragraph(letters=sized(2))
    )
    return docx(text, section())


PAPERS = {
    "decision": decision,
    "plan": plan,
    "party": party,
    "members-40": lambda: members(40),
    "members-500": lambda: members(500),
    "letter": letter,
}
"""Every paper by name, made when called."""
