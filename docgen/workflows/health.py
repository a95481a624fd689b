"""What this machine can do for docgen, one finding for each thing, each with a remedy."""

from __future__ import annotations

import os
import platform
import shutil
import struct
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docgen.errors import NO_WORDS, DocgenError, Words
from docgen.folder.lock import held
from docgen.printing.libreoffice import find_libreoffice
from docgen.printing.process import run
from docgen.printing.word import has_word

if TYPE_CHECKING:
    from collections.abc import Callable

_MEGABYTE: Final = 1_000_000
_LITTLE, _TOO_LITTLE = 500 * _MEGABYTE, 50 * _MEGABYTE
_SECONDS: Final = 20
_FONTS: Final = 4
_CLOUDS: Final = ("onedrive", "google drive", "googledrive", "dropbox", "icloud", "zalo")


class Health(StrEnum):
    """How it stands: good, to be known, or in the way of the main job."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: its name, how it stands, what was found, what to do."""

    name: str
    health: Health
    found: Words
    remedy: Words = NO_WORDS


def examine_machine(folder: Path) -> list[Finding]:
    """Everything that drafting into ``folder`` needs, in the order of weight."""
    probes: tuple[Callable[[], Finding], ...] = (
        _python, _builtin, _libreoffice, _word, _letters, _long_paths,
        lambda: _rights(folder), lambda: _locks(folder), lambda: _cloud(folder),
        lambda: _space(folder),
    )  # fmt: skip
    return [probe() for probe in probes]


def _python() -> Finding:
    bits = struct.calcsize("P") * 8
    told = f"Python {platform.python_version()}, {bits} bit, {platform.system()}"
    return Finding("python", Health.GOOD, Words(told, told))


def _builtin() -> Finding:
    fonts = files("docgen.printing") / "fonts"
    there = sum(one.name.endswith(".ttf") for one in fonts.iterdir()) if fonts.is_dir() else 0
    if there >= _FONTS and find_spec("typst") is not None:
        return Finding(
            "builtin",
            Health.GOOD,
            Words(
                f"Bộ in sẵn có dùng được ({there} phông): in mọi văn bản của docgen",
                f"The built-in printer works ({there} fonts): it prints all papers of docgen",
            ),
        )
    health = Health.NOTE if find_libreoffice() or has_word() else Health.BAD
    return Finding(
        "builtin",
        health,
        Words("Bộ in sẵn thiếu phông hoặc thư viện typst", "The built-in printer lacks parts"),
        Words("Cài lại docgen.", "Install docgen again."),
    )


def _libreoffice() -> Finding:
    office = find_libreoffice()
    if office is None:
        return Finding(
            "libreoffice",
            Health.NOTE,
            Words("Không có LibreOffice", "There is no LibreOffice"),
            Words(
                "Không cần khi chỉ in văn bản của docgen; văn bản Word phức tạp thì cài thêm.",
                "Not needed for papers of docgen; install it for intricate Word files.",
            ),
        )
    with tempfile.TemporaryDirectory(prefix="docgen-doctor-") as work:
        try:
            command = [str(office.program), "--version"]
            said = run(command, time_limit=_SECONDS, folder=Path(work)).said
        except OSError as fault:
            said = str(fault)
    version = next(iter(said.strip().splitlines()), str(office.program))
    return Finding(
        "libreoffice",
        Health.GOOD,
        Words(f"{version}: in tệp Word bất kỳ", f"{version}: prints any Word file"),
    )


def _word() -> Finding:
    if has_word():
        told = Words(
            "Có Microsoft Word: in tệp Word bất kỳ", "Microsoft Word: prints any Word file"
        )
        return Finding("word", Health.GOOD, told)
    return Finding(
        "word",
        Health.NOTE,
        Words("Không có Microsoft Word", "There is no Microsoft Word"),
        Words("Không cần để soạn, chỉ để mở sửa.", "Not needed to draft, only to edit."),
    )


