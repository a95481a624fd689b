"""An item added to a list of a record's YAML, every other byte left as its author typed it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import yaml

from docgen.errors import Place, Problem, RecordError, Words
from docgen.record.files.file import decode
from docgen.record.files.rewriting import (
    after_line,
    edited,
    end_of,
    scalar,
    text_of,
    told_in,
)
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docgen.record.files.rewriting import Edit
    from docgen.record.files.tree import Plain

Item: TypeAlias = "Mapping[str, str | int | bool | date | Sequence[Item] | Item]"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def append(data: bytes, section: str, item: Item, file: str = "") -> bytes:
    """The YAML ``data`` with ``item`` at the end of the list ``section``, all else byte for byte.

    A list that is not there yet is begun at the end of the file.

    Args:
        data: The bytes of a record.
        section: The name of a list at the top of the record.
        item: The new item, without fields that are not told.
        file: The name of the record for messages.

    Raises:
        RecordError: the list is written in a way (in brackets, with anchors) that nothing can be
            added to without changing more.
    """
    before = _read(data, file)
    wanted = {**before, section: [*_listed(before.get(section)), _plain(item)]}
    edit = _edit(text_of(data), _composed(data, file), section, item, file)
    made = edited(data, [edit], wanted, file)
    if made is None:
        raise _refused(section, file)
    return made


def _edit(text: str, root: yaml.MappingNode, section: str, item: Item, file: str) -> Edit:
    found = next((pair for pair in root.value if pair[0].value.strip() == section), None)
    if found is None:
        return after_line(text, end_of(text, root), [f"{section}:", *_lines(item, "  ")])
    if isinstance(found[1], yaml.SequenceNode) and found[1].value and not found[1].flow_style:
        indent = " " * found[1].start_mark.column
        return after_line(text, end_of(text, found[1]), list(_lines(item, indent)))
    raise _refused(section, file)


def _lines(item: Item, indent: str) -> Iterator[str]:
    """``- a: 1`` / ``  b:`` / ``    - {c: 2}``: a list item in block style."""
    opening = f"{indent}- "
    for name, value in item.items():
        if isinstance(value, list | tuple):
            yield f"{opening}{name}:"
            yield from (f"{indent}    - {_flow(inner)}" for inner in value)
        else:
            yield f"{opening}{name}: {_flow(value)}"
        opening = f"{indent}  "


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_flow(inner)}' for name, inner in value.items())}}}"
    return scalar(slashed(value) if isinstance(value, date) else value)  # type: ignore[arg-type]


def _plain(value: object) -> Plain:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return slashed(value) if isinstance(value, date) else value  # type: ignore[return-value]


def _listed(told: Plain) -> list[Plain]:
    return told if isinstance(told, list) else []


def _composed(data: bytes, file: str) -> yaml.MappingNode:
    root = yaml.compose(decode(data, Path(file)), _LOADER)
    if not isinstance(root, yaml.MappingNode):
        raise _refused("", file)
    return root


def _read(data: bytes, file: str) -> dict[str, Plain]:
    told = told_in(data, file)
    return told if isinstance(told, dict) else {}


def _refused(section: str, file: str) -> RecordError:
    return RecordError(
        Problem(
            Place(file, field=section),
            Words(
                f"không thêm được vào mục “{section}” mà giữ nguyên phần còn lại của tệp",
                f"nothing can be added to “{section}” without changing the rest of the file",
            ),
            Words(
                f"Viết mục “{section}” thành từng dòng “- …” rồi chạy lại.",
                f"Write “{section}” line by line, “- …”, then run again.",
            ),
        )
    )
