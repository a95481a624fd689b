"""The bodies around a model answer the same questions for both kinds."""

from __future__ import annotations

import pytest

from docgen.papers.bodies.around import around
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.offices import Office
from docgen.record.schema.own import Record
from docgen.record.taking import taken


def own(kind: str) -> Record:
    """A record whose deciding unit is of ``kind``."""
    return taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {
                "kind": kind,
                "name": "xã Tân Mỹ" if kind == "commune" else "Trường A",
                "commune": "" if kind == "commune" else "xã Tân Mỹ",
                "charter": "" if kind == "commune" else "Điều lệ của Trường A",
            },
            "model": {"name": "Tổ"},
        },
    )


LINKED = taken(
    LinkedRecord,
    {
        "kind": "linked",
        "model": {"name": "Cụm"},
        "units": [
            {"name": "Trường A", "kind": "school", "commune": "xã Tân Mỹ"},
            {"name": "xã Tân Mỹ", "kind": "commune", "lead": True},
        ],
    },
)


def test_a_commune_makes_a_model_known_through_its_committee() -> None:
    """III.3: the commune's committee; the head of a school in its own name."""
    assert around(own("commune")).notifier().is_committee
    assert around(own("school")).notifier().name == "Trường A"
    assert around(LINKED).notifier().is_committee


def test_a_linked_model_is_led_by_the_unit_that_builds_it() -> None:
    """Its chief leads; each member unit may hold a dossier; nothing must be addressed."""
    bodies = around(LINKED)
    assert bodies.chief().name == "Ủy ban nhân dân xã Tân Mỹ"
    assert bodies.home() == "Tân Mỹ"
    assert bodies.holder(0).name == "Trường A"
    assert bodies.required() == {}
    assert bodies.head() == "Mô hình “Cụm”"


@pytest.mark.parametrize("told", ["Trường A", "trường a", "Hội Phụ nữ xã Tân Mỹ"])
def test_a_member_unit_that_is_told_stands_as_it_always_does(told: str) -> None:
    """However its name is spelt; what is no member is a plain office."""
    named = around(LINKED).named(Office(name=told)).name
    assert named == ("Trường A" if told.casefold() == "trường a" else told)


def test_only_a_deciding_unit_has_acts_that_give_it_power() -> None:
    """The acts for its kind, then its charter; of a linked model, by who decides there."""
    for kind, given in (
        ("commune", (("local_government",), "")),
        ("school", (("education",), "Điều lệ của Trường A")),
    ):
        bodies = around(own(kind))
        assert bodies.competence(bodies.chief()) == given
    school = around(LINKED).named(Office(name="Trường A"))
    assert around(LINKED).competence(school) == ((), "")
