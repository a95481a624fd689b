"""Paths longer than Windows takes: written so that it takes them, and told where others do not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pathlib import PurePath

_Path = TypeVar("_Path", bound="PurePath")
_LONGEST = 259
"""UTF-16 units of a path that every Windows program opens."""
_EXTENDED = "\\\\?\\"
_EXTENDED_SHARE = f"{_EXTENDED}UNC\\"


def reachable(path: Path) -> Path:
    """``path`` in full, so written that Windows sets no limit of 259 characters to it."""
    return path if os.name != "nt" else extended(Path(os.path.abspath(path)))  # noqa: PTH100 - as in :func:`extended`


def extended(path: _Path) -> _Path:
    r"""The Windows path ``path``, which is absolute and normal, with the prefix ``\\?\``.

    The prefix takes what follows as it is written: what ``GetFullPathName`` does (dots,
    slashes, blanks at the end) must be done before. Names of devices stay as they are.
    """
    text = str(path)
    if text.startswith((_EXTENDED, "\\\\.\\")):
        return path
    if text.startswith("\\\\"):
        return type(path)(f"{_EXTENDED_SHARE}{text[2:]}")
    return type(path)(f"{_EXTENDED}{text}")


def plain(path: _Path) -> _Path:
    """``path`` as a person writes it: without what :func:`extended` put before it."""
    text = str(path)
    if text.startswith(_EXTENDED_SHARE):
        return type(path)("\\\\" + text.removeprefix(_EXTENDED_SHARE))
    return type(path)(text.removeprefix(_EXTENDED))


def out_of_reach(path: PurePath) -> bool:
    """Whether the Windows path ``path`` is too long for Word and most other programs."""
    return len(str(plain(path)).encode("utf-16-le", "surrogatepass")) // 2 > _LONGEST
