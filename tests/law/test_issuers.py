"""Kinds of deciding unit: their traits, and what they are called."""

from __future__ import annotations

from docgen.law.law import law


def test_the_traits_of_the_kinds_are_those_of_the_guidance() -> None:
    """II.1.1.3: the police approve for communes only; III.2: other heads survey by themselves."""
    kinds = law().issuers.kinds
    assert {name for name, kind in kinds.items() if kind.police_may_approve} == {"commune"}
    assert {name for name, kind in kinds.items() if kind.is_commune} == {"commune"}
    assert {name for name, kind in kinds.items() if not kind.surveys_itself} == {"commune"}
