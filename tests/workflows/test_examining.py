"""Examining a record: what stands in it and what the guidance says of it, told together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.checking import check as check_by_law
from docgen.record.checking import check
from docgen.record.loading import load
from docgen.workflows.examining import find
from tests.doubts import TODAY
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from tests.doubts import LoadText

DOUBTFUL = """\
members: [{name: A, birth_year: 1901}, {name: A}]
papers: {decision: {number: 1}}
front: Ủy ban MTTQ thị trấn Vôi 👮
party: {signer: {name: TS. A}}
"""


def test_every_sample_is_beyond_doubt_on_its_day(sample: str) -> None:
    """Each sample names its day of drafting; only the least one lacks its survey."""
    problems = find(load(path_of(sample)), drafted(sample)).problems
    fields = [problem.place.field for problem in problems]
    assert fields == (["survey"] if sample.endswith("toi-thieu") else [])


def test_doubts_of_both_kinds_come_in_the_order_of_the_file(
    load_text: LoadText, least: str
) -> None:
    """A reader goes down the file once, and meets nothing twice."""
    loaded = load_text(least + DOUBTFUL)
    problems = find(loaded, TODAY).problems
    places = [(one.place.line or 0, one.place.column or 0) for one in problems]
    assert places == sorted(places)
    assert len(problems) == len(set(problems))
    assert set(problems) == {*check(loaded), *check_by_law(loaded, TODAY)}
    assert check(loaded)
    assert check_by_law(loaded, TODAY)
