"""A record as that of the one kind of model that is meant, and what both kinds tell alike."""

from __future__ import annotations

import pytest

from docgen.record import kinds
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken

OWN = taken(
    Record,
    {
        "kind": "self_managed",
        "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
        "model": {"name": "Tổ"},
        "members": [{"name": "A"}],
        "launch": {"place": "nhà văn hóa"},
    },
)
LINKED = taken(
    LinkedRecord,
    {
        "kind": "linked",
        "model": {"name": "Cụm"},
        "units": [{"name": "xã Tân Mỹ", "kind": "commune"}, {"name": "Trường", "kind": "school"}],
        "ceremony": {"place": "hội trường"},
    },
)


def test_a_record_is_taken_for_what_it_is() -> None:
    """A self-managed model as one, a linked model as one."""
    assert kinds.own(OWN) is OWN
    assert kinds.linked(LINKED) is LINKED


def test_a_record_is_not_taken_for_the_other_kind() -> None:
    """What only one kind has is asked of no other."""
    with pytest.raises(TypeError):
        kinds.own(LINKED)
    with pytest.raises(TypeError):
        kinds.linked(OWN)


def test_both_kinds_tell_their_gathering_and_their_size() -> None:
    """A launch and members, a ceremony and member units, by the same names."""
    assert (OWN.gathering.place, OWN.size) == ("nhà văn hóa", 1)
    assert (LINKED.gathering.place, LINKED.size) == ("hội trường", 2)
