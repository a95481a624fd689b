"""The tests nearest to a module: its own, then those of its room, then those that reach it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
_TOGETHER = 4
"""Test files of one round; after each it is seen whether one has failed."""
_FAR = 7
"""Steps of imports from a module to a test that may still run it."""
_SLOW = ("crash", "fuzz", "fidelity", "every_paper", "cluster", "browser", "real_papers")
"""Tests that take minutes, or look at other programs: none of them is near to one function."""
_OF_PAPERS = "tests/golden/test_golden.py"
_ROOMS_OF_PAPERS = frozenset({"papers", "guidance", "law", "word", "text", "tables"})
"""Rooms whose work is seen in the texts of all papers."""


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


@cache
def _every() -> dict[str, frozenset[str]]:
    paths = [path for top in ("docgen", "tests") for path in (ROOT / top).rglob("*.py")]
    return {path.relative_to(ROOT).as_posix(): _imports(path) for path in paths}


def _distances(file: str) -> dict[str, int]:
    """How many imports lie between each test file and ``file``."""
    found, reached = {file: 0}, {file}
    for distance in range(1, _FAR):
        reached = {one for one, uses in _every().items() if uses & reached} - found.keys()
        found |= dict.fromkeys(reached, distance)
    return {one: far for one, far in found.items() if Path(one).name.startswith("test_")}


def rounds(file: str) -> Iterator[list[str]]:
    """The tests to run for a fault in ``file``, a few files at a time."""
    room, stem = Path(file).relative_to("docgen").parent, Path(file).stem
    top = room.parts[0] if room.parts else ""
    distances = {one: far for one, far in _distances(file).items() if not _is_slow(one)}
    named = {f"test_{stem}.py", f"test_{room.name}.py"}
    own = [one for one in distances if Path(one).name in named and f"tests/{top}/" in one]
    if own:
        yield own

    def order(one: str) -> tuple[bool, bool, int, str]:
        of_papers = one == _OF_PAPERS and top in _ROOMS_OF_PAPERS
        near = f"tests/{room.as_posix()}/" in one
        return not near, not (of_papers or f"tests/{top}/" in one), distances[one], one

    left = sorted(distances.keys() - set(own), key=order)
    for start in range(0, len(left), _TOGETHER):
        yield left[start : start + _TOGETHER]


def _is_slow(test: str) -> bool:
    return any(word in test for word in _SLOW)
