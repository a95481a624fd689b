"""Files that a person named: written whole, and never over another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import ProtectedWorkError, Words

if TYPE_CHECKING:
    from pathlib import Path


def write_new(file: Path, data: bytes) -> None:
    """Write ``data`` to ``file``, which must not exist yet; a failure leaves no half of it.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
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
