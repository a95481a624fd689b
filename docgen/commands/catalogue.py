"""The catalogue of models, for those who look for a code."""

from __future__ import annotations

import click

from docgen import api
from docgen.commands.options import with_json, with_lang
from docgen.commands.root import docgen


@docgen.command()
@with_json
@with_lang
def catalogue(as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Danh mục mô hình của Hướng dẫn 1923/HD-BCĐ: số, mã, tên, các biến thể nội dung.

    Ví dụ: docgen catalogue
    """
    from docgen.shown import catalogue as shown  # noqa: PLC0415

    found = api.catalogue()
    if as_json:
        click.echo(shown.as_json(found, lang))
        return
    for line in shown.lines(found, lang):
        click.echo(line)
