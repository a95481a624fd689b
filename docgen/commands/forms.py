"""Records: blank ones, from one form to the other, checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen import api, shown
from docgen.commands.named_files import only
from docgen.commands.options import day_of, with_date, with_json, with_lang, with_record
from docgen.commands.outcomes import show_findings
from docgen.commands.root import docgen
from docgen.errors import DocgenError, ExitCode, Severity

if TYPE_CHECKING:
    from datetime import date


@docgen.command()
@click.argument("kind", metavar="LOẠI", type=click.Choice(["tu-quan", "lien-ket"]))
@click.option("-o", "--output", "file", metavar="TỆP", type=click.Path(path_type=Path))
@with_lang
def new(kind: str, file: Path | None, lang: str) -> None:
    """Tạo bản khai trống có chú thích (LOẠI: tu-quan, lien-ket); không có -o thì in ra màn hình.

    Tệp .xlsx là tờ khai Excel, tệp .yaml là tờ khai dạng chữ.

    Ví dụ: docgen new lien-ket -o ban-khai.xlsx
    """
    if file is None:
        click.echo(api.form(kind), nl=False)
        return
    _check_format(file, lang)
    api.keep_form(kind, file)
    click.echo(shown.FORM_MADE.in_language(lang).format(file=file), err=True)


@docgen.command()
@click.argument("source", metavar="BẢN_KHAI", type=click.Path(path_type=Path), callback=only)
@click.argument("target", metavar="TỆP_MỚI", type=click.Path(path_type=Path))
@with_lang
def convert(source: Path, target: Path, lang: str) -> None:
    """Chuyển bản khai giữa YAML và Excel, giữ nguyên mọi nội dung; không ghi đè tệp đã có.

    Ví dụ: docgen convert ban-khai.yaml ban-khai.xlsx
    """
    _check_format(target, lang)
    commented = api.convert(source, target)
    click.echo(shown.WRITTEN.in_language(lang).format(file=target), err=True)
    if commented:
        click.echo(shown.COMMENTS_LOST.in_language(lang).format(file=source), err=True)


def _check_format(file: Path, lang: str) -> None:
    """A record is kept as YAML or as a workbook, and the name of the file says as which."""
    if file.suffix.lower() not in api.FORMATS:
        raise click.UsageError(shown.FORMATS.in_language(lang).format(file=file))


@docgen.command()
@with_record
@with_date
@with_json
@with_lang
def check(record: Path, drafted: date | None, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Kiểm tra bản khai: nêu mọi lỗi cùng lúc, và những chỗ sẽ in để trống.

    Ví dụ: docgen check samples/xa-2026-to-lien-gia.yaml
    """
    try:
        found = api.examine(record, on=day_of(drafted))
    except DocgenError as fault:
        if as_json:
            click.echo(shown.as_json(fault.problems, (), lang))
            raise click.exceptions.Exit(fault.exit_code) from None
        raise
    if as_json:
        click.echo(shown.as_json(found.problems, found.blanks, lang, found.content))
    else:
        show_findings(found, lang)
    errors = any(problem.severity is Severity.ERROR for problem in found.problems)
    raise click.exceptions.Exit(ExitCode.INPUT if errors else ExitCode.DONE)
