"""Files that a person laid beside the papers and that nobody reads: each told, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Severity, Words
from docgen.folder.memory import WORD
from docgen.scans.oddities import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docgen.workflows.standing import Standing

_OWNERS = ("~$", ".~lock.")
"""How the names of files begin by which Word and LibreOffice mark that they have a file open."""
_TEXTS = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf", ".wps")
_OPEN = (
    Words(
        "dấu hiệu văn bản đang mở trong Word hoặc LibreOffice (tệp không được dùng)",
        "a mark that Word or LibreOffice has the paper open (the file is not used)",
    ),
    Words(
        "Lưu và đóng văn bản rồi chạy lại; đã đóng mà tệp này còn thì xóa đi.",
        "Save and close the paper, then run again; delete this file where it stays.",
    ),
)
_FORMAT = (
    Words("tệp không được dùng: văn bản phải là .docx", "not used: a paper is a .docx file"),
    Words(
        "Mở ra, lưu lại dạng .docx đè lên văn bản cùng tên trong van-ban/.",
        "Open it and save it as .docx in place of the paper of that name in van-ban/.",
    ),
)
_NAME = (
    Words(
        "tệp không được dùng: không văn bản nào của hồ sơ có tên này",
        "not used: no paper of the package has this name",
    ),
    Words(
        "Là bản đúng thì lưu đè lên văn bản của docgen, giữ nguyên tên tệp của docgen.",
        "If it is the right one, save it in place of docgen's paper, under docgen's name.",
    ),
)
_SCAN = (
    Words(
        "tệp không được dùng: bản ký quét chỉ đọc trong da-ky/",
        "not used: signed scans are read from da-ky/ only",
    ),
    Words(
        "Là bản ký thì chuyển vào da-ky/, đặt tên theo văn bản.",
        "If it is a signed scan, move it into da-ky/ and name it after its paper.",
    ),
)


def remarks(there: Standing, made: Collection[str] = ()) -> Iterator[Problem]:
    """A warning for each file beside the papers that looks like one and is not used.

    Args:
        there: The folder.
        made: Paths that are being written.
    """
    for path in there.strangers():
        why = None if path in made else _reason(path)
        if why is not None:
            yield Problem(Place(path), *why, Severity.WARNING)


def _reason(path: str) -> tuple[Words, Words] | None:
    """What the file at ``path`` is told to be; nothing of a file that is nobody's matter."""
    home, _, name = path.lower().rpartition("/")
    if name.endswith(tuple(KINDS)):
        return _SCAN
    if WORD not in home.split("/"):
        return None
    if name.startswith(_OWNERS):
        return _OPEN
    if name.endswith(".docx"):
        return _NAME
    return _FORMAT if name.endswith(_TEXTS) else None
