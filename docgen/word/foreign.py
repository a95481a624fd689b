"""Files that go by the name of .docx and are something else: each is called what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, Words
from docgen.values import Value
from docgen.word.fence import DAMAGED, SAVE_AGAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

ZIP: Final = b"PK"
_COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")  # MS-CFB 2.2
_HEAD: Final = 4096  # bytes in which a file says what it is


class Foreign(Value):
    """Something else than a .docx: what it is, and what to do about it."""

    what: Words
    hint: Words = SAVE_AGAIN

    def problem(self, name: str) -> Problem:
        """The problem of the file ``name``."""
        return Problem(Place(name), self.what, self.hint)


def _called(vi: str, en: str, hint: Words = SAVE_AGAIN) -> Foreign:
    what = Words(f"không phải tài liệu Word .docx mà là {vi}", f"not a Word document but {en}")
    return Foreign(what, hint)


NO_DOCX: Final = Foreign(
    Words("không phải tài liệu Word (.docx)", "not a Word document (.docx)"),
)
LOCKED: Final = Foreign(
    Words("tệp được bảo vệ bằng mật khẩu", "the file is protected by a password"),
    Words(
        "Mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu > Mã hóa bằng mật khẩu), "
        "rồi lưu lại.",
        "Open it in Word, take the password away (File > Info > Protect Document), save it again.",
    ),
)
_DAMAGED: Final = Foreign(DAMAGED)
_EMPTY: Final = Foreign(
    Words("tệp hỏng: rỗng, không có byte nào", "damaged: the file is empty"),
    Words("Lấy lại tệp từ nơi gửi.", "Get the file again from whoever sent it."),
)
_OLD_WORD: Final = _called("tệp .doc (Word 97-2003)", "a .doc file (Word 97-2003)")
_OLD_OFFICE: Final = _called("tệp Office đời cũ (.xls, .ppt)", "an old Office file (.xls, .ppt)")
_TYPE_ANEW: Final = Words(
    "Lấy bản Word gốc của văn bản này.", "Get the Word file that it was made from."
)
_PDF: Final = _called("tệp PDF", "a PDF file", _TYPE_ANEW)
_PICTURE: Final = _called("tệp ảnh", "a picture", _TYPE_ANEW)

_BEGINNINGS: Final = (
    (b"%PDF-", _PDF),
    (b"\xff\xd8\xff", _PICTURE),
    (b"\x89PNG", _PICTURE),
    (b"{\\rtf", _called("tệp .rtf", "an .rtf file")),
)
_MARKS: Final = (
    (b"<pkg:package", _called("tệp XML của Word (.xml)", "a Word XML file (.xml)")),
    (b"<w:worddocument", _called("tệp XML của Word 2003 (.xml)", "a Word 2003 XML file (.xml)")),
    (b"<html", _called("trang web (.html)", "a web page (.html)")),
    (b"<!doctype html", _called("trang web (.html)", "a web page (.html)")),
)
# In a compound file the names of streams are UTF-16 (MS-CFB 2.6.1).
_STREAMS: Final = (
    ("EncryptedPackage", LOCKED),
    ("DRMEncryptedTransform", LOCKED),
    ("WordDocument", _OLD_WORD),
)
_PARTS: Final = (
    ("xl/workbook.", _called("bảng tính Excel", "an Excel workbook", _TYPE_ANEW)),
    ("ppt/presentation.", _called("tệp trình chiếu PowerPoint", "a PowerPoint file", _TYPE_ANEW)),
    ("index/document.iwa", _called("tệp Pages của Apple", "an Apple Pages file")),
)
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument."
_TEXT: Final = _called("tệp .odt (OpenDocument)", "an .odt file (OpenDocument)")
_OTHER: Final = _called("tệp OpenDocument (.ods, .odp)", "an OpenDocument file", _TYPE_ANEW)


def of_bytes(data: bytes) -> Foreign | None:
    """What ``data`` is when it is no zip at all; None for a zip."""
    if data.startswith(ZIP):
        return None
    if not data:
        return _EMPTY
    if data.startswith(_COMPOUND):
        named = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in data)
        return next(named, _OLD_OFFICE)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    begun = (kind for mark, kind in _BEGINNINGS if head.startswith(mark))
    marked = (kind for mark, kind in _MARKS if mark in head.lower())
    return next(begun, None) or next(marked, _DAMAGED)


def of_parts(parts: Mapping[str, bytes]) -> Foreign | None:
    """What a zip of ``parts`` is when it is known and no Word file."""
    kind = parts.get("mimetype", b"")
    if kind.startswith(_OPEN_DOCUMENT):
        return _TEXT if kind.startswith(_OPEN_DOCUMENT + b"text") else _OTHER
    names = [part.lower() for part in parts]
    found = (kind for mark, kind in _PARTS if any(name.startswith(mark) for name in names))
    return next(found, None)
