"""The built-in printer held against LibreOffice on invented papers; the comparer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.printing.builtin import print_builtin
from tests.printing.docx import docx, paragraph
from tests.printing.fidelity import assert_faithful, compare
from tests.printing.office import OFFICE, fonts_conf
from tests.printing.papers import PAPERS

if TYPE_CHECKING:
    from pathlib import Path


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
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts_conf(tmp_path)))
    papers = {name: make() for name, make in PAPERS.items()}
    assert OFFICE is not None
    prints = OFFICE.print(list(papers.items()))
    for (name, paper), reference in zip(papers.items(), prints, strict=True):
        ours = print_builtin(paper, name)
        assert_faithful(compare(ours, reference), name)
