"""A fuzz harness: inputs of one kind changed at random, each held against what must always be so.

Every input follows from the seed of the run and its own number alone, so that a failure can be
made again: ``--seed S --only N``. A kind of input is a :class:`Target`; its module ends with::

    if __name__ == "__main__":
        main(TARGET)
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SLOW = 30.0
"""Seconds of work for one input over which it counts as a failure."""
_HANGING = 300
"""Seconds after which the run ends, with a traceback of where it hangs."""


class Target(Protocol):
    """One kind of input."""

    @property
    def name(self) -> str:
        """What it is called, for folders and reports."""

    def seeds(self) -> Mapping[str, bytes]:
        """Whole inputs to begin with, by what they are called."""

    def changed(self, data: bytes, dice: random.Random) -> bytes:
        """``data`` changed in some way."""

    def verdict(self, data: bytes) -> str:
        """What comes of ``data``, in a word; raises where that must not be."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that did what must not be: its number, its bytes, and what happened."""

    number: int
    data: bytes
    told: str


@dataclass(slots=True)
class Report:
    """What came of a run.

    Attributes:
        verdicts: How many inputs came to each verdict.
        failures: Those that did what must not be.
    """

    verdicts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


def made(target: Target, seed: int, number: int) -> bytes:
    """The input ``number`` of the run ``seed``."""
    dice = random.Random(f"{seed}:{number}")  # noqa: S311 - chance, not secrets
    seeds = target.seeds()
    data = seeds[dice.choice(sorted(seeds))]
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        data = target.changed(data, dice)
    return data


def tried(target: Target, number: int, data: bytes, report: Report) -> None:
    """Hold one input against what must be so, and keep what came of it."""
    start = time.process_time()
    try:
        verdict = target.verdict(data)
    except Exception:  # noqa: BLE001 - whatever it is, it is what was looked for
        report.failures.append(Failure(number, data, traceback.format_exc()))
        return
    taken = time.process_time() - start
    report.verdicts[verdict] += 1
    if taken > SLOW:
        report.failures.append(Failure(number, data, f"{verdict}, after {taken:.0f} seconds"))


def run(target: Target, seed: int, numbers: Iterator[int] | Sequence[int]) -> Report:
    """Try the inputs of these numbers."""
    report = Report()
    for number in numbers:
        tried(target, number, made(target, seed, number), report)
    return report


def _until(minutes: float) -> Iterator[int]:
    end, number = time.monotonic() + minutes * 60, 0
    while time.monotonic() < end:
        yield number
        number += 1


def main(target: Target, arguments: Sequence[str] | None = None) -> None:
    """Run by hand: for so many minutes, or one input again."""
    parser = argparse.ArgumentParser(description=f"Fuzz {target.name}.")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=None, help="default: another each run")
    parser.add_argument("--only", type=int, default=None, help="one input of the run again")
    parser.add_argument("--keep", type=Path, default=None, help="folder for inputs that fail")
    options = parser.parse_args(arguments)
    seed = random.SystemRandom().randrange(10**6) if options.seed is None else options.seed
    numbers = _until(options.minutes) if options.only is None else iter([options.only])
    report = Report()
    for number in numbers:
        data = made(target, seed, number)
        _keep(options.keep, f"{target.name}-{seed}-{number}", data)
        faulthandler.dump_traceback_later(_HANGING, exit=True)
        tried(target, number, data, report)
        faulthandler.cancel_dump_traceback_later()
        _show(target, seed, report, options.keep, number)
    sys.stdout.write(f"seed {seed}: {sum(report.verdicts.values())} inputs, ")
    sys.stdout.write(f"{dict(report.verdicts.most_common())}, {len(report.failures)} failures\n")
    sys.exit(bool(report.failures))


def _keep(folder: Path | None, name: str, data: bytes) -> None:
    """Write an input before it is tried, so that it is there even if it ends the program."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _show(target: Target, seed: int, report: Report, folder: Path | None, number: int) -> None:
    """Tell a failure at once; an input that did not fail need not be kept."""
    if report.failures and report.failures[-1].number == number:
        sys.stdout.write(f"--seed {seed} --only {number}:\n{report.failures[-1].told}\n")
    elif folder is not None:
        (folder / f"{target.name}-{seed}-{number}").unlink()
