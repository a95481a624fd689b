"""A record written as YAML: plain, whole, and the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.record.files.writing import has_comments, plain, plain_value, yaml_of, yaml_text
from docgen.record.loading import load
from docgen.record.schema.fields import is_assumed
from docgen.record.schema.offices import PartyBody
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from tests.samples import path_of

if TYPE_CHECKING:
    from pathlib import Path

FULL = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
    "model": {"name": "Tổ tuần tra: nhân dân"},
    "survey": {
        "people": "Thôn có 215 hộ, " + "đời sống ổn định, " * 12 + "không có vụ việc.\nHai."
    },
    "members": [{"name": "Trần Thị Bình", "birth_year": 1985}, {}],
    "launch": {"day": "5/9/2026"},
    "bases": ["Kế hoạch số 188/KH-UBND"],
    "front": "0204",
}
EXPECTED = """\
kind: self_managed

issuer:
  kind: commune
  name: xã Tân Mỹ

model:
  name: 'Tổ tuần tra: nhân dân'

front: '0204'

survey:
  people: >-
    Thôn có 215 hộ, đời sống ổn định, đời sống ổn định, đời sống ổn định, đời sống ổn định, đời
    sống ổn định, đời sống ổn định, đời sống ổn định, đời sống ổn định, đời sống ổn định, đời
    sống ổn định, đời sống ổn định, đời sống ổn định, không có vụ việc.

    Hai.

members:
  - name: Trần Thị Bình
    birth_year: 1985
  - {}

launch:
  day: 05/9/2026

bases:
  - Kế hoạch số 188/KH-UBND
"""


def test_a_record_reads_as_a_person_would_write_it() -> None:
    """In the order of the model, without defaults, Vietnamese kept, paragraphs as blocks."""
    assert yaml_of(taken(Record, FULL)) == EXPECTED


def test_every_sample_is_the_same_when_it_is_written_again(sample: str, tmp_path: Path) -> None:
    """Nothing is lost, and the text of a text is that text."""
    record = load(path_of(sample)).record
    again = tmp_path / "a.yaml"
    again.write_text(yaml_of(record), encoding="utf-8", newline="")
    loaded = load(again).record
    assert loaded == record
    assert yaml_of(loaded) == yaml_of(record)


def test_a_part_of_defaults_that_is_told_stays_told() -> None:
    """An empty group would mean "not told", so one of its defaults is said."""
    record = taken(Record, {**FULL, "party": {"signer": {"signing": "head"}}})
    assert plain(record)["party"] == {"signer": {"signing": "head"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n", False),
        ("# yaml-language-server: $schema=x.json\na: b\n", False),
        ("# ghi chú\na: b\n", True),
        ("a: b  # ghi chú\n", True),
        ("a: b\n# cuối\n", True),
        ('a: "b # c"\n', False),
        ("a: b#c\n", False),
        ("a: >-\n  một # hai\n  ba\nb: c\n", False),
        ("a: >-\n  một\n\n# giữa\nb: c\n", True),
        ("a:\n  # - mẫu\n  - b\n", True),
    ],
)
def test_comments_are_told_from_text(text: str, expected: bool) -> None:  # noqa: FBT001
    """A number sign inside a value is no comment."""
    assert has_comments(text) is expected


def test_a_choice_that_nobody_told_is_written_as_its_word() -> None:
    """The least that tells of a part of defaults names its choice, in plain YAML."""
    told = plain_value(PartyBody())
    assert told == {"kind": "committee"}
    assert yaml_text({"party": told}) == "party:\n  kind: committee\n"
    assert not is_assumed(taken(PartyBody, told).kind)
