"""The difference of two lists, for any lists: nobody is lost, nobody is counted twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from docgen.record.differences import RosterDifference, difference
from docgen.record.schema.parts import Member, Role

NAMES = st.sampled_from(["Nguyễn Văn Bình", "NGUYỄN VĂN BÌNH", "Trần Hòa", "Trần Hoà", "", "Lê An"])
PEOPLE = st.builds(
    Member,
    name=NAMES,
    birth_year=st.sampled_from([None, 1975, 1983]),
    role=st.sampled_from(Role),
)
LISTS = st.lists(PEOPLE, max_size=8)


def parted(old: list[Member], new: list[Member]) -> RosterDifference[Member]:
    """The difference by roles."""
    return difference(old, new, lambda member: member.role)


def each(people: object) -> Counter[int]:
    """The people as objects, however alike they are."""
    return Counter(id(person) for person in people)  # type: ignore[attr-defined]


@given(LISTS, LISTS)
def test_the_old_list_with_its_changes_is_the_new_list(
    old: list[Member], new: list[Member]
) -> None:
    """Old without those who leave, in their new offices, with those who join: the new list."""
    found = parted(old, new)
    both = (*found.changed, *found.kept)
    assert each(old) == each((*found.left, *(before for before, _ in both)))
    assert each(new) == each((*found.joined, *(after for _, after in both)))


@given(LISTS)
def test_a_list_does_not_differ_from_itself(people: list[Member]) -> None:
    """The same list again changes nothing, in whatever order it stands."""
    assert parted(people, people).is_empty
    assert parted(people, people[::-1]).is_empty


@given(LISTS, LISTS)
def test_who_left_would_join_on_the_way_back(old: list[Member], new: list[Member]) -> None:
    """Read backwards, the difference has as many who leave as joined, and the reverse."""
    there, back = parted(old, new), parted(new, old)
    assert len(there.left) == len(back.joined)
    assert len(there.joined) == len(back.left)


@given(LISTS, LISTS)
def test_only_people_of_one_name_and_year_are_one(old: list[Member], new: list[Member]) -> None:
    """Years of birth that both lists tell are never different ones."""
    found = parted(old, new)
    for before, after in (*found.changed, *found.kept):
        assert before.birth_year == after.birth_year or None in (
            before.birth_year,
            after.birth_year,
        )


def test_namesakes_are_told_apart_by_their_years() -> None:
    """The one born in 1983 leaves; the other keeps his office though the order has changed."""
    old = [Member(name="Nguyễn Văn Bình", birth_year=year) for year in (1983, 1975)]
    found = parted(old, [Member(name="nguyễn văn bình", birth_year=1975)])
    assert found.left == (old[0],)
    assert len(found.kept) == 1


def test_another_office_is_a_change_and_not_a_new_person() -> None:
    """A deputy who becomes head stays the same person."""
    old = [Member(name="Trần Hoà", role=Role.DEPUTY)]
    found = parted(old, [Member(name="Trần Hòa", birth_year=1983, role=Role.HEAD)])
    ((before, after),) = found.changed
    assert (before.role, after.role) == (Role.DEPUTY, Role.HEAD)
    assert not found.left
    assert not found.joined
