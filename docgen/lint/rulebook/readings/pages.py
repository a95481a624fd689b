"""Pages: paper, margins, numbers of pages, annexes that begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docgen.lint.reading.model import TWIPS_PER_MILLIMETRE
from docgen.lint.rulebook.model import UNKNOWN, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.lint.reading.model import Section
    from docgen.lint.roles.model import Sheet
    from docgen.lint.rulebook.model import Case, Check

_A4: Final = (210.0, 297.0)
_NEAR: Final = 0.5  # millimetres
_LETTERS_A_LINE: Final = 80
_LINES_A_PAGE: Final = 45


def _each(sheet: Sheet) -> Iterator[tuple[int, Section]]:
    for line in sheet.lines:
        yield line.paragraph.section, sheet.file.sections[line.paragraph.section]


def _sections(sheet: Sheet) -> dict[int, Section]:
    return dict(_each(sheet))


def _millimetres(twips: float) -> float:
    return round(twips / TWIPS_PER_MILLIMETRE, 2)


def paper(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Khổ giấy: ``A4``, or its sides in millimetres."""
    for number, section in _sections(sheet).items():
        sides = tuple(sorted((_millimetres(section.width), _millimetres(section.height))))
        near = all(abs(one - other) <= _NEAR for one, other in zip(sides, _A4, strict=True))
        shown = "A4" if near else f"{sides[0]:.0f} × {sides[1]:.0f} mm"
        yield Reading(shown, section=number)


def orientation(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Chiều giấy: ``portrait``, ``landscape``, or ``landscape with a table``."""
    tabled = {line.paragraph.section for line in sheet.lines if line.paragraph.bordered}
    for number, section in _sections(sheet).items():
        shown = "landscape" if section.landscape else "portrait"
        yield Reading("table" if section.landscape and number in tabled else shown, section=number)


def margin(sheet: Sheet, _: Case, check: Check) -> Iterator[Reading]:
    """Lề: in millimetres; the check is named by the side, the gutter counts to the left."""
    side = check.name
    for number, section in _sections(sheet).items():
        twips = section.margins[side] + (section.margins["gutter"] if side == "left" else 0)
        yield Reading(_millimetres(twips), section=number)


def number_place(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Nơi đặt số trang: ``header``, ``footer``, ``both`` or ``none``; of a short paper unknown."""
    long = _lines(sheet) > _LINES_A_PAGE
    for number, section in _sections(sheet).items():
        places = {one.kind for one in section.headers if one.serves != "first" and one.numbered}
        shown = "both" if len(places) > 1 else next(iter(places), "none")
        unknown = shown == "none" and not long
        yield Reading(UNKNOWN if unknown else shown, section=number)


def _lines(sheet: Sheet) -> int:
    """About how many lines the paper takes."""
    return sum(len(line.said) // _LETTERS_A_LINE + 1 for line in sheet.lines if not line.is_blank)


def first_number(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Số ở trang đầu: ``shown`` or ``hidden``; of papers without numbers nothing."""
    number, section = next(iter(_sections(sheet).items()))
    if not any(one.numbered for one in section.headers):
        return
    first = section.header("header", "first"), section.header("footer", "first")
    shown = any(one is not None and one.numbered for one in first)
    hidden = section.own_first_page and not shown
    yield Reading("hidden" if hidden else "shown", section=number)


def number_digits(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Chữ số của số trang: ``decimal`` and others, as Word names them."""
    for number, section in _sections(sheet).items():
        if any(one.numbered for one in section.headers):
            yield Reading(section.digits, section=number)


def number_start(sheet: Sheet, case: Case, check: Check) -> Iterator[Reading]:
    """Số trang bắt đầu: of the first section of the paper; ``goes on`` when it is not told.

    The first paper of a file begins at 1 unless told otherwise.
    """
    number, section = next(iter(_sections(sheet).items()))
    first = not case.sheets or case.sheets[0] is sheet
    if not first and _shares(sheet, case, number):
        return
    if check.name == "annex" and first:
        return
    start: Any = section.start
    if start is None:
        start = 1 if first else "goes on"
    yield Reading(start, section=number)


def _shares(sheet: Sheet, case: Case, number: int) -> bool:
    """Whether an earlier paper stands on the same section."""
    others = list(case.sheets)[: list(case.sheets).index(sheet)]
    return any(number in _sections(other) for other in others)


def own_section(sheet: Sheet, case: Case, _: Check) -> Iterator[Reading]:
    """Phần riêng: whether an annex has a section of its own."""
    if case.sheets and case.sheets[0] is not sheet:
        number = next(iter(_sections(sheet)))
        yield Reading(not _shares(sheet, case, number), section=number)


def head_sizes(sheet: Sheet, _: Case, __: Check) -> Iterator[Reading]:
    """Cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh: the three together, when each is allowed by itself."""
    parts = [sheet.first(role) for role in ("nation", "motto", "place_date")]
    sizes = []
    for part, allowed in zip(parts, ((12, 13), (13, 14), (13, 14)), strict=True):
        told = None if part is None else part.line.agreed(lambda look: look.size)
        if told not in allowed:
            return
        sizes.append(told)
    yield Reading(tuple(sizes), parts[1])


def annexed(sheet: Sheet, case: Case, _: Check) -> Iterator[Reading]:
    """Chỉ dẫn về phụ lục: whether the paper speaks of what is annexed to it in the same file."""
    if len(_annexes(sheet, case)) > 1:
        text = " ".join(line.said for line in sheet.lines).casefold()
        yield Reading("kèm theo" in text or "phụ lục" in text)


def _annexes(sheet: Sheet, case: Case) -> list[Sheet]:
    """The paper to which ``sheet`` belongs, and what is annexed to it, in the file's order."""
    group: list[Sheet] = []
    for one in case.sheets:
        if one.place == "main" or not group:
            if sheet in group:
                break
            group = []
        group.append(one)
    return group


def annex_label(sheet: Sheet, case: Case, _: Check) -> Iterator[Reading]:
    """Số của phụ lục: ``none``, ``roman`` or ``arabic``, beside what the count of annexes asks."""
    part = sheet.first("annex_label")
    if part is None or not part.line.folded.startswith("phu luc"):
        return
    words = part.line.said.split()
    digits = words[2].rstrip(".:") if len(words) > 2 else ""  # noqa: PLR2004 - after "Phụ lục"
    if set(digits) & {"…", "."}:
        return  # still open
    shown = "none" if not digits else "arabic" if digits.isdigit() else "roman"
    together = _annexes(sheet, case)
    many = sum(_is_annex(one) for one in together) > 1
    # Other annexes may be in files of their own.
    alone = together[0] is sheet and not many
    yield Reading((shown, shown != "none" if alone else many), part)


def _is_annex(sheet: Sheet) -> bool:
    label = sheet.first("annex_label")
    return label is not None and label.line.folded.startswith("phu luc")
