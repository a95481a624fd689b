"""What the commands say, as the desk says it: no command, no option, no dash of YAML."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from docgen import api
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_of
from docgen.record.workbooks.wording import help_on
from docgen.shown.buttons import at_desk
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.errors import Words
    from docgen.record.schema.parts import RecordPart
    from tests.web.asking import Asked

OURS = re.compile(r"docgen [a-z]+ |docgen [a-z]+[.,;)]|--[a-z]|gạch ngang")
SAMPLE = "xa-2026-to-lien-gia"


def helps(part: type[RecordPart], above: str = "") -> Iterator[tuple[str, Words]]:
    """Every field that is explained below its label."""
    for name, slot in slots_of(part).items():
        found = help_on(slot)
        if found.vi:
            yield f"{above}{name}", found
        if slot.part is not None:
            yield from helps(slot.part, f"{above}{name}.")


EVERY = [*helps(Record), *helps(LinkedRecord)]


@pytest.mark.parametrize(
    ("said", "vi"),
    [
        (
            "Chạy lại lệnh soạn (docgen establish …) để cập nhật.",
            "Bấm “Soạn lại theo bản khai” ở Hồ sơ để cập nhật.",
        ),
        ("Xem từng tiêu chí: docgen rate.", "Xem từng tiêu chí ở “Xếp loại”."),
        (
            "Chạy lại: docgen amend /nhà/mô hình.1 04-quyet-dinh --replace",
            "Làm lại ở “Đính chính, thay thế” (Đời mô hình).",
        ),
        (
            "Khai mục “reports” trong bản khai; xem mẫu: docgen new.",
            "Khai mục “reports” trong bản khai.",
        ),
        (
            "Sửa tại ô được nêu; mẫu mới lấy bằng docgen new tu-quan -o a.xlsx.",
            "Sửa tại ô được nêu.",
        ),
        ("Xem mẫu: docgen new tu-quan, docgen new lien-ket.", ""),
        (
            "docgen tự dùng thứ đó; docgen không ghi đè.",
            "docgen tự dùng thứ đó; docgen không ghi đè.",
        ),
        ("Muốn chỉ dùng bộ in sẵn thì thêm --printer builtin.", ""),
    ],
)
def test_a_button_stands_for_a_command(said: str, vi: str) -> None:
    """Or nothing does; what holds at the desk too stays."""
    assert at_desk(said) == vi


@pytest.mark.parametrize(("name", "found"), EVERY)
def test_help_below_a_field_is_in_both_languages(name: str, found: Words) -> None:
    """And tells of no command, and of no way of writing YAML."""
    assert found.en, name
    for text, language in zip(found, ("vi", "en"), strict=True):
        assert not OURS.search(at_desk(text, language))


def test_remarks_on_pages_name_no_command(officer: Asked, work: Path) -> None:
    """Every step, the answers, the dossier, the life of a model of each kind."""
    for name in (SAMPLE, "vong-doi/kha-truong-2026", "lien-ket/giap-ranh-2026"):
        file = work / name.replace("/", "-") / "ban-khai.yaml"
        file.parent.mkdir()
        shutil.copy(path_of(name), file)
        steps = [one.slug for one in api.steps_of(api.open_record(file))]
        pages = [
            "",
            *(f"/khai/{step}" for step in steps),
            "/khai/xem-lai",
            "/xep-loai",
            "/doi-song",
        ]
        for page in pages:
            text = officer.ok(f"/m/{file.parent.name}{page}")
            assert not OURS.search(re.sub(r"<[^>]*>", " ", text)), (page, OURS.search(text))


def test_the_catalogue_is_shown_by_names(officer: Asked, work: Path) -> None:
    """The example of its field is one of the words that may be chosen, and no inner code."""
    file = work / "mot" / "ban-khai.yaml"
    file.parent.mkdir()
    shutil.copy(path_of(SAMPLE), file)
    text = officer.ok("/m/mot/khai/mo-hinh")
    assert "cong-truong-an-toan-giao-thong" not in text
    assert re.search(r"Ví dụ: \d+\. Cổng trường an toàn giao thông", text)


def test_undoing_a_paste_names_the_list(work: Path) -> None:
    """Guests are people, parts of a programme are rows; members need no more words."""
    file = work / "mot" / "ban-khai.yaml"
    file.parent.mkdir()
    shutil.copy(path_of(SAMPLE), file)
    person = "Họ và tên\tNghề nghiệp\nTrần Thị Bình\tGiáo viên"
    for table, text, columns, said in (
        ("members", person, (), "thêm 1 người"),
        ("launch.guests", person, (), "thêm 1 người vào “Khách mời”"),
        (
            "launch.programme",
            "8 giờ\tKhai mạc",
            ("time", "content"),
            "thêm 1 dòng vào “Chương trình”",
        ),
    ):
        record = api.open_record(file)
        api.paste(file, record.revision, table, text, api.paste_choices(columns))
        undo = api.last_change(api.open_record(file))
        assert undo is not None
        assert undo.vi == said
