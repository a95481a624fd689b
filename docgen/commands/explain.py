"""Codes of problems, explained."""

from __future__ import annotations

import json

import click

from docgen.commands.options import with_json, with_lang
from docgen.commands.root import docgen


@docgen.command()
@click.argument("code", metavar="MÃ")
@with_json
@with_lang
def explain(code: str, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Giải thích một mã lỗi (DG…): lời báo, do đâu, xử lý thế nào.

    Ví dụ: docgen explain DG139
    """
    from docgen.shown import explaining  # noqa: PLC0415 - reads the catalogue of problems

    lines = explaining.explained(code, lang)
    if lines is None:
        raise click.UsageError(explaining.no_such_code(code, lang))
    if as_json:
        told = {"code": code.upper(), "explained": lines}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(line)
