"""What the workbook says: labels, explanations, and the words that stand for codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.record.schema.fields import Blank, words_in
from docgen.record.schema.province import KIND as MANY
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from docgen.record.schema.shape import Slot
    from docgen.record.workbooks.layout import Field, Layout, Table

YES, NO = "có", "không"
NUMBER = "STT"
EXAMPLE = "Ví dụ"
HEAD_LABEL, HEAD_VALUE, HEAD_NOTE = "Mục", "Nội dung khai", "Cách ghi, ví dụ"
HOW = """\
Ghi vào cột “Nội dung khai”. Mục có dấu * là bắt buộc.
Mục chưa biết thì để trống: văn bản in ra chỗ trống để điền tay, hoặc dấu [Cần bổ sung: …].
Danh sách ngắn: mỗi ý một dòng trong ô (xuống dòng: Alt+Enter).
Danh sách người, đơn vị, công việc: ở các trang sau, mỗi dòng một mục, ghi từ dưới dòng “Ví dụ”.
Cột STT ở các trang sau: ghi khi trang khác nhắc đến dòng đó, hoặc để chừa một dòng điền tay.
Ngày ghi theo thứ tự ngày/tháng/năm: 05/9/2026. Ô ghi đều là ô chữ.
Không dùng công thức, không gộp ô, không xóa hàng 1 và cột A đang ẩn. Trang không dùng thì để trống.
""".splitlines()
_NEXT = "Kiểm tra: docgen check TEP.xlsx. Soạn hồ sơ: docgen establish TEP.xlsx -o THU_MUC"
_NEXT_OF_MANY = (
    "Soát mọi mô hình: docgen batch TEP.xlsx -o KET_QUA. Soạn hồ sơ: thêm --do establish. Cột STT: "
    "trang thành viên, trang đơn vị thành viên ghi theo số này."
)
_NEXT_OF_PROFILE = "Xem mục đã khai, mục suy ra được, mục còn thiếu: docgen profile TEP.xlsx"
_ON_PAPER = {
    Blank.HOLE: "Để trống: in chỗ trống.",
    Blank.MARK: "Để trống: in dấu cần bổ sung.",
    Blank.NONE: "",
}
_HIDDEN = " (đang ẩn, khi cần: bấm chuột phải vào tên một trang ở dưới, chọn Unhide / Bỏ ẩn)"
_ENGLISH_FLAGS = ((r"\s*\(true/false\)", ""), (r"\btrue\b", YES), (r"\bfalse\b", NO))


def how_of(layout: Layout) -> list[str]:
    """How the form is filled in, and what comes next."""
    if slots_of(layout.root)["kind"].choices == (MANY,):
        return [*HOW, _NEXT_OF_MANY]
    return [*HOW, _NEXT if layout.tables else _NEXT_OF_PROFILE]


def title_of(layout: Layout) -> str:
    """``HỒ SƠ KHAI MỘT MÔ HÌNH TỰ QUẢN``."""
    return (layout.root.__doc__ or "").split("\n")[0].rstrip(".").upper()


def parent_label(table: Table) -> str:
    """The head of the column that names a row of the list around."""
    if table.parent is None:
        return ""
    return f"Thuộc dòng số (ghi số ở cột {NUMBER}, trang “{table.parent.sheet}”)"


def is_title(table: Table, text: str) -> bool:
    """Whether a cell has the title of a list's sheet, of this form or of an older one."""
    title = clean_line(table.label)
    return text == title or text.startswith(f"{title}. Cột “")


def pointer_to(table: Table, *, hidden: bool) -> str:
    """What stands on the first sheet in place of a list."""
    return f"Ghi ở trang “{table.sheet}”" + (_HIDDEN if hidden else "")


def label_of(field: Field) -> str:
    """The label of a field; a star where it must be told."""
    return field.label + (" *" if field.slot.required else "")


def note_on(slot: Slot) -> str:
    """How the field is filled in: all that the model tells, said for a sheet."""
    said = (
        "Bắt buộc." if slot.required else "",
        _sentence(_explanation(slot)),
        _how(slot),
        _for_example(slot),
        _if_empty(slot),
    )
    return " ".join(sentence for sentence in said if sentence)


