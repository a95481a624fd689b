"""Reorganisations and reports against the guidance: what changes, in which order, of which time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.guidance.guidance import guidance
from docgen.guidance.membership import committee_changes, member_changes
from docgen.law.hints import advice
from docgen.record.rosters import committee_before, members_before
from docgen.text import periods
from docgen.text.dates import slashed
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.differences import RosterDifference
    from docgen.record.loading import Loaded
    from docgen.record.schema.life import CommitteePerson, CommitteeReorganization, Reorganization
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import Member
    from docgen.record.schema.shape import FieldPath


def living(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Changes without a change or out of order, reports of a time that is yet to come."""
    for place in range(len(loaded.record.reorganizations)):
        yield from _change(loaded, place)
    yield from _days(loaded)
    for index, report in enumerate(loaded.record.reports):
        yield from _early(loaded, ("reports", index, "period"), report.period, today)
        if report.issued.day is not None:
            path = ("reports", index, "issued")
            yield from _early(loaded, path, report.period, report.issued.day)


def _change(loaded: Loaded, place: int) -> Iterator[Problem]:
    """What is drawn from the difference of two lists needs both lists, and a difference."""
    path: FieldPath = ("reorganizations", place)
    if not _before(loaded.record, place):
        yield remark(loaded, path, *_NO_LIST[loaded.record.kind], Severity.ERROR)
        return
    found = _difference(loaded.record, place)
    if found.is_empty:
        yield remark(loaded, (*path, "members"), *_NO_CHANGE, Severity.ERROR)
    yield from _idle_reasons(loaded, place, found)


def _before(record: AnyRecord, place: int) -> list[Member] | list[CommitteePerson]:
    if record.kind == "linked":
        return committee_before(record, place)
    return members_before(record, place)


def _difference(
    record: AnyRecord, place: int
) -> RosterDifference[Member] | RosterDifference[CommitteePerson]:
    if record.kind == "linked":
        return committee_changes(record, place)
    return member_changes(record, place)


_NO_LIST = {
    "self_managed": (
        Words(
            "Chưa khai danh sách thành viên trước khi kiện toàn",
            "The members before the change are not told",
        ),
        Words(
            "Ghi danh sách của quyết định thành lập ở mục “members”: người thôi tham gia, tham gia "
            "mới được tính từ hai danh sách.",
            "Tell the founding list in “members”: who leaves and who joins is drawn from both.",
        ),
    ),
    "linked": (
        Words(
            "Chưa khai thành viên Ban Chỉ đạo trước khi kiện toàn",
            "The committee before the change is not told",
        ),
        Words(
            "Ghi danh sách của quyết định thành lập ở mục “committee.members”; mô hình không có "
            "Ban Chỉ đạo thì xóa “reorganizations”.",
            "Tell the founding list in “committee.members”; without a committee delete "
            "“reorganizations”.",
        ),
    ),
}
_NO_CHANGE = (
    Words(
        "Danh sách mới giống danh sách cũ: không ai thôi tham gia, tham gia mới, đổi chức danh",
        "The new list is like the old one: nobody leaves, joins or takes another office",
    ),
    Words(
        "Ghi đủ thành viên sau khi kiện toàn, hoặc xóa lần kiện toàn này (mục II.1.4 Hướng dẫn "
        "1923/HD-BCĐ: chỉ khi có sự thay đổi thành viên).",
        "List all members after the change, or delete it (Guidance 1923/HD-BCĐ, II.1.4: only when "
        "members change).",
    ),
)


def _idle_reasons(
    loaded: Loaded, place: int, found: RosterDifference[Member] | RosterDifference[CommitteePerson]
) -> Iterator[Problem]:
    """A reason for someone who does not change, or two for one person."""
    moved = (*found.left, *found.joined, *(after for _, after in found.changed))
    moving = {same_name_key(one.name) for one in moved}
    met: set[str] = set()
    for index, change in enumerate(loaded.record.reorganizations[place].changes):
        path = ("reorganizations", place, "changes", index, "name")
        key = same_name_key(change.name)
        if key not in moving:
            yield remark(
                loaded,
                path,
                Words(
                    f"Có lý do cho “{change.name}” mà người này không thay đổi",
                    f"There is a reason for “{change.name}”, who does not change",
                ),
                Words(
                    "Kiểm tra họ tên ở hai danh sách, hoặc xóa dòng này.",
                    "Check the name in both lists, or delete this line.",
                ),
            )
        elif key in met:
            yield remark(
                loaded,
                path,
                Words(
                    f"Có hai lý do cho “{change.name}”",
                    f"There are two reasons for “{change.name}”",
                ),
                Words("Giữ lại một dòng.", "Keep one of them."),
            )
        met.add(key)


def _days(loaded: Loaded) -> Iterator[Problem]:
    """Decisions follow one another, the founding first; each submission comes before its own."""
    record = loaded.record
    founding = "committee_decision" if record.kind == "linked" else "decision"
    last: date | None = getattr(record.papers, founding).day
    changes: Sequence[Reorganization | CommitteeReorganization] = record.reorganizations
    for place, change in enumerate(changes):
        path: FieldPath = ("reorganizations", place, "decision")
        asked = getattr(change, "submission", None)
        day = change.decision.day
        if day is None:
            continue
        if last is not None and day < last:
            yield _late(loaded, path, day, last)
        if asked is not None and asked.day is not None and day < asked.day:
            yield _late(loaded, path, day, asked.day)
        last = day if last is None or day > last else last


def _late(loaded: Loaded, path: FieldPath, day: date, before: date) -> Problem:
    return remark(
        loaded,
        path,
        Words(
            f"Quyết định kiện toàn (ngày {slashed(day)}) trước văn bản có trước nó (ngày "
            f"{slashed(before)})",
            f"The decision ({slashed(day)}) is before what comes first ({slashed(before)})",
        ),
        Words(
            "Thứ tự: quyết định thành lập, tờ trình, quyết định kiện toàn, lần sau sau lần trước; "
            "kiểm tra lại ngày.",
            "The order: founding decision, submission, decision, one change after another; check "
            "the days.",
        ),
    )


def _early(loaded: Loaded, path: FieldPath, period: str, day: date) -> Iterator[Problem]:
    """A report on a period whose data are not closed on ``day``."""
    closing = guidance().requirements.closing
    month = closing.half if periods.is_half(period) else closing.year
    if (day.year, day.month) >= (periods.year_of(period), month):
        return
    yield remark(
        loaded,
        path,
        Words(
            f"Kỳ báo cáo {periods.phrase(period)} chưa hết vào ngày {slashed(day)}",
            f"The period {period} is not over on {slashed(day)}",
        ),
        advice(closing.hint),
    )
