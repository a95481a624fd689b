"""Pages of help: in the language asked for, rows whole, commands in groups."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from docgen.shown.language import spoken
from docgen.shown.paint import strong

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_COMMANDS: Final = "Lệnh"
_OTHERS: Final = "Lệnh khác"
_OPTIONS: Final = "Tùy chọn"
_EXAMPLE: Final = "Ví dụ: "
_HELP: Final = "Hiện trợ giúp này rồi thoát."


def paragraphs(text: str | None) -> list[str]:
    """The paragraphs of a help text, each in one line."""
    parts = re.split(r"\n\s*\n", inspect.cleandoc(text or ""))
    return [re.sub(r"\s+", " ", part).strip() for part in parts if part.strip()]


class Command(click.Command):
    """A command whose help is written in Vietnamese and shown in the language asked for."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line: how the command is called."""
        pieces = [spoken(_renamed(piece, self.params)) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{spoken('Cách gọi:')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What the command does; an example stands in a line of its own."""
        for text in paragraphs(self.help):
            formatter.write_paragraph()
            with formatter.indentation():
                if text.startswith(_EXAMPLE):
                    formatter.write_text(spoken(_EXAMPLE.strip()))
                    formatter.write(f"    {text.removeprefix(_EXAMPLE)}\n")
                else:
                    formatter.write_text(spoken(text))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every option in a row, its words in the language asked for."""
        rows = [row for param in self.get_params(ctx) if (row := _row(param, ctx))]
        with formatter.section(strong(spoken(_OPTIONS))):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, its words not yet translated: click keeps the first it made."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP
        return option

    def short(self) -> str:
        """The first sentence of the help, whole."""
        first, *_ = *paragraphs(self.help), ""
        return re.split(r"(?<=\.) ", spoken(first))[0]


class Group(Command, click.Group):
    """A command with commands below it, shown in sections."""

    command_class = Command
    group_class = type
    sections: Mapping[str, Iterable[str]] = MappingProxyType({})
    """Titles, each with the commands below it; commands that no title has stand last."""
    homes: Mapping[str, str] = MappingProxyType({})
    """Commands, each with the module that adds it: loaded when it is asked for."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command ``cmd_name``; none other is loaded for it."""
        if cmd_name in self.homes:
            import_module(self.homes[cmd_name])
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, which are loaded."""
        self.load()
        return super().list_commands(ctx)

    def load(self) -> None:
        """Have every command in ``commands``."""
        for module in dict.fromkeys(self.homes.values()):
            import_module(module)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        Command.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in their sections, each with one whole sentence."""
        names = [name for name in self.list_commands(ctx) if not self.commands[name].hidden]
        width = max(map(len, names), default=0)
        for title, chosen in self._sections(names):
            rows = [(name.ljust(width), self._short(name)) for name in chosen]
            with formatter.section(strong(spoken(title))):
                formatter.write_dl(rows)

    def _sections(self, names: list[str]) -> Iterable[tuple[str, list[str]]]:
        """The sections that have commands; without sections there is one."""
        if not self.sections:
            return [(_COMMANDS, names)]
        placed = {name for section in self.sections.values() for name in section}
        rows = {title: [n for n in order if n in names] for title, order in self.sections.items()}
        rows[_OTHERS] = [name for name in names if name not in placed]
        return [(title, chosen) for title, chosen in rows.items() if chosen]

    def _short(self, name: str) -> str:
        command = self.commands[name]
        return command.short() if isinstance(command, Command) else command.get_short_help_str(500)


def _row(param: click.Parameter, ctx: click.Context) -> tuple[str, str] | None:
    """The row of an option: click's own, its words translated."""
    row = param.get_help_record(ctx)
    if row is None or not isinstance(param, click.Option):
        return None
    told = param.help or ""
    return _renamed(row[0], [param]), row[1].replace(told, spoken(told), 1)


def _renamed(text: str, params: Iterable[click.Parameter]) -> str:
    """``text`` with what stands for values (BẢN_KHAI) in the language asked for."""
    named = {param.metavar for param in params if param.metavar}
    for name in sorted(named, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", spoken(name), text)
    return text


def show_help(context: click.Context) -> None:
    """A group named alone shows its help."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
