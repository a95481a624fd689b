"""The papers of each step of a model's life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.commands.options import (
    day_of,
    with_date,
    with_folder,
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


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_lang
def establish(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn trọn bộ hồ sơ thành lập: từng văn bản Word, bản in PDF và hồ sơ đánh số trang.

    Ví dụ: docgen establish samples/xa-2026-to-lien-gia.yaml -o ket-qua
    """
    from docgen.workflows import packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step(packaging.ESTABLISH)
    show_package(packaging.package(order, step, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_lang
def ceremony(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản hội nghị ra mắt, ký kết: kế hoạch, chương trình, giấy mời, biên bản, bản ký.

    Ví dụ: docgen ceremony samples/xa-2026-to-lien-gia.yaml -o ra-mat
    """
    from docgen.workflows import packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step(packaging.CEREMONY)
    show_package(packaging.package(order, step, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_period
@with_date
@with_printer
@with_templates
@with_lang
def report(
    record: Path,
    folder: Path,
    period: str,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn báo cáo kết quả hoạt động định kỳ (06 tháng, năm): mục 9 (tự quản), 7 (liên kết).

    Ví dụ: docgen report ban-khai.yaml --period 2026-H1 -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step("report", period)
    show_package(living.live(order, step, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_lang
def reorganize(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản kiện toàn khi thay đổi thành viên: tờ trình, quyết định, danh sách mới.

    Ví dụ: docgen reorganize ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step("reorganize")
    show_package(living.live(order, step, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_lang
def renew(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Sang năm mới: bản khai của năm sau (giữ nguyên ghi chú) và kế hoạch hoạt động năm.

    Ví dụ: docgen renew ban-khai.yaml -o nam-2027
    """
    from docgen.workflows import packaging, renewing  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    show_package(renewing.renew(order, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_lang
def commend(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản khen thưởng: tờ trình, danh sách, quyết định.

    Ví dụ: docgen commend ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step("commend")
    show_package(living.live(order, step, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_lang
def discipline(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản xử lý kỷ luật thành viên: biên bản họp, tờ trình, quyết định.

    Ví dụ: docgen discipline ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step("discipline")
    show_package(living.live(order, step, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_period
@with_date
@with_printer
@with_templates
@with_lang
def replicate(
    record: Path,
    folder: Path,
    period: str,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn thông báo phổ biến, nhân rộng mô hình xếp loại Khá, Tốt.

    Ví dụ: docgen replicate ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step("replicate", period)
    show_package(living.live(order, step, teller(lang)), folder, lang)


@docgen.command()
@with_record
@with_folder
@with_date
@with_printer
@with_templates
@with_lang
def dissolve(
    record: Path,
    folder: Path,
    drafted: date | None,
    printer: str,
    templates: Path | None,
    lang: str,
) -> None:
    """Soạn văn bản thanh loại; chỉ với mô hình xếp loại Yếu (mục II.3).

    Ví dụ: docgen dissolve ban-khai.yaml -o ho-so
    """
    from docgen.workflows import living, packaging  # noqa: PLC0415

    order = packaging.Order(record, folder, day_of(drafted), printer, templates)
    step = packaging.Step("dissolve")
    show_package(living.live(order, step, teller(lang)), folder, lang)
