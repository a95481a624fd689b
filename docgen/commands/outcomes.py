"""What commands show: problems, findings, what was made; paths alone go to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from docgen import shown
from docgen.errors import ExitCode, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.errors import DocgenError, Words
    from docgen.workflows.desk import Package
    from docgen.workflows.examining import Findings
    from docgen.workflows.numbering import Rehearsed


def teller(lang: str) -> Callable[[Words], None]:
    """Shows progress as it comes; stdout stays clean."""
    return lambda words: click.echo(words.in_language(lang), err=True)


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


def show_package(made: Package, folder: Path, lang: str) -> None:
    """What was made, and what a person should know of it."""
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
    if any(problem.severity is Severity.ERROR for problem in made.remarks):
        raise click.exceptions.Exit(ExitCode.INPUT)


def show_rehearsal(found: Rehearsed, lang: str) -> None:
    """What would be written, and the papers that would be made again."""
    click.echo(found.what.in_language(lang), err=True)
    for paper in found.papers:
        click.echo(paper)
    click.echo(shown.NOTHING_WRITTEN.in_language(lang), err=True)


def show_files(files: list[str], folder: Path, lang: str, *, quiet: bool) -> None:
    """What was made; paths go to standard output unless something else is there."""
    count = sum(file.endswith(".docx") for file in files)
    words = shown.PAPERS_MADE.in_language(lang)
    click.echo(words.format(count=count, folder=folder), err=True)
    for file in () if quiet else files:
        click.echo(str(folder / file))
