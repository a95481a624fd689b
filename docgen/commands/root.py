"""The command to which all others belong."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from docgen import __version__
from docgen.commands.help_pages import Group, show_help
from docgen.shown.language import ENVIRONMENT

DATA = "data"
"""The group of commands that look at data files themselves."""
SECTIONS: Final = {
    "Bản khai": {"new": "forms", "check": "forms", "convert": "forms", "profile": "forms"},
    "Soạn hồ sơ": {"establish": "papers", "ceremony": "papers"},
    "Đời mô hình": {
        "report": "papers",
        "renew": "papers",
        "reorganize": "papers",
        "commend": "papers",
        "discipline": "papers",
        "rate": "ratings",
        "deadlines": "ratings",
        "replicate": "papers",
        "dissolve": "papers",
    },
    "Nhiều mô hình": {"batch": "batches", "summary": "batches"},
    "Thư mục hồ sơ": {
        "status": "folders",
        "open": "opening",
        "number": "folders",
        "register": "folders",
        "bundle": "folders",
        "amend": "folders",
    },
    "Mẫu và thể thức": {"templates": "stationery", "catalogue": "catalogue", "lint": "lint"},
    "Máy và chương trình": {
        "serve": "serving",
        "doctor": "machine",
        "explain": "explain",
        "completion": "completion",
    },
}
"""The commands in the order in which an officer meets them, each with the module that adds it."""
with_data = click.option(
    "--data",
    "folder",
    metavar="THƯ_MỤC",
    envvar="DOCGEN_DATA",
    type=click.Path(path_type=Path),
    hidden=True,
    help="Thư mục dữ liệu đã sửa, dùng thay cho dữ liệu có sẵn.",
)


@click.group(
    cls=Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(
    __version__,
    prog_name="docgen",
    message="%(prog)s %(version)s",
    help="Hiện phiên bản rồi thoát.",
)
@click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    envvar=ENVIRONMENT,
    help="Ngôn ngữ thông báo (mặc định: vi) / language of messages.",
)
@with_data
@click.pass_context
def docgen(context: click.Context, folder: Path | None, lang: str | None) -> None:  # noqa: ARG001
    """Soạn thảo hồ sơ mô hình bảo đảm an ninh, trật tự theo Hướng dẫn 1923/HD-BCĐ.

    Mã thoát: 0 xong; 1 bản khai có lỗi; 2 gõ sai lệnh; 3 máy thiếu công cụ; 4 dừng lại để giữ
    tệp người dùng đã sửa; 5 chương trình ngoài hoặc ổ đĩa bị lỗi; 130 người dùng dừng (Ctrl-C).
    """
    show_help(context)
    if folder is not None and context.invoked_subcommand != DATA:
        from docgen import api  # noqa: PLC0415 - for own data only

        context.with_resource(api.using_data(folder))


docgen.sections = SECTIONS
docgen.homes = {
    command: f"{__package__}.{module}"
    for places in (*SECTIONS.values(), {DATA: "data"})
    for command, module in places.items()
}
