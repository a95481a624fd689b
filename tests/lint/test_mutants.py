"""Every check of every rule finds the paper that breaks just it, and no other rule does."""

from __future__ import annotations

import pytest

from docgen.lint.rulebook.table import rules_of
from tests.lint.altered import held
from tests.lint.bases import BASES, base
from tests.lint.mutants import mutant

RULES = [
    (regime, rule.id, tuple(check.name for check in rule.checks))
    for regime in ("nd30", "hd36", "hd05")
    for rule in rules_of(regime)
]


@pytest.mark.parametrize("name", BASES)
def test_the_papers_to_be_broken_are_whole(name: str) -> None:
    """What is broken below meets every rule before."""
    regime = BASES[name][0]
    regimes = ["nd30"] if regime == "nd30" else ["hd36", "hd05"]
    for one in regimes:
        assert held(base(name, one), one).findings == []


@pytest.mark.parametrize(("regime", "rule", "checks"), RULES, ids=[f"{r}-{i}" for r, i, _ in RULES])
def test_each_mutant_is_found_by_its_rule_alone(
    regime: str, rule: str, checks: tuple[str, ...]
) -> None:
    """One broken property is one finding's rule; without that rule nothing is found."""
    for check in checks:
        _, broken = mutant(regime, rule, check)
        found = {(one.rule.id, one.check.name) for one in held(broken, regime).findings}
        assert (rule, check) in found
        assert {one for one, _ in found} == {rule}
    assert held(broken, regime, without=[rule]).findings == []
