"""Many records in one command."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen import api, shown
from docgen.batches.deeds import CHECK, DEEDS, LIMIT
from docgen.commands.help_pages import Command
from docgen.commands.named_files import spread
from docgen.commands.options import (
    PERIOD,
    Period,
    day_of,
    with_date,
    with_json,
    with_lang,
    with_period,
    with_printer,
    with_templates,
)
from docgen.commands.root import docgen
from docgen.errors import ExitCode
from docgen.shown import batches
from docgen.shown.language import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from docgen.batches.batching import Run
    from docgen.batches.engine import Force
    from docgen.batches.summing import Sums
    from docgen.batches.task import Outcome


with_sources = click.argument(
    "sources",
    metavar="BẢN_KHAI|THƯ_MỤC...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    callback=spread,
)
_FORCE = (
    click.option(
        "--jobs",
        metavar="SỐ",
        type=click.IntRange(min=0),
        default=0,
        help="Số tiến trình cùng chạy (mặc định: bằng số nhân của máy).",
    ),
    click.option(
        "--limit",
        metavar="GIÂY",
        type=click.FloatRange(min=1),
        default=LIMIT,
        show_default=True,
        help="Quá bấy nhiêu giây thì dừng một bản khai, làm tiếp các bản khác.",
    ),
    click.option(
        "--scheduler",
        metavar="tcp://MÁY:CỔNG",
        default="",
        help="Giao việc cho các máy của bộ điều phối Dask này (cần docgen-antt[cluster]).",
    ),
    click.option(
        "--return-files",
        is_flag=True,
        help="Với --scheduler: gửi bản khai đi, nhận tệp về, khi các máy không có thư mục chung.",
    ),
)


def with_force(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say by whom the work is done."""
    for option in reversed(_FORCE):
        command = option(command)
    return command


def _force(wishes: dict[str, Any], lang: str) -> Force:
    """By whom the work is done, taken out of the ``wishes``."""
    told = {name: wishes.pop(name) for name in ("jobs", "limit", "scheduler", "return_files")}
    if told["return_files"] and not told["scheduler"]:
        raise click.UsageError(shown.RETURN_FILES.in_language(lang))
    return api.workforce(**told)


@docgen.command("batch", cls=Command)
@with_sources
@click.option(
    "-o",
    "--output",
    "results",
    metavar="THƯ_MỤC",
    required=True,
    type=click.Path(path_type=Path),
    help="Thư mục nhận kết quả: mỗi bản khai một thư mục con, và nhật ký để chạy tiếp.",
)
@click.option(
    "--do",
    "deed",
    metavar="VIỆC",
    type=click.Choice(DEEDS),
    default=CHECK,
    show_default=True,
    help="Việc làm cho từng bản khai, như lệnh cùng tên.",
)
@with_force
@click.option(
    "--require-complete",
    "complete",
    is_flag=True,
    help="Với --do bundle: hồ sơ còn thiếu mục thì không đóng.",
)
@click.option("--appraise", is_flag=True, help="Với --do rate: soạn cả báo cáo thẩm định.")
@click.option("--only-failed", is_flag=True, help="Chỉ làm lại những bản khai lần trước chưa xong.")
@click.option("--dry-run", "rehearsed", is_flag=True, help="Chỉ cho xem, không ghi gì.")
@click.option("--period", "part", metavar="KỲ", type=Period(), default="", help=PERIOD)
@with_json
@with_date
@with_printer
@with_templates
@with_lang
def batch(
    sources: tuple[Path, ...],
    results: Path,
    deed: str,
    rehearsed: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
    drafted: date | None,
    lang: str,
    **wishes: Any,  # noqa: ANN401 - as the API names and types them
) -> None:
    """Làm một việc cho nhiều bản khai, mỗi bản một kết quả; chạy lại thì chỉ làm phần đổi.

    Lỗi của một bản khai không chặn các bản khác. Thoát với mã 0 khi mọi bản khai xong, 1 khi có
    bản khai phải sửa, dừng hoặc máy không làm được.

    Ví dụ: docgen batch ban-khai/ -o ket-qua --do establish
    """
    force = _force(wishes, lang)
    asked = api.ask_batch(sources, results, deed, on=day_of(drafted), force=force, **wishes)
    if rehearsed:
        told = batches.json_line if as_json else batches.would
        for outcome in api.rehearse_batch(asked):
            click.echo(told(outcome, lang))
        return
    with api.batch(asked) as run:
        counts = Counter(outcome.state for outcome in _shown(run, lang, as_json=as_json))
    click.echo(batches.tally(counts, lang), err=True)
    if not all(state.is_well for state in counts):
        raise click.exceptions.Exit(ExitCode.INPUT)


