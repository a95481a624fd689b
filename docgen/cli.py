"""The command line: every failure ends in a message and a documented exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

import click

from docgen import shown
from docgen.commands.outcomes import show_problems
from docgen.commands.root import docgen
from docgen.errors import NO_WORDS, DocgenError, ExitCode, Place, Problem, Words
from docgen.shown.language import language_of, speaking

__all__ = ["docgen", "main", "run"]


def main() -> NoReturn:
    """Run the command line; every failure ends in a message and a documented exit code."""
    _speak_utf_8(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = run(sys.argv[1:])
    # All that is left ends with the process: Python need not sweep it for cycles first.
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of the command line ``arguments`` (without the program's name)."""
    language = language_of(arguments)
    try:
        with speaking(language):
            return _run(arguments, language)
    except click.Abort:
        click.echo(shown.STOPPED.in_language(language), err=True)
        return ExitCode.STOPPED
    except DocgenError as fault:
        if "--json" in arguments:
            click.echo(shown.as_json(fault.problems, (), language))
        else:
            show_problems(fault, language)
        return fault.exit_code
    except OSError as fault:
        return _told(shown.disk(fault, language), arguments, language, ExitCode.OUTSIDE)


def _run(arguments: list[str], language: str) -> int:
    """As :func:`run`, where the command line is right; alone, the program shows its help."""
    try:
        # Outside standalone mode click hands back the code of Exit instead of raising it.
        code = docgen.main(args=arguments, prog_name="docgen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message())
        return ExitCode.DONE
    except click.UsageError as fault:
        return _told(shown.usage(fault, language), arguments, language, ExitCode.USAGE)
    return int(code or ExitCode.DONE)


def _told(text: str, arguments: list[str], language: str, code: ExitCode) -> ExitCode:
    """What stopped the program, in words; for a program that asked for JSON in that, too."""
    if "--json" in arguments:
        fault = Problem(Place(""), Words(text, text), NO_WORDS)
        click.echo(shown.as_json([fault], (), language))
    click.echo(text, err=True)
    return code


def _speak_utf_8(arguments: list[str]) -> None:
    """Start again in UTF-8 where Python was told to take names of files for ASCII (LC_ALL=C)."""
    if os.name != "nt" and sys.getfilesystemencoding().lower() != "utf-8":
        command = [sys.executable, "-X", "utf8", "-m", "docgen", *arguments]
        os.execv(sys.executable, command)  # noqa: S606 - this program, once more
