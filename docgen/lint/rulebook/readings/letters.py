"""How the letters of a line look: size, weight, slant, font, colour."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from docgen.lint.rulebook.model import MIXED, UNKNOWN, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.lint.reading.model import Look, Run
    from docgen.lint.roles.model import Line, Part, Sheet
    from docgen.lint.rulebook.model import Check

OLD_FONTS: Final = (".vn", "vni-", "vni ", ".vntime")
"""How the names of TCVN3 and VNI fonts begin."""


def agreed(line: Line, of: Callable[[Look], Any]) -> Any:  # noqa: ANN401 - whatever ``of`` gives
    """What ``of`` gives for all letters of a line; marks of notes do not count."""
    found = {of(run.look) for run in line.runs if not run.look.raised}
    if not found:
        return None
    return found.pop() if len(found) == 1 else MIXED


def size(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Cỡ chữ, in points."""
    return agreed(part.line, lambda look: look.size)


def bold(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Chữ đậm."""
    return agreed(part.line, lambda look: look.bold)


def italic(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Chữ nghiêng."""
    return agreed(part.line, lambda look: look.italic)


def wholly_italic(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Whether every letter slants; single slanting words in a text are no matter."""
    found = agreed(part.line, lambda look: look.italic)
    return None if found is None else found is True


def underlined(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Chữ gạch chân."""
    return agreed(part.line, lambda look: look.underlined)


def capitals(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Chữ in hoa."""
    return part.line.capitals if any(char.isalpha() for char in part.line.text) else None


def lead_bold(part: Part, _: Sheet, __: Check) -> Any:  # noqa: ANN401
    """Whether the number that the line begins with is bold."""
    if part.line.paragraph.label and part.line.paragraph.mark:
        return part.line.paragraph.mark.bold
    return part.line.runs[0].look.bold if part.line.runs else None


def font(part: Part, _: Sheet, __: Check) -> Iterator[Reading]:
    """Phông chữ: every font in the line once, with the place where it begins."""
    seen: set[str] = set()
    for run in part.line.runs:
        for name in _fonts(run):
            if name.lower().startswith(OLD_FONTS) or name in seen:
                continue
            seen.add(name)
            yield Reading(name or UNKNOWN, part, (run.start, run.end))


def old_font(part: Part, _: Sheet, __: Check) -> Iterator[Reading]:
    """Phông chữ của bảng mã cũ: the name of such a font, or nothing."""
    for run in part.line.runs:
        for name in _fonts(run):
            old = name.lower().startswith(OLD_FONTS)
            yield Reading(name if old else "", part, (run.start, run.end))


def colour(part: Part, _: Sheet, __: Check) -> Iterator[Reading]:
    """Màu chữ: every colour in the line once."""
    seen: set[str] = set()
    for run in part.line.runs:
        if run.look.colour not in seen:
            seen.add(run.look.colour)
            yield Reading(run.look.colour, part, (run.start, run.end))


def composed(part: Part, _: Sheet, __: Check) -> Iterator[Reading]:
    """Whether letters and marks are one character (NFC): a reading for each run that is not."""
    whole = True
    for run in part.line.runs:
        if not unicodedata.is_normalized("NFC", run.text):
            whole = False
            yield Reading(value=False, part=part, span=(run.start, run.end))
    if whole:
        yield Reading(value=True, part=part)


def _fonts(run: Run) -> dict[str, None]:
    """The fonts that set the letters of a run: plain Latin letters may have one of their own."""
    fonts: dict[str, None] = {}
    if any(char > "\u007f" for char in run.text):
        fonts[run.look.font] = None
    if any(char.isalnum() and char <= "\u007f" for char in run.text):
        fonts[run.look.ascii_font] = None
    return fonts
