"""A short run of the fuzz harness over scans; the long one is run by hand."""

from __future__ import annotations

import pytest

from tests.fuzz.harness import made, run
from tests.fuzz.scans import Scans


@pytest.mark.parametrize("seed", range(4))
def test_scans_at_random_are_bound_clean_or_refused_by_name(seed: int) -> None:
    """Whatever is put into ``da-ky/``: no error of another's, no unclean dossier, no hang."""
    report = run(Scans(), seed, range(40))
    assert [failure.told for failure in report.failures] == []
    assert sum(report.verdicts.values()) == 40


def test_an_input_follows_from_seed_and_number() -> None:
    """A failure can be made again from the two numbers that are told."""
    assert made(Scans(), 7, 11) == made(Scans(), 7, 11)
    assert made(Scans(), 7, 11) != made(Scans(), 7, 12)


def test_seeds_are_bound_as_they_are() -> None:
    """What is changed at random is right before."""
    target = Scans()
    for name, data in target.seeds().items():
        assert target.verdict(data).startswith("bound"), name
