"""The members of a model as papers list and count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.gaps import HOLE, or_hole
from docgen.record.rosters import as_of
from docgen.record.schema.parts import Role
from docgen.text.names import name_key
from docgen.text.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.parts import Member

ROLES = (Role.HEAD, Role.DEPUTY, Role.SECRETARY, Role.MEMBER)
"""The order in which lists name people."""
IN_COMMITTEE = {
    Role.HEAD: "Trưởng ban",
    Role.DEPUTY: "Phó Trưởng ban",
    Role.MEMBER: "Thành viên",
}


def listed(members: Iterable[Member], usual: Mapping[Role, str]) -> list[Frame]:
    """The rows of a list: by role, members by name as Vietnamese sorts names.

    ``usual`` gives the title of each role, for those who are told without one.
    """
    ordered = sorted(members, key=lambda one: (ROLES.index(one.role), _by_name(one)))
    return [_row(index, one, usual[one.role]) for index, one in enumerate(ordered, start=1)]


def _by_name(member: Member) -> tuple[object, ...]:
    """Members stand by name, officers as they are told."""
    return () if member.role is not Role.MEMBER else (name_key(member.name),)


def _row(index: int, member: Member, usual: str) -> Frame:
    return {
        "index": str(index),
        "name": or_hole(member.name),
        "birth_year": str(member.birth_year or ""),
        "job": member.job,
        "unit": member.unit,
        "title": member.title or usual,
    }


def counted(sheet: Sheet) -> str:
    """How many belong to the model on the day of the paper; of a linked one, how many units."""
    record = sheet.record
    if record.kind == "linked":
        return count(len(record.units))
    members = as_of(record, sheet.day).members
    return count(len(members)) if members else HOLE
