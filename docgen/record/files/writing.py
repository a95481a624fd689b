"""A record as YAML again: only what it tells, in the order of the model, plain to read."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from docgen.record.schema.parts import RecordPart
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.record.taking import taken
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.record.files.tree import Plain
    from docgen.record.schema.linked import AnyRecord

_WIDTH = 92
_MODELINE = r"#\s*yaml-language-server:"


def plain(part: RecordPart) -> dict[str, Plain]:
    """What ``part`` tells, as a file tells it: loading the values gives an equal record.

    Fields that have their default are left out. Days are ``05/9/2026``, choices their codes.
    """
    found: dict[str, Plain] = {}
    for name, slot in slots_of(type(part)).items():
        value = getattr(part, name)
        if slot.required or value != slot.default:
            found[name] = plain_value(value)
    return found


def plain_value(value: Any) -> Plain:  # noqa: ANN401 - a field may hold anything that a slot takes
    """A value of a field, as a file tells it."""
    if isinstance(value, list):
        return [
            plain(item) if isinstance(item, RecordPart) else plain_value(item) for item in value
        ]
    if isinstance(value, RecordPart):
        return plain(value) or spoken(type(value))
    if isinstance(value, str):
        return str(value)  # of a member of an enumeration its word
    if isinstance(value, date):
        return _day(value)
    kept: str | int | bool | None = value
    return kept


def _day(day: date) -> str:
    """Customary, and with four digits for the year: the reader takes no fewer."""
    head, _, _ = slashed(day).rpartition("/")
    return f"{head}/{day.year:04d}"


def spoken(part: type[RecordPart]) -> dict[str, Plain]:
    """The least that tells of a part of defaults that it is there; empty when nothing can.

    An empty group means "not told"; a default that is no empty text says it in so many words.
    """
    for name, slot in slots_of(part).items():
        if slot.kind is FieldKind.PART and not slot.many and slot.part is not None:
            inner = spoken(slot.part) if isinstance(slot.default, RecordPart) else {}
            if inner and slot.default == taken(slot.part, inner):
                return {name: inner}
        elif not slot.many and slot.default not in ("", None):
            return {name: plain_value(slot.default)}
    return {}


def yaml_of(record: AnyRecord) -> str:
    """The record as YAML: the same record gives the same text."""
    return yaml_text(plain(record))


def yaml_text(values: dict[str, Plain]) -> str:
    """Plain ``values`` as YAML, as :func:`plain` gives them."""
    sections = [_dump({name: value}) for name, value in values.items()]
    return "".join(_spaced(sections))


def _spaced(sections: Sequence[str]) -> Iterator[str]:
    """An empty line before and after each section of more than one line."""
    before = ""
    for section in sections:
        if before and (before.count("\n") > 1 or section.count("\n") > 1):
            yield "\n"
        yield section
        before = section


class _Writer(yaml.SafeDumper):
    """Writes texts of many paragraphs as blocks, and indents lists under their name."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


def _text(writer: _Writer, value: str) -> yaml.ScalarNode:
    style = ">" if "\n" in value else None
    return writer.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Writer.add_representer(str, _text)


def _dump(values: dict[str, Plain]) -> str:
    text: str = yaml.dump(
        values,
        Dumper=_Writer,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_WIDTH,
        line_break="\n",
    )
    return text


def has_comments(text: str) -> bool:
    """Whether YAML ``text`` holds comments, apart from the line that editors read."""
    end = 0
    for token in yaml.scan(text, yaml.SafeLoader):
        if _comments(text[end : token.start_mark.index]):
            return True
        end = max(end, token.end_mark.index)
    return _comments(text[end:])


def _comments(gap: str) -> bool:
    lines = (line.strip() for line in gap.split("\n"))
    return any(line.startswith("#") and not re.match(_MODELINE, line) for line in lines)
