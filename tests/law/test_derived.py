"""What follows from the profile of a unit: names and usage, never over what is told."""

from __future__ import annotations

import pytest

from docgen.law.derived import derived
from docgen.law.law import law
from docgen.record.schema.own import Record
from docgen.record.taking import taken


def record(**more: object) -> Record:
    """A record of a commune's model with some fields more."""
    unit = {"kind": "commune", "name": "xã Tân Mỹ", "province": "tỉnh Bắc Ninh"}
    least = {"kind": "self_managed", "model": {"name": "Tổ"}, "issuer": unit}
    return taken(Record, {**least, **more})


def test_the_bodies_of_a_commune_follow_from_its_name() -> None:
    """Police, Party, Front, proposer, with superiors and abbreviations."""
    found, facts = derived(record())
    assert found.police.name == "Công an xã Tân Mỹ"
    assert found.police.superior == "Công an tỉnh Bắc Ninh"
    assert found.police.abbreviation == "CAX"
    assert found.party.name == "Đảng ủy xã Tân Mỹ"
    assert found.front == "Ủy ban MTTQ Việt Nam xã Tân Mỹ"
    assert found.proposer == found.police
    assert {fact.rule.sure for fact in facts} <= {"known", "verified"}


def test_nothing_told_is_replaced() -> None:
    """A commune may have other bodies than usual."""
    told = record(police={"name": "Công an khu vực"}, proposer={"name": "Chi bộ thôn"})
    found, _ = derived(told)
    assert found.police.name == "Công an khu vực"
    assert found.proposer == told.proposer


def test_with_a_district_the_superiors_are_of_the_district() -> None:
    """Before the first of July 2025."""
    unit = {"kind": "commune", "name": "thị trấn Vôi", "district": "huyện Lạng Giang"}
    found, _ = derived(record(issuer=unit))
    assert found.police.superior == "Công an huyện Lạng Giang"
    assert found.police.abbreviation == "CATT"
    assert found.party.superior == "Đảng bộ huyện Lạng Giang"


@pytest.mark.parametrize(
    ("party", "name"),
    [({"kind": "cell"}, "Chi bộ Trường A"), ({}, ""), ({"kind": "committee"}, "Đảng ủy Trường A")],
)
def test_the_party_body_of_a_school_is_known_by_its_kind_only(
    party: dict[str, str], name: str
) -> None:
    """A default is no answer: nobody guesses whether a school has a cell or a committee."""
    found, _ = derived(record(issuer={"kind": "school", "name": "Trường A"}, party=party))
    assert found.party.name == name


def test_what_lacks_a_word_is_not_derived() -> None:
    """A school whose commune is not told has no police that anybody knows."""
    found, _ = derived(record(issuer={"kind": "school", "name": "Trường A"}))
    assert found.police.name == found.police.superior == ""


def test_every_rule_says_where_it_is_from() -> None:
    """And how sure it is."""
    assert all(rule.source for rule in law().derived.rules)
