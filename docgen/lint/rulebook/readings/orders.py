"""Numbers of the text in unbroken order, and references to what the text has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.lint.roles.structure import lead
from docgen.lint.rulebook.model import UNKNOWN, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.lint.roles.model import Part, Sheet
    from docgen.lint.rulebook.model import Case, Check

ALPHABET: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points: Vietnamese without the marked vowels."""

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_VALUE: Final = re.compile(
    r"(?:điều|chương|mục|tiểu mục|phần)?\s*(?:thứ )?([IVXLC]+|\d+|[a-zđ])\b", re.IGNORECASE
)
_LEVELS: Final = (
    "part", "chapter", "section", "subsection", "article", "roman", "clause", "point",
)  # fmt: skip
_SAME: Final = {"clause_title": "clause", "point_title": "point"}
# A level begins anew under each of these; articles are counted through the whole paper.
_RESETS: Final = {
    "chapter": ("part",),
    "section": ("chapter", "part"),
    "subsection": ("section", "chapter", "part"),
    "article": (),
    "roman": ("part",),
    "clause": ("article", "roman", "section", "subsection", "chapter", "part"),
    "point": ("clause", "article", "roman", "section", "chapter", "part"),
}
_ARTICLE: Final = re.compile(
    r"Điều (\d+)(?= (?:của )?(?:Quy chế|Quy định|Quyết định|Nghị quyết) này)"
)


def order(sheet: Sheet, _: Case, check: Check) -> Iterator[Reading]:
    """Thứ tự: for every number of the levels named, what stands there and what should."""
    counts: dict[str, int] = {}
    for part in sheet.parts:
        level = _SAME.get(part.role, part.role)
        if level not in _LEVELS:
            continue
        value = _value(part, level)
        for below in _LEVELS:
            if level in _RESETS.get(below, ()):
                counts.pop(below, None)
        if value is None:
            continue
        wanted = counts.get(level, 0) + 1
        counts[level] = value
        if part.role in check.of:
            # A list that begins anew without a heading over it, or goes on from an earlier paper
            # of the file, may be meant so.
            again = wanted == 1 or value == 1
            yield Reading((_shown(value, level), _shown(wanted, level)), part, doubtful=again)


def _value(part: Part, level: str) -> int | None:
    told = lead(part.line) or part.line.said
    found = _VALUE.match(told)
    if found is None:
        return None
    sign = found[1]
    if level == "point":
        place = ALPHABET.find(sign.lower())
        return place + 1 if place >= 0 else None
    if sign.isdigit():
        return int(sign)
    return roman_value(sign.upper()) if set(sign.upper()) <= _ROMAN.keys() else None


def roman_value(sign: str) -> int:
    """14 from ``XIV``."""
    values = [_ROMAN[letter] for letter in sign]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def _shown(value: int, level: str) -> str:
    if level == "point" and 0 < value <= len(ALPHABET):
        return ALPHABET[value - 1]
    return str(value)


def letter(part: Part, _: Sheet, __: Check) -> str | None:
    """Chữ cái của điểm."""
    return lead(part.line)[:1] or None


def references(part: Part, sheet: Sheet, _: Check) -> Iterator[Reading]:
    """Viện dẫn trong văn bản: each article of the paper that the line names: is it there?"""
    if sheet.articles:
        for found in _ARTICLE.finditer(part.line.paragraph.text):
            yield Reading(int(found[1]) in sheet.articles, part, found.span())


def duty(part: Part, sheet: Sheet, _: Check) -> bool | None:
    """Như Điều …: whether the article that the first recipient names is there and gives duties."""
    found = re.search(r"Như Điều (\d+)", part.line.said)
    if found is None or not sheet.articles:
        return None
    named = sheet.articles.get(int(found[1]))
    return named is not None and "chịu trách nhiệm" in _whole(named, sheet)


def _whole(article: Part, sheet: Sheet) -> str:
    """The text of an article up to the next."""
    place = sheet.order[id(article.line)]
    following = [sheet.order[id(one.line)] for one in sheet.of("article")]
    last = min((at for at in following if at > place), default=len(sheet.lines))
    return " ".join(line.said for line in sheet.lines[place:last])


def titled(part: Part, sheet: Sheet, _: Check) -> bool:
    """Có tiêu đề: whether the heading is followed by its title, or bears one itself."""
    if part.role == "article":
        return len(part.line.said) > len(lead(part.line))
    place = sheet.order[id(part.line)]
    following = next((line for line in sheet.lines[place + 1 :] if not line.is_blank), None)
    titles = {id(one.line) for one in sheet.of(f"{part.role}_title")}
    return following is not None and id(following) in titles


def closing(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Dấu kết thúc: the last line of the text; unknown where the paper ends with something else."""
    told = [part for part in sheet.parts if part.role in _TEXT and not part.line.is_blank]
    if told:
        said = told[-1].line.said.rstrip()
        yield Reading(said if told[-1].role in _SENTENCES else UNKNOWN, told[-1])


_SENTENCES: Final = frozenset({"text", "clause", "point", "dash", "article", "note", "subclause"})
_TEXT: Final = _SENTENCES | {
    *("placed", "clause_title", "point_title", "heading", "preamble", "cell", "fill", "roman"),
}
