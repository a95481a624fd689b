"""Series of numbers: one of each body, kind and year or term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.register.series import numbered, series
from docgen.papers.sheet import Papers
from docgen.record.loading import load
from tests.doubts import LEAST
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from tests.doubts import LoadText

LINKED = "vong-doi/yeu-lien-ket-2026"


def test_letters_to_many_units_share_one_number_and_consents_do_not() -> None:
    """The letter stands once among the numbered papers; the one consent told is its unit's."""
    every = Papers(load(path_of(LINKED)).record, drafted(LINKED))
    found = [(sheet.paper.id, sheet.due.copy, sheet.issued.number) for sheet in numbered(every)]
    assert ("proposal_letter", None, 133) in found
    assert [row for row in found if row[0] == "dissolution_consent"] == [
        ("dissolution_consent", 1, 512)
    ]


def test_party_papers_run_through_the_term_of_the_committee(load_text: LoadText) -> None:
    """Two resolutions of one term share a series, whatever their years."""

    def period(paper_id: str, year: int) -> str:
        text = LEAST + f"papers: {{{paper_id}: {{number: 1, day: 01/9/{year}}}}}\n"
        papers = Papers(load_text(text).record, drafted("xa-2026-to-lien-gia"))
        return series(papers.of(paper_id)).period

    told = [period("resolution", year) for year in (2025, 2028, 2024)]
    assert told == ["2025-2030", "2025-2030", "2020-2025"]
    assert period("decision", 2028) == "2028"
