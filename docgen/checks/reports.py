"""Doubts about a model's later life that need no law: odd lists, figures, reports told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.people import heads, twins
from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.record.rosters import rosters
from docgen.record.schema.parts import Issued
from docgen.record.schema.shape import slots_of
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.names import same_name_key
from docgen.text.numbers import money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.reports import Figure, PeriodReport
    from docgen.record.schema.shape import FieldPath


def living(loaded: Loaded) -> Iterator[Problem]:
    """Reports of one period, figures told twice or in two ways, odd lists after a change."""
    yield from _same_period(loaded)
    for index, report in enumerate(loaded.record.reports):
        path = ("reports", index, "figures")
        yield from _twin_figures(loaded, path, report.figures)
        yield from _two_pasts(loaded, path, report)
        yield from _account(loaded, index, report)
    for index, people in enumerate(rosters(loaded.record)):
        path = ("reorganizations", index, "members")
        yield from heads(loaded, path, people)
        yield from twins(loaded, path, people)


def issues(told: RecordPart, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Issued]]:
    """Every number and day under ``told`` that the registry gives to a paper, with its path."""
    for name, slot in slots_of(type(told)).items():
        value = getattr(told, name)
        if slot.part is None or value is None:
            continue
        items = enumerate(value) if slot.many else [(None, value)]
        for index, item in items:
            here = (*path, name) if index is None else (*path, name, index)
            if isinstance(item, Issued):
                yield here, item
            else:
                yield from issues(item, here)


def _same_period(loaded: Loaded) -> Iterator[Problem]:
    """One report for one period: the second would take the place of the first."""
    met: dict[str, int] = {}
    for index, report in enumerate(loaded.record.reports):
        if report.period in met:
            first = met[report.period] + 1
            yield remark(
                loaded,
                ("reports", index, "period"),
                Words(
                    f"Báo cáo {first} và {index + 1} cùng kỳ {report.period}",
                    f"Reports {first} and {index + 1} are both of {report.period}",
                ),
                Words(
                    "Mỗi kỳ một báo cáo: gộp lại, hoặc sửa kỳ (2026-H1: 06 tháng đầu năm).",
                    "One report a period: join them, or mend the period (2026-H1: six months).",
                ),
                Severity.ERROR,
            )
        met.setdefault(report.period, index)


def _twin_figures(loaded: Loaded, path: FieldPath, figures: list[Figure]) -> Iterator[Problem]:
    """One name for two figures: nobody could tell which of them is compared."""
    met: dict[str, int] = {}
    for index, figure in enumerate(figures):
        key = same_name_key(figure.name)
        if key in met:
            yield remark(
                loaded,
                (*path, index, "name"),
                Words(
                    f"Số liệu {met[key] + 1} và {index + 1} cùng tên “{figure.name}”",
                    f"Figures {met[key] + 1} and {index + 1} are both called “{figure.name}”",
                ),
                Words(
                    "Mỗi chỉ tiêu một tên, để so sánh đúng với kỳ trước.",
                    "One name for one figure, so that it is compared with its own past.",
                ),
                Severity.ERROR,
            )
        met.setdefault(key, index)


def _two_pasts(loaded: Loaded, path: FieldPath, report: PeriodReport) -> Iterator[Problem]:
    """A value for the year before that is not the one which was reported then."""
    earlier = parts_of(loaded.record, "reports").get(periods.before(report.period))
    then = {same_name_key(one.name): one for one in getattr(earlier, "figures", [])}
    for index, figure in enumerate(report.figures):
        past = then.get(same_name_key(figure.name))
        if past is None or past.value is None or figure.before in (None, past.value):
            continue
        yield remark(
            loaded,
            (*path, index, "before"),
            Words(
                f"“{figure.name}”: cùng kỳ trước ghi {figure.before}, báo cáo kỳ đó ghi "
                f"{past.value}",
                f"“{figure.name}”: {figure.before} for the year before, but {past.value} was "
                "reported then",
            ),
            Words(
                "Xóa “before” để lấy số đã báo cáo, hoặc sửa một trong hai.",
                "Delete “before” to take what was reported, or mend one of them.",
            ),
        )


def _account(loaded: Loaded, index: int, report: PeriodReport) -> Iterator[Problem]:
    """Sums that are told and are not those of the account; a fund that spent what it had not."""
    if not report.account:
        return
    received = sum(one.received or 0 for one in report.account)
    paid = sum(one.paid or 0 for one in report.account)
    sums = {"income": received, "spent": paid}
    if report.opening is not None:
        sums["balance"] = report.opening + received - paid
    for name, adds_up in sums.items():
        told = getattr(report, name)
        if (told is not None and told != adds_up) or adds_up < 0:
            yield remark(
                loaded,
                ("reports", index, name),
                Words(
                    f"Các khoản thu, chi công khai cộng lại là {money(adds_up)} đồng",
                    f"The public account adds up to {adds_up:,} đồng",
                ),
                Words(
                    "Đối chiếu với sổ thu, chi; sửa khoản ghi sai, hoặc để trống mục này.",
                    "Hold it against the books; mend the line, or leave this empty to be summed.",
                ),
            )
