"""Why a model ends: the criteria of III.1.4 that the recorded facts meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.guidance.endings import assessment_of, follow_up, period_of, reasons
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.record.schema.linked import AnyRecord

UNITS = [
    {"name": "xã Tân Mỹ", "kind": "commune", "turn": 1},
    {"name": "Trường A", "kind": "school"},
]


def own(**told: object) -> Record:
    """A self-managed record that tells ``told``."""
    issuer = {"kind": "commune", "name": "xã Tân Mỹ"}
    return taken(
        Record, {"kind": "self_managed", "issuer": issuer, "model": {"name": "Tổ tuần tra"}, **told}
    )


def linked(**told: object) -> LinkedRecord:
    """A linked record that tells ``told``."""
    return taken(LinkedRecord, {"kind": "linked", "model": {"name": "Cụm"}, "units": UNITS, **told})


@pytest.mark.parametrize("record", [own, linked])
@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"dossier": "none"}, ["không có hồ sơ"]),
        ({"dossier": "incomplete"}, ["hồ sơ không đầy đủ"]),
        ({"keeping": "lapsed"}, ["không được duy trì"]),
        ({"keeping": "formal"}, ["hoạt động hình thức"]),
        ({"dossier": "incomplete", "keeping": "formal"}, ["hồ sơ", "hình thức"]),
        ({"dossier": "neat", "keeping": "kept"}, []),
        ({}, []),
    ],
)
def test_each_criterion_is_quoted_with_its_clause(
    record: Callable[..., AnyRecord], facts: dict[str, str], words: list[str]
) -> None:
    """Any one of the three makes the model Yếu; the guidance's own words are used."""
    told = record(assessments=[{"period": "2026", **facts}], dissolution={})
    found = reasons(told)
    assert len(found) == len(words)
    assert all(one.clause == "III.1.4" for one in found)
    assert all(word in one.text for word, one in zip(words, found, strict=True))


def test_the_newest_period_counts_where_none_is_told() -> None:
    """The year comes after its own six months."""
    periods = [{"period": one} for one in ("2026", "2025", "2026-H1")]
    told = own(assessments=periods, dissolution={})
    assert period_of(told) == "2026"
    assert period_of(own(assessments=periods, dissolution={"period": "2025"})) == "2025"


def test_a_period_without_facts_has_no_assessment() -> None:
    """Nothing is guessed."""
    told = own(dissolution={"period": "2026"})
    assert assessment_of(told) is None
    assert reasons(told) == []
    assert period_of(own()) == ""


def test_what_takes_the_place_of_a_model_is_told_for_both_kinds() -> None:
    """Nothing is left open in the usual lines."""
    terms = {"scope": "thôn A", "police": "Công an xã", "unit": "UBND xã", "security": "Công an"}
    for kind in ("self_managed", "linked"):
        assert all("{" not in line for line in follow_up(kind, terms))
