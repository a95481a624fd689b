"""The command line: read arguments, call one workflow, show what came of it, exit."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from docgen import __version__, shown
from docgen.errors import DocgenError, ExitCode, Severity, Words
from docgen.record.file import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.workflows.examining import Findings
    from docgen.workflows.packaging import Package

_DAY_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]


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
        _show_problems(fault, language)
        return fault.exit_code
    except OSError as fault:
        click.echo(shown.disk(fault, language), err=True)
        return ExitCode.OUTSIDE
    return int(code or ExitCode.DONE)


_lang = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default="vi",
    envvar="DOCGEN_LANG",
    show_default=True,
    help="Ngôn ngữ thông báo / language of messages.",
)
_record = click.argument("record", metavar="BẢN_KHAI", type=click.Path(path_type=Path))
_records = click.argument(
    "records", metavar="BẢN_KHAI...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
_folder = click.option(
    "-o",
    "--output",
    "folder",
    metavar="THƯ_MỤC",
    required=True,
    type=click.Path(path_type=Path),
    help="Thư mục nhận bộ hồ sơ.",
)
_date = click.option(
    "--date",
    "drafted",
    metavar="NGÀY",
    type=click.DateTime(_DAY_FORMATS),
    help="Ngày soạn thảo, dd/mm/yyyy (mặc định: hôm nay).",
)
_json = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
_printer = click.option(
    "--printer",
    type=click.Choice(["auto", "builtin", "libreoffice", "word"]),
    default="auto",
    show_default=True,
    help="Công cụ chuyển Word sang PDF.",
)
_templates = click.option(
    "--templates",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục chứa mẫu Word đã sửa, dùng thay cho mẫu có sẵn.",
)


_package_folder = click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
_moved_record = click.option(
    "--record",
    metavar="BẢN_KHAI",
    type=click.Path(path_type=Path),
    help="Bản khai, khi đã chuyển sang chỗ khác.",
)
_period = click.option(
    "--period",
    metavar="KỲ",
    default="",
    help="Kỳ: 2026-H1 (06 tháng đầu năm) hoặc 2026 (cả năm); mặc định: mọi kỳ đã khai.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen")
def docgen() -> None:
    """Soạn thảo hồ sơ mô hình bảo đảm an ninh, trật tự theo Hướng dẫn 1923/HD-BCĐ.

    Mã thoát: 0 xong; 1 bản khai có lỗi; 2 gõ sai lệnh; 3 máy thiếu công cụ; 4 dừng lại để giữ
    tệp người dùng đã sửa; 5 chương trình ngoài hoặc ổ đĩa bị lỗi.
    """


@docgen.command()
@click.argument("kind", metavar="LOẠI", type=click.Choice(["tu-quan", "lien-ket"]))
@click.option("-o", "--output", "file", metavar="TỆP", type=click.Path(path_type=Path))
@_lang
def new(kind: str, file: Path | None, lang: str) -> None:
    """Tạo bản khai trống có chú thích (LOẠI: tu-quan, lien-ket); không có -o thì in ra màn hình.

    Tệp .xlsx là tờ khai Excel, tệp .yaml là tờ khai dạng chữ.

    Ví dụ: docgen new lien-ket -o ban-khai.xlsx
    """
    from docgen.workflows import examining  # noqa: PLC0415 - each command imports its own

    if file is None:
        click.echo(examining.form(kind), nl=False)
        return
    _check_format(file, lang)
    examining.keep_form(kind, file)
    click.echo(shown.FORM_MADE.in_language(lang).format(file=file), err=True)


@docgen.command()
@click.argument("source", metavar="BẢN_KHAI", type=click.Path(path_type=Path))
@click.argument("target", metavar="TỆP_MỚI", type=click.Path(path_type=Path))
@_lang
def convert(source: Path, target: Path, lang: str) -> None:
    """Chuyển bản khai giữa YAML và Excel, giữ nguyên mọi nội dung; không ghi đè tệp đã có.

    Ví dụ: docgen convert ban-khai.yaml ban-khai.xlsx
    """
    from docgen.workflows import converting  # noqa: PLC0415

    _check_format(target, lang)
    commented = converting.convert(source, target)
    click.echo(shown.WRITTEN.in_language(lang).format(file=target), err=True)
    if commented:
        click.echo(shown.COMMENTS_LOST.in_language(lang).format(file=source), err=True)


def _check_format(file: Path, lang: str) -> None:
    """A record is kept as YAML or as a workbook, and the name of the file says as which."""
    if file.suffix.lower() not in FORMATS:
        raise click.UsageError(shown.FORMATS.in_language(lang).format(file=file))


@docgen.command()
@_record
@_date
@_json
@_lang
def check(record: Path, drafted: date | None, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Kiểm tra bản khai: nêu mọi lỗi cùng lúc, và những chỗ sẽ in để trống.

    Ví dụ: docgen check samples/xa-2026-to-lien-gia.yaml
    """
    from docgen.workflows import examining  # noqa: PLC0415

    try:
        found = examining.examine(record, _day(drafted))
    except DocgenError as fault:
        if as_json:
            click.echo(shown.as_json(fault.problems, (), lang))
            raise click.exceptions.Exit(fault.exit_code) from None
        raise
    if as_json:
        click.echo(shown.as_json(found.problems, found.blanks, lang))
    else:
        _show_findings(found, lang)
    errors = any(one.severity is Severity.ERROR for one in found.problems)
    raise click.exceptions.Exit(ExitCode.INPUT if errors else ExitCode.DONE)


