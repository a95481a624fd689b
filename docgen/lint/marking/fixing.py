"""A copy in which what can be mended for sure is mended, each change tracked."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from docgen.lint.marking.copies import copy_of
from docgen.lint.marking.tracked import (
    change_paragraph,
    change_run,
    change_section,
    change_words,
)
from docgen.lint.rulebook.checks import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.lint.holding import Held
    from docgen.lint.marking.copies import Copy
    from docgen.lint.reading.model import Paragraph, Run, WordFile
    from docgen.lint.rulebook.model import Check, Outcome

_OF_RUNS: Final = {
    "size": "size",
    "bold": "bold",
    "italic": "italic",
    "wholly_italic": "italic",
    "underlined": "underlined",
    "font": "font",
    "colour": "colour",
}
_OF_PARAGRAPHS: Final = {
    "align": "align",
    "first_line": "first_line",
    "text_gap": "before",
    "spacing": "spacing",
    "exact": "exact",
}


@dataclass
class Changes:
    """Những chỗ sửa: by paragraph and run, by section, and words in their paragraphs."""

    runs: dict[int, dict[int, dict[str, Any]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    forms: dict[int, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    sections: dict[int, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    words: dict[int, dict[tuple[int, int], str]] = field(default_factory=lambda: defaultdict(dict))


def fixed(held: Held, data: bytes, day: date) -> bytes:
    """A copy of ``data`` with every fault mended that can be mended for sure.

    Paragraphs in which a person's own changes wait are left alone.

    Raises:
        DocgenError: the file is of the strict kind.
    """
    copy = copy_of(data, held.file.name, day)
    wanted = Changes()
    for one in held.findings:
        if one.check.fix is not None:
            _note(one, copy.file, wanted)
    for number, margins in wanted.sections.items():
        change_section(copy, copy.file.sections[number], margins)
    for paragraph in copy.file.paragraphs:
        _mend(copy, paragraph, wanted)
    return copy.bytes()


def _mend(copy: Copy, paragraph: Paragraph, wanted: Changes) -> None:
    number = paragraph.number
    if form := wanted.forms.get(number):
        change_paragraph(copy, paragraph, form)
    for at, look in wanted.runs.get(number, {}).items():
        change_run(copy, paragraph.runs[at].element, look)
    # From the end, so that places before keep their counts.
    for (start, end), words in sorted(wanted.words.get(number, {}).items(), reverse=True):
        run = _holding(paragraph, start, end)
        if run is not None:
            change_words(copy, run, start - run.start, end - run.start, words)


def _note(one: Outcome, file: WordFile, wanted: Changes) -> None:
    """Note what mends the finding ``one``."""
    check, reading, part = one.check, one.reading, one.part
    if check.take == "margin" and reading is not None and reading.section is not None:
        wanted.sections[reading.section][check.name] = _value(check, reading.value)
        return
    paragraph = part.line.paragraph if part else None
    if part is None or paragraph is None or not paragraph.number or paragraph.tracked:
        return
    number = paragraph.number
    if check.take in _OF_RUNS:
        for at in _runs(one, file.by_number[number]):
            wanted.runs[number][at][_OF_RUNS[check.take]] = _value(check, one.reading)
    elif check.take in _OF_PARAGRAPHS:
        wanted.forms[number].update(_form(one, file))
    elif check.take == "composed" and reading is not None and reading.span is not None:
        start, end = reading.span
        words = unicodedata.normalize("NFC", paragraph.text[start:end])
        wanted.words[number][reading.span] = words
    elif check.test == "lacks":
        wanted.words[number].update(_replaced(one, paragraph))


def _runs(one: Outcome, paragraph: Paragraph) -> Iterator[int]:
    """The runs to be changed: those of the span, where the finding tells one, else of the line."""
    line = one.part.line if one.part else None
    span = one.reading.span if one.reading and one.reading.span else None
    low, high = span or ((line.start, line.end) if line else (0, 0))
    if span is not None and one.check.take in {"font", "colour"}:
        low, high = (line.start, line.end) if line else span
    for at, run in enumerate(paragraph.runs):
        if run.start < high and run.end > low and run.text.strip():
            yield at


def _form(one: Outcome, file: WordFile) -> dict[str, Any]:
    """The form that mends a paragraph; space is added to what the paragraph above leaves."""
    check, part = one.check, one.part
    value = _value(check, one.reading.value if one.reading else None)
    if check.take != "text_gap" or part is None:
        return {_OF_PARAGRAPHS[check.take]: value}
    paragraph = part.line.paragraph
    above = file.by_number[paragraph.number - 1].form
    if above.style == paragraph.form.style and (above.close or paragraph.form.close):
        return {"before": value, "close": False}
    return {"before": max(value - above.after / 20, 0)}


def _value(check: Check, reading: Any) -> Any:  # noqa: ANN401 - values of every kind
    """The value to set: the one the rule names, or the nearest that it allows."""
    if check.fix is not None and check.fix.value is not None:
        return check.fix.value
    if check.fix is not None and check.fix.replace:
        return check.fix.replace
    if check.test not in {"range", "share"}:
        return check.want
    value = getattr(reading, "value", reading)
    low, high = check.want
    bounds = (round(low, 2), round(high, 2) if high is not None else low)
    nearest = bounds[0] if not isinstance(value, int | float) or value < low else bounds[1]
    return {0.99: 1, 1.51: 1.5}.get(nearest, nearest)


def _replaced(one: Outcome, paragraph: Paragraph) -> dict[tuple[int, int], str]:
    """The words to put in place of what was found at the finding's own place."""
    check, reading, part = one.check, one.reading, one.part
    if check.fix is None or reading is None or reading.span is None or part is None:
        return {}
    line = part.line
    return {
        (line.start + hit.start(), line.start + hit.end()): hit.expand(check.fix.replace)
        for hit in pattern(check.want).finditer(paragraph.text[line.start : line.end])
        if line.start + hit.start() == reading.span[0]
    }


def _holding(paragraph: Paragraph, start: int, end: int) -> Run | None:
    """The run that holds the whole of a span in one text node."""
    for run in paragraph.runs:
        if run.start <= start and end <= run.end and str(run.node.tag).endswith("}t"):
            return run
    return None
