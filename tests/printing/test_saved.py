"""Our papers after a save by LibreOffice, as offices without Word will hand them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.printing.builtin import print_builtin
from tests.printing.fidelity import assert_faithful, compare
from tests.printing.office import OFFICE, fonts_conf, saved
from tests.printing.sampled import papers

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "vong-doi/trung-binh-doanh-nghiep-2024"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_papers_saved_by_libreoffice_are_printed_as_it_prints_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save changes how a paper is written, not what is printed of it."""
    assert OFFICE is not None
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts_conf(tmp_path)))
    made = saved(papers(SAMPLE), tmp_path / "saved")
    prints = OFFICE.print(list(made.items()))
    for (name, docx), reference in zip(made.items(), prints, strict=True):
        assert_faithful(compare(print_builtin(docx, name), reference), name)
