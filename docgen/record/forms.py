"""The blank forms and the JSON Schemas of the records, written from the models.

``python -m docgen.workflows.blank_forms`` writes all of them into ``forms/`` of the working folder,
the forms as YAML and as Excel workbooks.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from docgen.record.json_schemas import json_schema
from docgen.record.schema.fields import Blank
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.profile import profile_of
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.record.schema.units import FEWEST_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.record.schema.parts import RecordPart, RecordRoot
    from docgen.record.schema.shape import Slot


@dataclass(frozen=True, slots=True)
class RecordForm:
    """One kind of record as people fill it in: the name of its files, what they hold, its head."""

    name: str
    record: type[RecordRoot]
    head: str

    @property
    def file(self) -> str:
        """The blank form."""
        return f"{self.name}.yaml"

    @property
    def schema(self) -> str:
        """The JSON Schema."""
        return f"{self.name}.schema.json"

    @property
    def workbook(self) -> str:
        """The blank form for Excel."""
        return f"{self.name}.xlsx"


_WIDTH = 96
_MOST_IN_A_LINE = 4
_HOW = """\
# Cách ghi: sau dấu hai chấm có một dấu cách; ngày ghi 05/9/2026; chữ có dấu hai chấm hoặc dấu #
# thì đặt trong ngoặc kép; mỗi cấp thụt vào 2 dấu cách, không dùng phím Tab. Nội dung nhiều đoạn:
# ghi >- sau dấu hai chấm, xuống dòng thụt vào, cách đoạn bằng một dòng trống. Danh sách: bỏ dấu #
# ở các dòng mẫu rồi sửa, mỗi phần tử bắt đầu bằng dấu gạch ngang.
"""
_NEXT = """\
#
# Kiểm tra: docgen check TEP.yaml. Soạn hồ sơ: docgen establish TEP.yaml -o THU_MUC
"""
SELF_MANAGED = RecordForm(
    "tu-quan",
    Record,
    f"""\
# TỜ KHAI MÔ HÌNH TỰ QUẢN VỀ AN NINH, TRẬT TỰ (Hướng dẫn 1923/HD-BCĐ)
#
# Chỉ ba mục bắt buộc, có ghi (BẮT BUỘC): issuer.kind, issuer.name, model.name; có hồ sơ đơn vị
# (profile) thì chỉ còn model.name. Mục khác chưa biết thì để trống: văn bản in ra chỗ trống để điền
# tay, hoặc dấu [Cần bổ sung: ...] ở nội dung phải có.
#
{_HOW}{_NEXT}""",
)
LINKED = RecordForm(
    "lien-ket",
    LinkedRecord,
    f"""\
# TỜ KHAI MÔ HÌNH LIÊN KẾT VỀ AN NINH, TRẬT TỰ (Hướng dẫn 1923/HD-BCĐ)
#
# Bắt buộc, có ghi (BẮT BUỘC): model.name, và units gồm từ {FEWEST_UNITS} đơn vị, mỗi đơn vị có name
# và kind. Mục khác chưa biết thì để trống: văn bản in ra chỗ trống để điền tay, hoặc dấu
# [Cần bổ sung: ...] ở nội dung phải có. Đơn vị chủ trì xây dựng ghi lead: true; đơn vị luân phiên
# chủ trì ghi turn (lượt) và term (nhiệm kỳ).
#
{_HOW}{_NEXT}""",
)
FORMS = {form.name: form for form in (SELF_MANAGED, LINKED)}
PROFILE = RecordForm(
    "don-vi",
    profile_of(Record),
    f"""\
# HỒ SƠ ĐƠN VỊ: khai một lần, dùng cho mọi mô hình của xã, cơ quan, doanh nghiệp, nhà trường
#
# Bản khai của từng mô hình ghi tên tệp này ở mục profile (tính từ thư mục của bản khai) rồi không
# khai lại các mục dưới đây; mục nào bản khai có ghi thì theo bản khai. Bắt buộc: issuer.kind,
# issuer.name. Mục để trống được suy ra nếu pháp luật, cách gọi thông thường cho phép: xem bằng lệnh
# docgen profile TEP.yaml
#
{_HOW}""",
)
"""What is told once of a unit, for all its models."""
_ON_PAPER = {
    Blank.HOLE: " [để trống: in chỗ trống]",
    Blank.MARK: " [để trống: in dấu cần bổ sung]",
    Blank.NONE: "",
}


def shipped_schema(form: RecordForm) -> Path:
    """The JSON Schema that ships with docgen: in the installed package, or beside a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "forms"
    return (installed if installed.is_dir() else package.parent / "forms") / form.schema


