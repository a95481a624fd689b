"""Records that tell what only data files name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from docgen.errors import RecordError
from docgen.record.growing import Growth, NewFact, grown
from docgen.record.loading import built
from docgen.record.schema.fields import About
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import label_of, slots_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from docgen.record.schema.linked import AnyRecord

MORE = Growth(
    papers=(("decision", About("Khác", "Other")), ("thanks", About("Thư cảm ơn", "Thanks"))),
    kinds=(("school", "nhà trường"), ("cooperative", "hợp tác xã")),
    facts=(
        NewFact("training", About("Tập huấn", "Training"), "flag"),
        NewFact("drills", About("Diễn tập", "Drills"), "count"),
        NewFact("mood", About("Không khí", "Mood"), ("good", "bad")),
        NewFact("united", About("Khác", "Other"), "flag"),
    ),
)


def grow(root: type[AnyRecord], _: Collection[str]) -> type[AnyRecord]:
    """Every record with MORE."""
    return grown(root, MORE)


def told(**more: object) -> dict[str, Any]:
    """The shortest record of the new kind."""
    least = {
        "kind": "self_managed",
        "issuer": {"kind": "cooperative", "name": "HTX"},
        "model": {"name": "Tổ"},
    }
    return {**least, **more}


def test_names_that_the_record_has_stay_its_own() -> None:
    """Only what is new is added; labels and order of the others are kept."""
    root = grown(Record, MORE)
    assert list(slots_of(root)) == list(slots_of(Record))
    assert label_of(root, ("papers", "decision")) == label_of(Record, ("papers", "decision"))
    assert label_of(root, ("papers", "thanks")).vi == "Số và ngày văn bản › Thư cảm ơn"
    assert grown(Record, Growth()) is Record


def test_what_is_new_is_told_as_all_else() -> None:
    """Papers, kinds, facts: read, typed, refused."""
    facts = {"period": "2026", "training": True, "drills": 2, "mood": "bad"}
    record: Any = built(
        told(papers={"thanks": {"number": 4, "day": "01/9/2026"}}, assessments=[facts]), "a", grow
    ).record
    assert (record.issuer.kind, record.papers.thanks.number) == ("cooperative", 4)
    assert (record.assessments[0].drills, record.assessments[0].mood) == (2, "bad")


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"papers": {"thank": {}}}, "There is no field “thank”"),
        ({"assessments": [{"period": "2026", "mood": "odd"}]}, "must be one of: good, bad"),
        ({"assessments": [{"period": "2026", "drills": -1}]}, "must be at least 0"),
        ({"issuer": {"kind": "coop", "name": "A"}}, "enterprise, school, cooperative"),
    ],
)
def test_what_is_wrong_with_it_is_told_as_everywhere(more: dict[str, Any], what: str) -> None:
    """With the names that the data add."""
    with pytest.raises(RecordError) as caught:
        built(told(**more), "a", grow)
    assert what in caught.value.problems[0].what.en


def test_a_linked_record_grows_in_its_units() -> None:
    """The limits on the list of units stay."""
    units = [{"name": "A", "kind": "cooperative"}, {"name": "B", "kind": "school"}]
    least = {"kind": "linked", "model": {"name": "Cụm"}}
    record: Any = built({**least, "units": units}, "a", grow).record
    assert isinstance(record, LinkedRecord)
    assert record.units[0].kind == "cooperative"
    with pytest.raises(RecordError, match="2 are the least"):
        built({**least, "units": units[:1]}, "a", grow)
