"""Titles of members, told or usual, and what a reorganisation changes in a list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import catalogue
from docgen.record.differences import difference
from docgen.record.rosters import committee_before, members_before
from docgen.record.schema.parts import Role
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from docgen.record.differences import RosterDifference
    from docgen.record.schema.life import CommitteePerson
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Member


def titles(record: Record) -> dict[Role, str]:
    """The usual title of each role in the model: as told for its head, or by the catalogue."""
    entry = catalogue.entry(record)
    told = (member.title for member in record.members if member.role is Role.HEAD)
    return {
        Role.HEAD: next((title for title in told if title), "") or entry.head_title,
        Role.DEPUTY: entry.deputy_title,
        Role.SECRETARY: entry.secretary_title or catalogue.general().secretary_title,
        Role.MEMBER: entry.member_title,
    }


def member_changes(record: Record, place: int) -> RosterDifference[Member]:
    """What reorganisation number ``place`` (from 0) of a self-managed model changes (II.1.4)."""
    usual = titles(record)
    new = record.reorganizations[place].members
    return difference(members_before(record, place), new, lambda member: _office(member, usual))


def committee_changes(record: LinkedRecord, place: int) -> RosterDifference[CommitteePerson]:
    """What reorganisation number ``place`` (from 0) changes in the committee (II.2.4)."""
    new = record.reorganizations[place].members
    return difference(committee_before(record, place), new, _committee_office)


def _office(member: Member, usual: dict[Role, str]) -> tuple[object, ...]:
    return member.role, same_name_key(member.title or usual[member.role])


def _committee_office(person: CommitteePerson) -> tuple[object, ...]:
    return person.role, same_name_key(person.title), same_name_key(person.unit)