def blank_form(form: RecordForm, schema: str = "") -> str:
    """The blank YAML form: every field in the model's order, with Vietnamese comments.

    It loads once its required values are filled in; ``kind`` is filled in already. ``schema`` is
    where editors find the JSON Schema, seen from the form; by default beside it.
    """
    modeline = f"# yaml-language-server: $schema={schema or form.schema}\n"
    return modeline + form.head + "\n".join(_part(form.record, 0)) + "\n"


def _part(part: type[RecordPart], depth: int) -> Iterator[str]:
    for slot in slots_of(part).values():
        if not depth:
            yield ""
        yield from _comment(slot, depth)
        yield from _entry(slot, depth)


def _comment(slot: Slot, depth: int) -> Iterator[str]:
    indent = "  " * depth
    needed = "(BẮT BUỘC) " if slot.required and (slot.part is None or slot.many) else ""
    text = f"{needed}{slot.about.note or slot.about.vi}{_example(slot)}{_if_empty(slot)}"
    for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False, break_long_words=False):
        yield f"{indent}# {line}"


def _example(slot: Slot) -> str:
    if _fits_a_line(slot):
        inner = slots_of(slot.part).values() if slot.part else ()
        return (
            ". Ví dụ: {"
            + ", ".join(f"{field.name}: {field.about.example}" for field in inner)
            + "}"
        )
    example = slot.about.example
    if (
        example in (None, "")
        or slot.many
        or slot.kind in (FieldKind.PART, FieldKind.CHOICE, FieldKind.FLAG)
    ):
        return ""
    return f". Ví dụ: {example}"


def _if_empty(slot: Slot) -> str:
    """What an empty field means: a default, a blank or a mark on paper."""
    if slot.kind in (FieldKind.CHOICE, FieldKind.FLAG) and not slot.required:
        return f" [để trống: {str(slot.default).lower()}]"
    return _ON_PAPER[slot.about.blank]


def _fits_a_line(slot: Slot) -> bool:
    """Whether a part holds numbers and days only, so that one line shows it best."""
    if slot.part is None or slot.many:
        return False
    fields = slots_of(slot.part).values()
    numbers = all(field.kind in (FieldKind.WHOLE, FieldKind.DAY) for field in fields)
    return numbers and len(fields) <= _MOST_IN_A_LINE


def _entry(slot: Slot, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if slot.part is not None and not slot.many:
        if _fits_a_line(slot):
            empty = ", ".join(f"{name}: " for name in slots_of(slot.part))
            yield f"{indent}{slot.name}: {{{empty}}}"
            return
        yield f"{indent}{slot.name}:"
        yield from _part(slot.part, depth + 1)
        return
    only = slot.choices[0] if slot.required and len(slot.choices) == 1 else ""
    yield f"{indent}{slot.name}: {only}".rstrip()
    if slot.many:
        yield from (f"{indent}  # {line}" for line in _sample_item(slot))


def _sample_item(slot: Slot) -> Iterator[str]:
    """One item of a list, to be uncommented; a part with a line for each of its fields."""
    if slot.part is None:
        example = slot.about.example
        yield f"- {example[0] if isinstance(example, list) else '...'}"
        return
    for place, line in enumerate(_sample_fields(slot.part)):
        yield f"{'  ' if place else '- '}{line}"


def _sample_fields(part: type[RecordPart]) -> Iterator[str]:
    for inner in slots_of(part).values():
        entry, note = f"{inner.name}:{_shown(inner.about.example)}", f"# {inner.about.vi}"
        if len(entry) + len(note) < _WIDTH:
            yield f"{entry}  {note}"
        else:
            yield from wrap(note, _WIDTH - 10, subsequent_indent="# ")
            yield entry
        if inner.part is not None:
            lines = _sample_item(inner) if inner.many else _sample_fields(inner.part)
            yield from (f"  {line}" for line in lines)


def _shown(example: object) -> str:
    """An example as YAML after a colon."""
    if example is None:
        return ""
    if isinstance(example, list | bool):
        return " " + json.dumps(example, ensure_ascii=False)
    return f" {example}"


def write_forms(folder: Path, forms: Iterable[RecordForm]) -> list[Path]:
    """Write ``forms`` and their schemas into ``folder``; returns what was written."""
    from docgen.record.workbooks.making import blank_workbook  # noqa: PLC0415 - slow to import

    folder.mkdir(parents=True, exist_ok=True)
    made: dict[Path, bytes] = {}
    for form in forms:
        made[folder / form.file] = blank_form(form).encode()
        made[folder / form.schema] = json_schema(form.record, form.schema).encode()
        made[folder / form.workbook] = blank_workbook(form.record)
    for path, data in made.items():
        path.write_bytes(data)
    return list(made)
