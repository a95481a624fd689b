"""The desk in the browser."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from docgen.commands.options import day_of, with_lang
from docgen.commands.root import docgen
from docgen.errors import MissingToolError, Words

_NEEDED = ("starlette", "uvicorn", "python_multipart")


@docgen.command()
@click.argument("work", metavar="[THƯ_MỤC]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port",
    default=0,
    show_default=True,
    type=click.IntRange(0, 65_535),
    help="Cổng trên máy này; 0: tự chọn cổng còn trống.",
)
@click.option("--no-open", "hidden", is_flag=True, help="Chỉ in địa chỉ, không mở trình duyệt.")
@with_lang
def serve(work: Path | None, port: int, hidden: bool, lang: str) -> None:  # noqa: FBT001
    """Mở bàn làm việc trong trình duyệt: mọi việc của docgen, chỉ trên máy này.

    THƯ_MỤC: thư mục làm việc, mỗi mô hình một thư mục (mặc định: thư mục dùng lần trước). Địa chỉ
    in ra dùng được một lần. Dừng bằng nút “Dừng docgen” trong trang hoặc Ctrl-C.

    Ví dụ: docgen serve mo-hinh
    """
    if not all(map(find_spec, _NEEDED)):
        raise MissingToolError.at(
            "docgen serve",
            "máy chưa có phần bàn làm việc trong trình duyệt",
            "the desk in the browser is not installed on this machine",
            hint=Words(
                "Cài thêm: pip install docgen-antt[web] (uv sync --extra web).",
                "Install it: pip install docgen-antt[web] (uv sync --extra web).",
            ),
        )
    from docgen.web import serving  # noqa: PLC0415 - no other command needs a server

    told = click.get_current_context().find_root().params.get("lang")
    chosen = lang if lang == "en" or told else ""
    serving.serve(serving.Opening(work, port, lambda: day_of(None), click.echo, not hidden, chosen))
