"""The papers of each step of a model's life."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from docgen import api
from docgen.commands.help_pages import Command
from docgen.commands.options import (
    day_of,
    with_date,
    with_folder,
    with_json,
    with_lang,
    with_period,
    with_printer,
    with_record,
    with_templates,
)
from docgen.commands.outcomes import show_package, teller
from docgen.commands.root import docgen

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_OPTIONS = (with_date, with_printer, with_templates, with_json, with_lang)


def _step(name: str, what: str, example: str, *, periodic: bool = False) -> None:
    """Add the command that drafts the papers of the step ``name``."""

    def take(
        record: Path,
        folder: Path,
        drafted: date | None,
        printer: str,
        templates: Path | None,
        as_json: bool,  # noqa: FBT001
        lang: str,
        period: str = "",
    ) -> None:
        made = api.package(
            record,
            folder,
            name,
            on=day_of(drafted),
            part=period,
            printer=printer,
            templates=templates,
            tell=teller(lang),
        )
        show_package(made, folder, lang, as_json=as_json)

    command: click.Command = click.command(name, cls=Command, help=f"{what}\n\nVí dụ: {example}")(
        take
    )
    for option in (with_record, with_folder, *([with_period] * periodic), *_OPTIONS):
        command = option(command)
    docgen.add_command(command)


_step(
    "establish",
    "Soạn trọn bộ hồ sơ thành lập: từng văn bản Word, bản in PDF và hồ sơ đánh số trang.",
    "docgen establish samples/xa-2026-to-lien-gia.yaml -o ket-qua",
)
_step(
    "ceremony",
    "Soạn văn bản hội nghị ra mắt, ký kết: kế hoạch, chương trình, giấy mời, biên bản, bản ký.",
    "docgen ceremony samples/xa-2026-to-lien-gia.yaml -o ra-mat",
)
_step(
    "report",
    "Soạn báo cáo kết quả hoạt động định kỳ (06 tháng, năm): mục 9 (tự quản), 7 (liên kết).",
    "docgen report ban-khai.yaml --period 2026-H1 -o ho-so",
    periodic=True,
)
_step(
    "reorganize",
    "Soạn văn bản kiện toàn khi thay đổi thành viên: tờ trình, quyết định, danh sách mới.",
    "docgen reorganize ban-khai.yaml -o ho-so",
)
_step(
    "commend",
    "Soạn văn bản khen thưởng: tờ trình, danh sách, quyết định.",
    "docgen commend ban-khai.yaml -o ho-so",
)
_step(
    "discipline",
    "Soạn văn bản xử lý kỷ luật thành viên: biên bản họp, tờ trình, quyết định.",
    "docgen discipline ban-khai.yaml -o ho-so",
)
_step(
    "replicate",
    "Soạn thông báo phổ biến, nhân rộng mô hình xếp loại Khá, Tốt.",
    "docgen replicate ban-khai.yaml -o ho-so",
    periodic=True,
)
_step(
    "dissolve",
    "Soạn văn bản thanh loại; chỉ với mô hình xếp loại Yếu (mục II.3).",
    "docgen dissolve ban-khai.yaml -o ho-so",
)


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_json
@with_lang
def renew(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Sang năm mới: bản khai của năm sau (giữ nguyên ghi chú) và kế hoạch hoạt động năm.

    Ví dụ: docgen renew ban-khai.yaml -o nam-2027
    """
    made = api.renew(
        record,
        folder,
        on=day_of(drafted),
        printer=printer,
        templates=templates,
        tell=teller(lang),
    )
    show_package(made, folder, lang, as_json=as_json)
