"""Lines that say themselves what they are: Quốc hiệu, Tiêu ngữ, số, ngày, Kính gửi, Nơi nhận."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from docgen.lint.roles.words import alike, fold

if TYPE_CHECKING:
    from docgen.lint.roles.model import Line

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
PARTY: Final = "ĐẢNG CỘNG SẢN VIỆT NAM"

_SHORT: Final = 90
_SIGNS: Final = re.compile(r"[^a-z ]+")
_NUMBER: Final = re.compile(
    r"so ?[:.]? ?[\d.…_/ ]*(?:[/\-–][\w.…\- /–()]*)?", re.ASCII
)  # fmt: skip
_NUMBERED: Final = re.compile(r"so\b ?[:.]?(?: ?[\d.…_ ]+| ?)[/\-–]|so ?: ?[\d.…]*$")
_DATED: Final = re.compile(
    r"[^:;]{0,60}?\bngay ?(?P<day>[\d.…_ ]*?) ?thang ?(?P<month>[\d.…_ ]*?)"
    r" ?nam ?(?P<year>[\d.…_ ]*)[.]?$"
)
_SLASHED: Final = re.compile(
    r"[^,]{2,60}, ?(?:ngay )?(?P<day>\d{1,2}) ?[/.-] ?(?P<month>\d{1,2}) ?[/.-] ?(?P<year>\d{4})$"
)
_TO: Final = re.compile(r"kinh (?:gui|trinh)\b")
_RECIPIENTS: Final = re.compile(r"noi nhan ?:?$|noi nhan ?:? ?\(")
_ABOUT: Final = re.compile(r"(?:v/v|vv|v/ v|ve viec)\b")
_ATTACHED: Final = re.compile(r"\(? ?(?:ban hanh )?kem theo\b")
_ANNEX: Final = re.compile(r"phu luc(?: so)?(?: ?[ivxlc\d]+|[ .…\d]*)?[.:]?$")
_BASIS: Final = re.compile(
    r"[-–+]? ?(?:can cu\b|theo de nghi\b|xet de nghi\b|xet to trinh\b|theo to trinh\b)"
)
_ENACTING: Final = re.compile(r"(?:quyet dinh|quyet nghi|nghi quyet|chi thi) ?:?$")
_STAR: Final = re.compile(r"\*+")
_HYPHENS: Final = re.compile(r"[-–—]{3,12}")
_URGENT: Final = re.compile(r"(?:hoa toc(?: hen gio)?|thuong khan|khan|mat|toi mat|tuyet mat)")
_LIMITED: Final = re.compile(r"(?:luu hanh noi bo|xem xong tra lai|tai lieu thu hoi)")


def is_nation(line: Line) -> bool:
    """Quốc hiệu, though it may be misspelt."""
    return alike(_bare(line), _NATION_FOLDED)


def is_motto(line: Line) -> bool:
    """Tiêu ngữ, whatever stands between its three parts."""
    return alike(_bare(line), _MOTTO_FOLDED)


def is_party(line: Line) -> bool:
    """Tiêu đề Đảng, in capitals: the words alone stand in many texts."""
    return alike(_bare(line), _PARTY_FOLDED) and line.capitals


def is_union(line: Line) -> bool:
    """The title of papers of the Youth Union, which has rules of its own."""
    return _bare(line) in {"doan tncs ho chi minh", _UNION_LONG} and line.capitals


def is_number(line: Line) -> bool:
    """Số, ký hiệu: ``Số: 05/QĐ-UBND``, ``Số 27-NQ/ĐU``, blank or not."""
    words = line.folded
    return len(words) < _SHORT and bool(_NUMBERED.match(words)) and bool(_NUMBER.fullmatch(words))


def is_dated(line: Line) -> bool:
    """Địa danh và thời gian: a place, a comma, a day, whatever their form."""
    words = line.folded
    if len(words) > _SHORT:
        return False
    return _DATED.match(words) is not None or _SLASHED.match(words) is not None


def day_of(line: Line) -> date | None:
    """The day that a dated line tells, when it tells one that exists."""
    words = line.folded
    found = _DATED.match(words) or _SLASHED.match(words)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def is_addressed(line: Line) -> bool:
    """Kính gửi, Kính trình."""
    return _TO.match(line.folded) is not None


def is_recipients(line: Line) -> bool:
    """Nơi nhận."""
    return _RECIPIENTS.match(line.folded) is not None


def is_about(line: Line) -> bool:
    """V/v …, về việc …: the summary of a letter."""
    return _ABOUT.match(line.folded) is not None


def is_attached(line: Line) -> bool:
    """(Kèm theo …)."""
    return _ATTACHED.match(line.folded) is not None


def is_annex(line: Line) -> bool:
    """Phụ lục, alone or with its number."""
    return _ANNEX.match(line.folded) is not None


def is_basis(line: Line) -> bool:
    """Căn cứ …, Theo đề nghị …."""
    return _BASIS.match(line.folded) is not None


def is_enacting(line: Line) -> bool:
    """QUYẾT ĐỊNH, QUYẾT NGHỊ, with or without a colon."""
    return _ENACTING.match(line.folded) is not None


def is_star(line: Line) -> bool:
    """The star of Party papers."""
    return _STAR.fullmatch(line.said) is not None


def is_hyphens(line: Line) -> bool:
    """The five hyphens of Party papers."""
    return _HYPHENS.fullmatch(line.said) is not None


def is_urgent(line: Line) -> bool:
    """HỎA TỐC, KHẨN, MẬT and the like."""
    return line.capitals and _URGENT.fullmatch(line.folded) is not None


def is_limited(line: Line) -> bool:
    """LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI."""
    return line.capitals and _LIMITED.fullmatch(line.folded) is not None


def _bare(line: Line) -> str:
    """The words alone; none of a line too long for a title."""
    return "" if len(line.said) > _SHORT else " ".join(_SIGNS.sub(" ", line.folded).split())


_NATION_FOLDED: Final = fold(NATION)
_MOTTO_FOLDED: Final = " ".join(_SIGNS.sub(" ", fold(MOTTO)).split())
_PARTY_FOLDED: Final = fold(PARTY)
_UNION_LONG: Final = "doan thanh nien cong san ho chi minh"
