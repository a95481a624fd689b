"""What stands between the head and the text: title, summary, authority, bases, addressees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docgen.lint.roles import anchors
from docgen.lint.roles.kinds import kind_of
from docgen.lint.roles.model import Part, Sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.lint.roles.kinds import Kind
    from docgen.lint.roles.model import Line

_LONGEST_TITLE: Final = 120
_LONGEST_SUMMARY: Final = 600
_MOST_BASES: Final = 60
_NUMBERED: Final = re.compile(r"(?:Điều|Chương|Phần) |[IVX]+ ?[.)-] |\d+ ?[.)-] ")
_ITEM: Final = re.compile(r"[-–+•]")
_ENDS_LIST: Final = re.compile(r"[;,]$")


@dataclass(slots=True)
class Opening:
    """Phần giữa đầu văn bản và lời văn: its parts, the kind, where the text begins."""

    parts: list[Part] = field(default_factory=list)
    kind: Kind | None = None
    end: int = 0


def read_opening(lines: Sequence[Line], start: int, *, letter: bool) -> Opening:
    """What follows the head of a paper; a ``letter`` has no title."""
    found = Opening(end=start)
    place = _title(lines, start, found) if not letter else start
    place = _notes(lines, place, found)
    enacting = _enacting(lines, place)
    place = _authority(lines, place, enacting, found)
    place = _addressees(lines, place, found)
    found.end = _bases(lines, place, enacting, found)
    return found


def _skip(lines: Sequence[Line], place: int, found: Opening) -> int:
    """The place of the next line with words; what is passed over is noted."""
    while place < len(lines) and (lines[place].is_blank or _is_rule(lines[place])):
        role = "rule" if lines[place].paragraph.drawn else "blank"
        found.parts.append(Part(role, lines[place], Sure.CERTAIN))
        place += 1
    return place


def _is_rule(line: Line) -> bool:
    return bool(line.paragraph.drawn) and not any(char.isalnum() for char in line.text)


def _title(lines: Sequence[Line], start: int, found: Opening) -> int:
    place = _skip(lines, start, found)
    if place >= len(lines) or lines[place].table:
        return start
    line = lines[place]
    found.kind = kind_of(line)
    sure = Sure.CERTAIN if found.kind else Sure.LIKELY
    looks = line.capitals and (line.centred or line.heavy)
    if len(line.said) > _LONGEST_TITLE or not (found.kind or looks) or anchors.is_addressed(line):
        return start
    found.parts.append(Part("kind", line, sure))
    return _summary(lines, place + 1, found)


def _summary(lines: Sequence[Line], start: int, found: Opening) -> int:
    place = start
    while place < len(lines) and lines[place].is_blank and not _is_rule(lines[place]):
        if lines[place].paragraph.drawn:
            break
        found.parts.append(Part("blank", lines[place], Sure.CERTAIN))
        place += 1
    first = place
    while place < len(lines) and _continues_summary(lines[place], begun=place > first):
        found.parts.append(Part("summary", lines[place], Sure.CERTAIN))
        place += 1
    return place


def _continues_summary(line: Line, *, begun: bool) -> bool:
    if line.is_blank or line.table or len(line.said) > _LONGEST_SUMMARY or _is_rule(line):
        return False
    if line.said.startswith("(") or _NUMBERED.match(line.said):
        return False
    others = (
        *(anchors.is_basis, anchors.is_addressed, anchors.is_attached, anchors.is_hyphens),
        *(anchors.is_enacting, anchors.is_star, anchors.is_number, anchors.is_dated),
    )
    if any(check(line) for check in others):
        return False
    if begun:
        return line.centred and not line.capitals and line.bold is not False
    shaped = line.centred or line.heavy
    return shaped and not (line.capitals and len(line.said) > _LONGEST_TITLE)


def _notes(lines: Sequence[Line], start: int, found: Opening) -> int:
    """The line under the summary, five hyphens, the note that says to what an act is attached."""
    place = start
    while True:
        place = _skip(lines, place, found)
        if place >= len(lines):
            return place
        line = lines[place]
        if anchors.is_hyphens(line):
            found.parts.append(Part("hyphens", line, Sure.CERTAIN))
        elif anchors.is_attached(line) and line.said.startswith("("):
            found.parts.append(Part("attached_note", line, Sure.CERTAIN))
            place = _note_goes_on(lines, place, found)
        else:
            return place
        place += 1


def _note_goes_on(lines: Sequence[Line], place: int, found: Opening) -> int:
    """A note in brackets may take more than one paragraph."""
    while ")" not in lines[place].said and place + 1 < len(lines) and lines[place + 1].centred:
        place += 1
        found.parts.append(Part("attached_note", lines[place], Sure.CERTAIN))
    return place


def _enacting(lines: Sequence[Line], start: int) -> int:
    """The place of QUYẾT ĐỊNH: before the text begins; -1 when there is none."""
    told = 0
    for place in range(start, len(lines)):
        line = lines[place]
        if line.is_blank:
            continue
        told += 1
        if anchors.is_enacting(line) and (line.capitals or line.said.endswith(":")):
            return place
        if told > _MOST_BASES or line.paragraph.bordered or _NUMBERED.match(line.said):
            return -1
    return -1


def _authority(lines: Sequence[Line], start: int, enacting: int, found: Opening) -> int:
    place = _skip(lines, start, found)
    if enacting < 0 and place < len(lines) and _stands_over_bases(lines, place):
        found.parts.append(Part("authority", lines[place], Sure.LIKELY))
        return _skip(lines, place + 1, found)
    while place < enacting and not anchors.is_basis(lines[place]) and not lines[place].is_blank:
        if not lines[place].capitals and not lines[place].centred:
            break
        found.parts.append(Part("authority", lines[place], Sure.LIKELY))
        place += 1
    return _skip(lines, place, found)


def _stands_over_bases(lines: Sequence[Line], place: int) -> bool:
    """Whether a line in capitals stands right over the first legal basis."""
    following = next((line for line in lines[place + 1 :] if not line.is_blank), None)
    shaped = lines[place].capitals and lines[place].centred
    return shaped and following is not None and anchors.is_basis(following)


def _addressees(lines: Sequence[Line], start: int, found: Opening) -> int:
    place = _skip(lines, start, found)
    if place >= len(lines) or not anchors.is_addressed(lines[place]):
        return start
    found.parts.append(Part("addressee", lines[place], Sure.CERTAIN))
    alone = lines[place].said.rstrip().endswith(":")
    place += 1
    while place < len(lines) and _is_addressee(lines[place], alone=alone):
        role = "blank" if lines[place].is_blank else "addressee_item"
        found.parts.append(Part(role, lines[place], Sure.CERTAIN))
        place += 1
    return place


def _is_addressee(line: Line, *, alone: bool) -> bool:
    if line.is_blank:
        return True
    if line.paragraph.bordered or not alone or len(line.said) > _LONGEST_TITLE * 2:
        return False
    return _ITEM.match(line.said) is not None


def _bases(lines: Sequence[Line], start: int, enacting: int, found: Opening) -> int:
    """Căn cứ: before QUYẾT ĐỊNH: every line; elsewhere those that end as a list does."""
    place = _skip(lines, start, found)
    if enacting >= 0:
        for line in lines[place:enacting]:
            role = "blank" if line.is_blank else "basis" if anchors.is_basis(line) else "preamble"
            found.parts.append(Part(role, line, Sure.CERTAIN))
        found.parts.append(Part("enacting", lines[enacting], Sure.CERTAIN))
        return enacting + 1
    last = place
    for at in range(place, len(lines)):
        if not anchors.is_basis(lines[at]):
            break
        last = at + 1
    group = lines[place:last]
    if not group or not (_ENDS_LIST.search(group[0].said) or len(group) > 1):
        return place
    found.parts += [Part("basis", line, Sure.CERTAIN) for line in group]
    if last < len(lines) and _goes_on(lines[last], group[-1]):
        found.parts.append(Part("preamble", lines[last], Sure.LIKELY))
        last += 1
    return last


def _goes_on(line: Line, basis: Line) -> bool:
    """Whether a line under the bases belongs to them: it slants as they do, and ends them."""
    slants = line.agreed(lambda look: look.italic), basis.agreed(lambda look: look.italic)
    return slants == (True, True) and basis.said.endswith((";", ",")) and line.said.endswith(".")
