"""Short runs of the fuzz harness over every kind of input; the long ones are run by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.harness import run
from tests.fuzz.manifests import Manifests
from tests.fuzz.papers import Edited
from tests.fuzz.records import Records
from tests.fuzz.templates import Templates

if TYPE_CHECKING:
    from tests.fuzz.harness import Target

KINDS: list[tuple[Target, int]] = [
    (Templates(), 40),
    (Edited(), 30),
    (Records(), 60),
    (Records(workbooks=True), 20),
    (Manifests(), 4),
]


@pytest.mark.parametrize(("target", "count"), KINDS, ids=[one.name for one, _ in KINDS])
def test_inputs_at_random_are_taken_or_told(target: Target, count: int) -> None:
    """No error of another's, no hang, nothing lost: taken, or told with the file."""
    report = run(target, 12, range(count))
    assert [failure.told for failure in report.failures] == []
    assert sum(report.verdicts.values()) == count


@pytest.mark.parametrize("target", [one for one, _ in KINDS], ids=[one.name for one, _ in KINDS])
def test_seeds_are_right_as_they_are(target: Target) -> None:
    """What is changed at random is good before."""
    verdicts = {name: target.verdict(data) for name, data in target.seeds().items()}
    assert not {"told", "TemplateError", "RecordError"} & set(verdicts.values()), verdicts
