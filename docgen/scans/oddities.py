"""What lies in or beside ``da-ky/`` and is no scan, or one too many; nothing is opened."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Severity, Words
from docgen.folder import swap
from docgen.folder.contents import SIGNED
from docgen.scans.matching import papers_for
from docgen.text.slugs import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

KINDS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""How the names of scans end."""
_COPY = r"(?i)\s*(\(\d+\)|-\s*(copy|ban sao|sao chep)(\s*\(\d+\))?)\s*$"
_HINT_FOLDER = Words(
    f"Đặt tệp quét (PDF, JPG, PNG, TIFF) thẳng trong {SIGNED}/.",
    f"Put the scan itself (PDF, JPG, PNG, TIFF) into {SIGNED}/.",
)
_HINT_HOME = Words(
    f"Đổi tên tệp này, lập thư mục {SIGNED}/ rồi đặt bản quét vào đó.",
    f"Give this file another name, make the folder {SIGNED}/ and put the scans there.",
)
_HINT_OTHER = Words(
    f"Chuyển các tệp trong đó vào {SIGNED}/.", f"Move the files in it into {SIGNED}/."
)
_HINT_TWICE = Words(
    "Hai bản quét của cùng một văn bản thì bỏ bớt một; các trang nối nhau thì đánh số ở cuối tên:"
    " …-1, …-2.",
    "Take one out where both are scans of the same pages; where they go on, end their names in"
    " numbers: …-1, …-2.",
)


def oddities(package: Path, stems: Collection[str]) -> Iterator[Problem]:
    """A warning for each folder named like a scan, and for what stands in place of ``da-ky/``.

    Args:
        package: The folder of a package.
        stems: The stems of all papers that may be there.

    Raises:
        OSError: The folder cannot be read.
    """
    home = package / SIGNED
    if home.is_dir():
        yield from _folders(home, stems)
    elif os.path.lexists(home):
        told = Words(
            "không phải thư mục nên không có bản ký nào được đọc",
            "this is no folder, so no signed scan was read",
        )
        yield _warning(SIGNED, told, _HINT_HOME)
    for other in _other_homes(package, home):
        told = Words(
            f"thư mục không được dùng: bản ký chỉ đọc trong {SIGNED}/",
            f"not used: signed scans are read from {SIGNED}/ only",
        )
        yield _warning(f"{other}/", told, _HINT_OTHER)


def _folders(home: Path, stems: Collection[str]) -> Iterator[Problem]:
    """Folders that one could take for scans; what lies in a folder is told file by file."""
    full = {name.rpartition("/")[0] for name in swap.files_in(home)}
    for name in swap.folders_in(home):
        if any(one == name or one.startswith(f"{name}/") for one in full):
            continue
        if papers_for(name, stems) or name.lower().endswith(tuple(KINDS)):
            told = Words(
                "đây là thư mục, không phải bản quét: không được dùng",
                "this is a folder, not a scan: not used",
            )
            yield _warning(f"{SIGNED}/{name}/", told, _HINT_FOLDER)


def _other_homes(package: Path, home: Path) -> Iterator[str]:
    """Folders with something in them whose names are other spellings of ``da-ky``."""
    if not package.is_dir():
        return
    for one in sorted(package.iterdir()):
        if one.name == SIGNED or plain(one.name).replace("-", "") != SIGNED.replace("-", ""):
            continue
        if one.is_dir() and any(one.iterdir()) and not (home.exists() and one.samefile(home)):
            yield one.name


def twice(paths: Sequence[Path]) -> Iterator[Problem]:
    """A warning for each file of a paper that may be another scan of the same pages.

    Its name differs from that of a file before it by its kind only, or by what programs add to
    the name of a copy. Both are bound.

    Args:
        paths: The files of one paper, in order.
    """
    seen: dict[str, Path] = {}
    for path in sorted(paths, key=_is_copy):
        first = seen.setdefault(plain(re.sub(_COPY, "", _stem(path))), path)
        if first is path or (_is_copy(first) and plain(_stem(path)) != plain(_stem(first))):
            continue
        told = Words(
            f"trùng tên với {first.name}: cả hai được ghép vào văn bản",
            f"has the name of {first.name}: both are bound into the paper",
        )
        yield _warning(f"{SIGNED}/{path.name}", told, _HINT_TWICE)


def _is_copy(path: Path) -> bool:
    """Whether a program named the file as the copy of another."""
    return re.search(_COPY, _stem(path)) is not None


def _stem(path: Path) -> str:
    """The name without kind and marks; its brackets stay."""
    return unicodedata.normalize("NFD", path.stem).encode("ascii", "ignore").decode("ascii")


def _warning(place: str, told: Words, hint: Words) -> Problem:
    return Problem(Place(place), told, hint, Severity.WARNING)
