"""Word papers held against the rules of form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen import api, shown
from docgen.commands.options import day_of, with_date, with_json, with_lang
from docgen.commands.root import docgen
from docgen.errors import ExitCode

if TYPE_CHECKING:
    from datetime import date

    from docgen.workflows.linting import Linted


@docgen.command()
@click.argument("sources", metavar="TỆP|THƯ_MỤC...", nargs=-1)
@with_json
@click.option("--sarif", "as_sarif", is_flag=True, help="In kết quả dạng SARIF 2.1.0.")
@click.option(
    "--annotate",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Ghi bản sao có lời nhận xét của Word tại từng chỗ.",
)
@click.option(
    "--fix",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Ghi bản sao đã sửa những gì sửa được chắc chắn, theo chế độ theo dõi thay đổi.",
)
@click.option(
    "--regime",
    type=click.Choice(["auto", "nd30", "hd36", "hd05"]),
    default="auto",
    show_default=True,
    help="Thể thức áp dụng: tự chọn, hoặc ép dùng một văn bản quy định.",
)
@click.option(
    "--skip", metavar="MÃ", multiple=True, help="Bỏ qua một quy tắc (dùng được nhiều lần)."
)
@click.option("--rules", "listing", is_flag=True, help="Liệt kê các quy tắc.")
@click.option("--explain", metavar="MÃ", help="Giải thích một quy tắc.")
@with_date
@with_lang
def lint(
    sources: tuple[str, ...],
    as_json: bool,  # noqa: FBT001
    as_sarif: bool,  # noqa: FBT001
    annotate: Path | None,
    fix: Path | None,
    regime: str,
    skip: tuple[str, ...],
    listing: bool,  # noqa: FBT001
    explain: str | None,
    drafted: date | None,
    lang: str,
) -> None:
    """Đối chiếu văn bản Word với Nghị định 30/2020/NĐ-CP hoặc quy định của Đảng.

    Nêu từng chỗ chưa đúng kèm điều khoản; thoát với mã 1 khi có lỗi hoặc cảnh báo. Văn bản chưa đề
    ngày lấy ngày của --date.

    Ví dụ: docgen lint ho-so/van-ban
    """
    form = "sarif" if as_sarif else "json" if as_json else "table"
    if listing or explain is not None:
        _tell_rules(explain, form, lang)
        return
    if not sources:
        raise click.UsageError(shown.LINT_SOURCES.in_language(lang))
    result = api.lint_papers(
        sources,
        on=day_of(drafted),
        regime=regime,
        skip=skip,
        annotate=annotate,
        fix=fix,
        lang=lang,
    )
    _show(result, form, lang)
    raise click.exceptions.Exit(ExitCode.INPUT if result.fails else ExitCode.DONE)


def _show(result: Linted, form: str, lang: str) -> None:
    """Findings go to standard output, what could not be read and what was written beside it."""
    from docgen.shown import findings  # noqa: PLC0415 - each form imports its own
    from docgen.shown import linting as table  # noqa: PLC0415

    if form == "sarif":
        click.echo(findings.as_sarif(result, lang))
    elif form == "json":
        click.echo(findings.as_json(result, lang))
    else:
        for line in table.lines(result, lang):
            click.echo(line)
    for problem in (*result.remarks, *result.problems):
        click.echo(shown.problem(problem, lang), err=True)
    for file in result.written:
        click.echo(shown.WRITTEN.in_language(lang).format(file=file), err=True)


def _tell_rules(explain: str | None, form: str, lang: str) -> None:
    """One rule with its clause and remedy, or all of them."""
    from docgen.shown import rulebook  # noqa: PLC0415 - as above

    if explain is None:
        rules = rulebook.rules_json(lang) if form == "json" else "\n".join(rulebook.rules(lang))
        click.echo(rules)
        return
    explained = rulebook.explained(explain, lang)
    if not explained:
        raise click.UsageError(shown.NO_SUCH_RULE.in_language(lang).format(rule=explain))
    click.echo("\n".join(explained))
