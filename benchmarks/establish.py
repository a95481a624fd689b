"""Side by side: ``docgen establish`` against filling with docxtpl and printing with soffice.

Three ways to the same papers of one record, each a cold process, taken in turn:

* docgen: ``docgen establish``, which also numbers and binds the dossier with its links;
* per paper: docxtpl, one ``soffice`` call for each paper, pypdf to join the prints;
* one call: docxtpl, one ``soffice`` call for all papers, pypdf to join the prints.

Then ``docgen --version`` and ``--help`` beside Python itself; and, warm in one process, the whole
work of a self-managed and of a linked model beside the typesetter alone with the same pages.

Prints medians, ratios within one round, on the wall and in time of the processor (where the
machine is shared, only the latter can be trusted), and peak memory. Byte code is compiled first,
as it is for users.
"""

from __future__ import annotations

import compileall
import gc
import json
import platform
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import docgen
from docgen.guidance.papers import due
from docgen.papers.covers import Bound, dossier_view
from docgen.papers.drafting import COVER, LISTING
from docgen.papers.sheet import Papers
from docgen.papers.view import view
from docgen.printing import builtin
from docgen.printing.typeset import typeset
from docgen.record.loading import load
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from docgen.printing.typeset import Source

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "samples" / "xa-2026-to-lien-gia.yaml"
DRAFTED = date(2026, 9, 1)
PLAIN = Path(__file__).with_name("plain_way.py")
LINKED = ROOT / "samples" / "lien-ket" / "vanh-dai-an-toan-12-don-vi-2026.yaml"
ROUNDS = 12
SELDOM = 4
"""A call a paper takes half a minute: it is measured in every fourth round."""
WARM_ROUNDS = 5
SWEPT = 200_000
"""As the commands set it: new objects between two sweeps for cycles."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One run of a command: seconds on the wall and of the processor, peak memory in MiB."""

    seconds: float
    cpu: float
    peak: float


