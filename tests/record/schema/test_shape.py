"""The model read back: every field with its kind, its label and its path."""

from __future__ import annotations

import pytest

from docgen.record.schema.life import CommitteePerson
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.offices import Issuer, Signer
from docgen.record.schema.own import Record
from docgen.record.schema.parts import Member, RecordPart
from docgen.record.schema.shape import (
    FieldKind,
    FieldPath,
    dotted,
    label_of,
    part_at,
    slots_along,
    slots_of,
    walk,
)
from docgen.record.schema.units import Unit
from docgen.record.taking import taken


def all_parts() -> list[type[RecordPart]]:
    """Every part of both records, each once."""
    found: list[type[RecordPart]] = [Record, LinkedRecord]
    for part in found:
        found += [
            slot.part for slot in slots_of(part).values() if slot.part and slot.part not in found
        ]
    return found


@pytest.mark.parametrize("part", all_parts(), ids=lambda part: part.__name__)
def test_every_field_is_told_about_in_both_languages(part: type[RecordPart]) -> None:
    """No field without a label; examples of choices are choices."""
    for slot in slots_of(part).values():
        assert slot.label.vi
        assert slot.label.en
        assert not slot.label.vi.isascii()
        if slot.kind is FieldKind.CHOICE and slot.about.example:
            assert slot.about.example in slot.choices


@pytest.mark.parametrize(
    ("part", "name", "kind", "many"),
    [
        (Record, "kind", FieldKind.CHOICE, False),
        (Record, "members", FieldKind.PART, True),
        (Record, "pilot", FieldKind.PART, False),
        (Record, "bases", FieldKind.LINE, True),
        (Record, "numbered_laws", FieldKind.FLAG, False),
        (Issuer, "charter", FieldKind.LINE, False),
        (Member, "birth_year", FieldKind.WHOLE, False),
        (Signer, "signing", FieldKind.CHOICE, False),
        (LinkedRecord, "units", FieldKind.PART, True),
        (LinkedRecord, "committee", FieldKind.PART, False),
        (Unit, "turn", FieldKind.WHOLE, False),
        (Unit, "lead", FieldKind.FLAG, False),
        (CommitteePerson, "role", FieldKind.CHOICE, False),
    ],
)
def test_a_field_is_read_off_its_annotation(
    part: type[RecordPart], name: str, kind: FieldKind, *, many: bool
) -> None:
    """Kind, and whether it is a list."""
    slot = slots_of(part)[name]
    assert (slot.kind, slot.many) == (kind, many)


def test_texts_days_and_required_fields_are_told_apart() -> None:
    """A text is longer than a line; only what has no default is required."""
    assert slots_of(slots_of(Record)["survey"].part or Record)["general"].kind is FieldKind.TEXT
    assert slots_of(slots_of(Record)["launch"].part or Record)["day"].kind is FieldKind.DAY
    assert [slot.name for slot in slots_of(Record).values() if slot.required] == [
        "kind",
        "issuer",
        "model",
    ]


@pytest.mark.parametrize(
    ("path", "text", "label"),
    [
        ((), "", ""),
        (("members", 2, "birth_year"), "members[3].birth_year", "Thành viên 3 › Năm sinh"),
        (("issuer", "kind"), "issuer.kind", "Đơn vị ra quyết định › Loại đơn vị"),
        (("issuer", "zzz"), "issuer.zzz", "Đơn vị ra quyết định"),
        (("bases", 0), "bases[1]", "Căn cứ riêng của địa phương, đơn vị 1"),
    ],
)
def test_a_path_has_a_text_and_a_label(path: FieldPath, text: str, label: str) -> None:
    """Items are counted from 1, as people count; explanations stay out of labels."""
    assert dotted(path) == text
    assert label_of(Record, path).vi == label


def test_a_part_is_found_by_its_path() -> None:
    """Where siblings are looked up."""
    assert part_at(Record, ()) is Record
    assert part_at(Record, ("members", 0)) is Member
    assert part_at(Record, ("members", 0, "name")) is None
    assert part_at(Record, ("zzz", "name")) is None
    assert len(slots_along(Record, ("issuer", "head", "name"))) == 3


def test_a_walk_meets_lists_whole_and_by_item() -> None:
    """Parts that are not told are left out."""
    record = taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "school", "name": "A"},
            "model": {"name": "B"},
            "bases": ["x"],
            "members": [{"name": "C"}],
        },
    )
    met = {path: value for path, _, value in walk(record)}
    assert met["bases",] == ["x"]
    assert met["bases", 0] == "x"
    assert met["members", 0, "name"] == "C"
    assert ("pilot",) not in met
    assert ("pilot", "reason") not in met
