"""Lines under parts of a paper: how long against the words above, how far from their middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docgen.lint.reading.drawn import width_of
from docgen.lint.reading.model import TWIPS_PER_POINT
from docgen.lint.rulebook.model import UNKNOWN, Reading
from docgen.word.filling.looks import StyleLook
from docgen.word.filling.widths import longest_line

if TYPE_CHECKING:
    from docgen.lint.reading.model import Drawn
    from docgen.lint.roles.model import Line, Part, Sheet
    from docgen.lint.rulebook.model import Check

_RAISED: Final = 0.65
"""How large Word sets raised letters, of their size."""


def rule_drawn(part: Part, sheet: Sheet, _: Check) -> Any:  # noqa: ANN401
    """Đường kẻ: whether there is a line under the last line of the part."""
    return _below(part, sheet) is not None


def rule_solid(part: Part, sheet: Sheet, _: Check) -> Any:  # noqa: ANN401
    """Nét liền: whether the line under it is a solid one."""
    line = _below(part, sheet)
    return None if line is None else line[0].solid


def rule_typed(part: Part, sheet: Sheet, _: Check) -> Any:  # noqa: ANN401
    """Whether the line under it is typed with underscores."""
    line = _below(part, sheet)
    return None if line is None else line[0].kind == "letters"


def rule_share(part: Part, sheet: Sheet, _: Check) -> Any:  # noqa: ANN401
    """Độ dài đường kẻ so với dòng chữ: as a share of the longest line of the words above."""
    found = _below(part, sheet)
    if found is None:
        return None
    line, holder = found
    words = max((_width(one.line) for one in sheet.of(part.role)), default=0.0)
    if line.length is None or not words:
        return UNKNOWN
    raised = line.kind == "letters" and all(run.look.raised for run in holder.runs)
    length = line.length * (_RAISED if raised else 1)
    # Widths are known for Times New Roman only; underscores and drawings are set by eye.
    doubtful = line.kind != "border" or not _known_font(part.line)
    return Reading(length / words, part, doubtful=doubtful)


def rule_off(part: Part, sheet: Sheet, _: Check) -> Any:  # noqa: ANN401
    """Độ lệch của đường kẻ: how far its middle is from that of the room, in points."""
    found = _below(part, sheet)
    if found is None:
        return None
    line, holder = found
    if line.middle is None:
        return UNKNOWN
    return abs(line.middle - holder.paragraph.room.width / 2 / TWIPS_PER_POINT)


def _below(part: Part, sheet: Sheet) -> tuple[Drawn, Line] | None:
    """The first line drawn at or under the last line of a part, before other words."""
    last = sheet.of(part.role)[-1].line
    place = sheet.order.get(id(last))
    if place is None:
        return None
    for line in sheet.lines[place:]:
        told = any(char.isalnum() for char in line.text)
        if line is not last and (told or line.paragraph.spot != last.paragraph.spot):
            return None
        drawn = [one for one in line.paragraph.drawn if one.kind != "border" or _under(line, told)]
        if drawn:
            return drawn[0], line
    return None


def _under(line: Line, told: bool) -> bool:  # noqa: FBT001
    """Of a paragraph with words only the border below them is a line under them."""
    return bool(line.paragraph.form.below) or not told


def _width(line: Line) -> float:
    paragraph, look = line.paragraph, line.runs[0].look if line.runs else None
    if look is None:
        return 0.0
    room = paragraph.room.width - paragraph.form.left - paragraph.form.right
    if len(line.runs) > 1 and sum(width_of(run.text, run.look) for run in line.runs) < room / 20:
        return sum(width_of(run.text, run.look) for run in line.runs)
    text = line.text.upper() if look.capitals else line.text
    face = StyleLook("", look.size, look.bold, look.italic)
    return longest_line(text, face, max(room, 1) / TWIPS_PER_POINT)


def _known_font(line: Line) -> bool:
    return all(run.look.font == "Times New Roman" for run in line.runs)
