"""Acts that a paper is based on, bodies it names: against what the law data knows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docgen.law.eras import ended_name
from docgen.law.law import law
from docgen.law.place_texts import Told, misnamed
from docgen.law.places import renamings
from docgen.law.signers import prefix_of
from docgen.lint.book import book
from docgen.lint.roles.words import fold
from docgen.lint.rulebook.model import UNKNOWN, Reading
from docgen.text.dates import date_phrase, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.law.schema.legal import Act
    from docgen.lint.book import Book
    from docgen.lint.roles.model import Part, Sheet
    from docgen.lint.rulebook.model import Case, Check

_DAY: Final = re.compile(
    r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})|ngày (\d{1,2})/(\d{1,2})/(\d{4})"
)
_BY_NUMBER: Final = re.compile(
    r"(Nghị định|Thông tư(?: liên tịch)?|Quyết định|Nghị quyết|Chỉ thị|Hướng dẫn|Kế hoạch|Quy định"
    r"|Thông báo|Kết luận|Đề án|Chương trình|Báo cáo|Tờ trình)\s+số\s+(?P<number>\d[^\s,;]*)"
)
_NO_TEXT: Final = frozenset(
    {
        *("number", "summary", "letter_summary", "recipients", "cell"),
        *("attached_note", "annex_note"),
    }
)
_ASKED: Final = re.compile(r"(?:Theo|Xét) đề nghị của \S.* tại $")


def force(sheet: Sheet, case: Case, _: Check) -> Iterator[Reading]:
    """Hiệu lực của căn cứ: ``in force``, ``ended`` or ``not yet``, of the acts that are known."""
    for part in sheet.of("basis"):
        cited = _acts(part.line.said, case)
        if not cited or case.day is None:
            yield Reading(UNKNOWN, part)
        else:
            yield Reading(_force(cited, case.day), part)


def _force(cited: list[Act], day: date) -> str:
    if any(act.in_force(day) for act in cited):
        return "in force"
    return "not yet" if all(day < act.start for act in cited) else "ended"


def cited_day(sheet: Sheet, case: Case, _: Check) -> Iterator[Reading]:
    """Ngày của văn bản được viện dẫn, beside the day that the law data knows."""
    for part in sheet.of("basis"):
        cited = [act for act in _acts(part.line.said, case) if act.number in part.line.said]
        found = _DAY.search(part.line.said)
        if len(cited) == 1 and cited[0].day and cited[0].number and found:
            party = found[4] is not None
            wanted = short_day(cited[0].day) if party else date_phrase(cited[0].day)
            yield Reading((found[0], wanted), part)


def _acts(said: str, case: Case) -> list[Act]:
    """The known acts that a basis cites: by number, or a law by its name and day."""
    numbered = [act for act in case.acts if act.number and _has_number(said, act.number)]
    if numbered:
        return numbered
    told = fold(said)
    named = [act for act in case.acts if act.kind in {"Luật", "Điều lệ"} and _named(told, act)]
    dated = [act for act in named if act.day and date_phrase(act.day) in said]
    if dated:
        return dated
    return [] if _DAY.search(said) else named


def _has_number(said: str, number: str) -> bool:
    return re.search(rf"(?<![\w/]){re.escape(number)}(?![\w/-])", said) is not None


def _named(told: str, act: Act) -> bool:
    name = fold(f"{act.kind} {act.name}")
    return re.match(rf"(?:- )?can cu {re.escape(name)}(?= ngay| so|[,;.]|$)", told) is not None


def dated(part: Part, _: Sheet, __: Check) -> bool | None:
    """Viện dẫn đầy đủ: whether an act cited by number has its day and issuer.

    The issuer stands behind the day, or before the act: “Theo đề nghị của … tại Tờ trình số …”.
    """
    found = _BY_NUMBER.search(part.line.said)
    if found is None:
        return None
    before, rest = part.line.said[: found.start()], part.line.said[found.end() :]
    issued = " của " in rest or _ASKED.match(before) is not None
    return rest.lstrip(", ").startswith("ngày") and issued


def first_citations(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Viện dẫn lần đầu: for each numbered act, whether its first citation tells its day.

    The rule is of the text (Mục II.6); a summary is one short sentence (Mục II.5).
    """
    seen: set[str] = set()
    for part in sheet.parts:
        if part.role in _NO_TEXT:
            continue
        for found in _BY_NUMBER.finditer(part.line.paragraph.text):
            number = found["number"].rstrip(".:)”")
            if "/" in number and number not in seen:
                seen.add(number)
                if part.role == "basis":  # those have a rule of their own
                    continue
                rest = part.line.paragraph.text[found.end() :].lstrip(", )")
                yield Reading(rest.startswith("ngày"), part, found.span())


def ended_body(part: Part, sheet: Sheet, _: Check) -> str | None:
    """Cơ quan không còn: what the line names that had ended on the paper's day, or nothing."""
    day = sheet.day
    if day is None or all(day < body.since for body in law().eras.ended):
        return None
    return ended_name(part.line.said, day)


def merged_province(part: Part, sheet: Sheet, _: Check) -> str | None:
    """Tên tỉnh không còn: the old name in the line, or nothing."""
    if sheet.day is None or sheet.day < renamings()[0].since:
        return None
    found = misnamed(Told(part.line.said), sheet.day)
    return found.said if found and not found.is_early else ""


def honour(part: Part, _: Sheet, __: Check) -> str:
    """Học hàm, học vị đứng trước họ tên, or nothing."""
    return part.line.said if prefix_of(part.line.said) else ""


_OLD: Final = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)\b", re.IGNORECASE)
_NEW: Final = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)


def tones(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Kiểu đặt dấu: ``hòa`` or ``hoà``; both in one paper are mixed."""
    old = [part for part in sheet.parts if _OLD.search(part.line.text)]
    new = [part for part in sheet.parts if _NEW.search(part.line.text)]
    if old and new:
        fewer, pattern = (old, _OLD) if len(old) < len(new) else (new, _NEW)
        for part in fewer:
            found = pattern.search(part.line.paragraph.text)
            yield Reading("mixed", part, found.span() if found else None)
    elif old or new:
        yield Reading("one")


@lru_cache(maxsize=2)
def _bodies(data: Book) -> tuple[re.Pattern[str], dict[str, str]]:
    """Bodies whose capitals the data tells: a pattern of them, each by its letters alone."""
    names = sorted(data.names.bodies, key=len, reverse=True)
    listed = "|".join(map(re.escape, names))
    pattern = re.compile(rf"(?<![Cc]hi )\b(?:{listed})\b", re.IGNORECASE)
    return pattern, {name.casefold(): name for name in names}


def bodies(part: Part, _: Sheet, __: Check) -> Iterator[Reading]:
    """Tên cơ quan: each known name in the line, beside how it is written.

    Names wholly in capitals or wholly in lower case are no names of a certain body.
    """
    pattern, right = _bodies(book())
    for found in pattern.finditer(part.line.paragraph.text, part.line.start, part.line.end):
        if not found[0].isupper() and not found[0].islower():
            yield Reading((found[0], right[found[0].casefold()]), part, found.span())
