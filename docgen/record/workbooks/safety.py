"""What a workbook may not be or carry: another format, a bomb, macros, ways out of the file."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile

from docgen.errors import NO_WORDS, RecordError, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import DocgenError

MOST_PARTS = 500
MOST_BYTES = 24 * 1024 * 1024
"""Of all parts together once they are unpacked; a form with thousands of rows has a few MiB."""


class Size(NamedTuple):
    """How large a workbook may be: bytes of all parts unpacked, rows and columns of a sheet."""

    bytes: int = MOST_BYTES
    rows: int = 20_000
    columns: int = 100


OF_A_RECORD = Size()
OF_MANY = Size(512 * 1024 * 1024, 500_000, 200)
"""Of a workbook with a row for each of thousands of models."""
ZIP_FAULTS = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
"""What the standard library raises for one kind or another of damaged zip."""
_OLE_MARK = b"\xd0\xcf\x11\xe0"
_ZIP_MARK = b"PK"
_MAIN_PART = "xl/workbook.xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_ACTIVE = (
    ("vbaproject", Words("Tệp có macro", "The file has macros")),
    ("vbadata", Words("Tệp có macro", "The file has macros")),
    ("/macrosheets/", Words("Tệp có macro", "The file has macros")),
    ("/externallinks/", Words("Tệp lấy dữ liệu từ tệp khác", "The file links to other files")),
    ("/embeddings/", Words("Tệp có đối tượng nhúng (OLE)", "The file has embedded objects")),
    ("/activex/", Words("Tệp có điều khiển ActiveX", "The file has ActiveX controls")),
    ("/connections.xml", Words("Tệp lấy dữ liệu từ nơi khác", "The file fetches data")),
    ("/querytables/", Words("Tệp lấy dữ liệu từ nơi khác", "The file fetches data")),
)
_MACRO_TYPE = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0", b"<\0")
"""How XML in UTF-16 or UTF-32 begins, in which declarations could hide."""
SAVE_AS_XLSX = Words(
    "Mở bằng Excel, chọn Lưu thành (Save as), loại tệp “Excel Workbook (*.xlsx)”, không đặt mật "
    "khẩu.",
    "Open it in Excel and save it as “Excel Workbook (*.xlsx)”, without a password.",
)
_COPY_TO_NEW = Words(
    "Tạo tờ khai Excel mới (docgen new tu-quan -o TEP.xlsx), chép phần đã ghi sang bằng Paste "
    "Special > Values (dán giá trị).",
    "Make a new workbook (docgen new tu-quan -o FILE.xlsx) and copy what you wrote into it with "
    "Paste Special > Values.",
)


_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that a workbook under a password is in (MS-OFFCRYPTO 2.3.4)."""
_LOCKED = (
    Words("Tệp Excel có đặt mật khẩu", "The Excel file is protected by a password"),
    Words(
        "Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu), "
        "rồi lưu lại.",
        "Open it in Excel, take the password away (File > Info > Protect Workbook), save it again.",
    ),
)

_OLD = Words("Tệp Excel đời cũ (.xls)", "An old Excel file (.xls)")
_OLD_OR_LOCKED = Words(
    "Tệp Excel đời cũ (.xls) hoặc có đặt mật khẩu",
    "An old Excel file (.xls), or one protected by a password",
)


