"""Which printer prints, and what is said when none can."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from docgen.errors import DocgenError, ExitCode, MissingToolError, OutsideError, PrintRefusedError
from docgen.printing import libreoffice, word
from docgen.printing.libreoffice import LibreOffice, find_libreoffice, need_libreoffice
from docgen.printing.press import Press, Printer
from docgen.printing.word import print_word
from tests.printing.docx import docx, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Install = Callable[[str], Path]

fcntl = pytest.importorskip("fcntl", reason="the fakes are POSIX scripts")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fakes are POSIX scripts")

PAPER = docx(paragraph("Chữ"))
STRANGE = docx(paragraph("Chữ", letters="<w:emboss/>"))
PANICKING = docx(paragraph("ý\u0591³"))
"""Over this the typesetter breaks down."""
READ_ARGUMENTS = """\
import pathlib, sys, time
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
papers = [pathlib.Path(one) for one in sys.argv if one.endswith(".docx")]
profile = next(one for one in sys.argv if one.startswith("-env:UserInstallation=file://"))
"""
WHOLE = b"%PDF-1.7\\n1 0 obj <</Type /Page>> endobj\\n%%EOF\\n"
PRINT_ALL = f"""\
for paper in papers:
    (out / (paper.stem + ".pdf")).write_bytes({WHOLE!r}.replace(b"\\\\n", b"\\n"))
"""
TRIED = """\
count = pathlib.Path(__file__).with_suffix(".count")
tries = int(count.read_text()) + 1 if count.exists() else 1
count.write_text(str(tries))
"""
HOLD_LOCK = """\
import fcntl, time
held = open({lock!r}, "w")
fcntl.flock(held, fcntl.LOCK_EX)
held.write("held")
held.flush()
time.sleep(60)
"""
HANG = """\
import subprocess
subprocess.Popen([sys.executable, "-c", {child!r}])
while not pathlib.Path({lock!r}).exists():
    pass
time.sleep(60)
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a fake soffice that runs the given Python on PATH, with nothing beside it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", {})

    def installed(script: str) -> Path:
        program = tmp_path / "soffice"
        program.write_text(f"#!{sys.executable}\n{READ_ARGUMENTS}{TRIED}{script}", "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return program

    return installed


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice and Word."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", {})
    monkeypatch.setattr(word, "has_word", lambda: False)


def tries(program: Path) -> int:
    """How often the fake was started."""
    return int(program.with_suffix(".count").read_text("utf-8"))


def test_auto_prints_with_the_builtin_printer_first(install: Install) -> None:
    """LibreOffice is not even started for what the built-in printer prints."""
    program = install(PRINT_ALL)
    print_ = Press().print(PAPER, "a.docx")
    assert (print_.printer, print_.pages) == ("builtin", 1)
    assert not program.with_suffix(".count").exists()


def test_auto_turns_to_libreoffice_for_what_is_refused(install: Install) -> None:
    """What the built-in printer refuses goes to LibreOffice."""
    install(PRINT_ALL)
    print_ = Press().print(STRANGE, "a.docx")
    assert (print_.printer, print_.pages) == ("libreoffice", 1)
    (remark,) = print_.remarks
    assert remark.place.file == "a.docx"
    assert "LibreOffice printed this paper" in remark.what.en
    assert "w:emboss" in remark.what.vi


def test_auto_turns_to_the_next_where_the_typesetter_breaks_down(install: Install) -> None:
    """A breakdown is one paper's refusal: LibreOffice prints it."""
    install(PRINT_ALL)
    assert Press().print(PANICKING, "a.docx").printer == "libreoffice"


