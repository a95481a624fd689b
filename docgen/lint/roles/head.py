"""The head of a paper: Quốc hiệu or tiêu đề Đảng, names of bodies, number, place and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docgen.lint.roles import anchors
from docgen.lint.roles.kinds import begins_body, kind_of
from docgen.lint.roles.model import Line, Part, Sure

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEEPEST: Final = 60  # lines with words, within which a head ends
_LONG: Final = 160  # letters: more stand in the text only
_RIGHT: Final = (
    ("nation", anchors.is_nation),
    ("motto", anchors.is_motto),
    ("party_title", anchors.is_party),
    ("union_title", anchors.is_union),
)
_MARKS: Final = (("urgency", anchors.is_urgent), ("circulation", anchors.is_limited))


@dataclass(slots=True)
class Head:
    """Phần đầu: its parts, and where the lines after it begin."""

    parts: list[Part] = field(default_factory=list)
    end: int = 0

    def has(self, role: str) -> bool:
        """Whether a line of ``role`` was found."""
        return any(part.role == role for part in self.parts)


def split_at_tabs(line: Line) -> list[Line]:
    """``line`` cut at its tabs, where its pieces are known to be parts of both halves of a page."""
    text = line.paragraph.text
    pieces, start = [], 0
    for piece in text.split("\t"):
        pieces.append(Line(line.paragraph, start, start + len(piece)))
        start += len(piece) + 1
    told = [piece for piece in pieces if piece.text]
    known = (*(check for _, check in _RIGHT), anchors.is_dated)
    known_piece = any(check(told[-1]) for check in known) if len(told) > 1 else False
    if known_piece or (len(told) > 1 and anchors.is_recipients(told[0])):
        return [Line(line.paragraph, told[0].start, told[-1].start - 1), told[-1]]
    return [line]


def read_head(lines: Sequence[Line]) -> Head:
    """The head among ``lines``, which are those of one sheet."""
    found = Head()
    known = _anchored(lines)
    if not known:
        return found
    tables = {lines[place].table for place in known} - {0}
    last = max([*known, *_last_of(lines, tables)])
    first_table = min(
        (place for place, line in enumerate(lines) if line.table in tables), default=0
    )
    right = {_column(lines[place]) for place, role in known.items() if role not in _LEFT_ROLES}
    left = _Left()
    for place in range(last + 1):
        line, role = lines[place], known.get(place, "")
        if role:
            found.parts.append(Part(role, line, Sure.CERTAIN))
            left.numbered = left.numbered or role == "number"
        elif line.is_blank:
            found.parts.append(
                Part("rule" if line.paragraph.drawn else "blank", line, Sure.CERTAIN)
            )
        elif line.paragraph.drawn and not any(char.isalnum() for char in line.text):
            found.parts.append(Part("rule", line, Sure.CERTAIN))
        elif line.table and _column(line) in right:
            found.parts.append(Part("head_other", line, Sure.GUESSED))
        elif not line.table and place < first_table:
            role = next((role for role, check in _MARKS if check(line)), "head_mark")
            found.parts.append(Part(role, line, Sure.CERTAIN))
        else:
            found.parts.append(left.take(line))
    found.parts = _named(found.parts)
    found.end = last + 1
    return found


_LEFT_ROLES: Final = frozenset({"number"})


def _column(line: Line) -> tuple[int, float]:
    """Lines of one column of a head have one room; outside tables each paragraph is its own."""
    if not line.table:
        return -1 - line.paragraph.number, 0.0
    return line.table, line.paragraph.room.left


def _anchored(lines: Sequence[Line]) -> dict[int, str]:
    """The places of lines whose words tell what they are, and their roles."""
    known: dict[int, str] = {}
    told = 0
    for place, line in enumerate(lines):
        if line.is_blank or line.paragraph.bordered:
            continue
        told += 1
        role = _role(line, known.values())
        if role:
            known[place] = role
        elif told > _DEEPEST or _ends_head(line) or _is_title(line, lines, known):
            break
    return known


def _role(line: Line, taken: object) -> str:
    roles = set(taken)  # type: ignore[call-overload]
    for role, check in _RIGHT:
        if role not in roles and check(line):
            return role
    if "number" not in roles and anchors.is_number(line):
        return "number"
    if "place_date" not in roles and anchors.is_dated(line) and not anchors.is_attached(line):
        return "place_date"
    return ""


def _ends_head(line: Line) -> bool:
    beyond = (anchors.is_addressed, anchors.is_basis, anchors.is_attached, anchors.is_recipients)
    if not line.table and line.capitals and kind_of(line) is not None:
        return True
    return len(line.said) > _LONG or any(check(line) for check in beyond)


def _is_title(line: Line, lines: Sequence[Line], known: dict[int, str]) -> bool:
    """Capitals in the middle of the page, below a head in a table, are a title of some kind."""
    if line.table or not (line.capitals and line.centred):
        return False
    return any(lines[place].table for place in known)


def _last_of(lines: Sequence[Line], tables: set[int]) -> list[int]:
    return [place for place, line in enumerate(lines) if line.table in tables]


@dataclass(slots=True)
class _Left:
    """The left half of a head, read from top to bottom."""

    numbered: bool = False
    about: bool = False

    def take(self, line: Line) -> Part:
        """What the next line of the left half is."""
        if anchors.is_star(line):
            return Part("star", line, Sure.CERTAIN)
        for role, check in _MARKS:
            if check(line):
                return Part(role, line, Sure.CERTAIN)
        if anchors.is_about(line):
            self.about = True
            return Part("letter_summary", line, Sure.CERTAIN)
        if self.about:
            return Part("letter_summary", line, Sure.LIKELY)
        if self.numbered:
            return Part("head_other", line, Sure.GUESSED)
        return Part("body_name", line, Sure.LIKELY)


def _named(parts: list[Part]) -> list[Part]:
    """``parts`` with the names of bodies told apart: the one above, and the one that issues."""
    names = [part.line for part in parts if part.role == "body_name"]
    if not names:
        return parts
    split, sure = _issuer_starts(names)
    roles = dict.fromkeys(map(id, names[:split]), "superior")
    roles.update(dict.fromkeys(map(id, names[split:]), "issuer"))
    return [
        Part(roles[id(part.line)], part.line, sure) if part.role == "body_name" else part
        for part in parts
    ]


def _issuer_starts(names: list[Line]) -> tuple[int, Sure]:
    """Which of ``names`` begins the name of the issuer, by words and by weight.

    Words: a name begins with a word for a body. Weight: the issuer is bold, the body above not.
    """
    starts = [place for place, line in enumerate(names) if begins_body(line.folded)]
    by_words = starts[-1] if len(starts) > 1 else 0
    weights = [line.heavy for line in names]
    by_weight = (
        weights.index(True) if True in weights and all(weights[weights.index(True) :]) else -1
    )
    if by_weight == by_words or (by_weight == -1 and len(starts) == 1 and len(names) == 1):
        return by_words, Sure.CERTAIN
    if by_weight in starts[1:]:
        return by_weight, Sure.CERTAIN
    if by_weight > 0 and len(starts) <= 1:
        return by_weight, Sure.LIKELY
    if by_weight == 0 and len(starts) > 1 and not _ends_like_a_body(names, by_words):
        return 0, Sure.LIKELY
    return by_words, Sure.LIKELY


def _ends_like_a_body(names: list[Line], split: int) -> bool:
    """Whether what stands before ``split`` can be a whole name, of more than one word."""
    return len(" ".join(line.folded for line in names[:split]).split()) > 2  # noqa: PLR2004