def check(data: bytes, file: str, size: Size = OF_A_RECORD) -> None:
    """Refuse what is no .xlsx workbook, or one that may do harm.

    Raises:
        RecordError: One problem for each thing found, all about ``file``.
    """
    if data.startswith(_OLE_MARK):
        if _ENCRYPTED in data:
            raise fault(file, *_LOCKED)
        raise fault(file, _OLD if file.lower().endswith(".xls") else _OLD_OR_LOCKED, SAVE_AS_XLSX)
    if not data.startswith(_ZIP_MARK):
        raise fault(
            file, Words("Đây không phải tệp Excel .xlsx", "This is no .xlsx file"), SAVE_AS_XLSX
        )
    parts = _parts(data, file, size)
    if _MAIN_PART not in {name.lower() for name in parts}:
        ods = parts.get("mimetype", b"").startswith(_OPEN_DOCUMENT)
        what = (
            Words("Đây là tệp OpenDocument (.ods)", "This is an OpenDocument file (.ods)")
            if ods
            else Words("Tệp không phải bảng tính Excel", "The file is no Excel workbook")
        )
        raise fault(file, what, SAVE_AS_XLSX)
    if any(_STRICT in parts[name] for name in parts if name.lower() == _MAIN_PART):
        what = Words("Tệp ở dạng “Strict Open XML”", "The file is in the form “Strict Open XML”")
        raise fault(file, what, SAVE_AS_XLSX)
    found = list(dict.fromkeys(_harm(parts)))
    if found:
        problems = [fault(file, what, _COPY_TO_NEW).problems[0] for what in found]
        raise RecordError(*problems)


def fault(file: str, what: Words, hint: Words = NO_WORDS) -> DocgenError:
    """The error of one problem with the whole ``file``."""
    return RecordError.at(file, *what, hint=hint)


def damaged(file: str) -> DocgenError:
    """The error of a file that cannot be unpacked or understood."""
    return fault(
        file,
        Words("Tệp Excel bị hỏng hoặc chép chưa xong", "The Excel file is damaged or incomplete"),
        Words(
            "Mở bằng Excel rồi lưu lại; nếu Excel không mở được thì dùng bản sao khác.",
            "Open it in Excel and save it again; if Excel cannot, use another copy.",
        ),
    )


def _parts(data: bytes, file: str, size: Size) -> dict[str, bytes]:
    """Every part, unpacked; nothing is unpacked when there would be too much."""
    try:
        with ZipFile(BytesIO(data)) as package:
            listed = package.infolist()
            names = {part.filename for part in listed}
            large = sum(part.file_size for part in listed) > size.bytes
            if large or len(listed) > MOST_PARTS or len(names) < len(listed):
                raise _too_large(file, size)
            return {part.filename: package.read(part) for part in listed if not part.is_dir()}
    except ZIP_FAULTS:
        raise damaged(file) from None


def _too_large(file: str, size: Size) -> DocgenError:
    return fault(
        file,
        Words(
            f"Tệp Excel bung ra hơn {size.bytes >> 20} MiB, nhiều hơn một tờ khai cần",
            f"The workbook unpacks to more than {size.bytes >> 20} MiB, more than any record needs",
        ),
        Words(
            "Xóa các hàng trống đã kẻ khung ở cuối trang, bỏ hình ảnh; hoặc chép phần đã ghi sang "
            "tờ khai mới.",
            "Delete the empty formatted rows and pictures, or copy what you wrote into a new form.",
        ),
    )


def _harm(parts: dict[str, bytes]) -> Iterator[Words]:
    for name, data in parts.items():
        yield from (what for mark, what in _ACTIVE if mark in f"/{name.lower()}")
        if name == "[Content_Types].xml" and _MACRO_TYPE.search(data):
            yield Words("Tệp có macro", "The file has macros")
        if name.lower().endswith((".xml", ".rels", ".vml")):
            yield from _harm_in_text(data)


def _harm_in_text(data: bytes) -> Iterator[Words]:
    if data.startswith(_WIDE_MARKS) or _DECLARED.search(data):
        yield Words("Tệp khai báo thực thể XML", "The file declares XML entities")
    for relation in _RELATION.findall(data):
        if _EXTERNAL.search(relation) and not _HYPERLINK.search(relation):
            yield Words("Tệp nối tới tệp bên ngoài", "The file points outside itself")


def too_many_rows(file: str, most: int) -> DocgenError:
    """The error of values further down than any list of a record goes."""
    return fault(
        file,
        Words(f"Tệp có giá trị ở dưới hàng {most}", f"The file has values below row {most}"),
        Words("Xóa các hàng thừa ở cuối trang.", "Delete the rows at the end of the sheet."),
    )
