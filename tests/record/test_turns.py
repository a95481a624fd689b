"""Linked models: who leads them, whose turn it is."""

from __future__ import annotations

from typing import Any

from docgen.record.schema.linked import LinkedRecord
from docgen.record.taking import taken
from docgen.record.turns import chairs_of, lead_of


def linked(*units: dict[str, Any]) -> LinkedRecord:
    """A record of schools named A, B, C... with what is told of each."""
    told = [
        {"name": name, "kind": "school", **unit} for name, unit in zip("ABC", units, strict=False)
    ]
    return taken(LinkedRecord, {"kind": "linked", "model": {"name": "M"}, "units": told})


def test_the_lead_is_the_unit_that_says_so_or_the_first() -> None:
    """Some unit always writes the letters."""
    assert lead_of(linked({}, {"lead": True})).name == "B"
    assert lead_of(linked({}, {})).name == "A"


def test_chairs_come_in_the_order_of_their_turns() -> None:
    """Whatever the order of the list; units without a turn are left out."""
    told = chairs_of(linked({"turn": 2}, {}, {"turn": 1}))
    assert [unit.name for unit in told] == ["C", "A"]
    assert chairs_of(linked({}, {})) == ()
