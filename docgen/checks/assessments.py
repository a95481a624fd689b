"""Assessments against the guidance: one a period, facts that fit one another and the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.guidance.deadlines import last_day
from docgen.law.eras import districts
from docgen.record.schema.assessments import Level
from docgen.text import periods
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.assessments import Assessment
    from docgen.record.schema.shape import FieldPath

_ACTS = ("notices", "honours")
_REPORTS = {"survey_report": "survey", "appraisal_report": "appraisal"}
"""The deadline of each of the two reports on an assessment."""


def assessing(loaded: Loaded) -> Iterator[Problem]:
    """Periods told twice, a dossier that is and is not complete, acts that count for nothing."""
    for section in ("assessments", "reports"):
        yield from _twice(loaded, section)
    for index, told in enumerate(loaded.record.assessments):
        yield from _contradicted(loaded, index, told)
        yield from _late(loaded, index, told)
        for name in _ACTS:
            for place, act in enumerate(getattr(told, name)):
                path: FieldPath = ("assessments", index, name, place)
                yield from _idle(loaded, path, act, told.period)


def _twice(loaded: Loaded, section: str) -> Iterator[Problem]:
    met: set[str] = set()
    for index, one in enumerate(getattr(loaded.record, section)):
        if one.period in met:
            yield remark(
                loaded,
                (section, index, "period"),
                Words(f"kỳ {one.period} được khai hai lần", f"{one.period} is told twice"),
                Words(
                    "Mỗi kỳ chỉ khai một lần: gộp lại hoặc sửa kỳ.",
                    "Tell each period once: join the two, or mend the period.",
                ),
                Severity.ERROR,
            )
        met.add(one.period)


def _contradicted(loaded: Loaded, index: int, told: Assessment) -> Iterator[Problem]:
    if told.dossier is not None and told.dossier.is_whole and told.missing:
        yield remark(
            loaded,
            ("assessments", index, "missing"),
            Words(
                "hồ sơ khai là đầy đủ mà lại kê tài liệu còn thiếu",
                "the dossier is told to be complete, and so is what it lacks",
            ),
            Words(
                "Sửa một trong hai: chừng nào còn mâu thuẫn thì mô hình chưa xếp loại được (mục "
                "III.1).",
                "Mend one of the two: until then the model cannot be rated (III.1).",
            ),
        )


def _late(loaded: Loaded, index: int, told: Assessment) -> Iterator[Problem]:
    """The two reports of III.2 have days of their own, whoever sends them."""
    for name, deadline in _REPORTS.items():
        day, last = getattr(told, name).day, last_day(deadline, told.period)
        if day is not None and day > last:
            yield remark(
                loaded,
                ("assessments", index, name, "day"),
                Words(
                    f"báo cáo kỳ {told.period} ngày {slashed(day)}: quá hạn, ngày cuối là "
                    f"{slashed(last)}",
                    f"the report of {told.period} is of {slashed(day)}: the last day was "
                    f"{slashed(last)}",
                ),
                Words(
                    "Mục III.2 Hướng dẫn 1923/HD-BCĐ: báo cáo khảo sát trước ngày 10/5, 10/11; báo "
                    "cáo thẩm định trước ngày 20/5, 20/11. Xem lại ngày đã ghi.",
                    "Guidance 1923/HD-BCĐ, III.2: survey reports before 10/5 and 10/11, appraisal "
                    "reports before 20/5 and 20/11. Look at the day again.",
                ),
            )


def _idle(loaded: Loaded, path: FieldPath, act: object, period: str) -> Iterator[Problem]:
    """An act of another year, or of a district when there were none, counts for no class."""
    day, level = getattr(act, "day", None), getattr(act, "level", None)
    if day is None:
        return
    if not periods.holds(period, day):
        year = periods.year_of(period)
        yield remark(
            loaded,
            (*path, "day"),
            Words(
                f"ngày {slashed(day)} không ở trong năm {year}: không được tính để xếp loại",
                f"{slashed(day)} is not in {year}: it does not count for the class",
            ),
            Words(
                "Tiêu chí chỉ tính thông báo, khen thưởng trong năm (mục III.1.1, III.1.2).",
                "Only notices and honours of the year count (III.1.1, III.1.2).",
            ),
        )
    elif level is Level.DISTRICT and day >= districts().since:
        yield remark(
            loaded,
            (*path, "level"),
            Words(
                f"cấp huyện mà ngày {slashed(day)}: không còn cấp huyện",
                f"of a district on {slashed(day)}: there were no districts",
            ),
            Words(
                "Ghi lại cấp (“level: commune”, “level: province”) hoặc ngày của văn bản.",
                "Mend the level (“level: commune”, “level: province”) or the day.",
            ),
        )
