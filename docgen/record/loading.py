"""From a file to a trustworthy record: read, built, checked, every fault told at once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from pydantic import ValidationError

from docgen.errors import NO_WORDS, Place, Problem, RecordError, Words
from docgen.record.explaining import NO_FILE, explain, place_of
from docgen.record.files.file import NEW_FORM, decode, is_workbook, read_bytes
from docgen.record.files.tree import Tree, read_tree
from docgen.record.growing import as_it_is
from docgen.record.salvage import salvaged
from docgen.record.schema.own import Record
from docgen.record.schema.shape import FieldKind, dotted, slots_of
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from docgen.record.files.tree import Mark, Plain
    from docgen.record.growing import Grow
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath, Slot

SHOWN_PROBLEMS = 100


def _linked() -> type[AnyRecord]:
    from docgen.record.schema.linked import LinkedRecord  # noqa: PLC0415 - half of the records need it

    return LinkedRecord


_KINDS: dict[str, Callable[[], type[AnyRecord]]] = {
    "self_managed": lambda: Record,
    "linked": _linked,
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record, and where it came from.

    Attributes:
        record: The record, checked field by field.
        marks: Line and column, both from 1, of what the file tells; in a workbook row and column
            of the cell, with the name and number of its sheet.
        sha256: Of the bytes of the file, in hexadecimal.
        file: The file as the user named it; the places of problems begin with it.
        name: The bare name of the file.
        remarks: What reading it brought up and did not stop at.
    """

    record: AnyRecord
    marks: Mapping[FieldPath, Mark]
    sha256: str
    file: str
    name: str
    remarks: tuple[Problem, ...] = ()


class UnfitRecordError(RecordError):
    """The file has faults; ``rest`` is the record of what is sound in it, ``gone`` the fields not.

    Whoever checks the rest tells its faults too, so that nobody mends a record by turns.
    """

    rest: Loaded | None = None
    gone: frozenset[str] = frozenset()

    def beside(self, rest: Loaded | None, gone: Iterable[str]) -> UnfitRecordError:
        """The same fault with what is sound in the file."""
        self.rest, self.gone = rest, frozenset(gone)
        return self


def load(path: Path, grow: Grow = as_it_is) -> Loaded:
    """The record in the YAML file or the Excel workbook at ``path``.

    Args:
        path: The file.
        grow: What the record may tell beyond what the program itself names.

    Raises:
        RecordError: The file or what it tells has problems; the error carries all of them.
        OutsideError: The disk failed.
    """
    return loaded(read_bytes(path), path, grow)


def loaded(data: bytes, path: Path, grow: Grow = as_it_is) -> Loaded:
    """The record that the bytes of the file at ``path`` tell; raises as :func:`load`."""
    file = str(path)
    book = is_workbook(data, path)
    tree = _cells(data, file, grow) if book else read_tree(decode(data, path), file)
    digest = sha256(data).hexdigest()
    try:
        record = _record(tree, file, grow)
    except RecordError as fault:
        rest, gone = _rest(tree, grow)
        whole = Loaded(rest, tree.marks, digest, file, path.name, tree.remarks) if rest else None
        raise UnfitRecordError(*fault.problems).beside(whole, gone) from None
    return Loaded(record, tree.marks, digest, file, path.name, tree.remarks)


def built(values: Mapping[str, object], name: str, grow: Grow = as_it_is) -> Loaded:
    """The record that a program tells as a mapping, shaped as the YAML file is.

    Texts, whole numbers, days (``date`` or text), booleans, lists and mappings; ``None`` and empty
    ones are not told. ``name`` is what messages call the record, ``grow`` as for :func:`load`.

    Raises:
        RecordError: What is told has problems, each at the path of its field.
    """
    tree = Tree(_plain(values), cast("dict[FieldPath, Mark]", NO_FILE), (), frozenset())
    record = _record(tree, name, grow)
    return Loaded(record, NO_FILE, sha256(repr(record).encode()).hexdigest(), name, name)


def _plain(value: object) -> Plain:
    """``value`` with its mappings and sequences copied, so that no one changes them meanwhile."""
    if isinstance(value, dict | MappingProxyType):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return cast("Plain", value)


