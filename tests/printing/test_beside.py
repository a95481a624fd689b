"""Papers set while the next are drafted: the same prints, faults told where they are asked for."""

from __future__ import annotations

import gc
import os
import threading
from typing import TYPE_CHECKING

import pytest

from docgen.errors import PrintRefusedError
from docgen.printing import builtin, press
from docgen.printing.builtin import set_sheets, written
from docgen.printing.press import Press, Printer, typesetter
from docgen.printing.screen import SCREEN
from tests.printing.docx import docx, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.printing.builtin import Sheets, Written

BUILTIN = Press(Printer.BUILTIN)
PAPERS = [(f"{number}.docx", docx(paragraph(f"Văn bản {number}"))) for number in range(5)]
STRANGE = docx(paragraph("Chữ", letters="<w:emboss/>"))
PANICKING = docx(paragraph("ý\u0591³"))


def test_prints_are_the_same_as_one_by_one() -> None:
    """Whoever sets them and when, each paper has its own bytes, in order."""
    assert BUILTIN.print_all(PAPERS) == [BUILTIN.print(data, name) for name, data in PAPERS]


@pytest.mark.parametrize("odd", [STRANGE, PANICKING], ids=["unread", "breaking down"])
def test_a_fault_is_told_where_the_print_is_asked_for(odd: bytes) -> None:
    """What is not printed stops neither the papers before it nor those after it."""
    with typesetter() as beside:
        before, bad, after = (
            BUILTIN.begin(data, "x.docx", beside) for data in (PAPERS[0][1], odd, PAPERS[1][1])
        )
        assert before().pages == after().pages == 1
        with pytest.raises(PrintRefusedError):
            bad()


def test_the_next_paper_is_read_while_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """The typesetter of the first paper waits here until the second has been drafted."""
    drafted = threading.Event()
    setting = builtin.set_sheets

    def waiting(paper: Written) -> Sheets:
        assert drafted.wait(timeout=60)
        return setting(paper)

    def drafts() -> Iterator[tuple[str, bytes]]:
        yield PAPERS[0]
        drafted.set()
        yield PAPERS[1]

    monkeypatch.setattr(press, "set_sheets", waiting)
    assert [one.pages for one in BUILTIN.print_all(drafts())] == [1, 1]


def test_what_is_told_between_papers_gets_to_the_screen(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """While papers are set the screen is kept from the typesetters."""
    with typesetter() as beside:
        begun = [BUILTIN.begin(data, name, beside) for name, data in PAPERS]
        for number, finished in enumerate(begun):
            finished()
            with SCREEN.lit():
                os.write(2, b"%d " % number)
    assert capfd.readouterr().err == "0 1 2 3 4 "


def test_a_fault_in_the_drafting_ends_the_work_at_once() -> None:
    """What is left is not set any more."""

    def drafts() -> Iterator[tuple[str, bytes]]:
        yield PAPERS[0]
        raise KeyError("no such field")

    with pytest.raises(KeyError):
        BUILTIN.print_all(drafts())
    assert not [one for one in threading.enumerate() if one.name.startswith("typesetter")]


def test_a_print_leaves_nothing_that_waits_for_a_sweep() -> None:
    """A thousand invitations do not pile up: what was read and written for one goes with it."""
    _, paper = PAPERS[0]
    set_sheets(written(paper, "x.docx"))
    gc.collect()
    gc.disable()
    try:
        set_sheets(written(paper, "x.docx"))
        left = gc.collect()
    finally:
        gc.enable()
    assert left == 0
