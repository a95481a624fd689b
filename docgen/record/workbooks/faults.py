"""What can be wrong with a cell or a row of a workbook, and what to do about it."""

from __future__ import annotations

from docgen.errors import Words

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
