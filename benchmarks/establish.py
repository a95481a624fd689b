"""Side by side: ``docgen establish`` against filling with docxtpl and printing with soffice.

Three ways to the same papers of one record, each a cold process, taken in turn:

* docgen: ``docgen establish``, which also numbers and binds the dossier with its links;
* per paper: docxtpl, one ``soffice`` call for each paper, pypdf to join the prints;
* one call: docxtpl, one ``soffice`` call for all papers, pypdf to join the prints.

Prints medians, the ratio to docgen of the same round, and docgen's peak memory.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.guidance.papers import due
from docgen.papers.covers import Bound, dossier_view
from docgen.papers.drafting import COVER, LISTING
from docgen.papers.sheet import Papers
from docgen.papers.view import view
from docgen.record.loading import load
from docgen.word.filling.templates import TemplateFolder

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "samples" / "xa-2026-to-lien-gia.yaml"
DRAFTED = date(2026, 9, 1)
PLAIN = Path(__file__).with_name("plain_way.py")
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """One run of a command: seconds on the wall and of the processor, peak memory in MiB."""

    seconds: float
    cpu: float
    peak: float


def timed(command: list[str]) -> Timed:
    """Run ``command`` to its end, alone."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return Timed(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


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


def main() -> None:
    """Run the three ways in turn and print what came of it."""
    if shutil.which("soffice") is None:
        sys.exit("soffice is needed for the plain ways: install LibreOffice Writer")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
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
        for command in ways.values():
            timed(command())
        runs = [{way: timed(command()) for way, command in ways.items()} for _ in range(ROUNDS)]
    count = len(due(load(RECORD).record))
    print(f"{count} papers, {ROUNDS} rounds, Python {platform.python_version()}")
    for way in ways:
        median = statistics.median(run[way].seconds for run in runs)
        ratio = statistics.median(
            run[way].seconds / run["docgen establish"].seconds for run in runs
        )
        peak = max(run[way].peak for run in runs)
        print(f"{way:20} {median:7.2f} s  {ratio:6.1f} x  peak {peak:4.0f} MiB")


if __name__ == "__main__":
    main()
