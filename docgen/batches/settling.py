"""The record of a row, kept in a file of its own beside the dossier, that every command can use.

Its first line tells of which row it is and carries the digest of what follows: so a file that a
person or ``docgen number`` changed is known from one that nobody did.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from docgen.errors import ProtectedWorkError, Words
from docgen.folder.faults import telling
from docgen.record.files.writing import yaml_of
from docgen.workflows.keeping import rewritten, write_new

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.record.province import ModelRow

_HEAD: Final = "# docgen {name} {digest}\n"
_TOLD: Final = re.compile(rb"# docgen [^\n]* ([0-9a-f]{64})\n")


def settled(file: Path, row: ModelRow, loaded: Loaded) -> bool:
    """See that ``file`` tells what ``row`` does; not so where a person changed it since.

    Where the row is as it was when the file was written, the file is the newer one and stays.

    Raises:
        ProtectedWorkError: both the row and the file were changed.
        OutsideError: the disk failed.
    """
    body = yaml_of(loaded.record).encode()
    digest = sha256(body).hexdigest()
    data = _HEAD.format(name=_plain(row), digest=digest).encode() + body
    with telling(file):
        there = file.read_bytes() if file.is_file() else None
    if there is None:
        with telling(file):
            write_new(file, data)
        return True
    head = _TOLD.match(there)
    then = head[1].decode() if head else ""
    if sha256(there[head.end() :] if head else there).hexdigest() != then:
        if then == digest:
            return False
        raise _both(file, row)
    if then != digest:
        with rewritten(file, there, data):
            pass
    return True


def _plain(row: ModelRow) -> str:
    """The name of the workbook, in one line."""
    return " ".join(row.file.replace("\\", "/").rpartition("/")[2].split())


def _both(file: Path, row: ModelRow) -> ProtectedWorkError:
    found = ProtectedWorkError.at(
        file,
        f"bản khai này đã sửa, dòng của nó trong {row.file} cũng đã sửa",
        f"this record was changed, and its row in {row.file}, too",
        hint=Words(
            "Ghi phần đã sửa vào dòng đó (cả số, ngày văn bản), xóa tệp này rồi chạy lại.",
            "Write what was changed into the row (numbers and days, too), delete this file, run "
            "again.",
        ),
    )
    assert isinstance(found, ProtectedWorkError)  # noqa: S101 - the class makes its own kind
    return found
