"""Files that a person laid beside the papers and that nobody reads: each told, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Severity, Words

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


def remarks(there: Standing, made: Collection[str] = ()) -> Iterator[Problem]:
    """A warning for each file beside the papers that looks like one and is not used.

    Args:
        there: The folder.
        made: Paths that are being written.
    """
    for path in there.strangers():
        if path in made:
            continue
        name = path.rpartition("/")[2].lower()
        why = _OPEN if name.startswith(_OWNERS) else _FORMAT
        if name.endswith(".docx") and why is not _OPEN:
            why = _NAME
        if why is _OPEN or name.endswith(_TEXTS):
            yield Problem(Place(path), *why, Severity.WARNING)
