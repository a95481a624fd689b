"""The options that commands share, and the day: the clock enters here."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from docgen.commands.named_files import only, spread
from docgen.shown.language import spoken

_PERIOD = r"20[0-9]{2}(-H1)?"
_DAY_FORMATS = ("%d/%m/%Y", "%Y-%m-%d")


class Day(click.ParamType[date, Any]):
    """A day as people write it (05/9/2026) or as programs do (2026-09-05)."""

    name = "day"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day; a text that names none is wrong usage."""
        if isinstance(value, date):
            return value
        for form in _DAY_FORMATS:
            with suppress(ValueError):
                return datetime.strptime(str(value), form).date()  # noqa: DTZ007 - a day has no zone
        told = spoken("không có ngày “{day}”; ghi như 05/9/2026")
        return self.fail(told.format(day=value), param, ctx)


class Period(click.ParamType[str, Any]):
    """A period: ``2026-H1`` or ``2026``; nothing for every one."""

    name = "period"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """The period as records have it; a text that names none is wrong usage."""
        text = str(value).strip().upper()
        if not text or re.fullmatch(_PERIOD, text):
            return text
        told = spoken("không có kỳ “{period}”; ghi như 2026-H1 hoặc 2026")
        return self.fail(told.format(period=value), param, ctx)


def _language() -> str:
    """The language told before the command's name, or by the environment."""
    context = click.get_current_context(silent=True)
    while context is not None:
        if told := context.params.get("lang"):
            return str(told)
        context = context.parent
    return "vi"


with_lang = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default=_language,
    help="Ngôn ngữ thông báo (mặc định: vi) / language of messages.",
)
with_record = click.argument(
    "record", metavar="BẢN_KHAI", type=click.Path(path_type=Path), callback=only
)
with_records = click.argument(
    "records",
    metavar="BẢN_KHAI...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    callback=spread,
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
    type=Day(),
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
PERIOD = "Kỳ: 2026-H1 (06 tháng đầu năm) hoặc 2026 (cả năm); mặc định: mọi kỳ đã khai."
with_period = click.option("--period", metavar="KỲ", type=Period(), default="", help=PERIOD)


def day_of(told: date | None) -> date:
    """The day of drafting; the only place where the clock is read."""
    if told is None:
        return date.today()  # noqa: DTZ011, TID251 - the clock enters here and nowhere else
    return told
