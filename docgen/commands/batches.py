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
    day_of,
    with_date,
    with_json,
    with_lang,
    with_printer,
    with_templates,
)
from docgen.commands.root import docgen
from docgen.errors import ExitCode
from docgen.shown import batches
from docgen.shown.language import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.batches.batching import Run
    from docgen.batches.task import Outcome


with_sources = click.argument(
    "sources",
    metavar="BẢN_KHAI|THƯ_MỤC...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    callback=spread,
)
with_jobs = click.option(
    "--jobs",
    metavar="SỐ",
    type=click.IntRange(min=0),
    default=0,
    help="Số tiến trình cùng chạy (mặc định: bằng số nhân của máy).",
)


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
    help="Việc làm cho từng bản khai: check, bundle hoặc một bước (establish, report...).",
)
@with_jobs
@click.option(
    "--limit",
    metavar="GIÂY",
    type=click.FloatRange(min=1),
    default=LIMIT,
    show_default=True,
    help="Quá bấy nhiêu giây thì dừng một bản khai, làm tiếp các bản khác.",
)
@click.option("--only-failed", is_flag=True, help="Chỉ làm lại những bản khai lần trước chưa xong.")
@click.option("--dry-run", "rehearsed", is_flag=True, help="Chỉ cho xem, không ghi gì.")
@click.option("--period", "part", metavar="KỲ", default="", help=PERIOD)
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
    asked = api.ask_batch(sources, results, deed, on=day_of(drafted), **wishes)
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
        run.outcomes, run.count, label, show_pos=True, file=sys.stderr, hidden=hidden
    ) as bar:
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
@with_jobs
@with_json
@with_date
@with_lang
def summary(
    sources: tuple[Path, ...],
    file: Path,
    as_json: bool,  # noqa: FBT001
    drafted: date | None,
    lang: str,
    **wishes: Any,  # noqa: ANN401 - as the API names and types them
) -> None:
    """Tổng hợp nhiều mô hình: từng mô hình, theo xã và loại, hồ sơ còn thiếu, lỗi và chỗ có lỗi.

    Thoát với mã 1 khi có bản khai phải sửa; bảng tổng hợp vẫn được ghi.

    Ví dụ: docgen summary ban-khai/ --results ket-qua -o tong-hop.xlsx
    """
    if file.suffix.lower() != api.WORKBOOK:
        raise click.UsageError(shown.SUMMARY_FORMAT.in_language(lang).format(file=file))
    found = api.summarize(sources, file, on=day_of(drafted), **wishes)
    click.echo(batches.summary_as_json(found, file, lang) if as_json else file)
    click.echo(batches.tally(Counter(one.state for one in found), lang), err=True)
    if not all(one.state.is_well for one in found):
        raise click.exceptions.Exit(ExitCode.INPUT)
