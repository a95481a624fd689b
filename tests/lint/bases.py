"""The papers that are broken to try the rules: golden ones, and some with one thing more."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.lint.altered import Altered, W, golden, paragraph, say

if TYPE_CHECKING:
    from collections.abc import Callable


def _decision(made: Altered) -> None:
    """A decision with its number and day."""
    made.say(made.of("number")[0], "Số: 24/QĐ-UBND")
    made.say(made.of("place_date")[0], "Minh Thịnh, ngày 05 tháng 9 năm 2026")


def _resolution(made: Altered) -> None:
    """A resolution of a state body (mẫu 1.1)."""
    made.say(made.of("number")[0], "Số: 24/NQ-HĐND")
    made.say(made.of("kind")[0], "NGHỊ QUYẾT")
    made.say(made.of("enacting")[0], "QUYẾT NGHỊ:")


def _sections(made: Altered) -> None:
    """A regulation whose second chapter has sections."""
    title = made.element("chapter_title", 1)
    for style, text in (("ChapterTitle", "QUY ĐỊNH RIÊNG"), ("Chapter", "Mục 1")):
        title.addnext(paragraph(style, text))


def _by_deputy(made: Altered) -> None:
    """A plan signed by the deputy for the collective body."""
    title = made.element("sign_title")
    say(title, "PHÓ CHỦ TỊCH")
    title.addprevious(paragraph("SignLine", "KT. CHỦ TỊCH"))


def _urgent(made: Altered) -> None:
    """A letter with the mark of urgency under its summary."""
    mark = made.after(made.of("letter_summary")[0], "KHẨN")
    assert mark is not None
    run = mark.find(f"{W}r")
    run.insert(0, _bold("26"))


def _limited(made: Altered) -> None:
    """A plan for use inside only."""
    mark = paragraph("Rightward", "LƯU HÀNH NỘI BỘ")
    mark.find(f"{W}r").insert(0, _bold("26"))
    made.root.find(f"{W}body").insert(0, mark)


def _bold(half_points: str) -> Any:
    from lxml import etree  # noqa: PLC0415 - one place

    look = etree.Element(f"{W}rPr")
    etree.SubElement(look, f"{W}b")
    etree.SubElement(look, f"{W}sz").set(f"{W}val", half_points)
    return look


def _annex(made: Altered, label: str = "Phụ lục") -> None:
    """A decision whose list is called an annex."""
    made.say(made.of("annex_label")[0], label)


def _annexes(made: Altered, labels: tuple[str, str] = ("Phụ lục I", "Phụ lục II")) -> None:
    """A decision with two annexes."""
    _annex(made, labels[0])
    body = made.root.find(f"{W}body")
    first = made.element("annex_label")
    children = list(body)
    own = children[children.index(first) : -1]
    end = paragraph("Break")
    end.find(f"{W}pPr").append(deepcopy(children[-1]))
    copies = [deepcopy(one) for one in own]
    say(copies[0], labels[1])
    last = own[-1]
    for new in (end, *copies):
        last.addnext(new)
        last = new


def _party_2025(made: Altered) -> None:
    """A Party resolution of January 2026, when 36-HD/VPTW was in force."""
    made.say(made.of("place_date")[0], "Minh Thịnh, ngày 10 tháng 01 năm 2026")
    last = made.of("basis")[-1]
    text = last.line.paragraph.text.replace("03/8/2026", "03/01/2026")
    made.say(last, f"{text.rstrip('.')},")
    for part in made.of("recipients")[:-1]:
        made.replace(part, ";$", ",")


def _party_articles(made: Altered) -> None:
    """A Party paper with chapters and articles, roman sections aside."""
    place = made.element("text")
    rows = (
        ("Body", "Điều 3. Nghị quyết có hiệu lực từ ngày ký."),
        ("ChapterTitle", "ĐIỀU KHOẢN THI HÀNH"),
        ("Chapter", "Chương II"),
        ("Body", "b) Việc thứ hai;"),
        ("Body", "a) Việc thứ nhất;"),
        ("Body", "Điều 2. Cấp ủy phân công như sau:"),
        ("Body", "Điều 1. Cấp ủy thống nhất nội dung theo Điều 1 Quyết định này."),
        ("ChapterTitle", "QUY ĐỊNH CHUNG"),
        ("Chapter", "Chương I"),
    )
    for style, text in rows:
        place.addnext(paragraph(style, text))


def _party_letter(made: Altered) -> None:
    """A letter of the Party committee."""
    made.say(made.of("number")[0], "Số 28-CV/ĐU")
    about = paragraph("Number", "về việc lãnh đạo xây dựng Mô hình")
    about.find(f"{W}r").insert(0, _slanted("24"))
    made.element("number").addnext(about)
    made.element("kind").addprevious(paragraph("Addressee", "Kính gửi: Chi bộ thôn Đông Hạ"))
    made.remove("kind", "summary", "hyphens", "basis")


def _slanted(half_points: str) -> Any:
    from lxml import etree  # noqa: PLC0415 - one place

    look = etree.Element(f"{W}rPr")
    etree.SubElement(look, f"{W}i")
    etree.SubElement(look, f"{W}sz").set(f"{W}val", half_points)
    return look


def _party_submission(made: Altered, word: str = "Kính trình") -> None:
    """A submission of the Party committee."""
    made.say(made.of("number")[0], "Số 03-TTr/ĐU")
    made.say(made.of("kind")[0], "TỜ TRÌNH")
    made.element("basis").addprevious(paragraph("Addressee", f"{word}: Ban Thường vụ Tỉnh ủy"))


def _party_minutes(made: Altered) -> None:
    """Minutes of a meeting of the Party committee."""
    made.say(made.of("number")[0], "Số 02-BB/ĐU")
    made.say(made.of("kind")[0], "BIÊN BẢN")
    made.say(made.of("summary")[0], "Hội nghị Đảng ủy tháng 8 năm 2026")
    made.remove("basis")
    made.say(made.of("sign_authority")[0], "CHỦ TRÌ HỘI NGHỊ")
    made.element("recipients_label").addprevious(paragraph("SignTitle", "NGƯỜI GHI BIÊN BẢN"))
    for part in made.of("sign_authority"):
        made.look([part], b="0")
    made.remove("sign_title")


def _party_marks(made: Altered) -> None:
    """A Party paper with marks of urgency and of circulation."""
    urgent = paragraph("Number", "KHẨN")
    urgent.find(f"{W}r").insert(0, _bold("28"))
    made.element("number").addnext(urgent)
    limited = paragraph("Rightward", "LƯU HÀNH NỘI BỘ")
    limited.find(f"{W}r").insert(0, _bold("24"))
    made.root.find(f"{W}body").insert(0, limited)


def _party_annexes(made: Altered) -> None:
    """A Party paper with two annexes."""
    body = made.root.find(f"{W}body")
    last = list(body)[-1]
    made.replace(made.of("text")[0], "như|sau:", "sau (có phụ lục kèm theo):")
    for label in ("Phụ lục 1", "Phụ lục 2"):
        end = paragraph("Break")
        end.find(f"{W}pPr").append(deepcopy(last))
        last.addprevious(end)
        for style, text in (
            ("AnnexLabel", label),
            ("AnnexTitle", "PHÂN CÔNG NHIỆM VỤ"),
            ("AnnexNote", "(Kèm theo Nghị quyết số 27-NQ/ĐU ngày 10/8/2026)"),
            ("Body", "Nội dung của phụ lục gồm những việc đã nêu."),
        ):
            last.addprevious(paragraph(style, text))


BASES: dict[str, tuple[str, str, Callable[[Altered], None] | None]] = {
    "kh": ("nd30", "ke-hoach-xay-dung", None),
    "kh-deputy": ("nd30", "ke-hoach-xay-dung", _by_deputy),
    "kh-limited": ("nd30", "ke-hoach-xay-dung", _limited),
    "bc": ("nd30", "bao-cao-de-xuat", None),
    "cv": ("nd30", "dong-y", None),
    "cv-urgent": ("nd30", "dong-y", _urgent),
    "cv-many": ("nd30", "cong-van-xin-y-kien", None),
    "qd": ("nd30", "quyet-dinh-thanh-lap", None),
    "qd-dated": ("nd30", "quyet-dinh-thanh-lap", _decision),
    "qd-annex": ("nd30", "quyet-dinh-thanh-lap", _annex),
    "qd-annexes": ("nd30", "quyet-dinh-thanh-lap", _annexes),
    "nq-state": ("nd30", "quyet-dinh-thanh-lap", _resolution),
    "qc": ("nd30", "quy-che", None),
    "qc-sections": ("nd30", "quy-che", _sections),
    "gm": ("nd30", "giay-moi", None),
    "bb": ("nd30", "bien-ban-lay-y-kien", None),
    "ctr": ("nd30", "chuong-trinh-ra-mat", None),
    "nq": ("hd05", "nghi-quyet", None),
    "nq-articles": ("hd05", "nghi-quyet", _party_articles),
    "nq-letter": ("hd05", "nghi-quyet", _party_letter),
    "nq-submission": ("hd05", "nghi-quyet", _party_submission),
    "nq-minutes": ("hd05", "nghi-quyet", _party_minutes),
    "nq-marks": ("hd05", "nghi-quyet", _party_marks),
    "nq-annexes": ("hd05", "nghi-quyet", _party_annexes),
}
"""Each base: its regime, the template of its golden paper, what is added to it."""


@cache
def base(name: str, regime: str) -> bytes:
    """The base ``name``; Party papers also as they were under 36-HD/VPTW."""
    _, template, change = BASES[name]
    made = Altered(golden(template))
    if regime == "hd36":
        _party_2025(made)
        made = made.again()
    if change is _party_submission and regime == "hd36":
        _party_submission(made, "Kính gửi")
    elif change is not None:
        change(made)
    return made.bytes()
