"""The class of a model, and what is due when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen import api, shown
from docgen.commands.options import (
    day_of,
    with_date,
    with_json,
    with_lang,
    with_period,
    with_printer,
    with_records,
    with_templates,
)
from docgen.commands.outcomes import show_files, teller
from docgen.commands.root import docgen
from docgen.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.errors import Problem


@docgen.command()
@with_records
@with_period
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
@with_date
@with_printer
@with_templates
@with_json
@with_lang
def rate(
    records: tuple[Path, ...],
    period: str,
    dossier: Path | None,
    folder: Path | None,
    appraise: bool,  # noqa: FBT001
    drafted: date | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
    **wishes: Any,  # noqa: ANN401 - as the API names and types them
) -> None:
    """Xếp loại mô hình: từng tiêu chí, loại liền trên còn thiếu gì, việc phải làm tiếp.

    Ví dụ: docgen rate samples/vong-doi/kha-truong-2026.yaml
    """
    from docgen.shown import verdicts  # noqa: PLC0415

    if dossier is not None and len(records) > 1:
        raise click.UsageError(shown.ONE_DOSSIER.in_language(lang))
    today = day_of(drafted)
    found = api.rate(records, on=today, period=period, dossier=dossier)
    if as_json:
        click.echo(verdicts.ratings_as_json(found, lang))
    else:
        for line in verdicts.ratings(found, lang):
            click.echo(line)
    _show_odd((problem for model in found for problem in model.remarks), lang)
    if folder is not None:
        tell = teller(lang)
        files = api.rating_papers(found, folder, on=today, appraise=appraise, tell=tell, **wishes)
        show_files(files, folder, lang, quiet=as_json)
    rated = all(model.is_rated for model in found)
    raise click.exceptions.Exit(ExitCode.DONE if rated else ExitCode.INPUT)


def _show_odd(found: Iterable[Problem], lang: str) -> None:
    """What is odd in the folder that was looked into."""
    for problem in found:
        click.echo(shown.problem(problem, lang), err=True)


@docgen.command()
@with_records
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
@with_date
@with_json
@with_lang
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

    today = day_of(drafted)
    found = api.deadlines(records, year or today.year)
    if file is not None:
        api.calendar(found, file, on=today, language=lang)
        click.echo(shown.WRITTEN.in_language(lang).format(file=file), err=True)
    if as_json:
        click.echo(verdicts.deadlines_as_json(found, lang))
        return
    for line in verdicts.deadlines(found, lang):
        click.echo(line)
