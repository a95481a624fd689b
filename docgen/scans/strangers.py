"""Files in ``da-ky/`` that are no scans: what they are, and what a person can make of them."""

from __future__ import annotations

from docgen.errors import DocgenError, RecordError, Words
from docgen.values import Value

_HINT_KINDS = Words(
    "Chỉ nhận PDF, JPG, PNG, TIFF: quét lại, hoặc mở tệp rồi in ra PDF và đặt vào thay.",
    "Only PDF, JPG, PNG and TIFF count: scan again, or open it and print it to PDF.",
)
_HINT_PICTURE = Words(
    "Mở ảnh rồi lưu lại dạng JPG hoặc PNG và đặt vào thay.",
    "Open the picture, save it as JPG or PNG, and put that in its place.",
)
_HINT_PHONE = Words(
    "Trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất rồi chụp lại; hoặc mở ảnh rồi"
    " lưu lại dạng JPG.",
    "On an iPhone: Settings › Camera › Formats › Most Compatible, then take it again; or open it"
    " and save it as JPG.",
)


class _Kind(Value):
    """What a file is that begins with ``mark`` at ``place``."""

    mark: bytes
    name: Words
    hint: Words = _HINT_KINDS
    place: int = 0


_KINDS = (
    _Kind(b"PK\x03\x04", Words("tệp Word, Excel hoặc tệp nén", "a Word, Excel or zip file")),
    _Kind(b"\xd0\xcf\x11\xe0", Words("tệp Word, Excel đời cũ", "an old Word or Excel file")),
    _Kind(b"{\\rtf", Words("tệp RTF", "an RTF file")),
    _Kind(b"<", Words("trang web hoặc tệp XML", "a web page or an XML file")),
    _Kind(b"GIF8", Words("ảnh GIF", "a GIF picture"), _HINT_PICTURE),
    _Kind(b"BM", Words("ảnh BMP", "a BMP picture"), _HINT_PICTURE),
    _Kind(b"WEBP", Words("ảnh WebP", "a WebP picture"), _HINT_PICTURE, 8),
    _Kind(b"ftypavi", Words("ảnh AVIF", "an AVIF picture"), _HINT_PICTURE, 4),
    *(
        _Kind(b"ftyp" + brand, Words("ảnh HEIC của điện thoại", "a HEIC picture"), _HINT_PHONE, 4)
        for brand in (b"hei", b"hev", b"mif1", b"msf1")
    ),
    _Kind(b"ftyp", Words("phim của điện thoại", "a film of a phone"), _HINT_KINDS, 4),
    _Kind(b"\0\0\0\x0cjP", Words("ảnh JPEG 2000", "a JPEG 2000 picture"), _HINT_PICTURE),
    _Kind(b"\xff\x4f\xff\x51", Words("ảnh JPEG 2000", "a JPEG 2000 picture"), _HINT_PICTURE),
    _Kind(b"\0\0\0\x0cJXL", Words("ảnh JPEG XL", "a JPEG XL picture"), _HINT_PICTURE),
    _Kind(b"\xff\x0a", Words("ảnh JPEG XL", "a JPEG XL picture"), _HINT_PICTURE),
    _Kind(b"8BPS", Words("ảnh Photoshop", "a Photoshop picture"), _HINT_PICTURE),
    _Kind(b"AT&TFORM", Words("tệp DjVu", "a DjVu file")),
    _Kind(b"%!PS", Words("tệp PostScript", "a PostScript file")),
    _Kind(b"RIFF", Words("tệp âm thanh hoặc phim", "a sound or a film")),
    _Kind(b"Rar!", Words("tệp nén RAR", "a RAR file")),
    _Kind(b"7z\xbc\xaf", Words("tệp nén 7z", "a 7z file")),
    _Kind(b"MZ", Words("chương trình", "a program")),
)
_TEXT = _Kind(b"", Words("tệp văn bản thường", "a plain text file"))
_UNKNOWN = _Kind(b"", Words("loại tệp không nhận ra", "a file of unknown kind"))
_SAMPLE = 4096


def stranger(data: bytes, name: str) -> DocgenError:
    """The error of a file that is no scan, with what it is by its first bytes.

    Args:
        data: The file.
        name: What a user calls it, for messages.
    """
    kind = _kind(data)
    words = (
        f"đây không phải là bản quét mà là {kind.name.vi}",
        f"this is no scan but {kind.name.en}",
    )
    return RecordError.at(name, *words, hint=kind.hint)


def _kind(data: bytes) -> _Kind:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    for kind in _KINDS:
        begins = start if not kind.place and kind.mark[0] else data
        if begins.startswith(kind.mark, kind.place):
            return kind
    return _TEXT if _is_text(data[:_SAMPLE]) else _UNKNOWN


def _is_text(sample: bytes) -> bool:
    """Whether a person could read ``sample``; the end of it may be cut in a letter."""
    try:
        text = sample.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(sample) - 3:
            return False
        text = sample[: fault.start].decode("utf-8")
    return bool(text) and all(letter.isprintable() or letter.isspace() for letter in text)
