"""What the papers of a reorganisation say: who leaves, joins, takes another office, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import membership
from docgen.papers import citations, people
from docgen.papers.bodies.body import called, holder
from docgen.papers.gaps import HOLE, or_hole
from docgen.papers.people import ROLES, in_committee
from docgen.papers.phrases import names, phrase
from docgen.record.kinds import linked, own
from docgen.record.rosters import members_before
from docgen.record.schema.parts import Role
from docgen.text.names import same_name_key
from docgen.text.normal import paragraphs
from docgen.text.numbers import count
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.life import CommitteePerson, CommitteeReorganization, Reorganization
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import Member


class _Reasons(Value):
    """Why each one leaves, joins or takes another office, by name."""

    told: Reorganization | CommitteeReorganization

    def of(self, name: str, *, needed: bool = True) -> str:
        """``; lý do: …``; a blank to fill in where one is ``needed`` and none is told at all."""
        key = same_name_key(name)
        found = (why.reason for why in self.told.changes if same_name_key(why.name) == key)
        reason = next((text for text in found if text), "")
        blank = HOLE if needed and not self.told.reasons else ""
        shown = reason.rstrip(" .;") or blank
        return phrase("reorganizations.why", reason=shown) if shown else ""


def frame(sheet: Sheet) -> Frame:
    """``change.*`` of a template; ``sheet.part`` numbers the reorganisation (``01``)."""
    record, place = sheet.record, int(sheet.part) - 1
    told = record.reorganizations[place]
    shown = _LISTS[record.kind](record, place)
    return {"change": {"reasons": paragraphs(told.reasons), "replaced": _replaced(sheet), **shown}}


def _replaced(sheet: Sheet) -> str:
    """The decision whose list of people is replaced: the last reorganisation, or the founding."""
    former = citations.reorganized(sheet.papers, sheet.part)
    founding = names("reorganizations.founding")[sheet.record.kind]
    return (former or [citations.cite(sheet.papers.of(founding))])[-1].short


def _members(any_record: AnyRecord, place: int) -> Frame:
    record = own(any_record)
    told, found = record.reorganizations[place], membership.member_changes(record, place)
    usual, why = membership.titles(record), _Reasons(told)

    def title(member: Member) -> str:
        return member.title or usual[member.role]

    def line(member: Member, why: str) -> str:
        person = _who(member)
        return phrase("reorganizations.titled", person=person, title=title(member), why=why)

    def moved(then: Member, now: Member, why: str) -> str:
        old, new = title(then), title(now)
        return phrase("reorganizations.moved", person=_who(now), old=old, new=new, why=why)

    old = members_before(record, place)
    return {
        **_listed(
            left=[line(member, why.of(member.name)) for member in found.left],
            joined=[line(member, why.of(member.name, needed=False)) for member in found.joined],
            moved=[moved(then, now, why.of(now.name)) for then, now in found.changed],
        ),
        # As a decision names them: why they go is for those who decide, not for all who read.
        "left_named": [line(member, "") for member in found.left],
        "joined_named": [line(member, "") for member in found.joined],
        "moved_named": [moved(then, now, "") for then, now in found.changed],
        "givers": "; ".join(_who(member) for member in found.left) or HOLE,
        **_numbers(left=bool(found.left), joined=bool(found.joined)),
        "members": people.listed(told.members, usual),
        "count": count(len(told.members)),
        "before": count(len(old)),
        "new_head": _heads(told.members) != _heads(old),
    }


def _numbers(*, left: bool, joined: bool) -> Frame:
    """Số khoản of each list of those that there are."""
    return {
        "left_no": "1.",
        "joined_no": "2." if left else "1.",
        "moved_no": f"{1 + left + joined}.",
    }


def _heads(people: Iterable[Member]) -> list[str]:
    return [same_name_key(person.name) for person in people if person.role is Role.HEAD]


def _who(member: Member) -> str:
    """``ông Vũ Văn Thắng, sinh năm 1968, Trưởng thôn Đông Hạ``, as far as it is told."""
    born = phrase("people.born", year=member.birth_year) if member.birth_year else ""
    parts = (called(member.honorific, member.name), born, people.post(member))
    return ", ".join(part for part in parts if part)


def _committee(any_record: AnyRecord, place: int) -> Frame:
    record = linked(any_record)
    told, found = record.reorganizations[place], membership.committee_changes(record, place)
    why = _Reasons(told)
    ordered = sorted(told.members, key=lambda person: ROLES.index(person.role))

    def line(person: CommitteePerson, why: str) -> str:
        return f"{_person(person)}; {in_committee(person.role)}{why}"

    return {
        **_listed(
            left=[line(person, why.of(person.name)) for person in found.left],
            joined=[line(person, why.of(person.name, needed=False)) for person in found.joined],
            moved=[f"{_moved(then, now)}{why.of(now.name)}" for then, now in found.changed],
        ),
        "members": [
            {
                "index": str(index),
                "name": or_hole(person.name),
                "birth_year": "",
                "job": "",
                "unit": person.unit,
                "title": person.title,
                "role": in_committee(person.role),
            }
            for index, person in enumerate(ordered, start=1)
        ],
        "count": count(len(told.members)),
    }


_LISTS: dict[str, Callable[[AnyRecord, int], Frame]] = {
    "self_managed": _members,
    "linked": _committee,
}


def _person(person: CommitteePerson) -> str:
    """``Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã Tân Mỹ``, as far as it is told."""
    return ", ".join(part for part in (or_hole(person.name), _post(person)) if part)


def _post(person: CommitteePerson) -> str:
    return holder(person.title, person.unit) if person.title else person.unit


def _moved(then: CommitteePerson, now: CommitteePerson) -> str:
    """What changes: the office in the committee, the post outside it, or both."""
    moves = []
    if then.role is not now.role:
        old, new = in_committee(then.role), in_committee(now.role)
        moves.append(phrase("reorganizations.new_office", old=old, new=new))
    if _post(then) != _post(now):
        moves.append(phrase("reorganizations.new_post", post=or_hole(_post(now))))
    return f"{_person(then)}: {'; '.join(moves)}"


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
