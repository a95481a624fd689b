"""What people type into a field, as the file tells it; and what the file tells, as they see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.schema.shape import FieldKind
from docgen.record.workbooks.wording import chosen, has_options, shown_option
from docgen.text.dates import slashed_in
from docgen.text.normal import clean_line, clean_text
from docgen.text.numbers import amount_in

if TYPE_CHECKING:
    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import Slot


def value_in(slot: Slot, text: str) -> Plain:
    """The value that ``text`` means in the field ``slot``; nothing where it says nothing.

    What the field cannot take comes back as it is, for the record's own readers to refuse.
    """
    if slot.many:
        lines: list[Plain] = [_single(slot, line) for line in clean_text(text).split("\n") if line]
        return lines or None
    cleaned = clean_text(text) if slot.kind is FieldKind.TEXT else clean_line(text)
    return _single(slot, cleaned) if cleaned else None


def _single(slot: Slot, text: str) -> str | int | bool:
    if has_options(slot):
        return chosen(slot, text)
    if slot.kind is FieldKind.DAY:
        return slashed_in(text)
    amount = amount_in(text) if slot.kind is FieldKind.WHOLE else None
    return text if amount is None else amount


def text_of(slot: Slot, value: Plain) -> str:
    """What the file tells of the field ``slot``, as people type it: a choice by its code."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return "\n".join(text_of(slot, one) for one in value)
    if isinstance(value, bool):
        return str(value).lower()
    if slot.kind is FieldKind.DAY:
        return slashed_in(str(value))
    return str(value)


def shown(slot: Slot, value: Plain) -> str:
    """The same in words: a choice as the list of the form has it."""
    if value is None or not has_options(slot):
        return text_of(slot, value)
    return shown_option(slot, value)


def is_same(one: str, other: str) -> bool:
    """Whether two texts of a field say the same: white space at the ends, ends of lines apart."""
    return clean_text(one) == clean_text(other)
