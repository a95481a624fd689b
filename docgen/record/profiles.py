"""A record and the profile that it names, as one: what the record tells wins."""

from __future__ import annotations

from os.path import normpath, relpath
from pathlib import Path
from typing import TYPE_CHECKING, cast

from docgen.errors import NO_WORDS, DocgenError, Problem, Words
from docgen.record.explaining import explain, place_of
from docgen.record.files.file import NEW_FORM, read_bytes
from docgen.record.files.tree import Tree
from docgen.record.joining import FIELD, Join, is_silent
from docgen.record.plain import only_told, tree_of
from docgen.record.schema.own import Record
from docgen.record.schema.profile import KIND, SHARED, profile_of
from docgen.record.schema.shape import slots_of
from docgen.record.taking import UntakenError, taken
from docgen.text.normal import clean_line
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.errors import Place
    from docgen.record.files.tree import Plain
    from docgen.record.growing import Grow
    from docgen.record.schema.parts import RecordPart, RecordRoot
    from docgen.record.schema.shape import FieldPath

NEW_PROFILE_FORM = Words(
    "Tạo hồ sơ đơn vị trống bằng lệnh: docgen profile -o don-vi.yaml (hoặc don-vi.xlsx)",
    "Make a blank profile: docgen profile -o don-vi.yaml (or don-vi.xlsx)",
)


class Joined(Value):
    """A record with what its profile tells; ``file`` is empty where it names none.

    ``data`` are the bytes of the profile.
    """

    tree: Tree
    file: str = ""
    data: bytes = b""


class ReadProfile(Value):
    """A profile as it was read: its tree, its bytes, and its faults, each in its own file."""

    tree: Tree
    data: bytes
    problems: tuple[Problem, ...]
    refused: frozenset[FieldPath]

    @property
    def values(self) -> dict[str, Plain]:
        """What it tells of the fields that records share."""
        told = cast("dict[str, Plain]", self.tree.value)
        return {name: told[name] for name in SHARED if name in told}


def joined(tree: Tree, path: Path, grow: Grow) -> Joined:
    """The tree of the record at ``path`` with the profile that it names, if it names one.

    A field that both tell is the record's; a body that the record calls by another name has
    nothing of the profile's body. A faulty profile is told with its own file and line.
    """
    named = tree.value.get(FIELD) if isinstance(tree.value, dict) else None
    if not isinstance(named, str) or not clean_line(named):
        return Joined(tree)
    file = profile_path(path, named)
    try:
        profile = read_profile(file, grow)
    except DocgenError as fault:
        told = _unread(place_of((FIELD,), tree.marks, str(path)), fault)
        return Joined(without(tree, told), str(file))
    return Joined(with_profile(tree, str(path), profile, str(file)), str(file), profile.data)


def without(tree: Tree, told: Problem) -> Tree:
    """The record in ``tree`` where its profile cannot be had, as ``told``."""
    refused = tree.refused | {(name,) for name in (*SHARED, "units")}
    problems = (*tree.problems, told)
    return tree.changed(problems=problems, refused=refused)


def with_profile(tree: Tree, path: str, profile: ReadProfile, file: str) -> Tree:
    """The record in ``tree`` (of the file ``path``) with what the ``profile`` in ``file`` tells."""
    told = cast("dict[str, Plain]", tree.value)
    values = {name: one for name, one in told.items() if name != FIELD}
    join = Join(dict(tree.marks), profile.tree.marks, file, path, [])
    if values.get("kind") == "linked" or "units" in values:
        join.linked(values, profile.values)
    else:
        join.own(values, profile.values)
    return Tree(
        values,
        join.marks,
        (*tree.problems, *profile.problems, *join.problems),
        tree.refused | profile.refused,
        (*tree.remarks, *profile.tree.remarks),
    )


def profile_path(record: Path, named: str) -> Path:
    """The file that a record names, seen from the record; written as on any system."""
    return Path(normpath(record.parent / named.strip().replace("\\", "/")))