@docgen.command()
@_record
@_folder
@_date
@_printer
@_templates
@_lang
def establish(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn trọn bộ hồ sơ thành lập: từng văn bản Word, bản in PDF và hồ sơ đánh số trang.

    Ví dụ: docgen establish samples/xa-2026-to-lien-gia.yaml -o ket-qua
    """
    from docgen.workflows import packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step(packaging.ESTABLISH)
    _show_package(packaging.package(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_date
@_printer
@_templates
@_lang
def ceremony(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản hội nghị ra mắt, ký kết: kế hoạch, chương trình, giấy mời, biên bản, bản ký.

    Ví dụ: docgen ceremony samples/xa-2026-to-lien-gia.yaml -o ra-mat
    """
    from docgen.workflows import packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step(packaging.CEREMONY)
    _show_package(packaging.package(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_period
@_date
@_printer
@_templates
@_lang
def report(
    record: Path,
    folder: Path,
    period: str,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn báo cáo kết quả hoạt động định kỳ (06 tháng, năm): mục 9 (tự quản), 7 (liên kết).

    Ví dụ: docgen report ban-khai.yaml --period 2026-H1 -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step("report", period)
    _show_package(living.live(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_date
@_printer
@_templates
@_lang
def reorganize(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản kiện toàn khi thay đổi thành viên: tờ trình, quyết định, danh sách mới.

    Ví dụ: docgen reorganize ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step("reorganize")
    _show_package(living.live(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_date
@_printer
@_templates
@_lang
def renew(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Sang năm mới: bản khai của năm sau (giữ nguyên ghi chú) và kế hoạch hoạt động năm.

    Ví dụ: docgen renew ban-khai.yaml -o nam-2027
    """
    from docgen.workflows import packaging, renewing  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    _show_package(renewing.renew(order, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_date
@_printer
@_templates
@_lang
def commend(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản khen thưởng: tờ trình, danh sách, quyết định.

    Ví dụ: docgen commend ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step("commend")
    _show_package(living.live(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_date
@_printer
@_templates
@_lang
def discipline(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản xử lý kỷ luật thành viên: biên bản họp, tờ trình, quyết định.

    Ví dụ: docgen discipline ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step("discipline")
    _show_package(living.live(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_period
@_date
@_printer
@_templates
@_lang
def replicate(
    record: Path,
    folder: Path,
    period: str,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn thông báo phổ biến, nhân rộng mô hình xếp loại Khá, Tốt.

    Ví dụ: docgen replicate ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step("replicate", period)
    _show_package(living.live(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_record
@_folder
@_date
@_printer
@_templates
@_lang
def dissolve(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản thanh loại; chỉ với mô hình xếp loại Yếu (mục II.3).

    Ví dụ: docgen dissolve ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, _day(drafted), printer, templates)
    step = packaging.Step("dissolve")
    _show_package(living.live(order, step, _teller(lang)), folder, lang)


@docgen.command()
@_package_folder
@_moved_record
@_date
@_printer
@click.option(
    "--require-complete",
    "complete",
    is_flag=True,
    help="Hồ sơ còn thiếu mục thì không đóng, thoát với mã 1.",
)
@_lang
def bundle(
    folder: Path,
    record: Path | None,
    drafted: date | None,
    printer: str,
    complete: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Đóng lại hồ sơ từ thư mục: lấy văn bản đã sửa tay và bản ký quét trong da-ky/.

    Ví dụ: docgen bundle ho-so
    """
    from docgen.workflows import bundling, packaging  # noqa: PLC0415

    order = packaging.Order(Path(), folder, _day(drafted), printer)
    made = bundling.bundle(order, _teller(lang), record=record, complete=complete)
    _show_package(made, folder, lang)


@docgen.command()
@_package_folder
@click.argument("item", metavar="VĂN_BẢN")
@click.option("--so", "number", metavar="SỐ", required=True, type=click.IntRange(1, 99_999))
@click.option("--ngay", "issued", metavar="NGÀY", required=True, type=click.DateTime(_DAY_FORMATS))
@click.option("--sua", "anew", is_flag=True, help="Thay số, ngày đã ghi.")
@_moved_record
@_date
@_printer
@_templates
@_lang
def number(
    folder: Path,
    item: str,
    number: int,
    issued: date,
    anew: bool,  # noqa: FBT001
    record: Path | None,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Ghi số, ngày văn thư cấp vào bản khai; soạn lại văn bản đó và các văn bản viện dẫn nó.

    VĂN_BẢN: số mục của hồ sơ (4), tên tệp (04-quyet-dinh-thanh-lap) hoặc tên mẫu.

    Ví dụ: docgen number ho-so 4 --so 45 --ngay 05/09/2026
    """
    from docgen.workflows import numbering, packaging  # noqa: PLC0415

    order = packaging.Order(Path(), folder, _day(drafted), printer, templates)
    given = numbering.Given(item, number, _day(issued), anew)
    _show_package(numbering.number(order, given, _teller(lang), record), folder, lang)


@docgen.command()
@click.argument(
    "folders", metavar="THƯ_MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "-o", "--output", "file", metavar="TỆP.xlsx", required=True, type=click.Path(path_type=Path)
)
@_date
@_lang
def register(folders: tuple[Path, ...], file: Path, drafted: date | None, lang: str) -> None:
    """Sổ đăng ký văn bản đi (Excel) của một hoặc nhiều thư mục; không ghi đè tệp đã có.

    Ví dụ: docgen register ho-so -o so-van-ban-di.xlsx
    """
    from docgen.workflows import registering  # noqa: PLC0415

    count = registering.register(folders, file, _day(drafted))
    click.echo(shown.REGISTERED.in_language(lang).format(count=count, file=file), err=True)


@docgen.command()
@_package_folder
@_moved_record
@_date
@_json
@_lang
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
    from docgen.workflows import bundling  # noqa: PLC0415

    found = bundling.status(folder, _day(drafted), record)
    if as_json:
        click.echo(standing.as_json(found, lang))
        return
    for line in standing.lines(found, lang):
        click.echo(line)
    for problem in found.remarks:
        click.echo(shown.problem(problem, lang), err=True)


@docgen.command()
@_records
@_period
@click.option(
    "--dossier",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục hồ sơ của mô hình: xét đủ hay thiếu tài liệu theo thư mục này (một bản khai).",
)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Soạn phiếu đánh giá và báo cáo kết quả khảo sát vào thư mục này.",
)
@click.option("--appraise", is_flag=True, help="Với -o: soạn cả báo cáo thẩm định của cấp trên.")
@_date
@_printer
@_templates
@_json
@_lang
def rate(
    records: tuple[Path, ...],
    period: str,
    dossier: Path | None,
    folder: Path | None,
    appraise: bool,  # noqa: FBT001
    drafted: date | None,
    printer: str,
    templates: Path | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Xếp loại mô hình: từng tiêu chí, loại liền trên còn thiếu gì, việc phải làm tiếp.

    Ví dụ: docgen rate samples/vong-doi/kha-truong-2026.yaml
    """
    from docgen.shown import verdicts  # noqa: PLC0415
    from docgen.workflows import rating  # noqa: PLC0415

    if dossier is not None and len(records) > 1:
        raise click.UsageError(shown.ONE_DOSSIER.in_language(lang))
    asked = rating.Asked(records, _day(drafted), period, dossier)
    found = rating.rate(asked)
    if as_json:
        click.echo(verdicts.ratings_as_json(found, lang))
    else:
        for line in verdicts.ratings(found, lang):
            click.echo(line)
    if folder is not None:
        wish = rating.Wish(folder, appraise, printer, templates)
        files = rating.papers(found, asked, wish, _teller(lang))
        _show_files(files, folder, lang, quiet=as_json)
    rated = all(one.is_rated for one in found)
    raise click.exceptions.Exit(ExitCode.DONE if rated else ExitCode.INPUT)


@docgen.command()
@_records
@click.option(
    "--year", metavar="NĂM", type=click.IntRange(2000, 2100), help="Năm (mặc định: năm nay)."
)
@click.option(
    "-o",
    "--output",
    "file",
    metavar="TỆP.ics",
    type=click.Path(path_type=Path),
    help="Ghi tệp lịch .ics, nhắc trước 7 ngày; không ghi đè tệp đã có.",
)
@_date
@_json
@_lang
def deadlines(
    records: tuple[Path, ...],
    year: int | None,
    file: Path | None,
    drafted: date | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Việc đến hạn trong năm: báo cáo, xếp loại, thẩm định, luân phiên chủ trì; kèm căn cứ.

    Ví dụ: docgen deadlines samples/vong-doi/tot-xa-2026.yaml --year 2027 -o lich.ics
    """
    from docgen.shown import verdicts  # noqa: PLC0415
    from docgen.workflows import timing  # noqa: PLC0415

    today = _day(drafted)
    found = timing.due(records, year or today.year)
    if file is not None:
        timing.keep_calendar(found, file, today, lang)
        click.echo(shown.WRITTEN.in_language(lang).format(file=file), err=True)
    if as_json:
        click.echo(verdicts.deadlines_as_json(found, lang))
        return
    for line in verdicts.deadlines(found, lang):
        click.echo(line)


@docgen.group()
def templates() -> None:
    """Mẫu văn bản: liệt kê, lấy ra để sửa bằng Word, kiểm tra mẫu đã sửa."""


@templates.command("list")
@_json
@_lang
def list_templates(as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Liệt kê các mẫu và văn bản dùng mẫu đó."""
    from docgen.workflows import stationery  # noqa: PLC0415

    rows = stationery.list_templates()
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
@_lang
def export_templates(folder: Path, names: tuple[str, ...], lang: str) -> None:
    """Chép mẫu Word ra thư mục để sửa; không ghi đè tệp đã có.

    Ví dụ: docgen templates export giay-moi -o mau-rieng
    """
    from docgen.workflows import stationery  # noqa: PLC0415

    for file in stationery.export_templates(folder, names):
        click.echo(shown.WRITTEN.in_language(lang).format(file=file), err=True)


@templates.command("check")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@_lang
def check_templates(folder: Path, lang: str) -> None:
    """Kiểm tra các mẫu Word trong thư mục: trường lạ, thẻ hỏng, phần không an toàn."""
    from docgen.workflows import stationery  # noqa: PLC0415

    problems = stationery.check_templates(folder)
    for problem in problems:
        click.echo(shown.problem(problem, lang))
    if problems:
        raise click.exceptions.Exit(ExitCode.INPUT)
    click.echo(shown.TEMPLATES_SOUND.in_language(lang), err=True)


@templates.command("build")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@_lang
def build_templates(folder: Path, lang: str) -> None:
    """Dựng lại tệp mẫu .docx từ nguồn .md trong thư mục (dành cho người soạn mẫu)."""
    from docgen.workflows import stationery  # noqa: PLC0415

    for file in stationery.build_templates(folder):
        click.echo(shown.WRITTEN.in_language(lang).format(file=file), err=True)


def _day(told: date | None) -> date:
    """The day of drafting; the only place where the clock is read."""
    if told is None:
        return date.today()  # noqa: DTZ011, TID251 - the clock enters here and nowhere else
    return date(told.year, told.month, told.day)


def _teller(lang: str) -> Callable[[Words], None]:
    """Shows progress as it comes; stdout stays clean."""
    return lambda words: click.echo(words.in_language(lang), err=True)


def _show_problems(fault: DocgenError, lang: str) -> None:
    for problem in fault.problems:
        click.echo(shown.problem(problem, lang), err=True)


def _show_findings(found: Findings, lang: str) -> None:
    for problem in found.problems:
        click.echo(shown.problem(problem, lang))
    for line in shown.blanks(found.blanks, lang):
        click.echo(line)
    click.echo(shown.verdict(found.problems, found.blanks, lang), err=True)


def _show_package(made: Package, folder: Path, lang: str) -> None:
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


def _show_files(files: list[str], folder: Path, lang: str, *, quiet: bool) -> None:
    """What was made; paths go to standard output unless something else is there."""
    count = sum(file.endswith(".docx") for file in files)
    words = shown.PAPERS_MADE.in_language(lang)
    click.echo(words.format(count=count, folder=folder), err=True)
    for file in () if quiet else files:
        click.echo(str(folder / file))
