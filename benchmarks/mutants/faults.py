"""The faults that can be made in the code: a comparison turned, a limit one off, a sign changed.

Left out is what changes nothing that a test could see, each kind by its reason: annotations and
imports for types do not run; pieces of texts put together are wording; ``frozen`` and ``slots`` of
a class, and ``strict`` of ``zip``, only guard against slips that mypy and the code around rule out.
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
_GUARDS = frozenset({"frozen", "slots", "strict"})
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it is, what stood there, what stands there now.

    Attributes:
        file: The module, seen from the root of the project.
        line: Its line there, counted from 1.
        span: Its first byte in the file and the one after its last.
        old: What stood there.
        new: What stands there now.
        within: The function it is in, as ``Class.method``; "" outside of any.
        names: What the statement outside of any function defines.
    """

    file: str
    line: int
    span: tuple[int, int]
    old: str
    new: str
    within: str
    names: frozenset[str] = frozenset()

    @property
    def shown(self) -> str:
        """As it is printed."""
        return f"{self.file}:{self.line}: `{self.old}` -> `{self.new}`"

    def put_into(self, source: bytes) -> bytes:
        """The module with the fault in it."""
        start, end = self.span
        return source[:start] + f"({self.new})".encode() + source[end:]


@dataclass(frozen=True, slots=True)
class _Place:
    within: str = ""
    outer: str = ""
    names: frozenset[str] = frozenset()

    def inside(self, node: ast.AST) -> _Place:
        """The place of what stands in ``node``."""
        if isinstance(node, ast.ClassDef):
            outer = f"{self.outer}{node.name}."
            return _Place(self.within, outer, self.names | {node.name})
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            within = f"{self.outer}{node.name}"
            return _Place(within, f"{within}.")
        if isinstance(node, ast.Assign | ast.AnnAssign) and not self.within:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named = (one.id for target in targets for one in ast.walk(target) if _is_name(one))
            return _Place(self.within, self.outer, self.names | frozenset(named))
        return self


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name)


def faults(path: Path, root: Path) -> Iterator[Fault]:
    """Every fault that can be made in the module at ``path``."""
    text = path.read_bytes()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, place in _reached(ast.parse(text), _Place()):
        for new in _changed(node):
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
            file, old = path.relative_to(root).as_posix(), text[start:end].decode()
            names = frozenset() if place.within else place.names
            yield Fault(file, node.lineno, (start, end), old, new, place.within, names)


def _reached(tree: ast.AST, place: _Place) -> Iterator[tuple[ast.expr, _Place]]:
    """The expressions that run and can be seen to, each with its place."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.JoinedStr) or _is_unseen(node):
            continue
        if isinstance(node, ast.AnnAssign):
            value = ast.Module([ast.Expr(node.value)] if node.value else [], [])
            yield from _reached(value, place.inside(node))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [*node.args.defaults, *(one for one in node.args.kw_defaults if one)]
            yield from _reached(ast.Module(list(map(ast.Expr, defaults)), []), place)
            yield from _reached(ast.Module([*node.body], []), place.inside(node))
        else:
            if isinstance(node, ast.expr):
                yield node, place
            yield from _reached(node, place.inside(node))


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
        yield str(node.value + 1)


def using(path: Path, names: frozenset[str]) -> frozenset[str]:
    """The functions of the module at ``path`` that use one of ``names``; "" outside of any."""
    found: set[str] = set()
    for node, within in _functions(ast.parse(path.read_bytes()), ""):
        own = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
        if own in names and isinstance(getattr(node, "ctx", None), ast.Load):
            found.add(within)
    return frozenset(found)


def _functions(tree: ast.AST, outer: str) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.iter_child_nodes(tree):
        inner = f"{outer}.{node.name}".strip(".") if isinstance(node, _DEFINITIONS) else outer
        yield node, inner
        yield from _functions(node, inner)


def lines(path: Path) -> dict[int, str]:
    """The innermost function of each line of the module at ``path``, where there is one."""
    found: dict[int, str] = {}

    def see(tree: ast.AST, outer: str) -> None:
        for node in ast.iter_child_nodes(tree):
            inner = outer
            if isinstance(node, _DEFINITIONS):
                inner = f"{outer}.{node.name}".strip(".")
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                last = node.end_lineno or node.lineno
                found.update(dict.fromkeys(range(node.body[0].lineno, last + 1), inner))
            see(node, inner)

    see(ast.parse(path.read_bytes()), "")
    return found
