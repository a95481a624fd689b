"""The number and day that the văn thư gave: into the record, and into every paper that tells it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.documents.citations import issued
from docgen.dossier import folder
from docgen.dossier.faults import telling
from docgen.errors import DocgenError, Place, Problem, RecordError, Words
from docgen.record.file import is_workbook, read_bytes
from docgen.record.loading import loaded
from docgen.record.rewriting import set_values
from docgen.record.sections import parts_of
from docgen.workflows.bundling import record_of
from docgen.workflows.examining import find
from docgen.workflows.packaging import Order, Package, desk, dues, remake, sound
from docgen.workflows.standing import at_work

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from docgen.guidance.papers import Due
    from docgen.record.shape import FieldPath
    from docgen.workflows.packaging import Desk, Tell


@dataclass(frozen=True, slots=True)
class Given:
    """Số và ngày do văn thư cấp: for the paper that ``item`` names.

    Attributes:
        item: Number of a dossier item, stem of a file, name of a template or of a paper.
        number: The number, from 1.
        day: The day of issue.
        anew: Whether a number told before is replaced.
    """

    item: str
    number: int
    day: date
    anew: bool = False


def number(order: Order, given: Given, tell: Tell, record: Path | None = None) -> Package:
    """Write a number and its day into the record; re-make that paper and those that cite it.

    All other papers stay as they are, byte for byte; edits by hand are merged.

    Args:
        order: The folder, the printer, the day; its own record is not used.
        given: The number.
        tell: Shows progress.
        record: The record, where it has been moved.

    Raises:
        RecordError: no paper or several fit, the number is taken, or the record has problems.
        ProtectedWorkError: a person's work would be lost.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    with at_work(order.folder, tell) as there:
        order = replace(order, record=record_of(order.folder, record, there))
        data = read_bytes(order.record)
        _see_text(data, order.record)
        before = desk(order, loaded(data, order.record), there)
        chosen = _chosen(before, given.item)
        _see_open(before, chosen, given)
        where = _path(before, chosen)
        new_data = set_values(
            data,
            {(*where, "number"): given.number, (*where, "day"): given.day},
            str(order.record),
        )
        new = loaded(new_data, order.record)
        findings = sound(find(new, order.drafted))
        folder.guard(order.folder, (), there.words)
        _put(order.record, new_data)
        try:
            made = remake(desk(order, new, there), tell)
        except (DocgenError, OSError):
            _put(order.record, data)
            raise
        return replace(made, findings=findings)


def _see_text(data: bytes, file: Path) -> None:
    if is_workbook(data, file):
        raise RecordError.at(
            file,
            "bản khai là tệp Excel, docgen không ghi vào tệp Excel của người dùng",
            "the record is a workbook, and docgen does not write into a person's workbook",
            hint=Words(
                "Ghi số, ngày vào tệp Excel rồi chạy lại lệnh soạn; hoặc chuyển sang YAML: docgen "
                "convert.",
                "Type number and day into the workbook and run the command again; or turn it into "
                "YAML: docgen convert.",
            ),
        )


def _chosen(table: Desk, item: str) -> Due:
    """The one numbered paper that ``item`` names."""
    every = dues(table)
    fitting = [one for one in every if one.paper.numbered and _fits(one, item)]
    single = list({_register_entry(one): one for one in reversed(fitting)}.values())[::-1]
    if len(single) == 1:
        return single[0]
    if not single and any(_fits(one, item) for one in every):
        what = Words(
            f"“{item}” là văn bản không lấy số riêng", f"“{item}” has no number of its own"
        )
        raise _refused(table, what, every)
    what = (
        Words(f"“{item}” ứng với nhiều văn bản", f"“{item}” fits several papers")
        if single
        else Words(f"không có văn bản “{item}” trong thư mục", f"the folder has no paper “{item}”")
    )
    raise _refused(table, what, single or every)


def _fits(one: Due, item: str) -> bool:
    stem = one.file_stem.rpartition("/")[2]
    names = {one.file_stem, stem, stem.partition("-")[2], one.paper.id, one.paper.template}
    return item in names or item.lstrip("0") == str(one.paper.item)


def _register_entry(one: Due) -> tuple[str, str, int | None]:
    """Copies for several guests share one number; each unit's consent has its own."""
    return one.paper.id, one.part, one.copy if one.paper.each == "chair" else None


def _refused(table: Desk, what: Words, every: Iterable[Due]) -> RecordError:
    numbered = {_register_entry(one): one for one in every if one.paper.numbered}.values()
    listed = "; ".join(f"{one.file_stem} ({table.drafter.named(one).title})" for one in numbered)
    hint = Words(f"Chọn một trong: {listed}.", f"Choose one of: {listed}.")
    return RecordError(Problem(Place(str(table.order.folder)), what, hint))


def _see_open(table: Desk, chosen: Due, given: Given) -> None:
    told = issued(table.record, chosen.paper, chosen.part, chosen.copy)
    same = (told.number in (None, given.number)) and (told.day in (None, given.day))
    if same or given.anew:
        return
    raise RecordError.at(
        table.order.record,
        f"văn bản này đã ghi số {told.number}",
        f"this paper has the number {told.number} already",
        hint=Words("Muốn thay số, ngày đã ghi: thêm --sua.", "To replace it, add --sua."),
    )


def _path(table: Desk, chosen: Due) -> FieldPath:
    """Where the record tells the number of the paper."""
    one = chosen.paper
    if one.each == "chair":
        raise RecordError.at(
            table.order.record,
            "số văn bản đồng ý của từng đơn vị ghi ở mục dissolution.consents",
            "the numbers of the consents are told in dissolution.consents",
            hint=Words(
                "Ghi tên đơn vị, số, ngày vào mục đó rồi chạy lại docgen dissolve.",
                "Tell unit, number and day there, then run docgen dissolve again.",
            ),
        )
    if not one.section:
        return ("papers", one.id)
    name = one.told.partition(".")[2]
    if not chosen.part:
        return (one.section, name)
    return (one.section, list(parts_of(table.record, one.section)).index(chosen.part), name)


def _put(file: Path, data: bytes) -> None:
    """Replace the record in one step; a failure leaves it as it was.

    Raises:
        OutsideError: the disk failed.
    """
    beside = file.with_name(f".{file.name}.moi")
    with telling(file):
        try:
            with beside.open("wb") as made:
                made.write(data)
                made.flush()
                os.fsync(made.fileno())
            beside.replace(file)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
