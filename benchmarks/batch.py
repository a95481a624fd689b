"""Many records in one run: how it grows with cores and with records, and against the plain way.

Five measurements, each a ratio within this run; the sizes are options, for a machine that others
share::

    cores      papers of so many records on one processor and on two
    lines      checks of few records and of ten times as many: seconds a record
    memory     peak memory of the parent over few records and over many (checks)
    resumed    a second run over so many records that are as they were
    plain      docxtpl and one ``soffice`` call for each paper, against docgen, a record

``python -m benchmarks.batch --cores 40 --lines 100 --memory 10000 --resumed 5000 --plain 2``
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.establish import PLAIN, ROOT, Timed, compiled, timed, work_list

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = "2026-12-20"
SAMPLES = ("xa-2026-to-lien-gia", "vong-doi/tot-xa-2026", "lien-ket/giap-ranh-2026")
"""Records of both kinds; each generated one is one of them under a name of its own."""


class Sizes(NamedTuple):
    """How many records each measurement takes."""

    cores: int
    lines: int
    memory: int
    resumed: int
    plain: int


def generated(folder: Path, count: int) -> Path:
    """So many records of both kinds, in communes of twenty."""
    texts = [(ROOT / "samples" / f"{name}.yaml").read_text("utf-8") for name in SAMPLES]
    for number in range(count):
        file = folder / f"xa-{number // 20:03d}" / f"mo-hinh-{number:05d}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{texts[number % len(texts)]}\n# {number}\n", encoding="utf-8")
    return folder


def run(sources: Path, results: Path, deed: str, *more: str) -> Timed:
    """``docgen batch``, cold, to its end."""
    return timed(_line(sources, results, deed, *more))


def _line(sources: Path, results: Path, deed: str, *more: str) -> list[str]:
    options = ["--do", deed, "--date", DAY, "--printer", "builtin", *more]
    return [sys.executable, "-m", "docgen", "batch", str(sources), "-o", str(results), *options]


def peak_of(line: list[str]) -> float:
    """The most that the process itself took, without those that it began, in MiB (Linux)."""
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    status, most = Path(f"/proc/{process.pid}/status"), 0
    while process.poll() is None:
        with contextlib.suppress(OSError):
            told = [one for one in status.read_text("ascii").splitlines() if "VmHWM" in one]
            most = int(told[0].split()[1]) if told else most
        time.sleep(0.2)
    return most / 1024


def cores(top: Path, count: int) -> Iterator[str]:
    """The rate on two processors against that on one, in turn, twice.

    A process sets one paper while it drafts the next: left alone it would use both processors.
    """
    sources = generated(top / "vao", count)
    ratios = []
    for turn in range(2):
        with _one_processor():
            one = run(sources, top / f"mot-{turn}", "establish", "--jobs", "1")
        two = run(sources, top / f"hai-{turn}", "establish", "--jobs", "2")
        ratios.append(one.seconds / two.seconds)
        yield f"{count} records: 1 processor {one.seconds:.1f} s, 2 processors {two.seconds:.1f} s"
    yield f"2 processors against one: {statistics.median(ratios):.2f} x"


@contextlib.contextmanager
def _one_processor() -> Iterator[None]:
    """What is started here runs on one processor, where the system can be told so (Linux)."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(every)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, every)


def lines(top: Path, count: int) -> Iterator[str]:
    """Seconds a record over few and over ten times as many, without what a run costs anyway."""
    idle = run(generated(top / "mot", 1), top / "ra-1", "check").seconds
    few = run(generated(top / "it", count), top / "ra-it", "check").seconds
    many = run(generated(top / "nhieu", 10 * count), top / "ra-nhieu", "check").seconds
    each = (many - idle) / (10 * count) / ((few - idle) / count)
    yield f"{count} records {few:.1f} s, {10 * count} records {many:.1f} s, one {idle:.1f} s"
    yield f"a record among {10 * count} against one among {count}: {each:.2f} x"


def memory(top: Path, count: int) -> Iterator[str]:
    """Peak memory of the parent over a tenth and over all."""
    few = peak_of(_line(generated(top / "it", count // 10), top / "ra-it", "check"))
    many = peak_of(_line(generated(top / "nhieu", count), top / "ra-nhieu", "check"))
    yield f"parent: {count // 10} records {few:.0f} MiB, {count} records {many:.0f} MiB"


def resumed(top: Path, count: int) -> Iterator[str]:
    """A run over records that an earlier one has checked."""
    sources = generated(top / "vao", count)
    first = run(sources, top / "ra", "check").seconds
    again = run(sources, top / "ra", "check").seconds
    yield f"{count} records: first run {first:.1f} s, nothing changed {again:.1f} s"


def plain(top: Path, count: int) -> Iterator[str]:
    """One record by docxtpl and ``soffice``, against one of a batch by every core."""
    if shutil.which("soffice") is None:
        yield "soffice is not installed"
        return
    sources = top / "vao"
    text = (ROOT / "samples" / f"{SAMPLES[0]}.yaml").read_text("utf-8")
    for number in range(10 * count):
        file = sources / f"mo-hinh-{number}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text}\n# {number}\n", encoding="utf-8")
    ours = run(sources, top / "ra", "establish").seconds / (10 * count)
    papers = work_list(top)
    theirs = [timed([sys.executable, str(PLAIN), str(papers), "each"]) for _ in range(count)]
    other = statistics.median(one.seconds for one in theirs)
    yield f"a record: docgen batch {ours:.2f} s, docxtpl and soffice {other:.1f} s"
    yield f"the plain way takes {other / ours:.0f} x as long"


def main() -> None:
    """Take each measurement of a size above nought, and print it."""
    asked = argparse.ArgumentParser(description=__doc__)
    for name, size in zip(Sizes._fields, (40, 100, 10_000, 5_000, 2), strict=True):
        asked.add_argument(f"--{name}", type=int, default=size)
    sizes = Sizes(**vars(asked.parse_args()))
    compiled()
    load, there = os.getloadavg()[0], os.cpu_count()
    print(f"{there} processors; others keep {load:.1f} of them busy as this begins")
    for measure, size in zip((cores, lines, memory, resumed, plain), sizes, strict=True):
        if size:
            with tempfile.TemporaryDirectory() as top:
                for line in measure(Path(top), size):
                    print(f"{measure.__name__:8} {line}", flush=True)


if __name__ == "__main__":
    main()
