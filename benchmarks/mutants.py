"""How well the tests hold the code: small faults put into it one by one, and how many are caught.

A sample of the faults that could be made in ``docgen/``, the same for the same seed. Each is made
in a copy of the project, and the tests nearest to the module are run there: first the one of its
own name, then those that import it, then those of the modules that use it. What none of them
notices is printed with its place. By hand: ``python -m benchmarks.mutants --count 60 --seed 1``.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
AIM = 92
"""Per cent of the sample that the tests shall catch."""
_COPIED = ("docgen", "tests", "samples", "templates", "forms", "docs", "benchmarks")
_LIMIT = 300
"""Seconds for one run of tests; a fault that makes them hang is caught."""
_MOST = 12
"""Test files of one round: the nearest ones."""
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


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: where it is, what stood there, what stands there now."""

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str

    @property
    def shown(self) -> str:
        """As it is printed."""
        return f"{self.file}:{self.line}: `{self.old}` -> `{self.new}`"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every fault that can be made in the file ``path``."""
    text = path.read_text("utf-8")
    starts = [0]
    for line in text.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in _reached(ast.parse(text)):
        for new in _changed(node):
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
            old = text.encode()[start:end].decode()
            yield Mutant(
                path.relative_to(ROOT).as_posix(), node.lineno, start, end, old, f"({new})"
            )


def _reached(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions that run: no annotations, no imports for types, no pieces of texts."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.JoinedStr) or _is_of_types(node):
            continue
        if isinstance(node, ast.AnnAssign):
            yield from _reached(ast.Module([ast.Expr(node.value)] if node.value else [], []))
        elif isinstance(node, ast.FunctionDef):
            yield from _reached(ast.Module([*node.body], []))
        else:
            if isinstance(node, ast.expr):
                yield node
            yield from _reached(node)


def _is_of_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


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


@cache
def _imports(path: Path) -> frozenset[str]:
    """The files of the project that ``path`` imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    names = {name.replace(".", "/") for name in found if name.startswith(("docgen", "tests"))}
    return frozenset(f"{name}.py" for name in names if (ROOT / f"{name}.py").is_file())


def _users(files: frozenset[str]) -> frozenset[str]:
    """The files that import one of ``files``."""
    every = [path for top in ("docgen", "tests") for path in (ROOT / top).rglob("*.py")]
    using = (path for path in every if _imports(path) & files)
    return frozenset(path.relative_to(ROOT).as_posix() for path in using)


def _rounds(file: str) -> Iterator[list[str]]:
    """The tests to run for a fault in ``file``: the nearest, then those around them."""
    room, name = Path(file).relative_to("docgen").parent, Path(file).stem
    own = f"tests/{room.as_posix()}/test_{name}.py"
    ran = {own} if (ROOT / own).is_file() else set()
    if ran:
        yield [own]
    reached = frozenset({file})
    for _ in range(3):
        reached |= _users(reached)
        tests = {one for one in reached if Path(one).name.startswith("test_")}
        near = sorted(tests - ran, key=lambda one: (f"tests/{room}/" not in one, one))
        ran |= set(near[:_MOST])
        if near:
            yield near[:_MOST]


def caught(mutant: Mutant, copy: Path) -> bool:
    """Whether the tests notice ``mutant`` in ``copy`` of the project."""
    target = copy / mutant.file
    before = target.read_bytes()
    target.write_bytes(before[: mutant.start] + mutant.new.encode() + before[mutant.end :])
    try:
        return any(not _pass(tests, copy) for tests in _rounds(mutant.file))
    finally:
        target.write_bytes(before)


def _pass(tests: Sequence[str], copy: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(
            [*command, *tests], cwd=copy, capture_output=True, timeout=_LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> None:
    """Print what is not caught, and the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="modules whose path has this in it")
    options = parser.parse_args()
    files = sorted(path for path in (ROOT / "docgen").rglob("*.py") if options.only in str(path))
    every = [mutant for path in files for mutant in mutants(path)]
    dice = random.Random(options.seed)  # noqa: S311 - the same sample every time
    sample = dice.sample(every, min(options.count, len(every)))
    missed = 0
    with tempfile.TemporaryDirectory(prefix="docgen-mutants-") as home:
        copy = _copied(Path(home))
        for number, mutant in enumerate(sample, 1):
            noticed = caught(mutant, copy)
            missed += not noticed
            print(f"{number}/{len(sample)} {'caught' if noticed else 'MISSED'} {mutant.shown}")
    score = 100 * (len(sample) - missed) / max(1, len(sample))
    print(f"{len(sample) - missed} of {len(sample)} caught ({score:.0f} %, aim {AIM} %), ", end="")
    print(f"of {len(every)} that could be made; seed {options.seed}")
    sys.exit(score < AIM)


def _copied(home: Path) -> Path:
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in _COPIED:
        shutil.copytree(ROOT / name, home / name, ignore=unwanted)
    for file in ROOT.iterdir():
        if file.is_file():
            shutil.copy(file, home / file.name)
    return home


if __name__ == "__main__":
    main()
