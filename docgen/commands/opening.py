"""The dossier on the screen."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.commands.options import with_json, with_lang
from docgen.commands.root import docgen
from docgen.errors import DocgenError, MissingToolError, Words
from docgen.shown import results

DOSSIER = "ho-so.pdf"


@docgen.command("open")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@with_json
@with_lang
def open_dossier(folder: Path, as_json: bool, lang: str) -> None:  # noqa: ARG001, FBT001
    """Mở hồ sơ (ho-so.pdf) của thư mục; nhiều hồ sơ thì mở thư mục.

    Ví dụ: docgen open ho-so
    """
    found = (
        [folder / DOSSIER] if (folder / DOSSIER).is_file() else list(folder.glob(f"*/{DOSSIER}"))
    )
    if not found:
        raise DocgenError.at(
            folder,
            "không có hồ sơ (ho-so.pdf) ở đây",
            "there is no dossier (ho-so.pdf) here",
            hint=Words("Soạn trước: docgen establish …", "Draft it first: docgen establish …"),
        )
    shown = found[0] if len(found) == 1 else folder
    if click.launch(str(shown)):
        raise MissingToolError.at(
            shown,
            "máy không có chương trình mở tệp này",
            "no program on this machine opens this",
            hint=Words("Mở bằng tay.", "Open it by hand."),
        )
    if as_json:
        click.echo(results.written([shown]))
