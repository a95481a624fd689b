"""LibreOffice prints in our fonts, whatever the machine has under their names."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from docgen.printing import fontconfig
from docgen.printing.builtin import print_builtin
from docgen.printing.fontfile import FONTS, OFFICE_FONTS
from docgen.printing.libreoffice import LibreOffice, _forget_profile
from tests.printing.docx import docx, paragraph
from tests.printing.office import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="fonts are not found by fontconfig there"
)
LINE = "Xã Thắng Lợi ạ ế ơ ữ Ọ"
_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"""


@pytest.fixture
def old_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine whose Liberation Serif is another: its letters are half as wide again."""
    font = TTFont(FONTS / "LiberationSerif-Regular.ttf")
    letters = font["hmtx"].metrics
    font["hmtx"].metrics = {name: (one[0] * 3 // 2, one[1]) for name, one in letters.items()}
    folder = tmp_path / "fonts"
    folder.mkdir()
    font.save(folder / "Strange Name.ttf")
    conf = tmp_path / "machine.conf"
    conf.write_text(_CONF.format(folder=folder), "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(conf))
    _forget_profile()
    yield folder
    _forget_profile()


def widths(pdf: bytes) -> list[float]:
    """How wide each word is on the page, in points."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [round(word["x1"] - word["x0"], 1) for word in opened.pages[0].extract_words()]


def test_libreoffice_prints_in_our_fonts_on_an_old_machine(old_machine: Path) -> None:
    """Words are as wide as the built-in printer sets them: the machine's font is not taken."""
    assert OFFICE is not None
    paper = docx(paragraph(LINE))
    (pdf,) = LibreOffice(OFFICE.program).print([("a.docx", paper)])
    assert widths(pdf) == pytest.approx(widths(print_builtin(paper, "a.docx")), abs=0.3)
    assert [path.name for path in old_machine.iterdir() if path.suffix == ".ttf"]


def test_nothing_is_written_beside_our_fonts(old_machine: Path) -> None:
    """No cache, no .uuid: what is installed stays as it is."""
    assert OFFICE is not None
    before = sorted(path for place in (FONTS, OFFICE_FONTS) for path in place.rglob("*"))
    LibreOffice(OFFICE.program).print([("a.docx", docx(paragraph(LINE)))])
    assert sorted(path for place in (FONTS, OFFICE_FONTS) for path in place.rglob("*")) == before
    assert old_machine.is_dir()


def test_the_machines_other_fonts_are_still_found(tmp_path: Path) -> None:
    """Its own configuration is taken in, by whichever way it is named."""
    for number, (machine, named) in enumerate(
        [
            ({}, "/etc/fonts/fonts.conf"),
            ({"FONTCONFIG_FILE": "/opt/f.conf"}, "/opt/f.conf"),
            ({"FONTCONFIG_PATH": "/opt/etc"}, "/opt/etc/fonts.conf"),
            ({"FONTCONFIG_PATH": "/opt/etc", "FONTCONFIG_FILE": "f.conf"}, "/opt/etc/f.conf"),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        told = fontconfig.settings(folder, machine)
        conf = (folder / "fonts.conf").read_text("utf-8")
        assert told == {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
        assert f'<include ignore_missing="yes">{named}</include>' in conf


def test_other_systems_need_no_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows and macOS have no fontconfig."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert fontconfig.settings(tmp_path) == {}
    assert not list(tmp_path.iterdir())
