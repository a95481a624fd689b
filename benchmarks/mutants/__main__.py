"""Print which faults of a sample no test notices, and the score: ``--count 60 --seed 1``.

The same sample for the same seed. Each fault is put into its module in a process of its own, and
the tests that run the function are run there, those of the module's own file first. Nothing is
written but ``.mutants/``. Needs a system that can fork.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.mutants.children import KILLED, Child, each
from benchmarks.mutants.faults import Fault, faults
from benchmarks.mutants.reach import OPTIONS, ROOT, Reached, functions_of, prepare

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

AIM = 92
"""Per cent of the sample that the tests shall catch."""
_MOST = 240
"""Seconds of tests of one fault; what would take longer is not run."""
_OUTSIDE = ("docx", "docxtpl", "hypothesis", "hypothesis.strategies", "jinja2", "lxml.etree")
_OUTSIDE += ("openpyxl", "pdfplumber", "pikepdf", "PIL.Image", "pydantic", "pypdf", "typst", "yaml")
_FAILED = frozenset({1, 2, 3, 4, KILLED})
"""Exit codes of pytest when a test fails, or the module cannot even be imported."""
_UNTESTED = 5


class _Faulty(SourceFileLoader):
    """Loads a module with a fault in it."""

    def __init__(self, fault: Fault, name: str) -> None:
        """Load the module ``name`` with ``fault``."""
        super().__init__(name, str(ROOT / fault.file))
        self.fault = fault

    def get_code(self, fullname: str) -> object:  # type: ignore[override]
        """The code, never from a cache."""
        source = self.fault.put_into((ROOT / self.fault.file).read_bytes())
        return compile(source, self.get_filename(fullname), "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        path = Path(fault.file).with_suffix("")
        package = path.parent if path.name == "__init__" else path
        self.name = ".".join(package.parts)

    def find_spec(
        self, name: str, _path: object = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module with the fault; nothing for all others."""
        if name != self.name:
            return None
        loader = _Faulty(self.fault, name)
        return spec_from_file_location(name, ROOT / self.fault.file, loader=loader)


def tests_for(fault: Fault, reached: Sequence[Reached]) -> list[str]:
    """The tests that run the faulty function: of its own file first, then the quickest files."""
    functions = functions_of(fault)
    per_file = [(one, one.of(functions)) for one in reached]
    own = f"test_{Path(fault.file).stem}.py"

    def cost(item: tuple[Reached, list[str]]) -> tuple[bool, float]:
        one, tests = item
        return Path(one.file).name != own, sum(one.seconds[test] for test in tests)

    found: list[str] = []
    left = float(_MOST)
    for one, tests in sorted((item for item in per_file if item[1]), key=cost):
        for test in sorted(tests, key=one.seconds.__getitem__):
            left -= one.seconds[test] + 0.02
            if left > 0:
                found.append(test)
    return found


def _tried(fault: Fault, tests: Sequence[str]) -> int:
    """Run ``tests`` with the fault in the code; 0 where all pass."""
    sys.meta_path.insert(0, _Finder(fault))
    return int(pytest.main(["-x", "-q", *OPTIONS, *tests]))


def main() -> None:
    """Print what is not caught, and the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="modules whose path has this in it")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    for name in _OUTSIDE:
        importlib.import_module(name)
    reached = prepare(options.jobs)
    files = sorted(path for path in (ROOT / "docgen").rglob("*.py") if options.only in str(path))
    every = [fault for path in files for fault in faults(path, ROOT)]
    dice = random.Random(options.seed)  # noqa: S311 - the same sample every time
    sample = dice.sample(every, min(options.count, len(every)))
    missed = len(sample)
    for number, (fault, code) in enumerate(_verdicts(sample, reached, options.jobs), 1):
        missed -= code in _FAILED
        word = "caught" if code in _FAILED else "MISSED" if code == 0 else "UNTESTED"
        print(f"{number}/{len(sample)} {word} {fault.shown}", flush=True)
    score = 100 * (len(sample) - missed) / max(1, len(sample))
    print(f"{len(sample) - missed} of {len(sample)} caught ({score:.0f} %, aim {AIM} %), ", end="")
    print(f"of {len(every)} that could be made; seed {options.seed}")
    sys.exit(score < AIM)


def _verdicts(
    sample: Sequence[Fault], reached: Sequence[Reached], jobs: int
) -> Sequence[tuple[Fault, int]]:
    chosen = {fault: tests_for(fault, reached) for fault in sample}
    yield from ((fault, _UNTESTED) for fault, tests in chosen.items() if not tests)
    children = (
        Child(fault, lambda fault=fault, tests=tests: _tried(fault, tests), 60 + 5 * _MOST)
        for fault, tests in chosen.items()
        if tests
    )
    yield from each(children, jobs)


if __name__ == "__main__":
    main()
