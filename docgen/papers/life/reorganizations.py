"""What the papers of a reorganisation say: who leaves, joins, takes another office, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.guidance import membership
from docgen.papers import citations, people
from docgen.papers.bodies.body import holder
from docgen.papers.gaps import HOLE, or_hole
from docgen.papers.people import IN_COMMITTEE, ROLES
from docgen.record.rosters import members_before
from docgen.record.schema.parts import Role
from docgen.text.names import same_name_key
from docgen.text.normal import paragraphs
from docgen.text.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.life import CommitteePerson, CommitteeReorganization, Reorganization
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Member


@dataclass(frozen=True, slots=True)
class _Reasons:
    """Why each one leaves, joins or takes another office, by name."""

    told: Reorganization | CommitteeReorganization

    def of(self, name: str, *, needed: bool = True) -> str:
        """``; lý do: …``; a blank to fill in where one is ``needed`` and none is told at all."""
        key = same_name_key(name)
        found = (one.reason for one in self.told.changes if same_name_key(one.name) == key)
        reason = next((text for text in found if text), "")
        blank = HOLE if needed and not self.told.reasons else ""
        shown = reason.rstrip(" .;") or blank
        return f"; lý do: {shown}" if shown else ""


def frame(sheet: Sheet) -> Frame:
    """``change.*`` of a template; ``sheet.part`` numbers the reorganisation (``01``)."""
    record, place = sheet.record, int(sheet.part) - 1
    told = record.reorganizations[place]
    shown = _committee(record, place) if record.kind == "linked" else _members(record, place)
    return {"change": {"reasons": paragraphs(told.reasons), "replaced": _replaced(sheet), **shown}}


def _replaced(sheet: Sheet) -> str:
    """The decision whose list of people is replaced: the last reorganisation, or the founding."""
    former = citations.reorganized(sheet.papers, sheet.part)
    founding = "committee_decision" if sheet.record.kind == "linked" else "decision"
    return (former or [citations.cite(sheet.papers.of(founding))])[-1].short


def _members(record: Record, place: int) -> Frame:
    told, found = record.reorganizations[place], membership.member_changes(record, place)
    usual, why = membership.titles(record), _Reasons(told)

    def title(one: Member) -> str:
        return one.title or usual[one.role]

    old = members_before(record, place)
    return {
        **_listed(
            left=[f"{_who(one)}; chức danh: {title(one)}{why.of(one.name)}" for one in found.left],
            joined=[
                f"{_who(one)}; chức danh: {title(one)}{why.of(one.name, needed=False)}"
                for one in found.joined
            ],
            moved=[
                f"{_who(now)}: từ {title(then)} sang {title(now)}{why.of(now.name)}"
                for then, now in found.changed
            ],
        ),
        "members": people.listed(told.members, usual),
        "count": count(len(told.members)),
        "before": count(len(old)),
        "new_head": _heads(told.members) != _heads(old),
    }


def _heads(people: Iterable[Member]) -> list[str]:
    return [same_name_key(one.name) for one in people if one.role is Role.HEAD]


def _who(one: Member) -> str:
    """``Trần Thị Bình, sinh năm 1985, Giáo viên, Tổ Toán - Tin``, as far as it is told."""
    born = f"sinh năm {one.birth_year}" if one.birth_year else ""
    return ", ".join(part for part in (or_hole(one.name), born, one.job, one.unit) if part)


def _committee(record: LinkedRecord, place: int) -> Frame:
    told, found = record.reorganizations[place], membership.committee_changes(record, place)
    why = _Reasons(told)
    ordered = sorted(told.members, key=lambda one: ROLES.index(one.role))
    return {
        **_listed(
            left=[
                f"{_person(one)}; {IN_COMMITTEE[one.role]}{why.of(one.name)}" for one in found.left
            ],
            joined=[
                f"{_person(one)}; {IN_COMMITTEE[one.role]}{why.of(one.name, needed=False)}"
                for one in found.joined
            ],
            moved=[f"{_moved(then, now)}{why.of(now.name)}" for then, now in found.changed],
        ),
        "members": [
            {
                "index": str(index),
                "name": or_hole(one.name),
                "birth_year": "",
                "job": "",
                "unit": one.unit,
                "title": one.title,
                "role": IN_COMMITTEE[one.role],
            }
            for index, one in enumerate(ordered, start=1)
        ],
        "count": count(len(told.members)),
    }


def _person(one: CommitteePerson) -> str:
    """``Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã Tân Mỹ``, as far as it is told."""
    return ", ".join(part for part in (or_hole(one.name), _post(one)) if part)


def _post(one: CommitteePerson) -> str:
    return holder(one.title, one.unit) if one.title else one.unit


def _moved(then: CommitteePerson, now: CommitteePerson) -> str:
    """What changes: the office in the committee, the post outside it, or both."""
    moves = [
        f"từ {IN_COMMITTEE[then.role]} sang {IN_COMMITTEE[now.role]}"
        if then.role is not now.role
        else "",
        f"chức vụ mới: {or_hole(_post(now))}" if _post(then) != _post(now) else "",
    ]
    return f"{_person(then)}: {'; '.join(move for move in moves if move)}"


def _listed(*, left: list[str], joined: list[str], moved: list[str]) -> Frame:
    """The three lists of a reorganisation, each with how many it holds."""
    return {
        "left": left,
        "joined": joined,
        "moved": moved,
        "left_count": count(len(left)),
        "joined_count": count(len(joined)),
        "moved_count": count(len(moved)),
    }
