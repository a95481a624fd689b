"""The built-in printer held against LibreOffice, for every paper of every sample."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from docgen.guidance.papers import due
from docgen.papers.covers import Bound
from docgen.printing.libreoffice import find_libreoffice
from docgen.printing.press import Press, Printer
from tests.printing.fidelity import assert_faithful, compare
from tests.samples import LIFE, ROOT, ceremony_drafts, drafter, drafts, life_drafts

if TYPE_CHECKING:
    from pathlib import Path

FONTS = ROOT / "docgen" / "printing" / "fonts"
CEREMONIES = (
    "lien-ket/cum-truong-xa-doanh-nghiep-2026",
    "truong-2026-cong-truong",
    "xa-2026-to-lien-gia",
)
"""Samples whose ceremony is compared too: of either kind, alone and within another conference."""
ONE_FONT = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{FONTS}</dir>
  <alias binding="same"><family>Times New Roman</family>
    <prefer><family>Liberation Serif</family></prefer></alias>
  <cachedir prefix="xdg">docgen-one-font</cachedir>
</fontconfig>
"""


@pytest.fixture
def same_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """LibreOffice sees the very font files that the built-in printer uses, and no others."""
    path = tmp_path / "fonts.conf"
    path.write_text(ONE_FONT, encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(path))
    return path


def papers(sample: str) -> dict[str, bytes]:
    """Every Word file of a sample, the cover and the list of documents among them."""
    if sample in LIFE:
        return {one.due.file_stem.replace("/", "-"): one.docx for one in life_drafts(sample)}
    maker = drafter(sample)
    listed = [one for one in due(maker.record) if one.paper.item is not None]
    bound = [Bound(one, f"docgen:{one.file_stem}", place, 1) for place, one in enumerate(listed, 1)]
    every = (*drafts(sample), *(ceremony_drafts(sample) if sample in CEREMONIES else ()))
    made = {one.due.file_stem.replace("/", "-"): one.docx for one in every}
    return {
        **made,
        "bia": maker.cover(bound),
        "muc-luc": maker.listing(bound),
        "ket-thuc": maker.closing(bound),
    }


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not on this machine")
def test_both_printers_agree_on_every_paper(
    every_sample: str, same_fonts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages, words and line breaks of the two prints agree within the stated tolerance."""
    assert same_fonts.exists()
    office = find_libreoffice()
    assert office is not None
    made = papers(every_sample)
    theirs = office.print([(name, docx) for name, docx in made.items()])
    press = Press(Printer.BUILTIN)
    figures = {
        name: compare(press.print(docx, name).pdf, pdf)
        for (name, docx), pdf in zip(made.items(), theirs, strict=True)
    }
    with capsys.disabled():
        sys.stdout.write(
            "".join(f"\n{every_sample}/{name}: {one}" for name, one in figures.items())
        )
    for name, figure in figures.items():
        assert_faithful(figure, name)
