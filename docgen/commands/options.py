"""The options that commands share, and the day: the clock enters here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

DAY_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]
with_lang = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default="vi",
    envvar="DOCGEN_LANG",
    show_default=True,
    help="Ngôn ngữ thông báo / language of messages.",
)
with_record = click.argument("record", metavar="BẢN_KHAI", type=click.Path(path_type=Path))
with_records = click.argument(
    "records", metavar="BẢN_KHAI...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
with_folder = click.option(
    "-o",
    "--output",
    "folder",
    metavar="THƯ_MỤC",
    required=True,
    type=click.Path(path_type=Path),
    help="Thư mục nhận bộ hồ sơ.",
)
with_date = click.option(
    "--date",
    "drafted",
    metavar="NGÀY",
    type=click.DateTime(DAY_FORMATS),
    help="Ngày soạn thảo, dd/mm/yyyy (mặc định: hôm nay).",
)
with_json = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
with_printer = click.option(
    "--printer",
    type=click.Choice(["auto", "builtin", "libreoffice", "word"]),
    default="auto",
    show_default=True,
    help="Công cụ chuyển Word sang PDF.",
)
with_templates = click.option(
    "--templates",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục chứa mẫu Word đã sửa, dùng thay cho mẫu có sẵn.",
)
with_package_folder = click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
with_moved_record = click.option(
    "--record",
    metavar="BẢN_KHAI",
    type=click.Path(path_type=Path),
    help="Bản khai, khi đã chuyển sang chỗ khác.",
)
with_period = click.option(
    "--period",
    metavar="KỲ",
    default="",
    help="Kỳ: 2026-H1 (06 tháng đầu năm) hoặc 2026 (cả năm); mặc định: mọi kỳ đã khai.",
)


def day_of(told: date | None) -> date:
    """The day of drafting; the only place where the clock is read."""
    if told is None:
        return date.today()  # noqa: DTZ011, TID251 - the clock enters here and nowhere else
    return date(told.year, told.month, told.day)