def _shown(run: Run, lang: str, *, as_json: bool) -> Iterator[Outcome]:
    """Each outcome, shown as it comes; beside a bar where a person looks on."""
    label = spoken("Bản khai")
    hidden = not sys.stderr.isatty()
    with click.progressbar(
        run.outcomes,
        run.count,
        label,
        show_pos=True,
        file=sys.stderr,
        hidden=hidden,
    ) as bar:
        bar.item_show_func = lambda _: batches.rate(bar.time_per_iteration, lang)
        for outcome in bar:
            click.echo(batches.json_line(outcome, lang) if as_json else batches.line(outcome, lang))
            for problem in () if as_json else outcome.errors:
                click.echo(shown.problem(problem, lang), err=True)
            yield outcome


@docgen.command("summary", cls=Command)
@with_sources
@click.option(
    "-o",
    "--output",
    "file",
    metavar="TỆP",
    required=True,
    type=click.Path(path_type=Path),
    help="Bảng tổng hợp (.xlsx), tệp mới.",
)
@click.option(
    "--results",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục kết quả của docgen batch, để xem hồ sơ còn thiếu gì.",
)
@click.option("--redact", "redacted", is_flag=True, help="Bỏ tên mô hình, tên đơn vị.")
@click.option(
    "--ics",
    "calendar",
    metavar="TỆP.ics",
    type=click.Path(path_type=Path),
    help="Ghi một tệp lịch cho mọi mô hình, nhắc trước 7 ngày.",
)
@click.option(
    "--year",
    metavar="NĂM",
    type=click.IntRange(2000, 2100),
    help="Năm của tệp lịch (mặc định: năm nay).",
)
@click.option(
    "--reports",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Soạn báo cáo khảo sát của từng xã, đơn vị, báo cáo thẩm định của từng nơi thẩm định.",
)
@with_period
@with_printer
@with_templates
@with_force
@with_json
@with_date
@with_lang
def summary(
    sources: tuple[Path, ...],
    file: Path,
    results: Path | None,
    redacted: bool,  # noqa: FBT001
    calendar: Path | None,
    year: int | None,
    reports: Path | None,
    as_json: bool,  # noqa: FBT001
    drafted: date | None,
    lang: str,
    **wishes: Any,  # noqa: ANN401 - as the API names and types them
) -> None:
    """Tổng hợp nhiều mô hình: theo xã, loại hình, danh mục, kỳ; còn thiếu, quá hạn, số trùng, lỗi.

    Thoát với mã 1 khi có bản khai phải sửa; bảng tổng hợp vẫn được ghi.

    Ví dụ: docgen summary ban-khai/ --results ket-qua -o tong-hop.xlsx
    """
    if file.suffix.lower() != api.WORKBOOK:
        raise click.UsageError(shown.SUMMARY_FORMAT.in_language(lang).format(file=file))
    if redacted and (calendar or reports):
        raise click.UsageError(shown.NAMED_ALWAYS.in_language(lang))
    on, force = day_of(drafted), _force(wishes, lang)
    sums = api.summarize(
        sources,
        file,
        on=on,
        results=results,
        redacted=redacted,
        force=force,
        calendar=api.ask_calendar(calendar, year or on.year, lang) if calendar else None,
        reports=api.ask_reports(reports, **wishes) if reports else None,
    )
    _show_sums(sums, file, lang, as_json=as_json)
    if not all(one.state.is_well for one in (*sums.models, *sums.reports)):
        raise click.exceptions.Exit(ExitCode.INPUT)


def _show_sums(sums: Sums, file: Path, lang: str, *, as_json: bool) -> None:
    """The files that were made, each report with what is wrong with it, and the sum."""
    click.echo(batches.summary_as_json(sums, file, lang) if as_json else file)
    for outcome in () if as_json else sums.reports:
        click.echo(batches.line(outcome, lang))
        for problem in outcome.errors:
            click.echo(shown.problem(problem, lang), err=True)
    click.echo(batches.tally(Counter(one.state for one in sums.models), lang), err=True)
