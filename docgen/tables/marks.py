"""Where each key and item of a data file stands: it is read again, slowly, only for its faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from docgen.errors import NO_WORDS, Place, Problem, Words
from docgen.tables.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path as File

    from docgen.tables.faults import Path

_DEEPEST = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Marked:
    """One page of a data file: what it tells, where, and keys that it tells twice.

    A value that its tag does not fit, such as a day that is in no calendar, comes as text.
    """

    value: Any = None
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def marked(file: File, page: int = 0) -> Marked:
    """A page of ``file`` with its marks.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    loader = _LOADER(file.read_text(encoding="utf-8"))
    nodes = iter(lambda: loader.get_node() if loader.check_node() else None, None)
    node = next(islice(nodes, page, None), None)
    found = Marked()
    if node is not None:
        found.value = _value(node, (), loader, found)
    return found


def _value(node: Any, path: Path, loader: yaml.SafeLoader, found: Marked) -> Any:  # noqa: ANN401
    found.marks.setdefault(path, _mark(node))
    if len(path) > _DEEPEST:
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, loader, found)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*path, place), loader, found) for place, item in enumerate(node.value)
        ]
    return _scalar(node, loader)


def _mapping(
    node: yaml.MappingNode, path: Path, loader: yaml.SafeLoader, found: Marked
) -> dict[object, Any]:
    loader.flatten_mapping(node)
    told: dict[object, Any] = {}
    for key_node, value_node in node.value:
        key = _scalar(key_node, loader)
        here = (*path, key)
        if key in told:
            what = Words(f"khóa “{key}” ghi hai lần", f"the key “{key}” stands twice")
            found.faults.append(Fault(here, what, Words("Xóa một dòng.", "Delete one of them.")))
        found.marks[here] = _mark(key_node)
        told[key] = _value(value_node, here, loader, found)
    return told


def _scalar(node: Any, loader: yaml.SafeLoader) -> Any:  # noqa: ANN401 - as above
    try:
        value = loader.construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError):
        return str(node.value)
    return value if isinstance(value, str | int | float) or value is None else _plain(value)


def _plain(value: Any) -> Any:  # noqa: ANN401 - as above
    """A key must be able to be one; days are."""
    return value if value.__hash__ else str(value)


def _mark(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def located(file: File, faults: Iterable[Fault], found: Marked) -> list[Problem]:
    """The ``faults`` of a page ``found`` in ``file`` as problems, in the order of its lines.

    What stands in one place and is used in many is told once.
    """
    problems = [_problem(file, fault, found) for fault in (*found.faults, *faults)]
    once: dict[object, Problem] = {}
    for problem in problems:
        once.setdefault((problem.place.order, problem.what), problem)
    return sorted(once.values(), key=lambda problem: problem.place.order)


def _problem(file: File, fault: Fault, found: Marked) -> Problem:
    around = fault.path
    while around and around not in found.marks:
        around = around[:-1]
    line, column = found.marks.get(around, (1, 1))
    return Problem(Place(str(file), line, column, _dotted(fault.path)), fault.what, fault.hint)


def _dotted(path: Path) -> str:
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def unreadable(error: yaml.YAMLError, file: File) -> Problem:
    """Why ``file`` is no YAML, where the reader gave up."""
    mark = getattr(error, "problem_mark", None)
    why = getattr(error, "problem", None) or str(error)
    place = Place(str(file), mark.line + 1, mark.column + 1) if mark else Place(str(file))
    what = Words(f"không đọc được (YAML): {why}", f"cannot be read (YAML): {why}")
    return Problem(place, what, _LOOK if mark else NO_WORDS)


_LOOK = Words(
    "Xem dòng này và dòng trước: thụt dòng, dấu hai chấm, ngoặc kép.",
    "Look at this line and the one before: indentation, colons, quotes.",
)