def test_auto_turns_to_word_where_there_is_no_libreoffice(
    nothing_installed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a Windows machine with Word alone, Word prints the rest."""
    assert nothing_installed is None
    monkeypatch.setattr(word, "has_word", lambda: True)
    monkeypatch.setattr(word, "print_word", lambda *_: b"%PDF-1.7 /Type /Page\n%%EOF")
    assert Press().print(STRANGE, "a.docx").printer == "word"


def test_when_no_printer_can_the_refusal_and_the_remedy_are_told(nothing_installed: None) -> None:
    """The officer learns what is not printed and what to install."""
    assert nothing_installed is None
    with pytest.raises(PrintRefusedError) as caught:
        Press().print(STRANGE, "a.docx")
    assert "w:emboss" in caught.value.problems[0].what.vi
    assert "LibreOffice" in caught.value.problems[0].hint.vi


def test_a_missing_libreoffice_is_told_with_its_remedy(nothing_installed: None) -> None:
    """Asked for by name and not there: exit code 3 and how to get it."""
    assert nothing_installed is None
    assert find_libreoffice() is None
    with pytest.raises(MissingToolError) as caught:
        Press(Printer.LIBREOFFICE).print(PAPER, "a.docx")
    assert caught.value.exit_code is ExitCode.MISSING
    assert "apt install" in caught.value.problems[0].hint.vi


def test_a_missing_word_is_told_with_its_remedy() -> None:
    """Word prints on Windows only."""
    with pytest.raises(MissingToolError) as caught:
        Press(Printer.WORD).print(PAPER, "a.docx")
    assert "--printer" in caught.value.problems[0].hint.vi


def test_several_papers_go_through_one_call(install: Install) -> None:
    """One start of LibreOffice prints them all, in order."""
    program = install(PRINT_ALL)
    assert len(need_libreoffice().print([("a", PAPER), ("b", STRANGE), ("c", PAPER)])) == 3
    assert tries(program) == 1


def test_a_crash_is_tried_once_more(install: Install) -> None:
    """The second try prints."""
    program = install("if tries == 1: sys.exit(139)\n" + PRINT_ALL)
    assert Press(Printer.LIBREOFFICE).print(PAPER, "a.docx").pages == 1
    assert tries(program) == 2


def test_a_second_try_prints_only_what_is_missing(install: Install) -> None:
    """Papers already printed are not printed again."""
    program = install(
        "if tries == 1: papers = papers[:1]\nelse: assert len(papers) == 1\n" + PRINT_ALL
    )
    assert len(need_libreoffice().print([("a", PAPER), ("b", PAPER)])) == 2
    assert tries(program) == 2


@pytest.mark.parametrize(
    "script",
    [
        'print("javaldx failed"); sys.exit(1)',
        "pass",
        'for p in papers: (out / (p.stem + ".pdf")).write_bytes(b"%PDF-1.7 cut")',
        'for p in papers: (out / (p.stem + ".pdf")).write_bytes(b"")',
    ],
)
def test_a_failure_that_stays_is_told(install: Install, script: str) -> None:
    """A crash, no file, a file cut short, an empty file: never a broken PDF."""
    program = install(script)
    with pytest.raises(OutsideError) as caught:
        Press(Printer.LIBREOFFICE).print(PAPER, "giay.docx")
    assert caught.value.exit_code is ExitCode.OUTSIDE
    assert caught.value.problems[0].place.file == "giay.docx"
    assert tries(program) == 2


def test_a_libreoffice_that_hangs_is_ended_with_its_children(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time limit ends the program and what it started."""
    monkeypatch.setattr(libreoffice, "TIME_PER_PAPER", 0.0)
    lock = tmp_path / "lock"
    program = install(HANG.format(child=HOLD_LOCK.format(lock=str(lock)), lock=str(lock)))
    with pytest.raises(OutsideError, match=r"did not finish in 1\.5"):
        LibreOffice(program, time_limit=1.5).print([("a", PAPER)])
    assert tries(program) == 2
    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    """A path that is no program ends in the same plain error."""
    with pytest.raises(OutsideError):
        LibreOffice(tmp_path / "nothing").print([("a", PAPER)])


def test_macros_and_links_are_off_in_the_profile(install: Install) -> None:
    """The profile that LibreOffice is given forbids macros and fetching links."""
    install(
        'text = pathlib.Path(profile.split("file://")[1], "user", "registrymodifications.xcu")'
        ".read_text()\n"
        'assert "DisableMacrosExecution" in text and "BlockUntrustedRefererLinks" in text\n'
        + PRINT_ALL
    )
    assert Press(Printer.LIBREOFFICE).print(PAPER, "a.docx").pages == 1


@pytest.mark.parametrize("printer", Printer)
def test_no_printer_sees_an_unsafe_paper(install: Install, printer: Printer) -> None:
    """A paper with macros is refused before any program starts."""
    program = install(PRINT_ALL)
    unsafe = docx("", extra={"word/vbaProject.bin": "x"})
    with pytest.raises(DocgenError) as caught:
        Press(printer).print(unsafe, "a.docx")
    assert caught.value.exit_code is ExitCode.INPUT
    assert not program.with_suffix(".count").exists()


def test_word_never_sees_an_unsafe_paper() -> None:
    """Nor does Word."""
    with pytest.raises(DocgenError, match="macros"):
        print_word(docx("", extra={"word/vbaProject.bin": "x"}), "a.docx")
