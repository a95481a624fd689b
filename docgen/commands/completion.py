"""Completion of commands on Tab, by click's own scripts."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import get_completion_class

from docgen.commands.options import with_lang
from docgen.commands.root import docgen

SHELLS: Final = ("bash", "zsh", "fish", "powershell")
_PROGRAM: Final = "docgen"
_VARIABLE: Final = "_DOCGEN_COMPLETE"


@docgen.command("completion")
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
@with_lang
def completion(shell: str, lang: str) -> None:  # noqa: ARG001
    """In đoạn lệnh để trình dòng lệnh gợi ý khi gõ phím Tab.

    SHELL: bash, zsh, fish hoặc powershell. Thêm đoạn in ra vào tệp cấu hình của trình dòng lệnh.

    Ví dụ: docgen completion bash >> ~/.bashrc
    """
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(docgen, {}, _PROGRAM, _VARIABLE).source())
