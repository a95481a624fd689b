"""A file opened by the program that this machine has for it; the one door to such programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from docgen.errors import MissingToolError, OutsideError, Place, Problem, Words

if TYPE_CHECKING:
    from pathlib import Path

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
_HINT = Words(
    "Mở tệp từ thư mục hồ sơ: {path}", "Open the file from the folder of the package: {path}"
)


def opened(file: Path) -> None:
    """Have the machine open ``file`` as a double click would; it goes on by itself.

    Raises:
        MissingToolError: this machine has no program for it, or no screen.
        OutsideError: the program could not be started, or the file is not there.
    """
    if not file.is_file():
        raise OutsideError.at(file, "tệp không còn ở đây", "the file is no longer here")
    try:
        _start(file)
    except OSError as fault:
        raise OutsideError.at(
            file,
            f"không mở được tệp ({fault.strerror})",
            f"it cannot be opened ({fault.strerror})",
            hint=_hint(file),
        ) from fault


def _start(file: Path) -> None:
    if sys.platform == "win32":
        os.startfile(file)  # noqa: S606 - a paper of the user's own folder, as a double click
        return
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    has_screen = sys.platform == "darwin" or any(os.environ.get(name) for name in _SCREENS)
    if opener is None or not has_screen:
        what = Words(
            "máy này không có chương trình mở tệp Word từ đây",
            "this machine has no program that opens a Word file from here",
        )
        raise MissingToolError(Problem(Place(str(file)), what, _hint(file)))
    quiet = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - the desktop's own opener, a file that the folder knows
        [opener, str(file)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )


def _hint(file: Path) -> Words:
    return Words(_HINT.vi.format(path=file), _HINT.en.format(path=file))
