"""What commands show: problems, findings, what was made; paths alone go to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from docgen import shown
from docgen.errors import ExitCode, Severity
from docgen.shown import results
from docgen.shown.bar import Bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from docgen.errors import DocgenError, Words
    from docgen.workflows.desk import Package, Rehearsed
    from docgen.workflows.examining import Findings


def teller(lang: str) -> Callable[[Words], None]:
    """Shows progress as it comes; stdout stays clean."""
    return Bar(lang)


def show_problems(fault: DocgenError, lang: str) -> None:
    """Every problem of a failure."""
    for problem in fault.problems:
        click.echo(shown.problem(problem, lang), err=True)


def show_findings(found: Findings, lang: str) -> None:
    """What checking a record brought to light, and whether it can be used."""
    click.echo(found.content.in_language(lang))
    for problem in found.problems:
        click.echo(shown.problem(problem, lang))
    for line in shown.blanks(found.blanks, lang):
        click.echo(line)
    for line in shown.progress(found, lang):
        click.echo(line)
    click.echo(shown.verdict(found.problems, found.blanks, lang), err=True)


def show_package(made: Package, folder: Path, lang: str, *, as_json: bool = False) -> None:
    """What was made, and what a person should know of it."""
    if as_json:
        click.echo(results.package(made, folder, lang))
    else:
        _show_package(made, folder, lang)
    if any(problem.severity is Severity.ERROR for problem in made.remarks):
        raise click.exceptions.Exit(ExitCode.INPUT)


def _show_package(made: Package, folder: Path, lang: str) -> None:
    click.echo(made.findings.content.in_language(lang), err=True)
    for problem in made.findings.problems:
        click.echo(shown.problem(problem, lang), err=True)
    for line in shown.blanks(made.findings.blanks, lang):
        click.echo(line, err=True)
    for problem in made.remarks:
        click.echo(shown.problem(problem, lang), err=True)
    for line in shown.outcome(made, folder, lang):
        click.echo(line, err=True)
    for file in made.files:
        click.echo(str(folder / file))


def show_rehearsal(found: Rehearsed, lang: str, *, as_json: bool = False) -> None:
    """What would be written, and the papers that would be made again."""
    if as_json:
        click.echo(results.rehearsal(found, lang))
        return
    click.echo(found.what.in_language(lang), err=True)
    for paper in found.papers:
        click.echo(paper)
    click.echo(shown.NOTHING_WRITTEN.in_language(lang), err=True)


def show_written(files: Iterable[Path], lang: str, *, as_json: bool = False) -> None:
    """The files that were written."""
    if as_json:
        click.echo(results.written(files))
        return
    for file in files:
        click.echo(shown.WRITTEN.in_language(lang).format(file=file), err=True)


def show_files(files: list[str], folder: Path, lang: str, *, quiet: bool) -> None:
    """What was made; paths go to standard output unless something else is there."""
    count = sum(file.endswith(".docx") for file in files)
    words = shown.PAPERS_MADE.in_language(lang)
    click.echo(words.format(count=count, folder=folder), err=True)
    for file in () if quiet else files:
        click.echo(str(folder / file))
