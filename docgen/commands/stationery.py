"""Templates for those who restyle them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from docgen import api, shown
from docgen.commands.help_pages import show_help
from docgen.commands.options import with_json, with_lang
from docgen.commands.outcomes import show_written
from docgen.commands.root import docgen
from docgen.errors import ExitCode, Severity


@docgen.group(invoke_without_command=True)
@with_lang
@click.pass_context
def templates(context: click.Context, lang: str) -> None:  # noqa: ARG001
    """Mẫu văn bản: liệt kê, lấy ra để sửa bằng Word, kiểm tra mẫu đã sửa."""
    show_help(context)


@templates.command("list")
@with_json
@with_lang
def list_templates(as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Liệt kê các mẫu và văn bản dùng mẫu đó."""
    rows = api.list_templates()
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(shown.TEMPLATE_ROW.in_language(lang).format(**row))


@templates.command("export")
@click.option(
    "-o", "--output", "folder", metavar="THƯ_MỤC", required=True, type=click.Path(path_type=Path)
)
@click.argument("names", metavar="[TÊN_MẪU]...", nargs=-1)
@with_json
@with_lang
def export_templates(folder: Path, names: tuple[str, ...], as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Chép mẫu Word ra thư mục để sửa; không ghi đè tệp đã có.

    Ví dụ: docgen templates export giay-moi -o mau-rieng
    """
    show_written(api.export_templates(folder, names), lang, as_json=as_json)


@templates.command("check")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@with_json
@with_lang
def check_templates(folder: Path, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Kiểm tra các mẫu Word trong thư mục: trường lạ, thẻ hỏng, phần không an toàn."""
    problems = api.check_templates(folder)
    if as_json:
        click.echo(shown.as_json(problems, (), lang))
    for problem in () if as_json else problems:
        click.echo(shown.problem(problem, lang))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise click.exceptions.Exit(ExitCode.INPUT)
    click.echo(shown.TEMPLATES_SOUND.in_language(lang), err=True)


@templates.command("build")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@with_json
@with_lang
def build_templates(folder: Path, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Dựng lại tệp mẫu .docx từ nguồn .md trong thư mục (dành cho người soạn mẫu)."""
    show_written(api.build_templates(folder), lang, as_json=as_json)
