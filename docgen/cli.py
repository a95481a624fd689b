"""The command line: every failure ends in a message and a documented exit code."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from docgen import shown
from docgen.commands import catalogue, data, folders, forms, lint, papers, ratings, stationery
from docgen.commands.outcomes import show_problems
from docgen.commands.root import docgen
from docgen.errors import DocgenError, ExitCode

__all__ = [
    "catalogue", "data", "docgen", "folders", "forms", "lint", "main", "papers", "ratings", "run",
    "stationery",
]  # fmt: skip


def main() -> NoReturn:
    """Run the command line; every failure ends in a message and a documented exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command line ``arguments`` (without the program's name)."""
    language = shown.language_of(arguments)
    try:
        # Outside standalone mode click hands back the code of Exit instead of raising it.
        code = docgen.main(args=arguments, prog_name="docgen", standalone_mode=False)
    except click.Abort:
        click.echo(shown.STOPPED.in_language(language), err=True)
        return ExitCode.USAGE
    except click.UsageError as fault:
        click.echo(shown.usage(fault, language), err=True)
        return ExitCode.USAGE
    except DocgenError as fault:
        show_problems(fault, language)
        return fault.exit_code
    except OSError as fault:
        click.echo(shown.disk(fault, language), err=True)
        return ExitCode.OUTSIDE
    return int(code or ExitCode.DONE)
