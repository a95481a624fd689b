"""Papers bound as their prints come."""

from __future__ import annotations

from itertools import chain, repeat

import pytest

from docgen.guidance.papers import due
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.printing.numerals import numerals
from docgen.printing.press import Press, Printer
from docgen.record.loading import load
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.binding import Bindery, dossiers
from docgen.workflows.dossiers import Printed, place_of
from docgen.workflows.settling import Settled
from tests.samples import drafted, path_of

SAMPLE = "khu-dan-cu-2026-toi-thieu"
PRESS = Press(Printer.BUILTIN)


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    """What drafts the papers and the covers of the sample."""
    record = load(path_of(SAMPLE)).record
    return Drafter(Papers(record, drafted(SAMPLE)), TemplateFolder())


@pytest.fixture(scope="module")
def prints(drafter: Drafter) -> list[Printed]:
    """Its papers, all printed, in the order of the dossier."""
    drafts = [drafter.draft(one) for one in due(drafter.record)]
    papers = sorted((Settled(draft, draft.docx, draft.docx) for draft in drafts), key=place_of)
    sheets = PRESS.print_all((f"{paper.stem}.docx", paper.docx) for paper in papers)
    return list(map(Printed, papers, sheets))


def bindery(drafter: Drafter, prints: list[Printed]) -> Bindery:
    """One that has taken nothing yet."""
    return Bindery(drafter, PRESS, [one.paper for one in prints], numerals)


@pytest.mark.parametrize("waits", [0, 1, 4, 100])
def test_a_dossier_is_the_same_however_long_prints_were_waited_for(
    drafter: Drafter, prints: list[Printed], waits: int
) -> None:
    """Bound while others are printed, or at the end: page for page the same."""
    made = bindery(drafter, prints)
    for one in prints:
        made.take(one)
        made.work_until(chain([False] * waits, repeat(object=True)).__next__)
    assert dict(made.dossiers()) == dict(dossiers(drafter, PRESS, prints))


def test_nothing_is_bound_while_a_print_is_there(drafter: Drafter, prints: list[Printed]) -> None:
    """Who need not wait goes on: the digits are not even asked for."""

    def digits() -> bytes:
        raise AssertionError("asked for the digits")

    made = Bindery(drafter, PRESS, [one.paper for one in prints], digits)
    for one in prints:
        made.take(one)
        made.work_until(lambda: True)
    with pytest.raises(AssertionError, match="digits"):
        made.work_until(lambda: False)


def test_papers_that_are_in_no_list_are_not_bound(drafter: Drafter, prints: list[Printed]) -> None:
    """They stand beside the dossier, whoever hands them over."""
    listed = [one for one in prints if one.paper.draft.due.is_listed]
    assert len(listed) < len(prints)
    few = bindery(drafter, listed)
    for one in prints:
        few.take(one)
    assert dict(few.dossiers()) == dict(dossiers(drafter, PRESS, prints))
