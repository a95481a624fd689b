"""Files that a person named: written whole, never over another, or put back when work fails."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docgen.errors import OutsideError, ProtectedWorkError, Words
from docgen.folder.faults import telling
from docgen.folder.lock import held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_new(file: Path, data: bytes) -> None:
    """Write ``data`` to ``file``, which must not exist yet; a failure leaves no half of it.

    The folder in which it shall stand is made where it is not there.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = file.open("xb")
    except FileExistsError:
        raise ProtectedWorkError.at(
            file,
            "tệp đã có, không ghi đè",
            "the file exists and is not overwritten",
            hint=Words("Chọn tên tệp khác.", "Choose another name."),
        ) from None
    try:
        with made:
            made.write(data)
    except OSError:
        file.unlink(missing_ok=True)
        raise


@contextmanager
def rewritten(file: Path, before: bytes, after: bytes) -> Iterator[None]:
    """``file`` says ``after`` in place of ``before``; where the work fails, ``before`` again.

    Raises:
        ProtectedWorkError: another program has changed the file meanwhile.
        OutsideError: the disk failed; the file is as it was.
    """
    real = file.resolve()
    with held(real):
        _see_unchanged(file, before)
        if after != before:
            _put(real, after, file)
    try:
        yield
    except BaseException:
        if after != before and real.read_bytes() == after:
            _put(real, before, file)
        raise


def see_closed(file: Path) -> None:
    """See that no office program has ``file`` open: what it saves next would undo the change.

    Raises:
        OutsideError: one has it open, by the mark that it lays beside.
    """
    marks = (file.with_name(f"~${file.name}"), file.with_name(f".~lock.{file.name}#"))
    if any(mark.exists() for mark in marks):
        raise OutsideError.at(
            file,
            "bản khai đang mở trong Excel",
            "the record is open in Excel",
            hint=Words("Đóng tệp rồi bấm Thử lại.", "Close the file, then try again."),
        )


def _see_unchanged(file: Path, before: bytes) -> None:
    with telling(file):
        same = file.read_bytes() == before
    if not same:
        raise ProtectedWorkError.at(
            file,
            "bản khai vừa được chương trình khác sửa",
            "another program has just changed the record",
            hint=Words("Lưu và đóng bản khai rồi chạy lại.", "Save and close it, then run again."),
        )


def _put(real: Path, data: bytes, shown: Path) -> None:
    """Replace a file in one step, its permissions kept; a failure leaves it as it was."""
    beside = real.with_name(f".{real.name}.moi")
    with telling(shown):
        try:
            with beside.open("wb") as made:
                made.write(data)
                made.flush()
                os.fsync(made.fileno())
            shutil.copymode(real, beside)
            beside.replace(real)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
