"""Microsoft Word as a printer, on Windows, driven through PowerShell."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from docgen.errors import MissingToolError, OutsideError, Words
from docgen.printing import process
from docgen.printing.pages import is_whole
from docgen.word.package import open_package
from docgen.word.stilled import stilled

TIME_LIMIT = 120.0
"""Seconds for one paper."""
_SCRIPT = """\
$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $paper = $word.Documents.Open((Join-Path $PWD 'in.docx'), $false, $true, $false)
  $out = Join-Path $PWD 'out.pdf'
  $paper.ExportAsFixedFormat($out, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true, $true, $true)
  $paper.Close($false)
} finally { $word.Quit() }
"""


def has_word() -> bool:
    """Whether this is a Windows machine with Word's registration and PowerShell."""
    return sys.platform == "win32" and _registered() and shutil.which("powershell") is not None


def print_word(docx: bytes, name: str) -> bytes:
    """The PDF/A that Word makes of ``docx``, called ``name`` in messages.

    Raises:
        DocgenError: ``docx`` is damaged or unsafe; Word never sees it.
        MissingToolError: there is no Word on this machine.
        OutsideError: Word failed.
    """
    docx = stilled(open_package(docx, name))
    if not has_word():
        raise MissingToolError.at(
            "Word",
            "không có Microsoft Word trên máy này",
            "Microsoft Word is not on this machine",
            hint=Words(
                "Dùng --printer builtin hoặc --printer libreoffice.",
                "Use --printer builtin or --printer libreoffice.",
            ),
        )
    with tempfile.TemporaryDirectory(prefix="docgen-word-") as work:
        return _print_in(Path(work), docx, name)


def _print_in(work: Path, docx: bytes, name: str) -> bytes:
    (work / "in.docx").write_bytes(docx)
    (work / "print.ps1").write_text(_SCRIPT, "utf-8")
    command = ["powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
    outcome = process.run([*command, "-File", "print.ps1"], time_limit=TIME_LIMIT, folder=work)
    made = work / "out.pdf"
    pdf = made.read_bytes() if made.is_file() else b""
    if not is_whole(pdf):
        raise OutsideError.at(
            name, f"Word không in được: {outcome.said}", f"Word failed: {outcome.said}"
        )
    return pdf


def _registered() -> bool:
    if sys.platform != "win32":
        return False
    import winreg  # noqa: PLC0415 -- only on Windows

    try:
        winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application").Close()
    except OSError:
        return False
    return True
