"""The folder of a package: where it stands, bound again, numbers, the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen import api, shown
from docgen.commands.named_files import spread
from docgen.commands.options import (
    Day,
    day_of,
    with_date,
    with_json,
    with_lang,
    with_moved_record,
    with_package_folder,
    with_printer,
    with_templates,
)
from docgen.commands.outcomes import show_package, show_rehearsal, teller
from docgen.commands.root import docgen
from docgen.shown import results

if TYPE_CHECKING:
    from datetime import date


@docgen.command()
@with_package_folder
@with_moved_record
@with_date
@with_printer
@click.option(
    "--require-complete",
    "complete",
    is_flag=True,
    help="Hồ sơ còn thiếu mục thì không đóng, thoát với mã 1.",
)
@with_json
@with_lang
def bundle(
    folder: Path,
    record: Path | None,
    drafted: date | None,
    printer: str,
    complete: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Đóng lại hồ sơ từ thư mục: lấy văn bản đã sửa tay và bản ký quét trong da-ky/.

    Ví dụ: docgen bundle ho-so
    """
    made = api.bundle(
        folder,
        on=day_of(drafted),
        record=record,
        complete=complete,
        printer=printer,
        tell=teller(lang),
    )
    show_package(made, folder, lang, as_json=as_json)


@docgen.command()
@with_package_folder
@click.argument("item", metavar="VĂN_BẢN")
@click.option("--so", "number", metavar="SỐ", required=True, type=click.IntRange(1, 99_999))
@click.option("--ngay", "issued", metavar="NGÀY", required=True, type=Day())
@click.option("--sua", "anew", is_flag=True, help="Thay số, ngày đã ghi.")
@click.option("--dry-run", "rehearsed", is_flag=True, help="Chỉ cho xem, không ghi gì.")
@with_moved_record
@with_date
@with_printer
@with_templates
@with_json
@with_lang
def number(
    folder: Path,
    item: str,
    number: int,
    issued: date,
    anew: bool,  # noqa: FBT001
    rehearsed: bool,  # noqa: FBT001
    record: Path | None,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Ghi số, ngày văn thư cấp vào bản khai; soạn lại văn bản đó và các văn bản viện dẫn nó.

    VĂN_BẢN: số mục của hồ sơ (4), tên tệp (04-quyet-dinh-thanh-lap) hoặc tên mẫu.

    Ví dụ: docgen number ho-so 4 --so 45 --ngay 05/09/2026
    """
    what = (folder, item, number, issued)
    day, tell = day_of(drafted), teller(lang)
    if rehearsed:
        found = api.rehearse_number(
            *what, on=day, anew=anew, record=record, templates=templates, tell=tell
        )
        show_rehearsal(found, lang, as_json=as_json)
        return
    made = api.number(
        *what, on=day, anew=anew, record=record, printer=printer, templates=templates, tell=tell
    )
    show_package(made, folder, lang, as_json=as_json)


@docgen.command()
@click.argument(
    "folders",
    metavar="THƯ_MỤC...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    callback=spread,
)
@click.option(
    "-o", "--output", "file", metavar="TỆP.xlsx", required=True, type=click.Path(path_type=Path)
)
@with_moved_record
@with_date
@with_json
@with_lang
def register(
    folders: tuple[Path, ...],
    file: Path,
    record: Path | None,
    drafted: date | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Sổ đăng ký văn bản đi (Excel) của một hoặc nhiều thư mục; không ghi đè tệp đã có.

    Ví dụ: docgen register ho-so -o so-van-ban-di.xlsx
    """
    if file.suffix.lower() != api.WORKBOOK:
        raise click.UsageError(shown.REGISTER_FORMAT.in_language(lang).format(file=file))
    if record is not None and len(folders) > 1:
        raise click.UsageError(shown.ONE_FOLDER.in_language(lang))
    made = api.register(folders, file, on=day_of(drafted), record=record)
    if as_json:
        click.echo(results.registered(made, file, lang))
        return
    for problem in made.remarks:
        click.echo(shown.problem(problem, lang), err=True)
    words = shown.REGISTERED.in_language(lang)
    click.echo(words.format(count=made.count, file=file), err=True)


@docgen.command()
@with_package_folder
@with_moved_record
@with_date
@with_json
@with_lang
def status(
    folder: Path,
    record: Path | None,
    drafted: date | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Từng mục của hồ sơ: còn thiếu, dự thảo, đã sửa tay, đã có số, đã ký, chưa đến kỳ.

    Ví dụ: docgen status ho-so
    """
    from docgen.shown import standing  # noqa: PLC0415

    found = api.status(folder, on=day_of(drafted), record=record)
    if as_json:
        click.echo(standing.as_json(found, lang))
        return
    for line in standing.lines(found, lang):
        click.echo(line)
    for problem in found.remarks:
        click.echo(shown.problem(problem, lang), err=True)


@docgen.command()
@with_package_folder
@click.argument("item", metavar="VĂN_BẢN")
@click.option("--replace", "replaces", is_flag=True, help="Thay thế bằng văn bản mới, số mới.")
@click.option("--reason", metavar="LÝ_DO", default="", help="Lý do, ghi trong công văn đính chính.")
@click.option("--dry-run", "rehearsed", is_flag=True, help="Chỉ cho xem, không ghi gì.")
@with_moved_record
@with_date
@with_printer
@with_templates
@with_json
@with_lang
def amend(
    folder: Path,
    item: str,
    replaces: bool,  # noqa: FBT001
    reason: str,
    rehearsed: bool,  # noqa: FBT001
    record: Path | None,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Đính chính văn bản đã ban hành bằng công văn, hoặc thay thế bằng văn bản mới (--replace).

    Sửa chỗ ghi sai trong bản khai trước; VĂN_BẢN như ở lệnh number.

    Ví dụ: docgen amend ho-so 4 --reason "in sai họ tên"
    """
    what, day = (folder, item), day_of(drafted)
    if rehearsed:
        found = api.rehearse_amend(
            *what, on=day, replaces=replaces, reason=reason, record=record, templates=templates
        )
        show_rehearsal(found, lang, as_json=as_json)
        return
    made = api.amend(
        *what,
        on=day,
        replaces=replaces,
        reason=reason,
        record=record,
        printer=printer,
        templates=templates,
        tell=teller(lang),
    )
    show_package(made, folder, lang, as_json=as_json)