def seen_from(folder: Path, profile: str) -> str:
    """How a record in ``folder`` names the profile; in full where no way leads there."""
    try:
        return Path(relpath(profile, folder)).as_posix()
    except ValueError:  # another disk
        return Path(profile).resolve().as_posix()


def read_profile(file: Path, grow: Grow) -> ReadProfile:
    """The profile in ``file``, with every fault of it.

    Raises:
        RecordError: the file is not there, or is neither YAML nor a form of docgen's.
        OutsideError: the disk failed.
    """
    data = read_bytes(file)
    shape = shape_of(grow)
    return seen_as_profile(tree_of(data, file, lambda: [shape]), str(file), data, shape)


def seen_as_profile(tree: Tree, file: str, data: bytes, shape: type[RecordRoot]) -> ReadProfile:
    """The profile that ``tree`` tells, with every fault of it."""
    problems, refused = list(tree.problems), set(tree.refused)
    value = tree.value if isinstance(tree.value, dict) else {}
    if value.get("kind") != KIND:
        problems.append(Problem(place_of(("kind",), tree.marks, file), *_NO_PROFILE))
    try:
        taken(shape, {**only_told(value, shape), "kind": KIND})
    except UntakenError as unfit:
        problems += explain(unfit.faults, shape, tree.marks, file)
        refused |= {fault.path for fault in unfit.faults}
    return ReadProfile(tree.changed(value=value), data, tuple(problems), frozenset(refused))


def profile_faults(
    told: Mapping[str, Plain], tree: Tree, file: str, grow: Grow
) -> tuple[Problem, ...]:
    """What would be wrong with a profile that tells ``told``, in the file that tells ``tree``."""
    shape = shape_of(grow)
    try:
        taken(shape, {**only_told(dict(told), shape), "kind": KIND})
    except UntakenError as unfit:
        return tuple(explain(unfit.faults, shape, tree.marks, file))
    return ()


def shape_of(grow: Grow) -> type[RecordRoot]:
    """What a profile may tell, with what the data in use name."""
    return profile_of(cast("type[Record]", grow(Record, slots_of(Record))))


def kept_of(whole: dict[str, Plain], own: Plain, root: type[RecordPart]) -> dict[str, Plain]:
    """Of the values of a ``whole`` record those that its ``own`` file tells, in their order.

    A record without a profile keeps all.
    """
    if not isinstance(own, dict) or is_silent(own.get(FIELD)):
        return whole
    kept = _kept(whole, own)
    assert isinstance(kept, dict)  # noqa: S101 - both are mappings
    kept[FIELD] = own[FIELD]
    return {name: kept[name] for name in slots_of(root) if name in kept}


def _kept(whole: Plain, own: Plain) -> Plain:
    if isinstance(whole, dict) and isinstance(own, dict):
        told = {name for name in whole if not is_silent(own.get(name))}
        return {name: _kept(value, own[name]) for name, value in whole.items() if name in told}
    if isinstance(whole, list) and isinstance(own, list) and len(whole) == len(own):
        return [_kept(value, item) for value, item in zip(whole, own, strict=True)]
    return whole


def _unread(place: Place, fault: DocgenError) -> Problem:
    """That the profile cannot be read, told where the record names it."""
    first = fault.problems[0]
    where = str(first.place)
    hint = Words(
        f"Ghi tên tệp tính từ thư mục của bản khai này. {NEW_PROFILE_FORM.vi}",
        f"Name the file as seen from the folder of this record. {NEW_PROFILE_FORM.en}",
    )
    what = Words(
        f"Không đọc được hồ sơ đơn vị {where}: {first.what.vi}",
        f"The profile {where} cannot be read: {first.what.en}",
    )
    of_records = first.hint in (NO_WORDS, NEW_FORM)
    return Problem(place, what, hint if of_records else first.hint)


_NO_PROFILE = (
    Words("Tệp này không phải hồ sơ đơn vị", "This file is no profile of a unit"),
    NEW_PROFILE_FORM,
)
