"""The built-in printer held against LibreOffice on invented papers; the comparer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.printing.builtin import print_builtin
from docgen.printing.glyphs import FONTS
from docgen.printing.libreoffice import find_libreoffice
from tests.printing.docx import docx, paragraph
from tests.printing.fidelity import assert_faithful, compare
from tests.printing.papers import PAPERS

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = find_libreoffice()
ONE_FONT = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{FONTS}</dir><cachedir>{{cache}}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Liberation Serif</string></edit></match>
</fontconfig>"""


def one(*texts: str) -> bytes:
    """The print of a paper of short paragraphs."""
    return print_builtin(docx("".join(paragraph(text) for text in texts)), "a.docx")


def test_a_print_is_faithful_to_itself() -> None:
    """Equal prints differ in nothing."""
    fidelity = compare(one("một hai", "ba"), one("một hai", "ba"))
    assert_faithful(fidelity, "itself")
    assert (fidelity.words, fidelity.lines, fidelity.worst) == (3, 2, 0.0)


@pytest.mark.parametrize("other", [("một hai", "bốn"), ("một", "hai ba"), ("một hai ba",)])
def test_other_words_or_lines_are_not_faithful(other: tuple[str, ...]) -> None:
    """The comparer sees a changed word and a moved line break."""
    with pytest.raises(AssertionError):
        assert_faithful(compare(one(*other), one("một hai", "ba")), "other")


def test_moved_words_are_not_faithful() -> None:
    """The comparer sees words that stand elsewhere."""
    moved = docx(paragraph("một hai", '<w:ind w:left="100"/>'))
    with pytest.raises(AssertionError):
        assert_faithful(compare(print_builtin(moved, "a"), one("một hai")), "moved")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_both_printers_agree_on_the_invented_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same pages, same words, same lines, with the same font files for both."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(ONE_FONT.format(cache=tmp_path / "cache"), "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))
    papers = {name: make() for name, make in PAPERS.items()}
    assert OFFICE is not None
    prints = OFFICE.print(list(papers.items()))
    for (name, paper), reference in zip(papers.items(), prints, strict=True):
        ours = print_builtin(paper, name)
        assert_faithful(compare(ours, reference), name)
