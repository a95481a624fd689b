"""LibreOffice as a printer: found, and run in a profile of its own with macros and links off."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, MissingToolError, OutsideError, Place, Problem, Words
from docgen.printing import fontconfig, process
from docgen.printing.pages import is_whole
from docgen.values import Value
from docgen.word.package import open_package
from docgen.word.stilled import stilled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.process import Outcome

TIME_LIMIT = 120.0
"""Seconds for one call; each paper of it adds `TIME_PER_PAPER`."""
TIME_PER_PAPER = 10.0
INSTALL = Words(
    "Cài LibreOffice (https://www.libreoffice.org; Debian/Ubuntu: "
    "apt install libreoffice-writer-nogui), hoặc dùng --printer builtin.",
    "Install LibreOffice (https://www.libreoffice.org; Debian/Ubuntu: "
    "apt install libreoffice-writer-nogui), or use --printer builtin.",
)
_EXPORT = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_TRIES = 2
_NAMES = ("soffice", "libreoffice")
_PLACES = {
    "win32": (
        r"%ProgramFiles%\LibreOffice\program\soffice.com",
        r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "linux": (
        "/usr/lib/libreoffice/program/soffice",
        "/usr/lib64/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        "/snap/bin/libreoffice",
    ),
}
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """A LibreOffice on this machine. ``time_limit`` is in seconds for a call."""

    program: Path
    time_limit: float = TIME_LIMIT
    _busy: Lock = field(default_factory=Lock, repr=False, compare=False)

    def print(self, papers: Sequence[tuple[str, bytes]]) -> list[bytes]:
        """Print ``papers`` (name, .docx bytes) in one call; PDF/A-2b bytes in the same order.

        Raises:
            DocgenError: a paper is damaged or unsafe; LibreOffice never sees it.
            OutsideError: it failed twice.
        """
        papers = [(name, stilled(open_package(docx, name))) for name, docx in papers]
        with self._busy, tempfile.TemporaryDirectory(prefix="docgen-lo-") as work:
            return self._print_in(Path(work), papers)

    def _print_in(self, work: Path, papers: Sequence[tuple[str, bytes]]) -> list[bytes]:
        for index, (_, docx) in enumerate(papers):
            (work / f"{index}.docx").write_bytes(docx)
        left = list(range(len(papers)))
        outcome = None
        for _ in range(_TRIES):
            outcome = self._run(work, left)
            left = [index for index in left if not is_whole(_read(work / f"{index}.pdf"))]
            if not left:
                return [_read(work / f"{index}.pdf") for index in range(len(papers))]
            _forget_profile()
        raise _failure(papers[left[0]][0], outcome, self)

    def _run(self, work: Path, indexes: list[int]) -> Outcome:
        profile = _profile()
        command = [
            str(self.program),
            f"-env:UserInstallation={profile.place.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            _EXPORT,
            "--outdir",
            str(work),
            *(str(work / f"{index}.docx") for index in indexes),
        ]
        limit = self.time_limit + TIME_PER_PAPER * len(indexes)
        try:
            return process.run(command, time_limit=limit, folder=work, more=profile.fonts)
        except OSError as fault:
            return process.Outcome(-1, str(fault))


def find_libreoffice() -> LibreOffice | None:
    """The LibreOffice on PATH or in its usual places; None when there is none."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return LibreOffice(Path(found))
    for place in _PLACES.get(sys.platform, ()):
        path = Path(os.path.expandvars(place))
        if path.is_file():
            return LibreOffice(path)
    return None


def need_libreoffice() -> LibreOffice:
    """The LibreOffice on this machine.

    Raises:
        MissingToolError: there is none; the message says how to get it.
    """
    found = find_libreoffice()
    if found is None:
        raise MissingToolError.at(
            "LibreOffice",
            "không tìm thấy LibreOffice trên máy này",
            "LibreOffice is not on this machine",
            hint=INSTALL,
        )
    return found


# -- the profile: one for this process, made anew after a failure --


class _Profile(Value):
    """Where it is, and what tells LibreOffice of the fonts in it."""

    place: Path
    fonts: dict[str, str]


_profiles: list[_Profile] = []


def _profile() -> _Profile:
    if not _profiles:
        folder = Path(tempfile.mkdtemp(prefix="docgen-lo-profile-"))
        (folder / "user").mkdir()
        (folder / "user" / "registrymodifications.xcu").write_text(_registry(), "utf-8")
        _profiles.append(_Profile(folder, fontconfig.settings(folder)))
    return _profiles[0]


@atexit.register
def _forget_profile() -> None:
    while _profiles:
        shutil.rmtree(_profiles.pop().place, ignore_errors=True)


def _registry() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _failure(name: str, outcome: Outcome | None, office: LibreOffice) -> DocgenError:
    if outcome is not None and not outcome.in_time:
        what = Words(
            f"LibreOffice không in xong trong {office.time_limit:g} giây (đã thử hai lần)",
            f"LibreOffice did not finish in {office.time_limit:g} seconds (tried twice)",
        )
    else:
        said = f": {outcome.said}" if outcome is not None and outcome.said else ""
        what = Words(
            f"LibreOffice không in được (đã thử hai lần){said}",
            f"LibreOffice failed to print (tried twice){said}",
        )
    hint = Words(
        "Mở thử tệp bằng Word hoặc LibreOffice; nếu mở được thì in ra PDF tại đó.",
        "Try opening the file in Word or LibreOffice; if it opens, export the PDF there.",
    )
    return OutsideError(Problem(Place(name), what, hint))
