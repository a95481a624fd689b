"""One scanned file: read, told what it is, and let in or refused."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from docgen.dossier.joining import joined
from docgen.errors import OutsideError, Place, Problem, RecordError, Words
from docgen.scans.pictures import HINT_FEWER, is_picture, to_pdf
from docgen.scans.screening import screen
from docgen.scans.strangers import stranger
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docgen.scans.outside.fields import Pen
    from docgen.scans.screening import Screened

MOST_PAGES = 300
"""Of one paper."""
MOST_BYTES = 100_000_000
"""Of one file."""
_PDF_ZONE = 1024
"""How far from its start a PDF may begin."""
_HINT_READ = Words(
    "Đóng chương trình đang mở tệp; nếu tệp nằm trên OneDrive, chọn “Luôn giữ trên thiết bị này”"
    " và chờ tải xong; rồi chạy lại.",
    "Close the program that has it open; if it lies on OneDrive, choose “Always keep on this"
    " device” and wait for the download; then run again.",
)
_HINT_EMPTY = Words(
    "Chờ quét, chép hoặc đồng bộ xong, hoặc quét lại rồi đặt vào thay.",
    "Wait until scanning, copying or syncing has ended, or scan it again.",
)
_HINT_LARGE = Words(
    "Quét lại ở 300 dpi, hoặc tách thành nhiều tệp (…-1.pdf, …-2.pdf).",
    "Scan again at 300 dpi, or split it into several files (…-1.pdf, …-2.pdf).",
)


class Scan(Value):
    """One scanned file that may come in.

    Attributes:
        name: Its name.
        data: Its bytes, where the original is kept; of others memory is better spared.
        screened: It as a PDF, looked through.
    """

    name: str
    data: bytes
    screened: Screened


def bytes_of(path: Path, name: str) -> bytes:
    """The bytes of the file.

    Args:
        path: Where it is.
        name: What a user calls it, for messages.

    Raises:
        RecordError: It is empty or too large.
        OutsideError: The system does not give it.
    """
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise OSError(None, "not a file")  # noqa: TRY301
        data = path.read_bytes() if state.st_size <= MOST_BYTES else None
    except OSError as fault:
        words = "không đọc được tệp", f"the file cannot be read ({fault.strerror})"
        raise OutsideError.at(name, *words, hint=_HINT_READ) from fault
    if data is None:
        millions = MOST_BYTES // 1_000_000
        words = f"tệp lớn hơn {millions} MB", f"the file is larger than {millions} MB"
        raise RecordError.at(name, *words, hint=_HINT_LARGE)
    if not data.strip(b"\0"):
        words = "tệp rỗng, không có nội dung", "the file is empty"
        raise RecordError.at(name, *words, hint=_HINT_EMPTY)
    return data


def let_in(data: bytes, name: str, pen: Pen | None = None) -> Screened:
    """A scan as a PDF looked through; a picture becomes one first.

    Args:
        data: The file.
        name: What a user calls it, for messages.
        pen: Writes what was typed into fields of forms.

    Raises:
        RecordError: It is no scan, damaged, locked, too long, or not safe.
    """
    if is_picture(data):
        return screen(to_pdf(data, name, MOST_PAGES), name, MOST_PAGES)
    if b"%PDF-" not in data[:_PDF_ZONE]:
        raise stranger(data, name)
    return screen(data, name, MOST_PAGES, pen)


def one_paper(scans: Sequence[Scan], name: str) -> bytes:
    """The scans of one paper as one PDF, mere paper; they are closed.

    Raises:
        RecordError: They have too many pages together, or one of them is damaged.
    """
    pages = sum(len(scan.screened.source.pages) for scan in scans)
    if pages > MOST_PAGES:
        words = Words(
            f"bản ký của văn bản này có {pages} trang, hơn {MOST_PAGES}",
            f"the scans of this paper have {pages} pages, more than {MOST_PAGES}",
        )
        raise RecordError(Problem(Place(name), words, HINT_FEWER))
    try:
        return joined([scan.screened.source for scan in scans])
    except OutsideError as fault:
        raise RecordError(*fault.problems) from fault
    finally:
        for scan in scans:
            scan.screened.source.close()
