"""The rows of a workbook of many models, each as the record that a file of its own would tell."""

from __future__ import annotations

import json
import pickle
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from zipfile import ZipFile

from docgen.errors import Problem, Words
from docgen.record.explaining import place_of
from docgen.record.files.tree import Tree
from docgen.record.loading import of_tree
from docgen.record.profiles import seen_as_profile, shape_of, with_profile, without
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.profile import KIND as PROFILE
from docgen.record.schema.province import DECIDER, DECIDERS, KINDS, LINKED, OWN, province_of
from docgen.record.schema.shape import slots_of
from docgen.record.workbooks.layout import SHEET_MARK
from docgen.record.workbooks.safety import OF_MANY, ZIP_FAULTS
from docgen.text.names import same_name_key
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docgen.record.files.tree import Mark, Plain
    from docgen.record.growing import Grow
    from docgen.record.loading import Loaded
    from docgen.record.profiles import ReadProfile
    from docgen.record.schema.parts import RecordRoot
    from docgen.record.schema.shape import FieldPath

_TEXTS: Final = "xl/sharedStrings.xml"
_SHEETS: Final = "xl/worksheets/"
_BEGINNING: Final = 64 * 1024
_MARKS: Final = tuple(f">{SHEET_MARK}{name}<".encode() for name in KINDS)
_OF_ROW: Final = re.compile(rf"({DECIDERS}|{OWN}|{LINKED})\[(\d+)\]\.?(.*)")


class Whole(NamedTuple):
    """All that a row tells: its own tree, its unit's, why it has none where it names one."""

    tree: Tree
    unit: ReadProfile | None
    lost: Problem | None


@dataclass(frozen=True, slots=True)
class ModelRow:
    """Một dòng: a model of the workbook ``file``; what it tells never stands in a log.

    Attributes:
        file: The workbook.
        unit: Where its unit is, or what it is called; "" where it names none.
        model: What the model is called, and ``scope`` where it works; "" where it does not say.
        digest: Of what it tells, wherever in the workbook that stands.
        packed: All of it, small, for thousands are kept at once.
    """

    file: str
    unit: str = field(repr=False)
    model: str = field(repr=False)
    scope: str = field(repr=False)
    digest: str
    packed: bytes = field(repr=False)

    @property
    def whole(self) -> Whole:
        """What it tells, unpacked."""
        found: Whole = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 - packed here
        return found


class Rows(NamedTuple):
    """The models of a workbook, and what is wrong with none of them."""

    models: list[ModelRow]
    problems: tuple[Problem, ...]


