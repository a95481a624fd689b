"""The end of a paper: signatures and nơi nhận, in tables or without."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from docgen.lint.roles import anchors
from docgen.lint.roles.model import Line, Part, Sure
from docgen.text.names import is_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_AUTHORITY: Final = re.compile(r"(?:tm|kt|tl|tuq|q|t/m|k/t|t/l|tu/q|thua lenh)\b ?[./]? ?\w")
_NOTE: Final = re.compile(r"[\[(]")
_ITEM: Final = re.compile(r"[-–+•*]")
_LONGEST: Final = 110
_MOST_WORDS: Final = 9  # of a name with rank
_GAP_POINTS: Final = 30
_GAP_LINES: Final = 2
_TWIPS: Final = 20


def ending_start(lines: Sequence[Line], start: int) -> int:
    """Where the end of the paper begins: its first line of signatures or recipients."""
    labels = [at for at in range(start, len(lines)) if anchors.is_recipients(lines[at])]
    labels = [at for at in labels if not lines[at].paragraph.bordered]
    first = labels[-1] if labels else len(lines)
    if labels and lines[first].table:
        first = next(at for at in range(start, len(lines)) if lines[at].table == lines[first].table)
    while (above := _signed_table(lines, first, start)) is not None:
        first = above
    return _signed_lines(lines, first, start) if labels else first


def _signed_table(lines: Sequence[Line], end: int, start: int) -> int | None:
    """The first line of a table of signatures right above ``end``."""
    last = end - 1
    while last >= start and lines[last].is_blank and not lines[last].table:
        last -= 1
    if last < start or not lines[last].table or lines[last].paragraph.bordered:
        return None
    first = last
    while first > start and lines[first - 1].table == lines[last].table:
        first -= 1
    cells: dict[object, list[Line]] = defaultdict(list)
    for line in lines[first : last + 1]:
        if not line.is_blank:
            cells[line.paragraph.spot].append(line)
    groups = cells.values()
    signed = groups and all(_is_office(group[0]) for group in groups)
    named = any(_is_office(group[0]) and is_person(group[-1].text) for group in groups)
    return first if signed or named else None


def _is_office(line: Line) -> bool:
    return line.capitals and len(line.said) < _LONGEST


def _signed_lines(lines: Sequence[Line], end: int, start: int) -> int:
    """Lines of office in capitals right above the recipients, outside tables."""
    at = end
    while at > start and not lines[at - 1].table:
        line = lines[at - 1]
        if line.is_blank or (line.capitals and len(line.said) < _LONGEST) or _is_name(line):
            at -= 1
        else:
            break
    while at < end and lines[at].is_blank:
        at += 1
    return at


def read_ending(lines: Sequence[Line]) -> list[Part]:
    """What each of ``lines``, the end of one paper, is."""
    at = next((at for at, line in enumerate(lines) if anchors.is_recipients(line)), None)
    last = len(lines) if at is None else _last(lines, at)
    parts: list[Part] = []
    for group in _columns(lines[:last]):
        parts += _group(group)
    return parts + [_after(line) for line in lines[last:]]


def _last(lines: Sequence[Line], label: int) -> int:
    """Where the end stops: with the table that holds the recipients, else with the file."""
    table = lines[label].table
    if not table:
        return len(lines)
    return max(at for at, line in enumerate(lines) if line.table == table) + 1


def _after(line: Line) -> Part:
    return Part("blank" if line.is_blank else "after", line, Sure.LIKELY)


def _columns(lines: Sequence[Line]) -> Iterable[list[Line]]:
    """Lines of one column of a table belong together, those outside tables among themselves."""
    groups: dict[tuple[int, float], list[Line]] = {}
    for line in lines:
        for piece in _pieces(line):
            column = 0.0
            if piece.table:
                column = round(piece.paragraph.room.left) + 1.0
            elif piece.start:
                column = -1.0
            groups.setdefault((piece.table, column), []).append(piece)
    return groups.values()


def _pieces(line: Line) -> list[Line]:
    """A line outside tables holds both halves of the end, when a tab parts them."""
    text = line.paragraph.text
    if line.table or "\t" not in text.strip() or line.raw != text:
        return [line]
    cut = len(text.rstrip()) - len(text.rstrip().rsplit("\t", 1)[-1])
    left, right = Line(line.paragraph, 0, cut), Line(line.paragraph, cut, len(text))
    told = right.capitals or _is_name(right)
    return [left, right] if told and not left.is_blank else [line]


def _group(lines: list[Line]) -> list[Part]:
    """One column: who signs, and who receives, one below the other in any order."""
    at = next((at for at, line in enumerate(lines) if anchors.is_recipients(line)), len(lines))
    told = [line for line in lines if not line.is_blank]
    if at == len(lines) and told and all(_ITEM.match(line.said) for line in told):
        return [Part("recipients", line, Sure.LIKELY) for line in told]
    parts = _signatures(lines[:at])
    if at == len(lines):
        return parts
    parts.append(Part("recipients_label", lines[at], Sure.CERTAIN))
    rest, listed = lines[at + 1 :], True
    last = len(rest)
    for place, line in enumerate(rest):
        if line.is_blank:
            parts.append(Part("blank", line, Sure.CERTAIN))
            continue
        listed = listed and not _signs(line) and (bool(line.table) or _listed(line, parts[-1]))
        if not listed:
            last = place
            break
        sure = Sure.CERTAIN if _ITEM.match(line.said) else Sure.LIKELY
        parts.append(Part("recipients", line, sure))
    if last < len(rest) and not (rest[last].capitals or _is_name(rest[last])):
        return parts + [_after(line) for line in rest[last:]]
    return parts + _signatures(rest[last:])


def _listed(line: Line, before: Part) -> bool:
    """Outside tables a list goes on with a dash, or with the rest of a line that was broken."""
    goes_on = before.role == "recipients" and not before.line.said.endswith((";", "."))
    return _ITEM.match(line.said) is not None or goes_on


def _signs(line: Line) -> bool:
    return line.capitals and not _ITEM.match(line.said)


def _signatures(lines: list[Line]) -> list[Part]:
    """Offices, notes, capacities and names in the order in which they stand."""
    parts: list[Part] = []
    blanks = 0
    noted = False  # whether a note in brackets goes on
    signed = False  # whether the room for the hand has been passed
    for place, line in enumerate(lines):
        if line.is_blank:
            blanks += 1
            parts.append(Part("blank", line, Sure.CERTAIN))
            continue
        gap = blanks >= _GAP_LINES or line.paragraph.form.before >= _GAP_POINTS * _TWIPS
        signed = signed or (gap and bool(parts))
        role, sure = _signature_role(line, signed=signed)
        role = "sign_note" if noted else role
        noted = role == "sign_note" and not line.said.endswith((")", "]"))
        parts.append(Part(role, line, sure))
        signed = (signed or role == "sign_note") and role != "signer"
        if signed and _more(lines, place):
            parts[-1] = Part("capacity", line, Sure.LIKELY) if role == "signer" else parts[-1]
        blanks = 0
    return parts


def _more(lines: list[Line], place: int) -> bool:
    """Whether the next line goes on without room for another hand."""
    following = lines[place + 1] if place + 1 < len(lines) else None
    return following is not None and not following.is_blank and not following.capitals


def _signature_role(line: Line, *, signed: bool) -> tuple[str, Sure]:
    words = line.folded
    sure = Sure.LIKELY
    if not any(char.isalpha() for char in words):
        role = "fill"
    elif _NOTE.match(words):
        role, sure = "sign_note", Sure.CERTAIN
    elif anchors.is_dated(line) or words.startswith("ngay "):
        role = "sign_date"
    elif _AUTHORITY.match(words) and (line.capitals or not signed):
        role, sure = "sign_authority", Sure.CERTAIN
    elif line.capitals and not (signed and is_person(line.text.title())):
        role = "sign_title"
    elif is_person(line.text.rsplit("\n", 1)[-1]):  # another office may stand over the name
        role, sure = "signer", Sure.CERTAIN
    elif len(words.split()) > _MOST_WORDS or words.endswith(":") or not words[0].isalpha():
        role, sure = "after", Sure.GUESSED
    else:
        role = "signer" if signed else "sign_title"
    return role, sure


def _is_name(line: Line) -> bool:
    return is_person(line.text) and len(line.said) < _LONGEST // 2 and line.bold is not False