def _explanation(slot: Slot) -> str:
    """Only what says more than the label; the words of choices stand in their list."""
    if slot.kind is FieldKind.CHOICE:
        return slot.about.note
    text = slot.about.note or slot.about.vi
    for words, code in slot.about.offers:
        text = text.replace(f"{code} ({words})", words)
    if slot.kind is FieldKind.FLAG:
        for english, ours in _ENGLISH_FLAGS:
            text = re.sub(english, ours, text)
    return "" if text == slot.label.vi else text


def help_on(slot: Slot) -> Words:
    """What is told of a field below its label: only what the label does not say."""
    english = "" if slot.kind is FieldKind.CHOICE else slot.about.en
    return Words(_beyond(slot.label.vi, _explanation(slot)), _beyond(slot.label.en, english))


def _beyond(label: str, said: str) -> str:
    if said == label:
        return ""
    if said.startswith(label):
        said = said[len(label) :].lstrip(" :;")
        if said.startswith("(") and said.endswith(")") and "(" not in said[1:]:
            said = said[1:-1]
    return _sentence(f"{said[:1].upper()}{said[1:]}")


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "…")) else f"{text}."


def _how(slot: Slot) -> str:
    if slot.many:
        return "Mỗi ý một dòng (Alt+Enter)."
    if has_options(slot):
        return "Chọn trong danh sách."
    if slot.kind is FieldKind.TEXT:
        return "Mỗi đoạn một dòng (Alt+Enter)."
    return ""


def _for_example(slot: Slot) -> str:
    shown = example_of(slot).replace("\n", " / ")
    return f"Ví dụ: {_sentence(shown)}" if shown and slot.kind is not FieldKind.FLAG else ""


def _if_empty(slot: Slot) -> str:
    if (
        slot.kind in (FieldKind.CHOICE, FieldKind.FLAG)
        and not slot.required
        and slot.default is not None
    ):
        return f"Để trống: {shown_option(slot, slot.default)}."
    return _ON_PAPER[slot.about.blank]


def example_of(slot: Slot) -> str:
    """The example of the field as a cell would hold it, empty when there is none."""
    example = slot.about.example
    if isinstance(example, list):
        return "\n".join(str(item) for item in example)
    if has_options(slot) and example is not None:
        return shown_option(slot, example)
    return "" if example is None else str(example)


def is_example(slot: Slot, text: str) -> bool:
    """Whether a cell has the example of the field, in the words of this form or of an older one."""
    if clean_line(text) == clean_line(example_of(slot)):
        return True
    return has_options(slot) and chosen(slot, text) == slot.about.example


def options(slot: Slot) -> dict[str, str | bool]:
    """What the list of a cell offers, and the value behind each line."""
    if slot.kind is FieldKind.FLAG:
        return {YES: True, NO: False}
    if slot.about.offers:
        return dict(slot.about.offers)
    return {_words_for(code, slot.about.vi): code for code in slot.choices}


def has_options(slot: Slot) -> bool:
    """Whether the cell of the field offers a list."""
    return slot.kind in (FieldKind.CHOICE, FieldKind.FLAG) or bool(slot.about.offers)


def _words_for(code: str, told: str) -> str:
    """``UBND cấp xã`` where the label tells ``commune (UBND cấp xã)``."""
    return next((words for words, known in words_in(told) if known == code), code)


def shown_option(slot: Slot, value: object) -> str:
    """The line of the list that stands for ``value``; the value itself when it has none."""
    code = value if isinstance(value, bool) else str(value)
    return next((shown for shown, behind in options(slot).items() if behind == code), str(value))


def chosen(slot: Slot, text: str) -> str | bool:
    """The value that ``text`` in a cell means: a line of the list, or the code behind it.

    Older forms have the code in brackets behind the words. What means nothing comes back as it
    is, to be refused with the others.
    """
    wanted = clean_line(text).casefold()
    bracketed = wanted.removesuffix(")").rpartition(" (")[2] if wanted.endswith(")") else ""
    for shown, value in options(slot).items():
        letters, _, _ = shown.casefold().partition(" - ")
        if wanted in {shown.casefold(), letters, str(value).casefold()}:
            return value
        if bracketed == str(value).casefold():
            return value
    return text