def is_province(data: bytes) -> bool:
    """Whether a file is a workbook of many models, by the keys of its sheets."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return any(mark in begun for begun in _beginnings(package) for mark in _MARKS)
    except ZIP_FAULTS:
        return False


def _beginnings(package: ZipFile) -> Iterator[bytes]:
    """The texts of a workbook, and how each sheet begins: its keys stand in one or the other."""
    for part in package.infolist():
        if part.filename == _TEXTS:
            with package.open(part) as told:
                yield told.read(OF_MANY.bytes)
        elif part.filename.startswith(_SHEETS):
            with package.open(part) as told:
                yield told.read(_BEGINNING)


def shape(grow: Grow) -> type[RecordRoot]:
    """What a workbook of many models may tell, with what the data in use name."""
    own, linked = (grow(root, slots_of(root)) for root in (Record, LinkedRecord))
    return province_of(
        cast("type[Record]", own), cast("type[LinkedRecord]", linked), shape_of(grow)
    )


def rows_of(data: bytes, file: str, grow: Grow) -> Rows:
    """The models of the workbook ``data``, faults and all; each fault with its own.

    Raises:
        RecordError: ``data`` are no workbook made by docgen, or a damaged or dangerous one.
    """
    from docgen.record.workbooks.reading import read_workbook  # noqa: PLC0415 - slow to import

    tree = read_workbook(data, file, [shape(grow)], OF_MANY)
    split = _Split(tree, file, shape_of(grow))
    found = [split.row(name, index) for name in (OWN, LINKED) for index in split.items(name)]
    return Rows(found, (*split.problems["", 0], *tree.remarks))


def loaded_row(row: ModelRow, grow: Grow) -> Loaded:
    """The record that ``row`` tells, its places those of the workbook.

    Raises:
        RecordError: as :func:`docgen.record.loading.load`.
    """
    tree, unit, lost = row.whole
    if lost is not None:
        tree = without(tree, lost)
    elif unit is not None:
        tree = with_profile(tree, row.file, unit, row.file)
    return of_tree(tree, row.digest, row.file, row.file if unit else "", grow)


class _Split:
    """One tree of many models as a tree for each."""

    def __init__(self, tree: Tree, file: str, profile: type[RecordRoot]) -> None:
        """Sort the marks and the faults of ``tree`` by the row that they are of."""
        self.file, self.profile = file, profile
        self.value = cast("dict[str, Any]", tree.value)
        self.marks: defaultdict[tuple[str, int], dict[FieldPath, Mark]] = defaultdict(dict)
        self.refused: defaultdict[tuple[str, int], set[FieldPath]] = defaultdict(set)
        self.problems: defaultdict[tuple[str, int], list[Problem]] = defaultdict(list)
        for path, mark in tree.marks.items():
            if len(path) > 1 and isinstance(path[1], int):
                self.marks[str(path[0]), path[1]][path[2:]] = mark
        for path in tree.refused:
            if len(path) > 1 and isinstance(path[1], int):
                self.refused[str(path[0]), path[1]].add(path[2:])
        for problem in tree.problems:
            where, own = _own_problem(problem)
            self.problems[where].append(own)
        self.units = {index: self.unit(index) for index in self.items(DECIDERS)}
        self.by_name = dict(self._names())

    def items(self, name: str) -> range:
        return range(len(self.value.get(name, ())))

    def tree(self, name: str, index: int, kind: str) -> Tree:
        value: dict[str, Plain] = {"kind": kind, **self.value[name][index]}
        here = (name, index)
        problems, refused = tuple(self.problems[here]), frozenset(self.refused[here])
        return Tree(value, self.marks[here], problems, refused)

    def unit(self, index: int) -> ReadProfile:
        tree = self.tree(DECIDERS, index, PROFILE)
        return seen_as_profile(tree, self.file, b"", self.profile)

    def _names(self) -> Iterator[tuple[str, int]]:
        """Each unit by its number, and by its name; the first where two are called alike."""
        for index in reversed(self.items(DECIDERS)):
            yield str(index + 1), index
            yield same_name_key(_text(self.value[DECIDERS][index], "issuer", "name")), index

    def row(self, name: str, index: int) -> ModelRow:
        tree = self.tree(name, index, KINDS[name])
        values = cast("dict[str, Plain]", tree.value)
        told = _text(values, DECIDER)
        found = self.by_name.get(same_name_key(told)) if told else None
        unit = self.units[found] if found is not None else None
        lost = self._lost(told, tree) if told and unit is None else None
        digest = sha256(_plainly([values, unit and unit.values]).encode()).hexdigest()
        packed = zlib.compress(pickle.dumps(Whole(tree, unit, lost)))
        called = _called(unit.values) if unit else told or _lead(values)
        model, scope = _text(values, "model", "name"), _text(values, "model", "scope")
        return ModelRow(self.file, called, model, scope, digest, packed)

    def _lost(self, told: str, tree: Tree) -> Problem:
        what = Words(
            f"trang “Đơn vị” không có “{told}”", f"the sheet of units does not have “{told}”"
        )
        return Problem(place_of((DECIDER,), tree.marks, self.file), what, _NAME_IT)


_NAME_IT: Final = Words(
    "Chọn đúng tên đơn vị đã khai ở trang đó, hoặc ghi số thứ tự.",
    "Choose the name as that sheet has it, or write its number.",
)


def _own_problem(problem: Problem) -> tuple[tuple[str, int], Problem]:
    """The row that ``problem`` is of, and the problem as a file of its own would have it."""
    found = _OF_ROW.fullmatch(problem.place.field)
    if found is None:
        return ("", 0), problem
    place = replace(problem.place, field=found[3])
    return (found[1], int(found[2]) - 1), replace(problem, place=place)


def _plainly(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _text(values: Mapping[str, Any], *names: str) -> str:
    here: Any = values
    for name in names:
        here = here.get(name) if isinstance(here, dict) else None
    return clean_line(str(here)) if here is not None else ""


def _called(unit: Mapping[str, Any]) -> str:
    """The place of a unit, or else its name."""
    return _text(unit, "issuer", "commune") or _text(unit, "issuer", "name")


def _lead(values: Mapping[str, Any]) -> str:
    """The unit that leads a model of many: the one that says so, else the first."""
    units = [one for one in values.get("units") or () if isinstance(one, dict)]
    leads = [one for one in units if one.get("lead") is True]
    return _text((leads or units)[0], "name") if units else ""
