"""From a file to a trustworthy record: read, built, checked, every fault told at once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from pydantic import ValidationError

from docgen.errors import NO_WORDS, Place, Problem, RecordError, Words
from docgen.record.explaining import explain
from docgen.record.file import decode, read_bytes
from docgen.record.model import Record
from docgen.record.shape import Kind, slots_of
from docgen.record.tree import Tree, read_tree
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from docgen.record.model import Told
    from docgen.record.shape import FieldPath, Slot
    from docgen.record.tree import Mark, Plain

SHOWN_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record, and where it came from.

    Attributes:
        record: The record, checked field by field.
        marks: Line and column, both from 1, of what the file tells.
        sha256: Of the bytes of the file, in hexadecimal.
        file: The file as the user named it; the places of problems begin with it.
        name: The bare name of the file.
    """

    record: Record
    marks: Mapping[FieldPath, Mark]
    sha256: str
    file: str
    name: str


def load(path: Path) -> Loaded:
    """The record in the YAML file at ``path``.

    Raises:
        RecordError: The file or what it tells has problems; the error carries all of them.
        OutsideError: The disk failed.
    """
    data = read_bytes(path)
    file = str(path)
    tree = read_tree(decode(data, path), file)
    record = _record(tree, file)
    return Loaded(record, tree.marks, sha256(data).hexdigest(), file, path.name)


def _record(tree: Tree, file: str) -> Record:
    if not isinstance(tree.value, dict):
        raise RecordError(*_capped(file, [*tree.problems, _not_a_record(tree, file)]))
    try:
        record = Record.model_validate(told(tree.value, Record))
    except ValidationError as error:
        errors = [one for one in error.errors() if not _follows(one, tree.refused)]
        found = [*tree.problems, *explain(errors, Record, tree.marks, file)]
        found.sort(key=lambda one: (one.place.line or 0, one.place.column or 0))
        raise RecordError(*_capped(file, found)) from None
    if tree.problems:
        raise RecordError(*_capped(file, list(tree.problems)))
    return record


def told(values: dict[str, Plain], part: type[Told]) -> dict[str, Plain]:
    """``values`` without what says nothing: empty fields, and parts of empty fields only.

    An empty field means "not told" and takes its default. Unknown fields stay, to be refused.
    """
    slots = slots_of(part)
    kept = {name: _told_value(value, slots.get(name)) for name, value in values.items()}
    return {name: value for name, value in kept.items() if value is not None or name not in slots}


def _told_value(value: Plain, slot: Slot | None) -> Plain:
    if slot is None:
        return value
    if isinstance(value, list) and slot.many and slot.part is not None:
        part = slot.part
        return [told(one, part) if isinstance(one, dict) else one for one in value]
    if isinstance(value, dict) and slot.kind is Kind.PART and not slot.many:
        inside = told(value, cast("type[Told]", slot.part))
        return inside if inside or slot.required else None
    if isinstance(value, str) and not clean_line(value):
        return None
    return value


def _follows(error: ErrorDetails, refused: frozenset[FieldPath]) -> bool:
    """Whether the fault only follows from a value that was refused already."""
    path: FieldPath = error["loc"]
    return any(path[:length] in refused for length in range(len(path) + 1))


def _not_a_record(tree: Tree, file: str) -> Problem:
    line, column = tree.marks.get((), (1, 1))
    if tree.value is None:
        what = Words("Tệp không khai gì (chỉ có ghi chú)", "The file tells nothing")
    else:
        what = Words(
            "Tệp phải gồm các dòng “tên_mục: giá trị”", "The file must hold “name: value” lines"
        )
    hint = Words(
        "Tạo tờ khai trống bằng lệnh: docgen new tu-quan -o TEP.yaml",
        "Make a blank form: docgen new tu-quan -o FILE.yaml",
    )
    return Problem(Place(file, line, column), what, hint)


def _capped(file: str, problems: list[Problem]) -> list[Problem]:
    """The first problems; the rest are only counted, as nobody mends thousands by a list."""
    more = len(problems) - SHOWN_PROBLEMS
    if more <= 0:
        return problems
    what = Words(f"Và {more} lỗi khác", f"And {more} more problems")
    return [*problems[:SHOWN_PROBLEMS], Problem(Place(file), what, NO_WORDS)]
