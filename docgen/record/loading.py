"""From a file to a trustworthy record: read, built, checked, every fault told at once."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from docgen.errors import NO_WORDS, Place, Problem, RecordError, Words
from docgen.record.explaining import NO_FILE, explain, place_of
from docgen.record.file_kinds import is_profile, kind_problem
from docgen.record.files.file import NEW_FORM, read_bytes
from docgen.record.files.snapshot import snapshot
from docgen.record.files.tree import Tree
from docgen.record.files.writing import plain
from docgen.record.growing import as_it_is
from docgen.record.plain import only_told, tree_of
from docgen.record.profiles import joined, kept_of
from docgen.record.salvage import salvaged
from docgen.record.schema.own import Record
from docgen.record.schema.profile import KIND
from docgen.record.schema.province import KINDS as MANY
from docgen.record.schema.shape import dotted, slots_of
from docgen.record.taking import UntakenError, taken
from docgen.record.workbooks.spoken import in_cells
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from docgen.record.files.tree import Mark, Plain
    from docgen.record.growing import Grow
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath
    from docgen.record.taking import Fault

SHOWN_PROBLEMS = 100


def _linked() -> type[AnyRecord]:
    from docgen.record.schema.linked import LinkedRecord  # noqa: PLC0415 - half of the records need it

    return LinkedRecord


_KINDS: dict[str, Callable[[], type[AnyRecord]]] = {
    "self_managed": lambda: Record,
    "linked": _linked,
}


class Loaded(Value):
    """A record, and where it came from.

    Attributes:
        record: The record, checked field by field.
        marks: Line and column, both from 1, of what the file tells; in a workbook row and column
            of the cell, with the name and number of its sheet.
        sha256: Of the bytes of the file, and of its profile's, in hexadecimal.
        file: The file as the user named it; the places of problems begin with it.
        name: The bare name of the file.
        remarks: What reading it brought up and did not stop at.
        profile: The profile that it names, as a file seen from here; empty where it names none.
    """

    record: AnyRecord
    marks: Mapping[FieldPath, Mark]
    sha256: str
    file: str
    name: str
    remarks: tuple[Problem, ...] = ()
    profile: str = ""


class UnfitRecordError(RecordError):
    """The file has faults; ``readings`` tell what is sound in it, ``gone`` are the fields not.

    Whoever checks the rest tells its faults too, so that nobody mends a record by turns. There
    is one reading for each choice that an unfit one may be meant as.
    """

    readings: tuple[Loaded, ...] = ()
    gone: frozenset[str] = frozenset()

    @property
    def rest(self) -> Loaded | None:
        """What is sound in the file, where it can be read in one way only."""
        return self.readings[0] if len(self.readings) == 1 else None

    def beside(self, readings: Iterable[Loaded], gone: Iterable[str]) -> UnfitRecordError:
        """The same fault with what is sound in the file."""
        self.readings, self.gone = tuple(readings), frozenset(gone)
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
    return loaded_tree(tree_in(data, path, grow), data, path, grow)


def loaded_tree(own: Tree, data: bytes, path: Path, grow: Grow = as_it_is) -> Loaded:
    """The record that ``own`` tells, as if the file of ``data`` told it; raises as :func:`load`."""
    file = str(path)
    whole = joined(own, path, grow)
    digest = sha256(data + whole.data).hexdigest()
    return of_tree(whole.tree, digest, file, whole.file, grow)


def of_tree(tree: Tree, digest: str, file: str, profile: str, grow: Grow) -> Loaded:
    """The record that ``tree`` of ``file`` tells together with its ``profile``; raises as load."""
    told = (tree.marks, digest, file, Path(file).name, tree.remarks, profile)
    try:
        record = _record(tree, file, grow)
    except RecordError as fault:
        rest, gone = _rest(tree, grow)
        readings = [Loaded(one, *told) for one in rest]
        raise UnfitRecordError(*fault.problems).beside(readings, gone) from None
    return Loaded(record, *told)


def faults_of(tree: Tree, path: Path, grow: Grow = as_it_is) -> tuple[Problem, ...]:
    """What is wrong with a record whose file would tell ``tree``; nothing where it can be read."""
    try:
        _record(joined(tree, path, grow).tree, str(path), grow)
    except RecordError as fault:
        return fault.problems
    return ()


def root_of(tree: Tree, grow: Grow = as_it_is) -> type[AnyRecord]:
    """The kind of record that a file tells, sound or not."""
    values = tree.value if isinstance(tree.value, dict) else {}
    return grow(_KINDS[_kind(values)](), values)


def tree_in(data: bytes, path: Path, grow: Grow = as_it_is) -> Tree:
    """What the bytes of the record at ``path`` tell, sound or not; raises as :func:`load`."""
    return tree_of(data, path, lambda: _roots(grow))


class OwnValues(Value):
    """What one file tells, shaped as its kind of record, to be written in another form."""

    root: type[AnyRecord]
    values: dict[str, Plain]


def own_values(path: Path, grow: Grow = as_it_is) -> OwnValues:
    """What the file at ``path`` tells itself, without what its profile does; raises as load."""
    record = load(path, grow).record
    whole, root = plain(record), type(record)
    tree = tree_of(read_bytes(path), path, lambda: _roots(grow))
    return OwnValues(root, kept_of(whole, tree.value, root))


def built(values: Mapping[str, object], name: str, grow: Grow = as_it_is) -> Loaded:
    """The record that a program tells as a mapping, shaped as the YAML file is.

    Texts, whole numbers, days (``date`` or text), booleans, lists and mappings; ``None`` and empty
    ones are not told. ``name`` is what messages call the record, and a profile is named as seen
    from there; ``grow`` as for :func:`load`.

    Raises:
        RecordError: What is told has problems, each at the path of its field.
    """
    tree = Tree(_plain(values), cast("dict[FieldPath, Mark]", NO_FILE), (), frozenset())
    whole = joined(tree, Path(name), grow)
    record = _record(whole.tree.changed(marks=cast("dict[FieldPath, Mark]", NO_FILE)), name, grow)
    digest = sha256(snapshot(record)).hexdigest()
    return Loaded(record, NO_FILE, digest, name, name, profile=whole.file)


def _plain(value: object) -> Plain:
    """``value`` with its mappings and sequences copied, so that no one changes them meanwhile."""
    if isinstance(value, dict | MappingProxyType):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return cast("Plain", value)


def _roots(grow: Grow) -> list[type[AnyRecord]]:
    """What a workbook may be a form of."""
    roots = [root() for root in _KINDS.values()]
    return [grow(root, slots_of(root)) for root in roots]


def _record(tree: Tree, file: str, grow: Grow) -> AnyRecord:
    if not isinstance(tree.value, dict):
        raise RecordError(*_capped(file, [*tree.problems, _not_a_record(tree, file)]))
    if is_profile(tree.value.get("kind")):
        raise RecordError(Problem(place_of(("kind",), tree.marks, file), *_A_PROFILE))
    if any(path[:1] == (name,) for name in MANY for path in tree.refused):
        raise RecordError(Problem(Place(file), *_MANY_MODELS))
    kind = _kind(tree.value)
    root = grow(_KINDS[kind](), tree.value)
    found = [*tree.problems, *kind_problem(tree, file)]
    try:
        record = taken(root, {**only_told(tree.value, root), "kind": kind})
    except UntakenError as unfit:
        faults = [fault for fault in unfit.faults if not _follows(fault, tree.refused)]
        found += explain(faults, root, tree.marks, file)
        found.sort(key=lambda problem: problem.place.order)
        raise RecordError(*_capped(file, [in_cells(one, root) for one in found])) from None
    if found:
        raise RecordError(*_capped(file, [in_cells(one, root) for one in found]))
    return record


def _rest(tree: Tree, grow: Grow) -> tuple[tuple[AnyRecord, ...], set[str]]:
    """The record of what is sound in a faulty file, however it may be meant; the fields not."""
    if not isinstance(tree.value, dict) or tree.value.get("kind") == KIND:
        return (), set()
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


_A_PROFILE = (
    Words("Đây là hồ sơ đơn vị, không phải bản khai mô hình", "This is a profile, not a record"),
    Words(
        "Xem bằng lệnh: docgen profile TEP. Bản khai mô hình ghi tên tệp này ở mục “Hồ sơ đơn vị”.",
        "Look at it with: docgen profile FILE. A model's record names this file as its profile.",
    ),
)
_MANY_MODELS = (
    Words("Đây là sổ nhiều mô hình, không phải bản khai một mô hình", "A workbook of many models"),
    Words(
        "Dùng lệnh: docgen batch TEP.xlsx -o KET_QUA --do VIEC.",
        "Use the command: docgen batch FILE.xlsx -o RESULTS --do DEED.",
    ),
)


def _follows(fault: Fault, refused: frozenset[FieldPath]) -> bool:
    """Whether the fault only follows from a value that was refused already."""
    path = fault.path
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
