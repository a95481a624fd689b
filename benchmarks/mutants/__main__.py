"""Print which faults of a sample no test notices, and the score: ``--count 60 --seed 1``.

The same sample for the same seed. In a copy of the project each fault is put into its module, in a
process of its own that has the outside libraries already, and the nearest tests run there until one
fails or the time is up: what is not noticed by then counts as missed. Needs a system that can fork.
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from contextlib import chdir, contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.mutants.faults import Fault, faults
from benchmarks.mutants.nearest import ROOT, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

AIM = 92
"""Per cent of the sample that the tests shall catch."""
_HANGS = 150
"""Seconds of one round of tests after which a fault is taken to make them hang: it is noticed."""
_OUTSIDE = (
    *("docx", "docxtpl", "hypothesis", "hypothesis.strategies", "jinja2", "lxml.etree", "openpyxl"),
    *("pdfplumber", "pikepdf", "PIL.Image", "pypdf", "typst", "yaml"),
)
_OPTIONS = ("-x", "-q", "-n", "0", "-p", "no:cacheprovider")
_QUIET = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
"""The outside libraries are there before pytest: it need not look into them."""
_CAUGHT, _MISSED = 0, 3


class _Faulty(SourceFileLoader):
    """Loads a module with a fault in it."""

    def __init__(self, fault: Fault, name: str) -> None:
        """Load the module ``name`` with ``fault``."""
        super().__init__(name, str(Path.cwd() / fault.file))
        self.fault = fault

    def get_code(self, fullname: str) -> object:  # type: ignore[override]
        """The code, never from a cache."""
        source = self.fault.put_into(Path(self.fault.file).read_bytes())
        return compile(source, self.get_filename(fullname), "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    """Finds the module of a fault."""

    def __init__(self, fault: Fault) -> None:
        """Find the module in which ``fault`` is."""
        self.fault = fault
        path = Path(fault.file).with_suffix("")
        self.name = ".".join((path.parent if path.name == "__init__" else path).parts)

    def find_spec(
        self, name: str, _path: object = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module with the fault; nothing for all others."""
        if name != self.name:
            return None
        loader = _Faulty(self.fault, name)
        return spec_from_file_location(name, Path.cwd() / self.fault.file, loader=loader)


def _tried(fault: Fault, most: int) -> int:
    """Run the nearest tests with the fault in the code, for ``most`` seconds of work."""
    sys.meta_path.insert(0, _Finder(fault))
    for tests in rounds(fault.file):
        used = int(time.process_time())
        if used > most:
            return _MISSED
        resource.setrlimit(resource.RLIMIT_CPU, (used + _HANGS, used + _HANGS + 5))
        if pytest.main([*_OPTIONS, *_QUIET, *tests]) not in (0, 5):
            return _CAUGHT
    return _MISSED


def _child(fault: Fault, most: int) -> int:
    """Try ``fault`` in a process of its own; its number."""
    sys.stdout.flush()
    if process := os.fork():
        return process
    code = _CAUGHT
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        code = _tried(fault, most)
    finally:
        os._exit(code)


def _verdicts(sample: Sequence[Fault], jobs: int, most: int) -> Iterator[tuple[Fault, bool]]:
    """Each fault and whether it is caught, as they come to their end."""
    running: dict[int, Fault] = {}
    waiting = iter(sample)
    while True:
        while len(running) < jobs and (fault := next(waiting, None)) is not None:
            running[_child(fault, most)] = fault
        if not running:
            return
        process, status = os.wait()
        yield running.pop(process), os.waitstatus_to_exitcode(status) != _MISSED


def main() -> None:
    """Print what is not caught, and the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=int, default=100, help="of tests for each fault")
    parser.add_argument("--only", default="", help="modules whose path has this in it")
    options = parser.parse_args()
    for name in _OUTSIDE:
        importlib.import_module(name)
    files = sorted(path for path in (ROOT / "docgen").rglob("*.py") if options.only in str(path))
    every = [fault for path in files for fault in faults(path, ROOT)]
    dice = random.Random(options.seed)  # noqa: S311 - the same sample every time
    sample = dice.sample(every, min(options.count, len(every)))
    missed = 0
    with _copy():
        verdicts = _verdicts(sample, options.jobs, options.seconds)
        for number, (fault, caught) in enumerate(verdicts, 1):
            missed += not caught
            word = "caught" if caught else "MISSED"
            print(f"{number}/{len(sample)} {word} {fault.shown}", flush=True)
    score = 100 * (len(sample) - missed) / max(1, len(sample))
    print(f"{len(sample) - missed} of {len(sample)} caught ({score:.0f} %, aim {AIM} %), ", end="")
    print(f"of {len(every)} that could be made; seed {options.seed}")
    sys.exit(score < AIM)


@contextmanager
def _copy() -> Iterator[None]:
    """Work in a copy of the project as it stands now, whatever becomes of the project meanwhile."""
    unwanted = shutil.ignore_patterns("__pycache__", ".*")
    with tempfile.TemporaryDirectory(prefix="docgen-mutants-") as home:
        copy = Path(home, "docgen")
        shutil.copytree(ROOT, copy, ignore=unwanted)
        sys.path.insert(0, str(copy))
        with chdir(copy):
            yield


if __name__ == "__main__":
    main()
