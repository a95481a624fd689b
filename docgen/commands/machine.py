"""The machine: what is there to work with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from docgen import api
from docgen.commands.options import with_json, with_lang
from docgen.commands.root import docgen
from docgen.errors import ExitCode, Words
from docgen.shown.paint import strong

_MARKS = {
    "good": (Words("được", "good"), "green"),
    "note": (Words("lưu ý", "note"), "yellow"),
    "bad": (Words("hỏng", "bad"), "red"),
}


@docgen.command()
@click.argument("folder", metavar="[THƯ_MỤC]", default=".", type=click.Path(path_type=Path))
@with_json
@with_lang
def doctor(folder: Path, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Xem máy này có đủ để soạn hồ sơ không; thiếu gì, xử lý thế nào.

    Thoát với mã 3 khi không soạn được vào THƯ_MỤC (mặc định: thư mục hiện tại).

    Ví dụ: docgen doctor ho-so
    """
    found = api.examine_machine(folder)
    if as_json:
        rows = [
            {
                "name": one.name,
                "health": one.health.value,
                "found": one.found.in_language(lang),
                "remedy": one.remedy.in_language(lang),
            }
            for one in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    for one in () if as_json else found:
        words, colour = _MARKS[one.health.value]
        mark, remedy = words.in_language(lang).ljust(6), one.remedy.in_language(lang)
        line = f"{strong(mark, colour)} {one.found.in_language(lang)}"
        click.echo(f"{line}. {remedy}" if remedy else line)
    if any(one.health.value == "bad" for one in found):
        raise click.exceptions.Exit(ExitCode.MISSING)
