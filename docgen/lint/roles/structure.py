"""The text of a paper: phần, chương, mục, điều, khoản, điểm, and what is plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.lint.roles.model import Part, Sure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.lint.roles.model import Line

_ROMAN: Final = "[IVXLC]+"
_ALONE: Final = (
    ("part", re.compile(rf"phần (?:thứ )?(?:{_ROMAN}|\d+|\w+)[.:]?", re.IGNORECASE)),
    ("chapter", re.compile(rf"chương (?:{_ROMAN}|\d+)[.:]?", re.IGNORECASE)),
    ("section", re.compile(rf"mục (?:\d+|{_ROMAN})[.:]?", re.IGNORECASE)),
    ("subsection", re.compile(rf"tiểu mục (?:\d+|{_ROMAN})[.:]?", re.IGNORECASE)),
)
_TITLED: Final = frozenset(role for role, _ in _ALONE)
_ARTICLE: Final = re.compile(r"Điều\s+(\d+)\s*([.:])?", re.IGNORECASE)
_ROMANED: Final = re.compile(rf"({_ROMAN})\s*([.\-)/])\s*(?=\S)")
_SUBCLAUSE: Final = re.compile(r"(\d+(?:\.\d+)+)\.?\s+(?=\S)")
_CLAUSE: Final = re.compile(r"(\d{1,3})\s*([.\-)/])\s+(?=\S)|(\d{1,2})\.(?=[^\W\d])")
_POINT: Final = re.compile(r"([a-zđ])\s*([).])\s*(?=\S)")
_DASH: Final = re.compile(r"[-–—+•*]\s*(?=\S)")
_ENDED: Final = re.compile(r"[.;:,!?]\s*$|\./\.$")
_NOTE: Final = re.compile(r"\(.*\)[.;]?", re.DOTALL)
_LONGEST_TITLE: Final = 200


def lead(line: Line) -> str:
    """The number that a line of the text begins with, as typed: ``Điều 2.``, ``a)``, ``IV.``"""
    said = line.said
    for pattern in (_ARTICLE, _ROMANED, _SUBCLAUSE, _CLAUSE, _POINT):
        if (found := pattern.match(said)) is not None:
            return found[0].strip()
    return ""


def ends(line: Line) -> bool:
    """Whether a line ends as a sentence or a part of one does."""
    return _ENDED.search(line.said) is not None


def is_heading(line: Line) -> bool:
    """Whether a line begins with the number of a part, chapter, section or article."""
    if any(pattern.fullmatch(line.said) for _, pattern in _ALONE):
        return True
    return bool(_ARTICLE.match(line.said) or _ROMANED.match(line.said))


def read_text(lines: Sequence[Line]) -> list[Part]:
    """What each of ``lines``, the text of one paper, is."""
    parts = list(_told(lines))
    if any(part.role == "clause_title" and part.line.heavy for part in parts):
        return parts
    # Where no khoản has a bold title, a short khoản may as well be a sentence without its stop.
    return [
        Part(part.role, part.line, Sure.GUESSED) if part.role == "clause_title" else part
        for part in parts
    ]


def _told(lines: Sequence[Line]) -> Iterator[Part]:
    titled = ""  # the heading above still waits for its title
    point = ""
    for line in lines:
        role, sure = _role(line, titled, point)
        if role == "point":
            point = line.said[0]
        elif role not in {"blank", "text", "dash"}:
            point = ""
        if role in _TITLED:
            titled = role
        elif role != "blank":
            titled = ""
        yield Part(role, line, sure)


def _role(line: Line, titled: str, point: str) -> tuple[str, Sure]:
    if line.is_blank:
        return ("rule" if line.paragraph.drawn else "blank"), Sure.CERTAIN
    if line.paragraph.boxed:
        return "boxed", Sure.CERTAIN
    if line.table:
        return "cell", Sure.CERTAIN
    if line.paragraph.drawn and not any(char.isalnum() for char in line.text):
        return "rule", Sure.CERTAIN
    for role, pattern in _ALONE:
        if pattern.fullmatch(line.said):
            return role, Sure.CERTAIN
    if titled and (line.capitals or line.centred) and not _ARTICLE.match(line.said):
        return f"{titled}_title", Sure.CERTAIN
    return _numbered(line, point)


def _numbered(line: Line, point: str) -> tuple[str, Sure]:
    said = line.said
    if (found := _ARTICLE.match(said)) and (found[2] or line.runs[0].look.bold):
        return "article", Sure.CERTAIN
    if (found := _ROMANED.match(said)) and (found[1] not in "CLMD" or line.bold is not False):
        return "roman", Sure.CERTAIN
    if _SUBCLAUSE.match(said):
        return "subclause", Sure.CERTAIN
    if _CLAUSE.match(said):
        return ("clause" if ends(line) or _long(line) else "clause_title"), Sure.CERTAIN
    if (found := _POINT.match(said)) and (found[2] == ")" or point):
        return ("point" if ends(line) or _long(line) else "point_title"), Sure.CERTAIN
    if _DASH.match(said):
        return "dash", Sure.CERTAIN
    return _plain(line)


def _plain(line: Line) -> tuple[str, Sure]:
    if sum(char.isalpha() for char in line.said) * 4 < len(line.said):
        return "fill", Sure.LIKELY  # dots to be written over
    if _NOTE.fullmatch(line.said):
        return "note", Sure.LIKELY
    if line.centred or line.paragraph.form.align == "right":
        return "placed", Sure.LIKELY  # lines set apart on purpose
    if line.heavy and not ends(line) and not _long(line):
        return "heading", Sure.LIKELY
    return "text", Sure.LIKELY


def _long(line: Line) -> bool:
    return len(line.said) > _LONGEST_TITLE
