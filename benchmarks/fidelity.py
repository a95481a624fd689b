"""How far the built-in printer reaches, corpus by corpus, and how near it is to the reference.

``python -m benchmarks.fidelity NAME=FOLDER ... [--samples N] [--invented N] [--files]``

Every .docx under a folder is printed. The reference is ``reference.pdf`` beside it (a print by
Word itself) where there is one, else LibreOffice's print with the fonts of the built-in printer.
``--samples N`` adds each Nth paper of the samples, and the same after a save by LibreOffice;
``--invented N`` adds N papers invented at random; ``--files`` prints a line for each file;
``--keep`` leaves both prints of each file in a folder.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.invented import invented
from docgen.errors import DocgenError
from docgen.printing.builtin import print_builtin
from docgen.printing.libreoffice import need_libreoffice
from tests.printing.fidelity import Fidelity, compare
from tests.printing.office import fonts_conf, saved
from tests.printing.sampled import papers
from tests.samples import LIFE, SAMPLES

_REFERENCE = "reference.pdf"
_PLACE = re.compile(r" (in (the|an?|its) .*|and \d+ more)$")
_REASON = "the built-in printer does not print "


@dataclass(frozen=True, slots=True)
class Case:
    """A Word file and the print that counts as right, None where LibreOffice is to make it."""

    name: str
    docx: bytes
    reference: bytes | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: how near the print is, or why there is none."""

    name: str
    fidelity: Fidelity | None
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line."""
        said = self.fidelity or f"NOT PRINTED: {'; '.join(self.reasons[:6])}"
        return f"  {self.name}: {said}"


def cases_in(folder: Path) -> list[Case]:
    """Every Word file under ``folder``."""
    found = []
    for path in sorted(folder.rglob("*.docx")):
        reference = path.with_name(_REFERENCE)
        there = reference.read_bytes() if reference.is_file() else None
        found.append(Case(path.relative_to(folder).as_posix(), path.read_bytes(), there))
    return found


def sampled(each: int, *, by_office: bool) -> list[Case]:
    """Every ``each``-th paper of the samples, as drafted or as LibreOffice saves it."""
    made = {
        f"{sample}/{name}": docx
        for sample in (*SAMPLES, *LIFE)
        for name, docx in papers(sample).items()
    }
    made = dict(list(made.items())[::each])
    if by_office:
        with tempfile.TemporaryDirectory() as folder:
            made = saved(made, Path(folder) / "saved")
    return [Case(name, docx) for name, docx in made.items()]


def with_references(cases: list[Case]) -> list[Case]:
    """``cases`` with LibreOffice's print where no other reference is."""
    bare = [case for case in cases if case.reference is None]
    if not bare:
        return cases
    prints = iter(need_libreoffice().print([(case.name, case.docx) for case in bare]))
    return [
        case if case.reference is not None else Case(case.name, case.docx, next(prints))
        for case in cases
    ]


def outcome_of(case: Case, keep: Path | None) -> Outcome:
    """The case printed and held against its reference."""
    reference = case.reference or b""
    try:
        pdf = print_builtin(case.docx, case.name)
    except DocgenError as refusal:
        reasons = {_reason(problem.what.en) for problem in refusal.problems}
        return Outcome(case.name, None, tuple(sorted(reasons)))
    if keep:
        stem = case.name.removesuffix(".docx").replace("/", "-")
        (keep / f"{stem}.ours.pdf").write_bytes(pdf)
        (keep / f"{stem}.reference.pdf").write_bytes(reference)
    return Outcome(case.name, compare(pdf, reference))


def _reason(said: str) -> str:
    return _PLACE.sub("", _PLACE.sub("", said.removeprefix(_REASON)))


def row(corpus: str, outcomes: list[Outcome]) -> str:
    """The line of ``corpus`` in the table."""
    near = [outcome.fidelity for outcome in outcomes if outcome.fidelity]
    pages = sum(fidelity.pages[0] == fidelity.pages[1] for fidelity in near)
    words = sum(fidelity.words_per_page_equal for fidelity in near)
    lines = sum(fidelity.lines for fidelity in near)
    share = sum(fidelity.lines_equal for fidelity in near) / lines if lines else 0
    return (
        f"{corpus:24} {len(near):4}/{len(outcomes):<4} {pages:6} {words:6} {share:8.2%} of {lines}"
    )


def main(arguments: list[str]) -> None:
    """Print the table, and why what is not printed is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", metavar="NAME=FOLDER")
    parser.add_argument("--samples", type=int, metavar="N")
    parser.add_argument("--invented", type=int, metavar="N")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args(arguments)
    corpora = {
        name: cases_in(Path(folder))
        for name, _, folder in (corpus.partition("=") for corpus in asked.corpora)
    }
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FONTCONFIG_FILE"] = str(fonts_conf(Path(folder)))
        if asked.samples:
            corpora["samples"] = sampled(asked.samples, by_office=False)
            corpora["saved"] = sampled(asked.samples, by_office=True)
        if asked.invented:
            made = invented(asked.invented)
            corpora["invented"] = [Case(name, docx) for name, docx in made.items()]
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
        _print_table(corpora, files=asked.files, keep=asked.keep)


def _print_table(corpora: dict[str, list[Case]], *, files: bool, keep: Path | None) -> None:
    rows: list[str] = []
    reasons: Counter[str] = Counter()
    for corpus, cases in corpora.items():
        outcomes = [outcome_of(case, keep) for case in with_references(cases)]
        reasons.update(reason for outcome in outcomes for reason in outcome.reasons)
        rows.append(row(corpus, outcomes))
        if files:
            print(corpus, *outcomes, sep="\n")
    print(f"{'corpus':24} {'printed':>9} {'pages=':>6} {'words=':>6} {'lines=':>8}")
    print(*rows, sep="\n")
    for reason, count in reasons.most_common():
        print(f"{count:5} {reason}")


if __name__ == "__main__":
    main(sys.argv[1:])
