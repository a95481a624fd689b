"""Which tests run which functions: told by coverage, kept in ``.mutants/``, one file for each.

A test file is run again when it has changed; what functions it reaches is taken to stay otherwise.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import coverage
import pytest

from benchmarks.mutants.children import Child, each
from benchmarks.mutants.faults import Fault, lines, using

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".mutants"
_SHARED = ""
"""Stands for what is run outside of any one test: by fixtures that several share, on import."""


@dataclass
class Reached:
    """What the tests of one file run, and how long each takes.

    Attributes:
        file: The test file, seen from the root.
        seconds: Seconds of work of each test.
        tests: The tests that run a function, by its module and name; "" for all of them.
    """

    file: str
    seconds: dict[str, float] = field(default_factory=dict)
    tests: dict[str, list[str]] = field(default_factory=dict)

    def of(self, functions: Sequence[str]) -> list[str]:
        """The tests that run one of ``functions``, in their order; all where it is shared."""
        found = {test for name in functions for test in self.tests.get(name, ())}
        return [test for test in self.seconds if _SHARED in found or test in found]


class _Watch:
    """Tells coverage which test is at work, and how long it was."""

    def __init__(self, tracer: coverage.Coverage) -> None:
        """Watch with ``tracer``."""
        self.tracer, self.seconds = tracer, dict[str, float]()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """One test."""
        self.tracer.switch_context(item.nodeid)
        start = time.process_time()
        yield
        self.seconds[item.nodeid] = time.process_time() - start
        self.tracer.switch_context(_SHARED)


def _key(file: str) -> Path:
    digest = hashlib.sha256((ROOT / file).read_bytes()).hexdigest()[:16]
    return KEPT / f"{file.replace('/', '.')}-{digest}.json"


def test_files() -> list[str]:
    """Every test file, seen from the root; of the nearest kind first."""
    found = (path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py"))
    return sorted(found, key=lambda file: (file.count("/") == 1 or "golden" in file, file))


def prepare(jobs: int) -> list[Reached]:
    """What each test file reaches; those that changed are run."""
    KEPT.mkdir(exist_ok=True)
    missing = [file for file in test_files() if not _key(file).exists()]
    for _ in each((Child(file, lambda file=file: _run(file)) for file in missing), jobs):
        pass
    return [_read(file) for file in test_files() if _key(file).exists()]


def _read(file: str) -> Reached:
    told = json.loads(_key(file).read_bytes())
    return Reached(file, told["seconds"], told["tests"])


def _run(file: str) -> int:
    """Run the tests of ``file`` and keep what they reach."""
    tracer = coverage.Coverage(data_file=None, source=["docgen"], messages=False)
    watch = _Watch(tracer)
    tracer.start()
    code = pytest.main(["-q", *OPTIONS, file], plugins=[watch])
    tracer.stop()
    keep(file, tracer.get_data(), watch.seconds)
    return int(code)


def keep(file: str, data: coverage.CoverageData, seconds: dict[str, float]) -> None:
    """Keep which functions the tests of ``file`` ran."""
    tests: dict[str, set[str]] = defaultdict(set)
    for module in sorted(data.measured_files()):
        functions, name = lines(Path(module)), Path(module).relative_to(ROOT).as_posix()
        for line, contexts in data.contexts_by_lineno(module).items():
            if line in functions:
                tests[f"{name}:{functions[line]}"].update(contexts)
    told = {"seconds": seconds, "tests": {name: sorted(tests[name]) for name in sorted(tests)}}
    for old in KEPT.glob(f"{file.replace('/', '.')}-*.json"):
        old.unlink()
    beside = _key(file).with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(told))
    beside.replace(_key(file))


OPTIONS = ("-n", "0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""How pytest runs in a child that has the outside libraries already."""


@cache
def _modules() -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in (ROOT / "docgen").rglob("*.py")]


def functions_of(fault: Fault) -> list[str]:
    """The functions in which ``fault`` shows: its own, or those that use what it defines."""
    if fault.within:
        return [f"{fault.file}:{fault.within}"]
    names, found = fault.names, list[str]()
    own = using(ROOT / fault.file, names)
    found += [f"{fault.file}:{one}" for one in own if one]
    stem = Path(fault.file).stem
    for module in _modules():
        text = (ROOT / module).read_text(encoding="utf-8")
        if module != fault.file and stem in text and any(name in text for name in names):
            found += [f"{module}:{one}" for one in using(ROOT / module, names) if one]
    return found or [f"{fault.file}:{name}" for name in set(lines(ROOT / fault.file).values())]
