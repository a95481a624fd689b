"""Changes in time that cannot be as told: of nobody, of no day, of nothing, twice."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.record.history import COMMITTEE, NAMED, OFFICES
from docgen.record.since import bodies_of, facts_of, field_of, told_at
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.changes import Change
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath


def changes(loaded: Loaded) -> Iterator[Problem]:
    """Every change is of somebody, from some day, and tells something that is theirs."""
    met: dict[tuple[FieldPath, date], int] = {}
    for place, change in enumerate(loaded.record.changes):
        path: FieldPath = ("changes", place)
        bodies = bodies_of(loaded.record, change, change.since)
        if not bodies:
            yield _nobody(loaded, (*path, "of"), change)
        if change.since is None:
            yield remark(loaded, (*path, "since"), *_NO_DAY)
        if not facts_of(change):
            yield remark(loaded, path, *_NOTHING)
        for body in bodies[:1]:
            yield from _not_theirs(loaded, place, body)
        yield from _twice(loaded, place, met)


def _nobody(loaded: Loaded, path: FieldPath, change: Change) -> Problem:
    known = ", ".join(f"“{one}”" for one in dict.fromkeys(_known(loaded.record)))
    return remark(
        loaded,
        path,
        Words(
            f"Thay đổi của “{change.of}”: bản khai không có cơ quan, đơn vị, người nào tên đó",
            f"A change of “{change.of}”: the record tells of nobody by that name",
        ),
        Words(
            f"Ghi một trong: {known}; hoặc họ tên một người như ở danh sách.",
            f"Write one of: {known}; or a person's name as in the list.",
        ),
    )


def _known(record: AnyRecord) -> list[str]:
    """What changes may be of, the members aside."""
    if record.kind == "linked":
        committee = [COMMITTEE] if record.committee else []
        return [*(unit.name for unit in record.units), *committee]
    return [*OFFICES, *NAMED]


def _not_theirs(loaded: Loaded, place: int, body: FieldPath) -> Iterator[Problem]:
    """Facts that a body of this kind has not: the job of an office, the superior of a member."""
    change = loaded.record.changes[place]
    for name in facts_of(change):
        if field_of(loaded.record, body, name) is None:
            yield remark(
                loaded,
                ("changes", place, name),
                Words(
                    f"Mục “{name}” không dùng cho “{change.of}”: không được tính đến",
                    f"“{name}” says nothing of “{change.of}”: it is not taken",
                ),
                Words("Xóa mục này, hoặc sửa mục “of”.", "Delete it, or mend “of”."),
            )


def _twice(loaded: Loaded, place: int, met: dict[tuple[FieldPath, date], int]) -> Iterator[Problem]:
    """One fact, told twice from one day."""
    since = loaded.record.changes[place].since
    if since is None:
        return
    for path, field in sorted(told_at(loaded.record, place, since), key=itemgetter(1)):
        first = met.setdefault((field, since), place)
        if first != place:
            yield remark(
                loaded,
                path,
                Words(
                    f"Thay đổi {first + 1} và {place + 1} cùng nói về một mục, cùng từ ngày "
                    f"{slashed(since)}",
                    f"Changes {first + 1} and {place + 1} tell the same from {slashed(since)}",
                ),
                Words("Xóa một trong hai, hoặc sửa ngày.", "Delete one, or mend the day."),
            )


_NO_DAY = (
    Words("Thay đổi chưa có ngày: chưa được tính đến", "A change without a day is not taken yet"),
    Words("Điền “since”: từ ngày nào.", "Fill in “since”: from which day."),
)
_NOTHING = (
    Words("Thay đổi chưa nói nay là gì", "A change that tells nothing new"),
    Words(
        "Điền mục đã đổi: “name”, “superior”, “commune”, “province”, “place”, “signer”, "
        "“representative”, “job” …",
        "Fill in what is new: “name”, “superior”, “commune”, “province”, “place”, “signer”, "
        "“representative”, “job” …",
    ),
)
