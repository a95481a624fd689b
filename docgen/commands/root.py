"""The command to which all others belong."""

from __future__ import annotations

from pathlib import Path

import click

from docgen import __version__

DATA = "data"
"""The group of commands that look at data files themselves."""
with_data = click.option(
    "--data",
    "folder",
    metavar="THƯ_MỤC",
    envvar="DOCGEN_DATA",
    type=click.Path(path_type=Path),
    hidden=True,
    help="Thư mục dữ liệu đã sửa, dùng thay cho dữ liệu có sẵn.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen")
@with_data
@click.pass_context
def docgen(context: click.Context, folder: Path | None) -> None:
    """Soạn thảo hồ sơ mô hình bảo đảm an ninh, trật tự theo Hướng dẫn 1923/HD-BCĐ.

    Mã thoát: 0 xong; 1 bản khai có lỗi; 2 gõ sai lệnh; 3 máy thiếu công cụ; 4 dừng lại để giữ
    tệp người dùng đã sửa; 5 chương trình ngoài hoặc ổ đĩa bị lỗi.
    """
    if folder is not None and context.invoked_subcommand != DATA:
        from docgen import api  # noqa: PLC0415 - for own data only

        context.with_resource(api.using_data(folder))
