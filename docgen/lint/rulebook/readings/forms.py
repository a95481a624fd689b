"""How paragraphs stand: alignment, indents, spaces, lines; where they are across the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docgen.lint.reading.drawn import width_of
from docgen.lint.reading.model import TWIPS_PER_MILLIMETRE, TWIPS_PER_POINT
from docgen.lint.rulebook.model import UNKNOWN, Reading

if TYPE_CHECKING:
    from docgen.lint.roles.model import Line, Part, Sheet
    from docgen.lint.rulebook.model import Check

_LINES: Final = 240
# The height of a line of Times New Roman, as a share of its size.
_HEIGHT: Final = 1.15
_TEXT: Final = frozenset(
    {"text", "clause", "point", "dash", "article", "clause_title", "point_title", "roman"}
)


def align(part: Part, _: Sheet, __: Check) -> str:
    """Canh lề: left, center, right or both."""
    return part.line.paragraph.form.align


def first_line(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Thụt đầu dòng: how far in the first line begins, in millimetres."""
    paragraph = part.line.paragraph
    indent = (paragraph.form.left + paragraph.form.first) / TWIPS_PER_MILLIMETRE
    if paragraph.text.startswith("\t"):
        return Reading(indent, part, doubtful=True)
    return indent


def gap(part: Part, sheet: Sheet, _: Check) -> Any:  # noqa: ANN401
    """Khoảng cách tới dòng trên: space between this paragraph and the one above, in points.

    Nothing is read where another kind of thing stands between.
    """
    place = sheet.order.get(id(part.line), 0)
    above = sheet.lines[place - 1] if place else None
    if above is None or above.paragraph.spot != part.line.paragraph.spot or above.is_blank:
        return None
    return _between(above, part.line) if above.paragraph is not part.line.paragraph else None


def text_gap(part: Part, sheet: Sheet, check: Check) -> Any:  # noqa: ANN401
    """Space between two paragraphs of the text, in points; of other neighbours nothing."""
    place = sheet.order.get(id(part.line), 0)
    above = sheet.lines[place - 1] if place else None
    if above is None or sheet.role_of.get(id(above)) not in _TEXT:
        return None
    return gap(part, sheet, check)


def _between(above: Line, below: Line) -> float:
    upper, lower = above.paragraph.form, below.paragraph.form
    alike = upper.style == lower.style
    after = 0 if alike and upper.close else upper.after
    return (after + (0 if alike and lower.close else lower.before)) / TWIPS_PER_POINT


def spacing(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Khoảng cách dòng, in lines; told in points, it is turned into lines with some doubt."""
    form = part.line.paragraph.form
    if form.rule == "auto":
        return form.line / _LINES
    if not part.line.runs:
        return None
    height = part.line.runs[0].look.size * _HEIGHT
    lines = form.line / TWIPS_PER_POINT / height
    return Reading(max(lines, 1.0) if form.rule == "atLeast" else lines, part, doubtful=True)


def exact(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Khoảng cách dòng chính xác, in points; 0 when the file tells it otherwise."""
    form = part.line.paragraph.form
    return form.line / TWIPS_PER_POINT if form.rule == "exact" else 0


def centre_of(line: Line) -> float | None:
    """Where the middle of a line stands, in points from the left margin; ``None`` if unknown."""
    paragraph = line.paragraph
    if paragraph.floating or line.start:
        return None
    left = paragraph.room.left + paragraph.form.left
    right = paragraph.room.right - paragraph.form.right
    if paragraph.form.align == "center":
        return (left + paragraph.form.first / 2 + right) / 2 / TWIPS_PER_POINT
    width = sum(width_of(run.text, run.look) for run in line.runs) * TWIPS_PER_POINT
    if width >= right - left:
        return (left + right) / 2 / TWIPS_PER_POINT
    if paragraph.form.align == "right":
        return (right - width / 2) / TWIPS_PER_POINT
    return (left + paragraph.form.first + width / 2) / TWIPS_PER_POINT


def side(part: Part, sheet: Sheet, _: Check) -> Any:  # noqa: ANN401
    """Nửa trang: ``left`` or ``right``."""
    centre = centre_of(part.line)
    if centre is None:
        return UNKNOWN
    area = sheet.file.sections[part.line.paragraph.section].area / TWIPS_PER_POINT
    return "right" if centre > area / 2 else "left"


def off_centre(part: Part, sheet: Sheet, check: Check) -> Any:  # noqa: ANN401
    """Lệch tâm: how far its middle is from that of the part it belongs under, in points."""
    above = next((one for role in check.to if (one := sheet.first(role))), None)
    if above is None:
        return None
    ours, theirs = centre_of(part.line), _middle(above.line)
    return UNKNOWN if ours is None or theirs is None else abs(ours - theirs)


def _middle(line: Line) -> float | None:
    """The middle under which other lines belong: of the line, or of its cell if it is off it."""
    if line.table and not line.centred and not line.paragraph.floating:
        return line.paragraph.room.middle / TWIPS_PER_POINT
    return centre_of(line)


def beside(part: Part, sheet: Sheet, check: Check) -> Any:  # noqa: ANN401
    """Cùng dòng: whether it stands in one row with the part that the check names."""
    other = next((one for role in check.to if (one := sheet.first(role))), None)
    if other is None:
        return None
    ours, theirs = part.line.paragraph, other.line.paragraph
    if ours is theirs:
        return True
    if ours.spot and theirs.spot and ours.spot.table == theirs.spot.table:
        return Reading(ours.spot.row == theirs.spot.row, part, doubtful=_stacked(part, sheet))
    return UNKNOWN


def _stacked(part: Part, sheet: Sheet) -> bool:
    """Whether its cell holds other lines too: then rows of the table tell nothing."""
    spot = part.line.paragraph.spot
    told = [one for one in sheet.lines if one.paragraph.spot == spot and not one.is_blank]
    return len(told) > 1


def level_with(part: Part, sheet: Sheet, check: Check) -> Any:  # noqa: ANN401
    """Ngang hàng: whether it stands in one row of the table with the part that is named."""
    others = [one for role in check.to for one in sheet.of(role)]
    spot = part.line.paragraph.spot
    if not others or spot is None:
        return None
    rows = {
        one.line.paragraph.spot.row
        for one in others
        if one.line.paragraph.spot and one.line.paragraph.spot.table == spot.table
    }
    return (spot.row in rows) if rows else None
