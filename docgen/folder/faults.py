"""Faults of the disk in plain words: what is wrong with which file, and what to do."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import OutsideError, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.errors import DocgenError

    Named = Callable[[Path], object]

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
_LOCKED = (
    Words("tệp hoặc thư mục chỉ cho đọc (Read-only)", "the file or folder is read-only"),
    Words(
        "Bỏ thuộc tính chỉ đọc của nó rồi chạy lại, hoặc làm hồ sơ vào thư mục khác (-o).",
        "Make it writable and run again, or make the package in another folder (-o).",
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
_CLOUD = (
    Words(
        "tệp chỉ có trên mây (OneDrive), chưa tải về được",
        "the file is in the cloud only (OneDrive) and cannot be fetched",
    ),
    Words(
        "Nối mạng, hoặc chọn “Luôn giữ trên thiết bị này” cho thư mục, rồi chạy lại.",
        "Go online, or choose “Always keep on this device” for the folder, then run again.",
    ),
)
_LINK = (
    Words("không chép lại được lối tắt dạng liên kết này", "this link cannot be made again"),
    Words(
        "Chuyển liên kết (symlink, junction) ra ngoài thư mục hồ sơ rồi chạy lại.",
        "Move the link (symlink, junction) out of the package folder, then run again.",
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
_WINDOWS_KINDS = {32: _BUSY, 33: _BUSY, 123: _NAME, 206: _LONG, 1314: _LINK}
_CLOUD_FAULTS = range(358, 400)
_NOT_HERE = 0x0040_1000
"""Attributes of a file whose content would have to be fetched: recall on access, or offline."""


class LockedError(PermissionError):
    """A file or folder that must change is marked as read-only."""


class LinkError(OSError):
    """A link that leads elsewhere cannot be made again."""


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Have a fault of the disk know that it is about ``path``."""
    try:
        yield
    except OSError as fault:
        fault.filename = fault.filename or str(path)
        raise


@contextmanager
def telling(place: object, named: Named | None = None) -> Iterator[None]:
    """Tell a fault of the disk as an error at ``place``.

    Args:
        place: What the work is about.
        named: How a person calls the file that the fault is about, where the fault knows it.

    Raises:
        OutsideError: The disk failed; says how, and what to do.
    """
    try:
        yield
    except OSError as fault:
        raise outside(place, fault, named) from fault


def outside(place: object, fault: OSError, named: Named | None = None) -> DocgenError:
    """The fault of the disk as an error, see :func:`telling`."""
    what, hint = _kind(fault)
    exact = fault.filename
    known = named(Path(os.fsdecode(exact))) if named and isinstance(exact, str | bytes) else place
    return OutsideError.at(known, what.vi, f"{what.en} ({fault.strerror})", hint=hint)


def _kind(fault: OSError) -> tuple[Words, Words]:
    if isinstance(fault, LockedError | LinkError):
        return _LOCKED if isinstance(fault, LockedError) else _LINK
    number = getattr(fault, "winerror", None) or 0
    if number in _CLOUD_FAULTS or _is_not_here(fault.filename):
        return _CLOUD
    exact = _WINDOWS_KINDS.get(number)
    return exact or _KINDS.get(errno.errorcode.get(fault.errno or 0, ""), _OTHER)


def _is_not_here(name: object) -> bool:
    """Whether the file ``name`` is a placeholder: its content would have to be fetched first."""
    if not isinstance(name, str):
        return False
    try:
        return bool(getattr(Path(name).lstat(), "st_file_attributes", 0) & _NOT_HERE)
    except (OSError, ValueError):
        return False
