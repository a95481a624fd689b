"""The built-in printer held against LibreOffice, for every paper of every sample."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from docgen.printing.press import Press, Printer
from tests.printing.fidelity import assert_faithful, compare
from tests.printing.office import OFFICE, fonts_conf
from tests.printing.sampled import papers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_both_printers_agree_on_every_paper(
    every_sample: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Pages, words and line breaks of the two prints agree within the stated tolerance."""
    assert OFFICE is not None
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts_conf(tmp_path)))
    made = papers(every_sample)
    theirs = OFFICE.print(list(made.items()))
    press = Press(Printer.BUILTIN)
    figures = {
        name: compare(press.print(docx, name).pdf, pdf)
        for (name, docx), pdf in zip(made.items(), theirs, strict=True)
    }
    with capsys.disabled():
        sys.stdout.write(
            "".join(f"\n{every_sample}/{name}: {figure}" for name, figure in figures.items())
        )
    for name, figure in figures.items():
        assert_faithful(figure, name)