_STARTER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
null = subprocess.DEVNULL
process = subprocess.Popen(sys.argv[1:], stdout=null, stderr=null)
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
print(json.dumps([status, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))
"""
"""Starts a command from a process that holds nothing: what the parent holds counts in its peak."""


def compiled() -> None:
    """Have byte code of docgen and of what it imports, as it is for users."""
    for folder in (Path(docgen.__file__).parent, Path(sysconfig.get_paths()["purelib"])):
        compileall.compile_dir(folder, quiet=2, workers=0)


def timed(command: list[str]) -> Timed:
    """Run ``command`` to its end, alone."""
    starter = [sys.executable, "-I", "-S", "-c", _STARTER, *command]
    told = subprocess.run(starter, stdout=subprocess.PIPE, check=True).stdout
    status, *figures = json.loads(told)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return Timed(*figures)


def work_list(folder: Path) -> Path:
    """The papers of the record for the plain ways: template, output name and values of each."""
    record = load(RECORD).record
    templates = TemplateFolder()
    every, papers = Papers(record, DRAFTED), due(record)
    rows = [
        {
            "template": str(templates.path(one.paper.template)),
            "name": one.file_stem.replace("/", "-"),
            "values": view(every.sheet(one)),
        }
        for one in papers
    ]
    bound = [Bound(one, "docgen:x", 1, 1) for one in papers if one.paper.item]
    values = dossier_view(every, bound)
    rows += [
        {"template": str(templates.path(name)), "name": name, "values": values}
        for name in (COVER, LISTING)
    ]
    path = folder / "papers.json"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return path


def cold(folder: Path) -> None:
    """The three ways in turn, and what came of them."""
    papers = work_list(folder)
    ways: dict[str, Callable[[], list[str]]] = {
        "docgen establish": lambda: [
            *(sys.executable, "-m", "docgen", "establish", str(RECORD)),
            *("-o", str(folder / f"package-{time.perf_counter_ns()}")),
            *("--date", DRAFTED.isoformat(), "--printer", "builtin"),
        ],
        "soffice per paper": lambda: [sys.executable, str(PLAIN), str(papers), "each"],
        "soffice one call": lambda: [sys.executable, str(PLAIN), str(papers), "all"],
    }
    count = len(due(load(RECORD).record))
    print(f"{count} papers, {ROUNDS} rounds, Python {platform.python_version()}")
    compare(ways, seldom="soffice per paper")


def compare(ways: dict[str, Callable[[], list[str]]], seldom: str) -> None:
    """Each of ``ways`` against the first, in the same round; the one that is ``seldom`` not in all.

    What runs in a round comes in turn.
    """
    for command in ways.values():
        timed(command())
    runs = [
        {way: timed(ways[way]()) for way in ways if way != seldom or number % SELDOM == 0}
        for number in range(ROUNDS)
    ]
    first = next(iter(ways))
    for way in ways:
        both = [(run[way], run[first]) for run in runs if way in run]
        wall = statistics.median(one.seconds for one, _ in both)
        cpu = statistics.median(one.cpu for one, _ in both)
        by_wall = statistics.median(one.seconds / other.seconds for one, other in both)
        by_cpu = statistics.median(one.cpu / other.cpu for one, other in both)
        peak = max(one.peak for one, _ in both)
        print(
            f"{way:20} wall {wall:6.2f} s {by_wall:5.1f} x   "
            f"CPU {cpu:6.2f} s {by_cpu:5.1f} x   peak {peak:4.0f} MiB"
        )


def starting() -> None:
    """How long the program takes to say what it is, beside Python itself."""
    python = [sys.executable, "-c", "pass"]
    for option in ("--version", "--help"):
        told = [sys.executable, "-m", "docgen", option]
        runs = [(timed(told), timed(python)) for _ in range(ROUNDS)]
        wall = statistics.median(one.seconds - other.seconds for one, other in runs)
        cpu = statistics.median(one.cpu - other.cpu for one, other in runs)
        print(f"docgen {option:13} wall {wall:+6.3f} s   CPU {cpu:+6.3f} s   beside Python")


def warm(record: Path, folder: Path) -> None:
    """The whole work of ``record`` in this process, beside the typesetter with the same pages."""
    sources: list[tuple[Source, str, datetime | None]] = []

    def kept(source: Source, name: str, modified: datetime | None) -> bytes:
        sources.append((source, name, modified))
        return typeset(source, name, modified)

    def whole() -> None:
        order = Order(record, folder / f"{record.stem}-{time.perf_counter_ns()}", DRAFTED)
        package(order, Step("establish"), lambda _: None)

    def pages() -> None:
        for source, name, modified in sources:
            typeset(source, name, modified)

    with patch.object(builtin, "typeset", kept):
        whole()
    for _ in range(2):
        whole()
        pages()
    for clock, name in ((time.perf_counter, "wall"), (time.process_time, "CPU")):
        runs = [(spent(whole, clock), spent(pages, clock)) for _ in range(WARM_ROUNDS)]
        all_, alone = (statistics.median(times) for times in zip(*runs, strict=True))
        ratio = statistics.median(one / other for one, other in runs)
        print(
            f"warm {record.stem:24} {name:4} {all_:6.3f} s   "
            f"typesetter alone {alone:6.3f} s   {ratio:4.2f} x   least {least(runs):4.2f} x"
        )


def least(runs: list[tuple[float, float]]) -> float:
    """The ratio of the best of each: what others do on the machine only adds."""
    return min(one for one, _ in runs) / min(alone for _, alone in runs)


def spent(work: Callable[[], None], clock: Callable[[], float]) -> float:
    """What ``work`` takes by ``clock``."""
    start = clock()
    work()
    return clock() - start


def main() -> None:
    """Run all and print what came of it: ``establish.py [cold] [start] [warm]``."""
    asked = sys.argv[1:] or ["start", "warm", "cold"]
    compiled()
    with tempfile.TemporaryDirectory() as name:
        if "start" in asked:
            starting()
        if "warm" in asked:
            gc.set_threshold(SWEPT)
            for record in (RECORD, LINKED):
                warm(record, Path(name))
        if "cold" in asked:
            if shutil.which("soffice") is None:
                sys.exit("soffice is needed for the plain ways: install LibreOffice Writer")
            cold(Path(name))


if __name__ == "__main__":
    main()
