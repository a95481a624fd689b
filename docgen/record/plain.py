"""A file as a plain tree, YAML or workbook alike, and what in it says nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from docgen.record.files.file import is_workbook
from docgen.record.files.tree import KEPT, read_yaml
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from docgen.record.files.tree import Plain, Tree
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import Slot


def tree_of(data: bytes, path: Path, roots: Callable[[], Iterable[type[RecordPart]]]) -> Tree:
    """The tree of the file at ``path``, whose bytes are ``data``; nobody may change it.

    Args:
        data: The bytes.
        path: The file; its name and its bytes say which form it has.
        roots: What a workbook may be a form of; asked for workbooks only.

    Raises:
        RecordError: the file is neither YAML nor a form of docgen's.
    """
    if not is_workbook(data, path):
        return read_yaml(data, str(path))
    return _of_workbook(data, str(path), tuple(roots()))


@lru_cache(maxsize=KEPT)
def _of_workbook(data: bytes, file: str, roots: tuple[type[RecordPart], ...]) -> Tree:
    # Only for workbooks is the library that reads them loaded.
    from docgen.record.workbooks.reading import read_workbook  # noqa: PLC0415

    return read_workbook(data, file, roots)


def only_told(values: dict[str, Plain], part: type[RecordPart]) -> dict[str, Plain]:
    """``values`` without what says nothing: empty fields, and parts of empty fields only.

    An empty field means "not told" and takes its default. Unknown fields stay, to be refused.
    """
    slots = slots_of(part)
    kept = {name: _told_value(value, slots.get(name)) for name, value in values.items()}
    return {name: value for name, value in kept.items() if value is not None or name not in slots}


def _told_value(value: Plain, slot: Slot | None) -> Plain:
    if slot is None:
        return value
    if value == [] and slot.many and not slot.required:
        return None
    if isinstance(value, list) and slot.many and slot.part is not None:
        part = slot.part
        return [only_told(item, part) if isinstance(item, dict) else item for item in value]
    if isinstance(value, dict) and slot.kind is FieldKind.PART and not slot.many:
        inside = only_told(value, cast("type[RecordPart]", slot.part))
        return inside if inside or slot.required else None
    if isinstance(value, str) and not clean_line(value):
        return None
    return value
