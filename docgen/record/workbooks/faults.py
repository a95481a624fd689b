"""What can be wrong with a cell or a row of a workbook, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.record.schema.shape import slots_of
from docgen.record.taking import Reason
from docgen.record.workbooks.wording import has_options, options

if TYPE_CHECKING:
    from docgen.record.schema.shape import Slot
    from docgen.record.workbooks.layout import Table

FORMULA = (
    Words("Ô này là công thức", "This cell is a formula"),
    Words(
        "Chép ô, dán lại bằng Paste Special > Values (dán giá trị).",
        "Copy the cell and paste it back with Paste Special > Values.",
    ),
)
EXCEL_ERROR = (
    Words("Ô này là giá trị lỗi của Excel (#N/A, #REF! ...)", "This cell is an error of Excel"),
    Words("Ghi lại giá trị.", "Type the value again."),
)
MERGED = (
    Words("Ô này bị gộp với ô khác", "This cell is merged with another"),
    Words(
        "Bỏ gộp ô (Unmerge Cells), ghi giá trị vào từng ô.",
        "Unmerge the cells and fill in each of them.",
    ),
)
NO_KEY = (
    Words("Ô này không thuộc mục nào của tờ khai", "This cell belongs to no field of the form"),
    Words(
        "Chuyển nội dung sang ô đúng mục; không chèn thêm hàng, cột vào tờ khai.",
        "Move it to the cell of its field; insert no rows or columns here.",
    ),
)
TWICE = (
    Words("Mục này được khai ở hai hàng", "This field is told in two rows"),
    Words("Giữ lại một hàng.", "Keep one of them."),
)
CHANGED_EXAMPLE = (
    Words(
        "Dòng “Ví dụ” đã bị sửa; dòng này không được đọc",
        "The example row was changed; it is not read",
    ),
    Words(
        "Ghi từ dòng dưới dòng “Ví dụ”, hoặc xóa chữ “Ví dụ” ở cột đầu.",
        "Write below the example row, or delete “Ví dụ” in its first column.",
    ),
)


def no_sheet(table: Table) -> tuple[Words, Words]:
    """That the sheet of a list is gone."""
    what = Words(
        f"Không còn trang “{table.sheet}”: coi như không khai gì ở đó",
        f"The sheet “{table.sheet}” is gone: nothing counts as told there",
    )
    return what, _GONE


def no_column(label: str, sheet: str) -> tuple[Words, Words]:
    """That a column of a list is gone."""
    what = Words(
        f"Trang “{sheet}” không còn cột “{label}”: coi như không khai gì ở đó",
        f"“{sheet}” has lost its column “{label}”: nothing counts as told there",
    )
    return what, _GONE


def no_row(label: str) -> tuple[Words, Words]:
    """That the row of a field is gone from the first sheet."""
    what = Words(
        f"Không còn hàng “{label}”: coi như không khai gì ở đó",
        f"The row “{label}” is gone: nothing counts as told there",
    )
    return what, _GONE


_GONE = Words(
    "Nếu lỡ xóa thì tạo tờ khai Excel mới (docgen new … -o TEP.xlsx), chép phần đã ghi sang.",
    "If it was deleted by mistake, make a new form (docgen new … -o FILE.xlsx) and copy into it.",
)


def no_parent(number: str, sheet: str) -> tuple[Words, Words]:
    """The fault of a row that refers to a row that is not there."""
    hint = Words(
        f"Ghi số ở cột STT của một dòng đã khai ở trang “{sheet}”.",
        f"Write the number in the column STT of a row that is told on the sheet “{sheet}”.",
    )
    if not number:
        return Words(
            "Chưa ghi dòng này thuộc dòng số mấy", "This row does not say where it belongs"
        ), hint
    return (
        Words(f"Trang “{sheet}” không có dòng số {number}", f"“{sheet}” has no row {number}"),
        hint,
    )


def number_twice(number: int, first: int) -> tuple[Words, Words]:
    """The fault of a number that two rows of a list with lists inside have."""
    return (
        Words(
            f"Số thứ tự {number} đã có ở hàng {first}",
            f"The number {number} is taken by row {first}",
        ),
        Words(
            "Mỗi dòng một số thứ tự, vì trang khác ghi theo số này.",
            "One number a row, for other sheets refer to it.",
        ),
    )


def hint_for(reason: Reason, hint: Words, slot: Slot | None) -> Words:
    """``hint`` as it is said of a cell: without YAML's names, dashes, quotes and indents."""
    if slot is None:
        return hint
    if reason in (Reason.MISSING, Reason.TOO_FEW) and slot.part is not None:
        return _rows_needed(slot) if slot.many else _cells_needed(slot)
    if reason in _OF_A_CELL:
        return _OF_A_CELL[reason]
    if reason is Reason.MISSING and has_options(slot):
        return _OF_A_CELL[Reason.NOT_CHOICE]
    return Words(*(_quoted(text, f"{slot.name}: ") for text in hint))


def what_for(reason: Reason, what: Words, slot: Slot | None) -> Words:
    """``what`` as it is said of a cell: the lines of its list in place of codes."""
    if slot is None or not has_options(slot) or reason not in _OF_A_CELL:
        return what
    listed = "; ".join(f"“{one}”" for one in options(slot))
    return Words(f"phải là một trong: {listed}", f"must be one of: {listed}")


def _quoted(text: str, name: str) -> str:
    """An example in quotes, without the name that YAML has before it."""
    before, named, example = text.partition(name)
    return f"{before}“{example}”" if named else text


def _cells_needed(slot: Slot) -> Words:
    inner = slots_of(slot.part).values() if slot.part else ()
    needed = [one.label for one in inner if one.required]
    vi, en = ", ".join(label.vi for label in needed), ", ".join(label.en for label in needed)
    return Words(f"Ghi các ô bắt buộc: {vi}.", f"Fill in the required cells: {en}.")


def _rows_needed(slot: Slot) -> Words:
    needed = (
        [inner.label for inner in slots_of(slot.part).values() if inner.required]
        if slot.part
        else []
    )
    vi, en = ", ".join(label.vi for label in needed), ", ".join(label.en for label in needed)
    return Words(
        f"Ghi ở trang này, mỗi dòng một mục; bắt buộc: {vi}." if vi else "Ghi thêm dòng.",
        f"Fill in rows of this sheet; required: {en}." if en else "Fill in more rows.",
    )


_OF_A_CELL = {
    Reason.NOT_FLAG: Words("Chọn “có” hoặc “không”.", "Choose “có” (yes) or “không” (no)."),
    Reason.NOT_CHOICE: Words(
        "Chọn một dòng trong danh sách của ô.", "Choose from the list of the cell."
    ),
    Reason.NOT_TEXT: Words(
        "Định dạng ô là Text (Văn bản) rồi ghi lại.", "Format the cell as Text and type it again."
    ),
}
