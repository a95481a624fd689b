"""Where a record tells the number of a paper, and the record without it."""

from __future__ import annotations

from docgen.guidance.papers import Due, paper
from docgen.papers.numbers import issued, place, unnumbered
from docgen.papers.register.series import numbered
from docgen.papers.sheet import Papers
from docgen.record.loading import load
from docgen.record.schema.parts import Issued
from tests.samples import drafted, path_of

LINKED = "vong-doi/yeu-lien-ket-2026"


def test_a_reply_and_a_consent_not_told_have_no_place() -> None:
    """The record tells numbers of its own papers, and of consents of units that it names."""
    record = load(path_of(LINKED)).record
    consent = paper("dissolution_consent", "linked")
    assert place(record, Due(consent, 1)) == ("dissolution", "consents", 0)
    assert place(record, Due(consent, 2)) == ()
    assert place(record, Due(paper("assent", "linked"))) == ()
    assert issued(record, Due(paper("assent", "linked"))) == Issued()


def test_a_record_without_one_number_keeps_all_others() -> None:
    """Of the record itself nothing is changed."""
    record, day = load(path_of(LINKED)).record, drafted(LINKED)
    told = {sheet.due: sheet.issued for sheet in numbered(Papers(record, day))}
    assert told
    for due in told:
        bare = unnumbered(record, place(record, due))
        left = {sheet.due: sheet.issued for sheet in numbered(Papers(bare, day))}
        assert left == {other: number for other, number in told.items() if other != due}
    assert load(path_of(LINKED)).record == record
