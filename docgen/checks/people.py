"""Doubts about the people of a record: who leads, who is listed twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.record.schema.parts import Role
from docgen.record.schema.shape import label_of
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.life import CommitteePerson
    from docgen.record.schema.meetings import Guest
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Member
    from docgen.record.schema.shape import FieldPath

    Leading = Member | CommitteePerson


def people(loaded: Loaded, record: Record) -> Iterator[Problem]:
    """No head or two, and people listed twice."""
    yield from heads(loaded, ("members",), record.members)
    yield from twins(loaded, ("members",), record.members)
    yield from twin_guests(loaded, ("launch", "guests"), record.launch.guests)


def heads(loaded: Loaded, path: FieldPath, people: Sequence[Leading]) -> Iterator[Problem]:
    """No head, or more than one, among the ``people`` listed at ``path``."""
    found = [index for index, person in enumerate(people) if person.role is Role.HEAD]
    if people and not found:
        yield remark(
            loaded,
            path,
            Words("Danh sách thành viên chưa có người đứng đầu", "No member is the head"),
            _ONE_HEAD[loaded.record.kind],
        )
    for index in found[1:]:
        yield remark(
            loaded,
            (*path, index, "role"),
            Words(
                f"Có hai người đứng đầu: thành viên {found[0] + 1} và {index + 1}",
                f"There are two heads: members {found[0] + 1} and {index + 1}",
            ),
            Words("Chỉ ghi “role: head” cho một người.", "Set “role: head” for one only."),
            Severity.ERROR,
        )


_ONE_HEAD = {
    "self_managed": Words(
        "Ghi “role: head” cho một người; người đứng đầu ký quy chế và kế hoạch năm (mục II.1.1.3 "
        "Hướng dẫn 1923/HD-BCĐ).",
        "Set “role: head” for one; the head signs the regulation and the year's plan (Guidance "
        "1923/HD-BCĐ, II.1.1.3).",
    ),
    "linked": Words("Ghi “role: head” cho một người.", "Set “role: head” for one person."),
}


def twins(loaded: Loaded, path: FieldPath, people: Sequence[Leading]) -> Iterator[Problem]:
    """One name twice at ``path``, unless the years of birth tell the two apart."""
    seen: dict[str, list[int]] = defaultdict(list)
    born = [getattr(person, "birth_year", None) for person in people]
    for index, person in enumerate(people):
        namesakes = seen[same_name_key(person.name)] if person.name else []
        for other in namesakes:
            years = {born[index], born[other]}
            if len(years) == 1 or None in years:
                yield twin(loaded, path, (other, index), person.name, sure=None not in years)
                break
        namesakes.append(index)


def twin_guests(loaded: Loaded, path: FieldPath, guests: Iterable[Guest]) -> Iterator[Problem]:
    """The same one of the ``guests`` at ``path`` twice would get two invitations."""
    met: dict[tuple[str, str, str], int] = {}
    for index, guest in enumerate(guests):
        who = (same_name_key(guest.name), same_name_key(guest.title), same_name_key(guest.unit))
        if guest.name and who in met:
            yield twin(loaded, path, (met[who], index), guest.name, sure=True)
        met.setdefault(who, index)


def twin(
    loaded: Loaded, path: FieldPath, pair: tuple[int, int], name: str, *, sure: bool
) -> Problem:
    """The two of ``pair`` in the list at ``path`` have one name; ``sure`` when they are one."""
    first, second = (label_of(type(loaded.record), (*path, index)) for index in pair)
    if sure:
        what = Words(
            f"“{name}” được ghi hai lần: {first.vi} và {second.vi}",
            f"“{name}” is listed twice: {first.en} and {second.en}",
        )
        hint = Words("Xóa một trong hai.", "Delete one of them.")
    else:
        what = Words(
            f"{first.vi} và {second.vi} cùng tên “{name}”",
            f"{first.en} and {second.en} are both called “{name}”",
        )
        hint = Words(
            "Nếu là hai người, ghi năm sinh để phân biệt.",
            "If they are two people, tell their years of birth.",
        )
    return remark(loaded, (*path, pair[1]), what, hint)
