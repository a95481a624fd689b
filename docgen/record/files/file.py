"""A record's file: found, not too large, a workbook or text in UTF-8."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, DocgenError, OutsideError, Place, Problem, RecordError, Words

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT = 1024 * 1024
WORKBOOK = ".xlsx"
FORMATS = (".yaml", ".yml", WORKBOOK)
"""How the name of a record's file ends."""
NEW_FORM = Words(
    "Tạo tờ khai trống bằng lệnh: docgen new tu-quan -o TEP.yaml (hoặc TEP.xlsx; mô hình liên kết: "
    "docgen new lien-ket)",
    "Make a blank form: docgen new tu-quan -o FILE.yaml (or FILE.xlsx; a linked model: docgen new "
    "lien-ket)",
)
_SAVE_AS_UTF_8 = Words(
    "Mở bằng Notepad, chọn Lưu thành (Save as), mục Encoding chọn UTF-8.",
    "Open it in Notepad, choose Save as, and set Encoding to UTF-8.",
)
# YAML takes no control characters, and Unicode's own line ends would shift the line numbers.
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")
_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ZIP_MARK = b"PK\x03\x04"
_OLE_MARK = b"\xd0\xcf\x11\xe0"
_SHEETS = (WORKBOOK, ".xlsm", ".xlsb", ".xltx", ".xls", ".ods")


def read_bytes(path: Path) -> bytes:
    """The bytes of the record at ``path``.

    Raises:
        RecordError: There is no such file, or it cannot be read, or it is too large.
        OutsideError: The disk failed.
    """
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise _fault(path, "Không có tệp này", "There is no such file", _near(path)) from None
    except IsADirectoryError:
        raise _folder(path) from None
    except PermissionError:
        raise _folder(path) if path.is_dir() else _unreadable(path) from None
    except ValueError:
        raise _fault(path, "Tên tệp không hợp lệ", "Not a file name") from None
    except OSError as error:
        raise _broken_disk(path, error) from None
    if len(data) > SIZE_LIMIT:
        raise _fault(
            path,
            "Tệp lớn hơn 1 MiB, quá lớn đối với một tờ khai",
            "The file is larger than 1 MiB, too large for a record",
            Words("Mỗi mô hình một tệp.", "One model, one file."),
        )
    return data


def is_workbook(data: bytes, path: Path) -> bool:
    """Whether the file means to be an Excel workbook, by its name or by what is in it.

    Raises:
        RecordError: It is a table of comma-separated values, which holds one list at most.
    """
    if path.suffix.lower() == ".csv":
        raise _fault(
            path,
            "Tệp CSV chỉ chứa được một bảng, không chứa được tờ khai",
            "A CSV file holds one table; a record has many",
            NEW_FORM,
        )
    inside = data.startswith(_OLE_MARK) or (
        data.startswith(_ZIP_MARK) and b"xl/workbook.xml" in data
    )
    return inside or path.suffix.lower() in _SHEETS


def decode(data: bytes, path: Path) -> str:
    """The text of ``data``, with one character for one and none that YAML refuses.

    Raises:
        RecordError: The data are empty, or not text in UTF-8.
    """
    if data.startswith(_UTF_16_MARKS):
        raise _fault(path, "Tệp lưu dạng UTF-16", "The file is in UTF-16", _SAVE_AS_UTF_8)
    if data.startswith(_ZIP_MARK):
        raise _fault(
            path,
            "Đây là tệp Word hoặc tệp nén, không phải tệp YAML hay Excel",
            "This is a Word or zip file, not YAML or Excel",
            NEW_FORM,
        )
    if b"\0" in data:
        raise _fault(path, "Đây không phải tệp văn bản", "This is not a text file", _SAVE_AS_UTF_8)
    text = _utf_8(data.removeprefix(_UTF_8_MARK), path)
    if not text.strip():
        raise _fault(path, "Tệp trống", "The file is empty", NEW_FORM)
    return _CONTROLS.sub(" ", text.translate(_LINE_ENDS))


def _utf_8(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
    place = Place(str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
    what = Words(
        "Tệp không phải UTF-8 (có thể là bảng mã cũ: TCVN3, VNI, Windows-1258)",
        "The file is not in UTF-8 (an old encoding such as TCVN3, VNI, Windows-1258?)",
    )
    hint = Words(
        "Chuyển mã sang Unicode (Unikey: Công cụ chuyển mã), rồi lưu dạng UTF-8.",
        "Convert it to Unicode (Unikey's converter), then save it as UTF-8.",
    )
    raise RecordError(Problem(place, what, hint))


def _near(path: Path) -> Words:
    """Files of like names beside the missing one."""
    try:
        names = sorted(
            file.name for kind in ("*.y*ml", "*.xlsx") for file in path.parent.glob(kind)
        )
    except OSError:
        return NEW_FORM
    near = get_close_matches(path.name, names, n=1, cutoff=0.6)
    if not near:
        return NEW_FORM
    there = path.with_name(near[0])
    return Words(f"Có phải {there} không?", f"Did you mean {there}?")


def _folder(path: Path) -> DocgenError:
    return _fault(
        path,
        "Đây là thư mục, không phải tệp",
        "This is a folder, not a file",
        Words("Chỉ ra một tệp .yaml hoặc .xlsx.", "Name a .yaml or .xlsx file."),
    )


def _unreadable(path: Path) -> DocgenError:
    return _fault(
        path,
        "Không có quyền đọc tệp này",
        "No permission to read this file",
        Words(
            "Đóng chương trình đang giữ tệp, hoặc chép tệp sang thư mục khác.",
            "Close the program that holds it, or copy it to another folder.",
        ),
    )


def _broken_disk(path: Path, error: OSError) -> DocgenError:
    reason = error.strerror or type(error).__name__
    return OutsideError.at(
        path,
        f"Không đọc được tệp: máy báo “{reason}”",
        f"The file cannot be read: {reason}",
        hint=Words(
            "Kiểm tra ổ đĩa hoặc kết nối mạng, rồi thử lại.",
            "Check the disk or the network, then try again.",
        ),
    )


def _fault(path: Path, vi: str, en: str, hint: Words = NO_WORDS) -> DocgenError:
    return RecordError.at(path, vi, en, hint=hint)
