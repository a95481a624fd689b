"""Doubts about honours, discipline and the end of a model: who is named, votes, order of days."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.checks.people import twin
from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.record.rosters import rosters
from docgen.record.schema.shape import FieldKind, label_of, walk
from docgen.record.turns import chairs_of
from docgen.text.dates import slashed
from docgen.text.names import bare_person, same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.life import Commendation, Discipline
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.shape import FieldPath


def conduct(loaded: Loaded) -> Iterator[Problem]:
    """People and units named who have no part in it, votes and days that cannot be right."""
    record = loaded.record
    for index, one in enumerate(record.commendations):
        yield from _honoured(loaded, record, one, ("commendations", index))
    if record.kind == "self_managed":
        for index, case in enumerate(record.disciplines):
            yield from _case(loaded, record, case, ("disciplines", index))
    if record.dissolution is not None:
        yield from _dissolution(loaded, record)


def _honoured(
    loaded: Loaded, record: AnyRecord, told: Commendation, path: FieldPath
) -> Iterator[Problem]:
    """The same one twice, and people who were never in the model."""
    met: dict[str, int] = {}
    known = _known(record) if record.kind == "self_managed" else set()
    for index, one in enumerate(told.honourees):
        key = same_name_key(bare_person(one.name))
        if key and key in met:
            yield twin(loaded, (*path, "honourees"), (met[key], index), one.name, sure=True)
        met.setdefault(key, index)
        if key and known and not one.collective and key not in known:
            yield _stranger(loaded, (*path, "honourees", index, "name"), one.name)
    yield from _days_in_order(
        loaded, path, (("meeting", "day"), ("submission", "day"), ("decision", "day"))
    )


def _known(record: Record) -> set[str]:
    """Everybody who is, or was, a member."""
    lists = [record.members, *rosters(record)]
    return {same_name_key(one.name) for people in lists for one in people if one.name}


def _stranger(loaded: Loaded, path: FieldPath, name: str) -> Problem:
    return remark(
        loaded,
        path,
        Words(
            f"“{name}” không có trong danh sách thành viên", f"“{name}” is not among the members"
        ),
        Words(
            "Kiểm tra lại họ tên, hoặc bổ sung danh sách thành viên, lần kiện toàn.",
            "Check the name, or the list of members and its reorganisations.",
        ),
    )


def _case(loaded: Loaded, record: Record, case: Discipline, path: FieldPath) -> Iterator[Problem]:
    known = _known(record)
    if known and same_name_key(bare_person(case.member)) not in known:
        yield _stranger(loaded, (*path, "member"), case.member)
    yield from _votes(loaded, case, path)
    days = (("meeting", "day"), ("minutes", "day"), ("submission", "day"), ("decision", "day"))
    yield from _days_in_order(loaded, path, days)


def _votes(loaded: Loaded, case: Discipline, path: FieldPath) -> Iterator[Problem]:
    if case.present is None or case.agreed is None:
        return
    told = f"{case.agreed}/{case.present}"
    if case.agreed > case.present:
        yield remark(
            loaded,
            (*path, "agreed"),
            Words(
                f"Số phiếu tán thành nhiều hơn số người dự họp: {told}",
                f"More votes than voters: {told}",
            ),
            Words("Sửa một trong hai số.", "Mend one of the two numbers."),
            Severity.ERROR,
        )
    elif 2 * case.agreed <= case.present:
        yield remark(
            loaded,
            (*path, "agreed"),
            Words(
                f"Không quá nửa số người dự họp tán thành: {told}",
                f"Not more than half of the voters agree: {told}",
            ),
            Words(
                "Hình thức kỷ luật phải được quá nửa tán thành; kiểm tra lại số phiếu, hình thức.",
                "More than half must agree; check the votes and the form.",
            ),
        )


def _dissolution(loaded: Loaded, record: AnyRecord) -> Iterator[Problem]:
    yield from _unrated(loaded, record)
    path: FieldPath = ("dissolution",)
    ends = "joint" if record.kind == "linked" else "decision"
    days = (("report", "day"), (ends, "day"), ("effective",), ("settle_by",))
    yield from _days_in_order(loaded, path, days)
    if record.kind == "linked":
        yield from _consents(loaded, record)


def _unrated(loaded: Loaded, record: AnyRecord) -> Iterator[Problem]:
    """A model is dissolved for its rating of one period (II.3), which must be told."""
    period = record.dissolution.period if record.dissolution else ""
    periods = {one.period for one in record.assessments}
    if periods and (not period or period in periods):
        return
    named = f" {period}" if period else ""
    yield remark(
        loaded,
        ("dissolution", "period"),
        Words(
            f"Chưa có dữ kiện đánh giá, xếp loại của kỳ{named} để thanh loại",
            f"There is no assessment of the period{named} for which the model is dissolved",
        ),
        Words(
            "Ghi kỳ đó ở “assessments” với tiêu chí xếp loại Yếu (mục II.3, III.1.4 Hướng dẫn "
            "1923/HD-BCĐ).",
            "Tell that period in “assessments” with what makes the model “Yếu” (Guidance "
            "1923/HD-BCĐ, II.3, III.1.4).",
        ),
    )


def _consents(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    """One consent of each chair (II.3): none of others, none twice, none before the report."""
    told = record.dissolution.consents if record.dissolution else []
    chairs = {key for unit in chairs_of(record) for key in _names_of(unit.name)}
    met: dict[str, int] = {}
    for index, one in enumerate(told):
        path = ("dissolution", "consents", index)
        key = same_name_key(one.unit)
        if chairs and key not in chairs:
            yield _no_chair(loaded, (*path, "unit"), one.unit)
        elif _short(key) in met:
            yield _again(loaded, (*path, "unit"), one.unit)
        met.setdefault(_short(key), index)
        yield from _after_report(loaded, record, (*path, "day"), one.day)


_COMMITTEE = same_name_key("Ủy ban nhân dân") + " "


def _names_of(name: str) -> set[str]:
    """A commune may be named with its committee, or without."""
    return {same_name_key(name), _COMMITTEE + same_name_key(name)}


def _short(key: str) -> str:
    return key.removeprefix(_COMMITTEE)


def _no_chair(loaded: Loaded, path: FieldPath, name: str) -> Problem:
    return remark(
        loaded,
        path,
        Words(
            f"“{name}” không phải là đơn vị luân phiên chủ trì",
            f"“{name}” is no unit that takes the chair",
        ),
        Words(
            "Chỉ đơn vị có “turn” ở mục “units” có văn bản đồng ý (mục II.3 Hướng dẫn "
            "1923/HD-BCĐ); ghi tên như ở đó.",
            "Only units with a “turn” consent (Guidance 1923/HD-BCĐ, II.3); name them as there.",
        ),
        Severity.ERROR,
    )


def _again(loaded: Loaded, path: FieldPath, name: str) -> Problem:
    return remark(
        loaded,
        path,
        Words(f"“{name}” có hai văn bản đồng ý", f"“{name}” gives its consent twice"),
        Words("Xóa một trong hai.", "Delete one of them."),
        Severity.ERROR,
    )


def _after_report(
    loaded: Loaded, record: LinkedRecord, path: FieldPath, day: date | None
) -> Iterator[Problem]:
    report = record.dissolution.report.day if record.dissolution else None
    if day and report and day < report:
        yield _early(loaded, (path, day), (("dissolution", "report", "day"), report))


def _days_in_order(
    loaded: Loaded, path: FieldPath, days: tuple[FieldPath, ...]
) -> Iterator[Problem]:
    """Days that are told under ``path``, each held against the nearest told before it."""
    known = {
        place: value
        for place, slot, value in walk(loaded.record)
        if slot.kind is FieldKind.DAY and value is not None
    }
    told = [((*path, *one), known[*path, *one]) for one in days if (*path, *one) in known]
    for before, after in pairwise(told):
        if after[1] < before[1]:
            yield _early(loaded, after, before)


def _early(loaded: Loaded, late: tuple[FieldPath, date], first: tuple[FieldPath, date]) -> Problem:
    """``late`` has a day before that of ``first``, which comes before it."""
    one, other = (label_of(type(loaded.record), path) for path, _ in (late, first))
    return remark(
        loaded,
        late[0],
        Words(
            f"“{one.vi}” ({slashed(late[1])}) trước “{other.vi}” ({slashed(first[1])})",
            f"“{one.en}” ({slashed(late[1])}) is before “{other.en}” ({slashed(first[1])})",
        ),
        Words("Kiểm tra lại ngày.", "Check the days."),
    )