def _letters() -> Finding:
    names, screen = sys.getfilesystemencoding(), getattr(sys.stdout, "encoding", None) or "?"
    told = Words(
        f"Bảng mã: tên tệp {names}, màn hình {screen}", f"Encoding: files {names}, screen {screen}"
    )
    if names.lower().replace("-", "") == "utf8":
        return Finding("letters", Health.GOOD, told)
    remedy = Words("Đặt PYTHONUTF8=1 rồi chạy lại.", "Set PYTHONUTF8=1 and run again.")
    return Finding("letters", Health.NOTE, told, remedy)


def _long_paths() -> Finding:
    if _registry_allows_long_paths():
        return Finding(
            "long_paths",
            Health.GOOD,
            Words("Đường dẫn dài: dùng được", "Long paths: they can be used"),
        )
    return Finding(
        "long_paths",
        Health.NOTE,
        Words(
            "Đường dẫn quá 259 ký tự: docgen ghi được, Word không mở được",
            "Paths over 259 characters: docgen writes them, Word does not open them",
        ),
        Words("Chọn thư mục có tên ngắn, gần gốc ổ đĩa.", "Choose a short path near the root."),
    )


def _registry_allows_long_paths() -> bool:
    if sys.platform != "win32":
        return True
    import winreg  # noqa: PLC0415 - Windows only

    try:
        place = r"SYSTEM\CurrentControlSet\Control\FileSystem"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def _standing(folder: Path) -> Path:
    """``folder``, or the nearest one around it that is there."""
    folder = folder.absolute()
    return next(one for one in (folder, *folder.parents) if one.exists())


def _rights(folder: Path) -> Finding:
    there = _standing(folder)
    try:
        with tempfile.NamedTemporaryFile(dir=there, prefix=".docgen-"):
            pass
    except OSError as fault:
        return Finding(
            "rights",
            Health.BAD,
            Words(f"Không ghi được vào {there}", f"{there} cannot be written ({fault.strerror})"),
            Words(
                "Chọn thư mục khác (-o), như Tài liệu (Documents).",
                "Choose another folder (-o), such as Documents.",
            ),
        )
    return Finding("rights", Health.GOOD, Words(f"Ghi được vào {there}", f"{there} can be written"))


def _locks(folder: Path) -> Finding:
    there = _standing(folder)
    try:
        with held(there / f"docgen-doctor-{os.getpid()}"):
            pass
    except (DocgenError, OSError):
        return Finding(
            "locks",
            Health.NOTE,
            Words("Ổ đĩa không khóa được tệp", "This disk knows no locks"),
            Words(
                "Mỗi lúc chỉ một người chạy docgen trong thư mục này.",
                "Let one person at a time run docgen in this folder.",
            ),
        )
    return Finding("locks", Health.GOOD, Words("Khóa tệp: dùng được", "Locks: they work"))


def _cloud(folder: Path) -> Finding:
    there = str(_standing(folder)).lower()
    cloud = next((one for one in _CLOUDS if one in there), "")
    if not cloud:
        told = Words("Thư mục không đồng bộ lên mây", "The folder is not in a cloud")
        return Finding("cloud", Health.GOOD, told)
    return Finding(
        "cloud",
        Health.NOTE,
        Words(f"Thư mục đồng bộ lên mây ({cloud})", f"The folder is in a cloud ({cloud})"),
        Words(
            "Hồ sơ có dữ liệu cá nhân: nên dùng thư mục chỉ có trên máy.",
            "A dossier has personal data: better a folder of this machine alone.",
        ),
    )


def _space(folder: Path) -> Finding:
    free = shutil.disk_usage(_standing(folder)).free
    told = Words(f"Đĩa còn trống {free // _MEGABYTE} MB", f"{free // _MEGABYTE} MB free on disk")
    if free >= _LITTLE:
        return Finding("space", Health.GOOD, told)
    health = Health.BAD if free < _TOO_LITTLE else Health.NOTE
    return Finding("space", health, told, Words("Dọn bớt ổ đĩa.", "Make room on the disk."))
