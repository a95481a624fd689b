"""The one door to the disk through which a folder is changed, and its faults in plain words."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from docgen.errors import OutsideError, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = (
    Words("ổ đĩa đã đầy", "the disk is full"),
    Words(
        "Dọn bớt ổ đĩa hoặc chọn thư mục trên ổ khác.",
        "Free some space, or choose a folder on another disk.",
    ),
)
_DENIED = (
    Words("không có quyền ghi vào đây", "no permission to write here"),
    Words(
        "Chọn thư mục khác, hoặc đóng các tệp đang mở trong thư mục (Word, trình xem PDF).",
        "Choose another folder, or close the files of this one that are open (Word, a PDF viewer).",
    ),
)
_READ_ONLY = (
    Words("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    Words("Chọn thư mục trên ổ đĩa ghi được.", "Choose a folder on a disk that can be written."),
)
_BUSY = (
    Words("thư mục hoặc tệp đang được dùng", "the folder or a file in it is in use"),
    Words(
        "Đóng các tệp đang mở trong thư mục (Word, trình xem PDF, cửa sổ lệnh) rồi chạy lại.",
        "Close what is open in the folder (Word, a PDF viewer, a terminal), then run again.",
    ),
)
_LONG = (
    Words("tên hoặc đường dẫn quá dài", "the name or path is too long"),
    Words(
        "Chọn thư mục có tên và đường dẫn ngắn hơn.",
        "Choose a folder with a shorter name and path.",
    ),
)
_FILE = (
    Words("đây là tệp, không phải thư mục", "this is a file, not a folder"),
    Words("Chọn tên thư mục khác.", "Choose another name for the folder."),
)
_LOST = (
    Words("thư mục không còn ở đây", "the folder is no longer here"),
    Words(
        "Có thể một lần chạy khác đang làm cùng thư mục; chờ xong rồi chạy lại.",
        "Another run may be at work in this folder; wait for it to end, then run again.",
    ),
)
_OTHER = (
    Words("lỗi đọc, ghi đĩa", "the disk failed"),
    Words("Kiểm tra ổ đĩa, hoặc chọn thư mục khác.", "Check the disk, or choose another folder."),
)
_NAME = (
    Words("tên thư mục có ký tự không dùng được", "the name has forbidden characters"),
    Words('Bỏ các ký tự < > : " | ? * khỏi tên thư mục.', 'Take < > : " | ? * out of the name.'),
)
# By name, for not every system has every one of them.
_KINDS = {
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EACCES": _DENIED,
    "EPERM": _DENIED,
    "EROFS": _READ_ONLY,
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "ENAMETOOLONG": _LONG,
    "ENOTDIR": _FILE,
    "EEXIST": _FILE,
    "ENOENT": _LOST,
}
# What Windows tells more exactly than the number of C does.
_WINDOWS_KINDS = {32: _BUSY, 33: _BUSY, 123: _NAME, 206: _LONG}


class Disk:
    """Every change to a folder is one of these; each is on the disk when it returns."""

    def make(self, path: Path) -> None:
        """Make the directory ``path``, in a directory that exists."""
        path.mkdir()

    def write(self, path: Path, data: bytes) -> None:
        """Write a new file."""
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def keep(self, old: Path, new: Path) -> None:
        """Let ``new`` be the same file as ``old``: itself where that can be, else a copy."""
        if old.is_symlink():
            new.symlink_to(old.readlink())
            return
        try:
            os.link(old, new)
        except OSError:
            shutil.copy2(old, new)

    def move(self, old: Path, new: Path) -> None:
        """Rename ``old`` to ``new``, which does not exist, in one step."""
        old.rename(new)

    def remove(self, path: Path) -> None:
        """Remove a file, or a directory without content."""
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
            return
        if os.name == "nt":  # where a file that is read-only cannot be removed
            path.chmod(stat.S_IWRITE)
        path.unlink()

    def settle(self, directory: Path) -> None:
        """Have the names in ``directory`` on the disk; Windows does so by itself."""
        if os.name == "nt":
            return
        with suppress(OSError):  # some network disks do not know how
            handle = os.open(directory, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def telling(place: object) -> Iterator[None]:
    """Tell a fault of the disk as an error at ``place``.

    Raises:
        OutsideError: The disk failed; says how, and what to do.
    """
    try:
        yield
    except OSError as fault:
        what, hint = _kind(fault)
        raise OutsideError.at(place, what.vi, f"{what.en} ({fault.strerror})", hint=hint) from fault


def _kind(fault: OSError) -> tuple[Words, Words]:
    exact = _WINDOWS_KINDS.get(getattr(fault, "winerror", None) or 0)
    return exact or _KINDS.get(errno.errorcode.get(fault.errno or 0, ""), _OTHER)
