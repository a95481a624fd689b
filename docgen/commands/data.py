"""Data files of law, guidance and form, for those who keep them: checked, copied to be changed."""

from __future__ import annotations

from pathlib import Path

import click

from docgen import api, shown
from docgen.commands.help_pages import show_help
from docgen.commands.options import with_json, with_lang
from docgen.commands.outcomes import show_written
from docgen.commands.root import DATA, docgen, with_data
from docgen.errors import ExitCode


@docgen.group(DATA, hidden=True, invoke_without_command=True)
@with_lang
@click.pass_context
def data(context: click.Context, lang: str) -> None:  # noqa: ARG001
    """Dữ liệu pháp luật, hướng dẫn, thể thức: kiểm tra, lấy ra để sửa (docs/du-lieu.md)."""
    show_help(context)


@data.command("check")
@with_data
@click.option(
    "--templates",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục mẫu Word riêng mà dữ liệu nhắc đến.",
)
@with_json
@with_lang
def check_data(folder: Path | None, templates: Path | None, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Kiểm tra mọi tệp dữ liệu: nêu mọi lỗi cùng lúc, có tệp, dòng và cách sửa.

    Ví dụ: docgen data check --data du-lieu
    """
    chosen = folder or click.get_current_context().find_root().params["folder"]
    problems = api.check_data(chosen, templates=templates)
    if as_json:
        click.echo(shown.as_json(problems, (), lang))
    for problem in () if as_json else problems:
        click.echo(shown.problem(problem, lang))
    if problems:
        raise click.exceptions.Exit(ExitCode.INPUT)
    click.echo(shown.DATA_SOUND.in_language(lang), err=True)


@data.command("copy")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@with_json
@with_lang
def copy_data(folder: Path, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Chép dữ liệu có sẵn ra thư mục để sửa; không ghi đè.

    Ví dụ: docgen data copy du-lieu
    """
    show_written(api.copy_data(folder), lang, as_json=as_json)
