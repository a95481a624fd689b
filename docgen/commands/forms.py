"""Records: blank ones, from one form to the other, checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen import api, shown
from docgen.commands.named_files import only
from docgen.commands.options import day_of, with_date, with_json, with_lang, with_record
from docgen.commands.outcomes import show_findings, show_written
from docgen.commands.root import docgen
from docgen.errors import ExitCode, Severity
from docgen.shown import results

if TYPE_CHECKING:
    from datetime import date

PROFILE_FORM, MANY = "don-vi", "tinh"
with_every_sheet = click.option(
    "--all-sheets",
    "every_sheet",
    is_flag=True,
    help="Tờ khai Excel hiện cả các trang dùng về sau (báo cáo, kiện toàn, khen thưởng…).",
)


@docgen.command()
@click.argument("kind", metavar="LOẠI", type=click.Choice(["tu-quan", "lien-ket", MANY]))
@click.option("-o", "--output", "file", metavar="TỆP", type=click.Path(path_type=Path))
@with_every_sheet
@with_json
@with_lang
def new(
    kind: str,
    file: Path | None,
    every_sheet: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Tạo bản khai trống có chú thích (LOẠI: tu-quan, lien-ket); không có -o thì in ra màn hình.

    Tệp .xlsx là tờ khai Excel, tệp .yaml là tờ khai dạng chữ. LOẠI tinh: sổ Excel nhiều mô hình,
    mỗi mô hình một dòng, dùng với docgen batch.

    Ví dụ: docgen new lien-ket -o ban-khai.xlsx
    """
    if kind == MANY and (file is None or file.suffix.lower() != api.WORKBOOK):
        raise click.UsageError(shown.MANY_FORMAT.in_language(lang))
    _blank(kind, file, lang, every_sheet=every_sheet, as_json=as_json)


def _blank(
    kind: str,
    file: Path | None,
    lang: str,
    *,
    every_sheet: bool = False,
    as_json: bool = False,
) -> None:
    """The blank form of ``kind``, shown or kept in a new file."""
    if file is None:
        text = api.form(kind)
        click.echo(results.form(text) if as_json else text, nl=as_json)
        return
    _check_format(file, lang)
    if kind == MANY:
        api.keep_many(file, every_sheet=every_sheet)
    else:
        api.keep_form(kind, file, every_sheet=every_sheet)
    if as_json:
        click.echo(results.written([file]))
    else:
        click.echo(shown.FORM_MADE.in_language(lang).format(file=file), err=True)


@docgen.command()
@click.argument(
    "profile", metavar="[HỒ_SƠ_ĐƠN_VỊ]", required=False, type=click.Path(path_type=Path)
)
@click.option("-o", "--output", "file", metavar="TỆP", type=click.Path(path_type=Path))
@with_json
@with_lang
def profile(profile: Path | None, file: Path | None, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Hồ sơ đơn vị: khai xã, cơ quan, doanh nghiệp, nhà trường một lần cho mọi mô hình.

    Không có tệp: tạo hồ sơ trống (-o TỆP .yaml hoặc .xlsx; không có -o thì in ra). Có tệp: xem mục
    đã khai, mục suy ra được kèm căn cứ, mục còn thiếu. Bản khai ghi tên tệp ở mục “Hồ sơ đơn vị”.

    Ví dụ: docgen profile -o don-vi.xlsx
    """
    from docgen.shown import profiles  # noqa: PLC0415

    if profile is None:
        _blank(PROFILE_FORM, file, lang, as_json=as_json)
        return
    if file is not None:
        raise click.UsageError(shown.PROFILE_OR_FILE.in_language(lang))
    found = api.profile(profile)
    if as_json:
        click.echo(profiles.as_json(found, lang))
        return
    for line in profiles.lines(found, lang):
        click.echo(line)


@docgen.command()
@click.argument("source", metavar="BẢN_KHAI", type=click.Path(path_type=Path), callback=only)
@click.argument("target", metavar="TỆP_MỚI", type=click.Path(path_type=Path))
@with_every_sheet
@with_json
@with_lang
def convert(
    source: Path,
    target: Path,
    every_sheet: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Chuyển bản khai giữa YAML và Excel, giữ nguyên mọi nội dung; không ghi đè tệp đã có.

    Ví dụ: docgen convert ban-khai.yaml ban-khai.xlsx
    """
    _check_format(target, lang)
    commented = api.convert(source, target, every_sheet=every_sheet)
    show_written([target], lang, as_json=as_json)
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
    found = api.examine(record, on=day_of(drafted))
    if as_json:
        click.echo(shown.as_json(found.problems, found.blanks, lang, found.content, found.progress))
    else:
        show_findings(found, lang)
    errors = any(problem.severity is Severity.ERROR for problem in found.problems)
    raise click.exceptions.Exit(ExitCode.INPUT if errors else ExitCode.DONE)
