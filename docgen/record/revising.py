"""Changes to what a record's file tells, in YAML and in a workbook alike; all else is kept."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, cast

from docgen.record.files.file import is_workbook
from docgen.record.files.relisting import New, set_list
from docgen.record.files.rewriting import set_values
from docgen.record.plain import tree_of
from docgen.record.schema.shape import slots_along
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from docgen.record.files.relisting import Item
    from docgen.record.files.tree import Plain, Tree
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath


class Revision(Value):
    """What is to change: single values by path, lists by what they are made of.

    The paths are those of the file as it is; values change before lists are put in order. A value
    of ``None`` tells nothing any more; one that is a list is a list of lines.
    """

    values: Mapping[FieldPath, Plain]
    lists: Mapping[FieldPath, Sequence[Item]]


def foreseen(told: Plain, revision: Revision) -> dict[str, Plain]:
    """What a file that tells ``told`` will tell after ``revision``."""
    for path, value in revision.values.items():
        told = _with(told, path, value)
    for path, items in revision.lists.items():
        old = cast("list[Plain]", value_at(told, path) or [])
        told = _with(told, path, [old[i] if isinstance(i, int) else i.value for i in items])
    return cast("dict[str, Plain]", told)


def value_at(told: Plain, path: FieldPath) -> Plain:
    """What stands at ``path``; nothing where it is not told."""
    for step in path:
        if isinstance(told, dict) and isinstance(step, str):
            told = told.get(step)
        elif isinstance(told, list) and isinstance(step, int) and 0 <= step < len(told):
            told = told[step]
        else:
            return None
    return told


def _with(told: Plain, path: FieldPath, value: Plain) -> Plain:
    """A copy of ``told`` with ``value`` at ``path``; what cannot hold it gives way."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = told if isinstance(told, list) else []
        return [_with(one, rest, value) if i == step else one for i, one in enumerate(items)]
    inside = told if isinstance(told, dict) else {}
    if value is None and step not in inside:
        return told
    return {**inside, step: _with(inside.get(step), rest, value)}


def revised(
    data: bytes,
    file: Path,
    root: type[RecordPart],
    revision: Revision,
    tree: Tree | None = None,
) -> bytes:
    """The bytes of the record ``file`` after ``revision``, every other byte or cell as it was.

    ``tree`` is what ``data`` tell, where they have been read: a workbook takes a while.

    Raises:
        RecordError: the file cannot be changed so without changing more.
    """
    if is_workbook(data, file):
        return _in_workbook(data, file, root, revision, tree)
    for path, value in revision.values.items():
        if isinstance(value, list) or _is_lines(root, path):
            data = _lines_set(data, path, value, file)
        else:
            data = set_values(data, {path: cast("str | int | bool | None", value)}, str(file))
    for path, items in revision.lists.items():
        data = set_list(data, path, items, str(file))
    return data


def _is_lines(root: type[RecordPart], path: FieldPath) -> bool:
    met = slots_along(root, path)
    return bool(met) and met[-1][0].many


def _lines_set(data: bytes, path: FieldPath, value: Plain, file: Path) -> bytes:
    """A list of lines; those that stay keep their comments."""
    old = value_at(tree_of(data, file, list).value, path)
    if value is None and old is None:
        return data
    if old is not None and not isinstance(old, list):
        data, old = set_values(data, {path: None}, str(file)), []
    before, after = cast("list[Plain]", old or []), cast("list[Plain]", value or [])
    return set_list(data, path, list(_matched(before, after)), str(file))


def _matched(before: list[Plain], after: list[Plain]) -> Iterator[Item]:
    matcher = SequenceMatcher(None, list(map(str, before)), list(map(str, after)), autojunk=False)
    for tag, first, _, new, end in matcher.get_opcodes():
        for place in range(new, end):
            same = tag == "equal"
            yield first + place - new if same else New(after[place])


def _in_workbook(
    data: bytes, file: Path, root: type[RecordPart], revision: Revision, tree: Tree | None
) -> bytes:
    from docgen.record.workbooks.relisting import set_rows  # noqa: PLC0415 - slow to import
    from docgen.record.workbooks.rewriting import set_cells  # noqa: PLC0415 - as above
    from docgen.record.workbooks.values import contents_of  # noqa: PLC0415 - as above

    tree = tree or tree_of(data, file, lambda: [root])
    texts: dict[FieldPath, str] = {}
    for path, value in revision.values.items():
        slot = slots_along(root, path)[-1][0]
        texts[path] = "" if value is None else "\n".join(map(str, contents_of(value, slot)))
    before, data = data, set_cells(data, texts, tree.marks, str(file)) if texts else data
    for path, items in revision.lists.items():
        tree = tree if data is before else tree_of(data, file, lambda: [root])
        old = cast("list[Plain]", value_at(tree.value, path) or [])
        before, data = data, set_rows(data, path, items, old, tree.marks, root, str(file))
    return data
