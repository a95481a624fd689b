"""Values as they are told, taken as parts of a record: what each field reads, what it refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.record.schema.assessments import Assessment
from docgen.record.schema.fields import is_assumed
from docgen.record.schema.life import CommitteePerson
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.offices import PartyBody
from docgen.record.schema.own import Record
from docgen.record.schema.parts import Issued, Member, Model, RecordPart, Role, Survey
from docgen.record.schema.shape import slots_of
from docgen.record.schema.units import FEWEST_UNITS, MOST_UNITS
from docgen.record.taking import Fault, Reason, UntakenError, taken

LEAST = {"kind": "self_managed", "issuer": {"kind": "commune", "name": "xã A"}}
UNIT = {"name": "xã A", "kind": "commune"}


def faults(part: type[RecordPart], told: object) -> list[tuple[tuple[str | int, ...], Reason]]:
    """Where what is told cannot be taken, and why."""
    with pytest.raises(UntakenError) as caught:
        taken(part, told)
    return [(fault.path, fault.reason) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("part", "field", "told", "value"),
    [
        (Member, "name", "  Trần\tThị  Bình ", "Trần Thị Bình"),
        (Member, "name", 12, "12"),
        (Member, "unit", 1.5, "1.5"),
        (Member, "role", "deputy", Role.DEPUTY),
        (Member, "role", Role.HEAD, Role.HEAD),
        (CommitteePerson, "role", "head", Role.HEAD),
        (Member, "birth_year", "1.985", 1985),
        (Member, "birth_year", None, None),
        (Survey, "people", ["Một", "Hai"], "Một\nHai"),
        (Survey, "people", 7, "7"),
        (Issued, "day", "5/9/2026", date(2026, 9, 5)),
        (Issued, "day", "2026-09-05", date(2026, 9, 5)),
        (Issued, "day", datetime(2026, 9, 5, tzinfo=UTC), date(2026, 9, 5)),
        (Issued, "day", " ", None),
        (PartyBody, "standing", "Yes", True),
        (PartyBody, "standing", 0, False),
        (PartyBody, "kind", "cell", "cell"),
        (Model, "channels", ("Nhóm Zalo",), ["Nhóm Zalo"]),
    ],
)
def test_a_value_is_read_as_its_field_takes_it(
    part: type[RecordPart], field: str, told: object, value: object
) -> None:
    """Numbers, days, flags and texts as people write them become what the field holds."""
    needed = {name: "B" for name, slot in slots_of(part).items() if slot.required}
    found = getattr(taken(part, {**needed, field: told}), field)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("part", "field", "told", "reason"),
    [
        (Member, "name", True, Reason.NOT_TEXT),
        (Member, "name", b"A", Reason.NOT_TEXT),
        (Member, "name", None, Reason.NOT_TEXT),
        (Member, "name", "a" * 501, Reason.TOO_LONG),
        (Member, "role", "chief", Reason.NOT_CHOICE),
        (Member, "role", ["head"], Reason.NOT_CHOICE),
        (Member, "birth_year", 1899, Reason.TOO_SMALL),
        (Member, "birth_year", 2101, Reason.TOO_GREAT),
        (Member, "birth_year", "1985 hoặc 1986", Reason.NOT_WHOLE),
        (Member, "birth_year", True, Reason.NOT_WHOLE),
        (Member, "birth_year", 1985.0, Reason.NOT_WHOLE),
        (Survey, "people", ["Một", 2], Reason.NOT_TEXT),
        (Survey, "people", 1.5, Reason.NOT_TEXT),
        (Survey, "people", "a" * 20_001, Reason.TOO_LONG),
        (Survey, "figures", "nhiều", Reason.NOT_PART),
        (Issued, "day", "mai", Reason.NOT_DAY),
        (Issued, "day", 2026, Reason.NOT_DAY),
        (Issued, "day", datetime(2026, 9, 5, 8, tzinfo=UTC), Reason.NOT_DAY),
        (Issued, "day", "31/02/2026", Reason.NO_SUCH_DAY),
        (PartyBody, "standing", "có lẽ", Reason.NOT_FLAG),
        (PartyBody, "standing", 2, Reason.NOT_FLAG),
        (PartyBody, "standing", 0.0, Reason.NOT_FLAG),
        (Assessment, "period", "2026-H2", Reason.NOT_PERIOD),
        (Model, "channels", "Nhóm Zalo", Reason.NOT_LIST),
        (Model, "channels", {"a": 1}, Reason.NOT_LIST),
    ],
)
def test_a_value_that_its_field_does_not_take_is_refused_with_the_reason(
    part: type[RecordPart], field: str, told: object, reason: Reason
) -> None:
    """One fault, at the field."""
    needed = {name: "2026" for name, slot in slots_of(part).items() if slot.required}
    assert faults(part, {**needed, field: told}) == [((field,), reason)]


def test_a_period_may_be_a_number_and_is_written_in_capitals() -> None:
    """YAML has 2026 for a number; people write h1 as well as H1."""
    assert taken(Assessment, {"period": 2026}).period == "2026"
    assert taken(Assessment, {"period": "2026-h1"}).period == "2026-H1"


def test_limits_are_told_with_how_far_they_are_passed() -> None:
    """A list that is too short or too long, a text, a number."""
    linked: dict[str, Any] = {"kind": "linked", "model": {"name": "B"}}
    for count, reason, limit in (
        (FEWEST_UNITS - 1, Reason.TOO_FEW, FEWEST_UNITS),
        (MOST_UNITS + 1, Reason.TOO_MANY, MOST_UNITS),
    ):
        units = [UNIT] * count
        with pytest.raises(UntakenError) as caught:
            taken(LinkedRecord, {**linked, "units": units})
        assert caught.value.faults == (Fault(("units",), reason, units, limit, count),)
    with pytest.raises(UntakenError) as caught:
        taken(Member, {"name": " " + "a" * 502, "birth_year": 3000})
    assert [(one.limit, one.length) for one in caught.value.faults] == [(500, 502), (2100, 0)]


def test_limits_themselves_are_within() -> None:
    """The longest text, the fewest and the most units, the first and the last year."""
    assert taken(Member, {"name": "a" * 500, "birth_year": 1900}).birth_year == 1900
    assert taken(Member, {"birth_year": 2100}).birth_year == 2100
    for count in (FEWEST_UNITS, MOST_UNITS):
        told = {"kind": "linked", "model": {"name": "B"}, "units": [UNIT] * count}
        assert len(taken(LinkedRecord, told).units) == count


def test_every_fault_is_found_at_once_in_the_order_of_the_fields() -> None:
    """A missing field, an unknown one, items of lists, fields of parts in parts."""
    told = {
        **LEAST,
        "model": {"name": ["B"], "nmae": "C"},
        "members": [{"name": {}}, 3, {"role": "x"}],
        "party": {"signer": {"title": []}},
        "units": [],
    }
    assert faults(Record, told) == [
        (("model", "name"), Reason.NOT_TEXT),
        (("model", "nmae"), Reason.UNKNOWN),
        (("party", "signer", "title"), Reason.NOT_TEXT),
        (("members", 0, "name"), Reason.NOT_TEXT),
        (("members", 1), Reason.NOT_PART),
        (("members", 2, "role"), Reason.NOT_CHOICE),
        (("units",), Reason.UNKNOWN),
    ]
    assert faults(Record, LEAST) == [(("model",), Reason.MISSING)]
    assert faults(Record, ["xã A"]) == [((), Reason.NOT_PART)]


def test_a_part_that_was_taken_before_stays_as_it_is() -> None:
    """Programs build records of parts."""
    member = Member(name="Trần Thị Bình")
    record = taken(Record, {**LEAST, "model": Model(name="B"), "members": [member]})
    assert record.members[0] is member
    assert taken(Record, record) is record


def test_a_choice_that_nobody_told_is_known_as_such() -> None:
    """The default counts, and rules that ask what was told can tell it from the same word told."""
    assert is_assumed(PartyBody().kind)
    assert is_assumed(taken(Record, {**LEAST, "model": {"name": "B"}}).party.kind)
    assert not is_assumed(taken(PartyBody, {"kind": "committee"}).kind)
    assert taken(PartyBody, {"kind": "committee"}) == PartyBody()


def test_lists_of_two_records_are_not_one() -> None:
    """What is added to one record's list is in no other's."""
    one, other = taken(Model, {"name": "A"}), taken(Model, {"name": "A"})
    assert one.channels is not other.channels


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*slots_of(Record), "x"]) | st.text(), inner, max_size=3)
    ),
)


@given(ANYTHING)
def test_whatever_is_told_is_taken_or_refused_with_a_path(told: object) -> None:
    """No value brings the reader down, and no fault is without its place."""
    for root in (Record, LinkedRecord):
        with pytest.raises(UntakenError) as caught:
            taken(root, told)
        assert all(fault.path for fault in caught.value.faults) or not isinstance(told, dict)
