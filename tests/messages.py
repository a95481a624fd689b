"""The messages in the source, each with its code; ``python -m tests.messages`` adds codes."""

from __future__ import annotations

import ast
import itertools
import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from docgen.shown.codes import FILE, catalogue, codes, groups
from docgen.shown.explaining import page
from tests.samples import ROOT
from tests.test_floors import MODULES, name_of, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARKED: Final = re.compile("[à-ỹÀ-Ỹđ]")
_LEAST: Final = 3
"""Words without which a text is a piece of a message, such as the name of a thing."""
_NO_PROBLEM: Final = re.compile(
    r"hint|_HINT|tell|About|offering|Fact|advice|label|LOOK|ADVICE|_Kind|remedy|_FORM$|_FORM |"
    r"_written|rehearsed"
)
"""What a message is handed to, or called, that says what to do, or how things are."""
_PIECES: Final = re.compile(
    r"workflows\.checklist|workflows\.chores|scans\.outside\.notes|word\.foreign\b|workflows\.health"
)
"""Modules that hold the names of things, or tell how things are."""


class Message(NamedTuple):
    """A message as the source has it: ``{}`` where a value is filled in."""

    module: str
    vi: str
    en: str


def messages() -> list[Message]:
    """Every message that tells what is wrong, in the order of the source, none twice."""
    found: dict[str, Message] = {}
    for path in MODULES:
        for one in _of_module(path):
            found.setdefault(bare(one.en), one)
    return list(found.values())


def bare(en: str) -> str:
    """A message without what does not tell it from others: capitals, quotes around values."""
    return re.sub(r"“?\{[^{}]*\}”?", "{}", en).lower()


def group_number(module: str) -> int:
    """The group of the messages of ``module``, 0 for a module that tells of no problem."""
    fitting = [
        (len(room), group.number)
        for group in groups()
        for room in group.rooms
        if module == room or module.startswith(f"{room}.")
    ]
    return max(fitting, default=(0, 0))[1]


def _of_module(path: Path) -> Iterator[Message]:
    module, tree = name_of(path), tree_of(path)
    if not group_number(module):
        return
    around = {inner: node for node in ast.walk(tree) for inner in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        for vi, en in _pairs(node):
            if _is_whole(module, en) and not _NO_PROBLEM.search(_use(node, around)):
                yield Message(module, vi, en)


def _is_whole(module: str, en: str) -> bool:
    """Whether ``en`` tells a problem: no piece of a sentence, and no sentence that advises."""
    if en.endswith((".", "?", " ")) or (
        _PIECES.match(module) and not en.startswith(("not a", "the file", "damaged"))
    ):
        return False
    own = re.sub(r"\{[^{}]*\}|“|”", "", en)
    return len(own.split()) >= _LEAST or (len(own.split()) == _LEAST - 1 and "is " in own)


def _pairs(node: ast.AST) -> Iterator[tuple[str, str]]:
    """A Vietnamese text and, right behind it, its English."""
    items = node.args if isinstance(node, ast.Call) else []
    if isinstance(node, ast.Tuple) and len(node.elts) == 2:
        items = node.elts
    for one, next_ in itertools.pairwise(items):
        vi, en = _text(one), _text(next_)
        if vi and en and _MARKED.search(vi) and not _MARKED.search(re.sub("“.*?”", "", en)):
            yield vi, en


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(
            _text(part) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return ""


def _use(node: ast.AST, around: dict[ast.AST, ast.AST]) -> str:
    """What becomes of a message: the name it gets, or that of the call and its argument."""
    called = _called(node)
    outer = around.get(node)
    if isinstance(outer, ast.keyword):
        return outer.arg or ""
    if isinstance(outer, ast.Tuple | ast.Call) and node in _items(outer):
        before = _items(outer)[: _items(outer).index(node)]
        if any(_pair(one) for one in before):
            return "hint"
        called = f"{called} {_called(outer)}"
        outer = around.get(outer, outer) if isinstance(outer, ast.Tuple) else outer
    while outer is not None and not isinstance(outer, ast.stmt):
        outer = around.get(outer)
    if isinstance(outer, ast.Assign):
        called = f"{called} {ast.unparse(outer.targets[0])}"
    if isinstance(outer, ast.AnnAssign):
        called = f"{called} {ast.unparse(outer.target)}"
    if isinstance(outer, ast.Return):
        while outer is not None and not isinstance(outer, ast.FunctionDef):
            outer = around.get(outer)
        called = f"{called} {outer.name if outer else ''}"
    return called


def _items(node: ast.Tuple | ast.Call) -> list[ast.expr]:
    return node.args if isinstance(node, ast.Call) else node.elts


def _pair(node: ast.expr) -> bool:
    return bool(list(_pairs(node))) or (isinstance(node, ast.Name) and node.id in {"what", "told"})


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)


def new_codes() -> dict[str, Message]:
    """A code for each message that has none: the next one of its group."""
    there = {bare(one.message.en) for one in codes().values()}
    taken = {group.number: group.number * 100 for group in groups()}
    for code in codes():
        number = int(code.removeprefix("DG"))
        taken[number // 100] = max(taken.get(number // 100, 0), number)
    added = {}
    for one in messages():
        if bare(one.en) not in there:
            group = group_number(one.module)
            taken[group] += 1
            added[f"DG{taken[group]:03}"] = one
    return added


def main() -> None:
    """Give every new message its code, and write the page of codes; what has a code keeps it."""
    lines = [
        f"  {code}:\n    vi: {_quoted(one.vi)}\n    en: {_quoted(one.en)}\n"
        for code, one in sorted(new_codes().items())
    ]
    with FILE.open("a", encoding="utf-8") as file:
        file.writelines(lines)
    for kept in (catalogue, codes):
        kept.cache_clear()
    (ROOT / "docs" / "ma-loi.md").write_text(page(), encoding="utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
