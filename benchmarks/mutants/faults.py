"""The faults that can be made in the code: a comparison turned, a limit one off, a sign changed.

Left out is what changes nothing that a test could see, each kind by its reason: annotations and
imports for types do not run; pieces of texts put together are wording; ``frozen`` and ``slots`` of
a class, and ``strict`` of ``zip``, only guard against slips that mypy and the code around rule out.
A round sum of thousands (of bytes, of objects) becomes ten times as large, not one more.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_SUM = 1000
_GUARDS = frozenset({"frozen", "slots", "strict"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it is, what stood there, what stands there now.

    Attributes:
        file: The module, seen from the root of the project.
        line: Its line there, counted from 1.
        span: Its first byte in the file and the one after its last.
        old: What stood there.
        new: What stands there now.
    """

    file: str
    line: int
    span: tuple[int, int]
    old: str
    new: str

    @property
    def shown(self) -> str:
        """As it is printed."""
        return f"{self.file}:{self.line}: `{self.old}` -> `{self.new}`"

    def put_into(self, source: bytes) -> bytes:
        """The module with the fault in it."""
        start, end = self.span
        return source[:start] + f"({self.new})".encode() + source[end:]


def faults(path: Path, root: Path) -> Iterator[Fault]:
    """Every fault that can be made in the module at ``path``."""
    text = path.read_bytes()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in _reached(ast.parse(text)):
        for new in _changed(node):
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
            file, old = path.relative_to(root).as_posix(), text[start:end].decode()
            yield Fault(file, node.lineno, (start, end), old, new)


def _reached(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions that run and can be seen to."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.JoinedStr) or _is_unseen(node):
            continue
        if isinstance(node, ast.AnnAssign):
            yield from _reached(ast.Module([ast.Expr(node.value)] if node.value else [], []))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [*node.args.defaults, *(one for one in node.args.kw_defaults if one)]
            yield from _reached(ast.Module(list(map(ast.Expr, defaults)), []))
            yield from _reached(ast.Module([*node.body], []))
        else:
            if isinstance(node, ast.expr):
                yield node
            yield from _reached(node)


def _is_unseen(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    return isinstance(node, ast.keyword) and node.arg in _GUARDS


def _changed(node: ast.expr) -> Iterator[str]:
    """What may stand in the place of ``node``, as code."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        other = _COMPARED[type(node.ops[0])]()
        yield ast.unparse(ast.Compare(node.left, [other], node.comparators))
    elif isinstance(node, ast.BoolOp):
        other_op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.unparse(ast.BoolOp(other_op, node.values))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield ast.unparse(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in _RECKONED:
        yield ast.unparse(ast.BinOp(node.left, _RECKONED[type(node.op)](), node.right))
    elif isinstance(node, ast.IfExp):
        yield ast.unparse(ast.IfExp(node.test, node.orelse, node.body))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield str(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield str(node.value * 10 if _is_budget(node.value) else node.value + 1)


def _is_budget(value: int) -> bool:
    """Whether it is a round sum, as of bytes or objects, of which one more cannot be seen."""
    return value >= _SUM and value % (10 ** (len(str(value)) - 2)) == 0
