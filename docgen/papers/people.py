"""The members of a model as papers list and count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.bodies.body import called, holder
from docgen.papers.gaps import HOLE, or_hole
from docgen.papers.phrases import names, words
from docgen.record.schema.parts import Role
from docgen.text.names import first_upper, lower_first, name_key
from docgen.text.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.parts import Member

ROLES = (Role.HEAD, Role.DEPUTY, Role.SECRETARY, Role.MEMBER)
"""The order in which lists name people."""


def in_committee(role: Role) -> str:
    """How that role is called in a committee: ``Phó Trưởng ban``."""
    return names("bodies.committee_roles")[role.value]


def listed(members: Iterable[Member], usual: Mapping[Role, str]) -> list[Frame]:
    """The rows of a list: by role, members by name as Vietnamese sorts names.

    ``usual`` gives the title of each role, for those who are told without one.
    """
    ordered = sorted(members, key=lambda member: (ROLES.index(member.role), _by_name(member)))
    return [
        _row(index, member, usual[member.role]) for index, member in enumerate(ordered, start=1)
    ]


def _by_name(member: Member) -> tuple[object, ...]:
    """Members stand by name, officers as they are told."""
    return () if member.role is not Role.MEMBER else (name_key(member.name),)


def _row(index: int, member: Member, usual: str) -> Frame:
    return {
        "index": str(index),
        "name": or_hole(member.name),
        "birth_year": str(member.birth_year or ""),
        "person": called(member.honorific, member.name),
        "post": post(member),
        "job": member.job,
        "unit": member.unit,
        "title": member.title or usual,
        "line": _line(member, member.title or usual),
    }


def post(member: Member) -> str:
    """``Trưởng thôn Đông Hạ``; ``cựu chiến binh, xóm 2``: job and home within a sentence.

    An office keeps its capital, another job does not; one that heads the place is said with it.
    """
    job, home = member.job, member.unit
    if not job.casefold().startswith(words("people.offices")):
        job = lower_first(job)
    if home.casefold().startswith(words("people.homes")):
        home = lower_first(home)
    if not (job and home):
        return job or home
    last = job.split()[-1].casefold()
    return holder(job, home) if home.casefold().startswith(f"{last} ") else f"{job}, {home}"


def _line(member: Member, title: str) -> str:
    """``Ông Nguyễn Văn Bình, thôn Đông Hạ, Tổ viên``: who namesakes are is told by their unit."""
    parts = (first_upper(called(member.honorific, member.name)), member.unit, title)
    return ", ".join(part for part in parts if part)


def counted(sheet: Sheet) -> str:
    """How many belong to the model on the day of the paper; of a linked one, how many units."""
    size = sheet.record.size
    return count(size) if size else HOLE
