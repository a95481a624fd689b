"""The text of a paper: phần, chương, mục, điều, khoản, điểm, and what is plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.lint.roles.model import Part, Sure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
    """The number that a line begins with, as typed (``Điều 2.``, ``a)``, ``IV.``), or nothing."""
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
    role = _apart(line) or next((one for one, alone in _ALONE if alone.fullmatch(line.said)), "")
    if not role and titled and _is_title(line):
        role = f"{titled}_title"
    return (role, Sure.CERTAIN) if role else _numbered(line, point)


def _apart(line: Line) -> str:
    """What stands outside the text: empty lines, lines drawn, tables, text boxes."""
    drawn = bool(line.paragraph.drawn) and not any(char.isalnum() for char in line.text)
    if line.is_blank:
        return "rule" if drawn else "blank"
    if line.paragraph.boxed:
        return "boxed"
    return "cell" if line.table else "rule" if drawn else ""


def _is_title(line: Line) -> bool:
    return (line.capitals or line.centred) and not _ARTICLE.match(line.said)


def _numbered(line: Line, point: str) -> tuple[str, Sure]:
    role = next((role for role, begins in _NUMBERS if begins(line, point)), "")
    if role in _MAY_BE_TITLES and not ends(line) and not _long(line):
        role = f"{role}_title"
    return (role, Sure.CERTAIN) if role else _plain(line)


def _is_article(line: Line, _: str) -> bool:
    found = _ARTICLE.match(line.said)
    return found is not None and bool(found[2] or line.runs[0].look.bold)


def _is_roman(line: Line, _: str) -> bool:
    found = _ROMANED.match(line.said)
    return found is not None and (found[1] not in "CLMD" or line.bold is not False)


def _is_point(line: Line, point: str) -> bool:
    found = _POINT.match(line.said)
    return found is not None and (found[2] == ")" or bool(point))


_MAY_BE_TITLES: Final = frozenset({"clause", "point"})
_NUMBERS: Final[tuple[tuple[str, Callable[[Line, str], bool]], ...]] = (
    ("article", _is_article),
    ("roman", _is_roman),
    ("subclause", lambda line, _: _SUBCLAUSE.match(line.said) is not None),
    ("clause", lambda line, _: _CLAUSE.match(line.said) is not None),
    ("point", _is_point),
    ("dash", lambda line, _: _DASH.match(line.said) is not None),
)


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