def _cells(data: bytes, file: str, grow: Grow) -> Tree:
    """The tree of a workbook; only then is the library that reads it loaded."""
    from docgen.record.workbooks.reading import read_workbook  # noqa: PLC0415 - see above

    roots = [root() for root in _KINDS.values()]
    return read_workbook(data, file, [grow(root, slots_of(root)) for root in roots])


def _record(tree: Tree, file: str, grow: Grow) -> AnyRecord:
    if not isinstance(tree.value, dict):
        raise RecordError(*_capped(file, [*tree.problems, _not_a_record(tree, file)]))
    kind = _kind(tree.value)
    root = grow(_KINDS[kind](), tree.value)
    found = [*tree.problems, *_kind_problem(tree, file)]
    try:
        record = root.model_validate({**only_told(tree.value, root), "kind": kind})
    except ValidationError as fault:
        errors = [error for error in fault.errors() if not _follows(error, tree.refused)]
        found += explain(errors, root, tree.marks, file)
        found.sort(key=lambda problem: problem.place.order)
        raise RecordError(*_capped(file, found)) from None
    if found:
        raise RecordError(*_capped(file, found))
    return record


def _rest(tree: Tree, grow: Grow) -> tuple[AnyRecord | None, set[str]]:
    """The record of what is sound in a faulty file, and the fields that are not."""
    if not isinstance(tree.value, dict):
        return None, set()
    kind = _kind(tree.value)
    root = grow(_KINDS[kind](), tree.value)
    rest, gone = salvaged({**only_told(tree.value, root), "kind": kind}, root)
    return rest, gone | {dotted(path) for path in tree.refused}


def _kind(values: dict[str, Plain]) -> str:
    """The kind that is told, or else the kind that the other fields look like."""
    kind = values.get("kind")
    if isinstance(kind, str) and kind in _KINDS:
        return kind
    known = {name: len(values.keys() & slots_of(root()).keys()) for name, root in _KINDS.items()}
    return max(known, key=lambda name: known[name])


def _kind_problem(tree: Tree, file: str) -> list[Problem]:
    """Why the kind cannot be taken: both kinds are named, in words."""
    assert isinstance(tree.value, dict)  # noqa: S101 - asked by the caller
    kind = tree.value.get("kind")
    if (isinstance(kind, str) and kind in _KINDS) or ("kind",) in tree.refused:
        return []
    if kind is None or kind == "":
        what = Words("“Loại hình” chưa được khai (bắt buộc)", "“Kind” is missing and is required")
    else:
        listed = ", ".join(_KINDS)
        what = Words(f"“Loại hình” phải là một trong: {listed}", f"“Kind” must be one of: {listed}")
    return [Problem(place_of(("kind",), tree.marks, file), what, _BOTH_KINDS)]


_BOTH_KINDS = Words(
    "Ghi “kind: self_managed” (mô hình tự quản) hoặc “kind: linked” (mô hình liên kết).",
    "Write “kind: self_managed” (one unit's own model) or “kind: linked” (a model of many units).",
)


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


def _follows(error: ErrorDetails, refused: frozenset[FieldPath]) -> bool:
    """Whether the fault only follows from a value that was refused already."""
    path: FieldPath = error["loc"]
    return any(path[:length] in refused for length in range(len(path) + 1))


def _not_a_record(tree: Tree, file: str) -> Problem:
    if tree.value is None:
        what = Words("Tệp không khai gì (chỉ có ghi chú)", "The file tells nothing")
    else:
        what = Words(
            "Tệp phải gồm các dòng “tên_mục: giá trị”", "The file must hold “name: value” lines"
        )
    return Problem(place_of((), tree.marks, file), what, NEW_FORM)


def _capped(file: str, problems: list[Problem]) -> list[Problem]:
    """The first problems; the rest are only counted, as nobody mends thousands by a list."""
    more = len(problems) - SHOWN_PROBLEMS
    if more <= 0:
        return problems
    what = Words(f"Và {more} lỗi khác", f"And {more} more problems")
    return [*problems[:SHOWN_PROBLEMS], Problem(Place(file), what, NO_WORDS)]
