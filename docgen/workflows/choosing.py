"""Which paper of a folder a person means: by its item, its file, its template or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import in_form
from docgen.errors import Place, Problem, RecordError, Words
from docgen.folder.memory import PRINTS, WORD
from docgen.papers.numbers import place
from docgen.papers.register.series import OF_EACH, register_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docgen.guidance.papers import Due
    from docgen.workflows.desk import Desk

_ENDS = (".docx", ".pdf")


def choose(table: Desk, item: str) -> Due:
    """The one paper with a number of its own that ``item`` names.

    Args:
        table: The folder and its record.
        item: Number of a dossier item (``4``), name of a file (``04-quyet-dinh-thanh-lap``, with
            or without its folder and end), of a template or of a paper (``decision``).

    Raises:
        RecordError: none fits, several fit, or the one that fits takes no number that the record
            can tell; says which papers there are, or why.
    """
    every = table.dues()
    fitting = _each_once(due for due in every if _fits(due, item))
    reasons = [why for due in fitting if (why := unfit(table, due)) is not None]
    open_ones = [due for due in fitting if unfit(table, due) is None]
    if len(open_ones) == 1:
        return _told_in_record(table, open_ones[0])
    if open_ones:
        what = Words(f"“{item}” ứng với nhiều văn bản", f"“{item}” fits several papers")
        raise _refused(table, what, _choices(table, open_ones))
    listed = [due for due in _each_once(every) if unfit(table, due) is None]
    if reasons:
        what, hint = reasons[0]
        raise _refused(table, what, hint or _choices(table, listed))
    what = Words(f"không có văn bản “{item}” trong thư mục", f"the folder has no paper “{item}”")
    raise _refused(table, what, _choices(table, listed))


def _fits(due: Due, item: str) -> bool:
    named = item.replace("\\", "/").casefold()
    for folder in (WORD, PRINTS):
        named = named.rpartition(f"{folder}/")[2]
    for end in _ENDS:
        named = named.removesuffix(end)
    if named.isdecimal():
        return int(named) == due.paper.item
    stem = due.file_stem.rpartition("/")[2]
    paper = due.paper
    bare = stem.partition("-")[2] if paper.item is not None else stem
    names = {due.file_stem, stem, bare, paper.template, paper.file_name, paper.id}
    return named in {name.casefold() for name in names}


def _each_once(every: Iterable[Due]) -> list[Due]:
    """Copies for several guests and copies to be signed share one number: the first of them."""
    first: dict[object, Due] = {}
    for due in every:
        first.setdefault(register_key(due), due)
    return list(first.values())


def unfit(table: Desk, due: Due) -> tuple[Words, Words | None] | None:
    """Why the paper cannot be given a number, and what to do; nothing where it can."""
    named = due.file_stem
    if not due.paper.numbered:
        return (
            Words(
                f"“{named}” là văn bản không lấy số riêng", f"“{named}” has no number of its own"
            ),
            None,
        )
    record = table.papers.record
    body = table.papers.sheet(due).body
    if not body.numbered:
        return (
            Words(
                f"{body.name} không có văn thư, “{named}” không ghi số",
                f"{body.name} keeps no register, “{named}” carries no number",
            ),
            Words(
                "Nơi này có lấy số thì ghi chữ viết tắt của đơn vị trong bản khai.",
                "If it does number its papers, tell the abbreviation of its name in the record.",
            ),
        )
    if due.paper.each != "chair" and not place(record, due):
        return (
            Words(
                f"“{named}” do đơn vị khác ban hành và tự lấy số",
                f"“{named}” is issued and numbered by another unit",
            ),
            Words(
                "Không ghi số này vào bản khai; bỏ bản ký quét vào da-ky/.",
                "The record does not tell it; put the signed scan into da-ky/.",
            ),
        )
    return None


def _told_in_record(table: Desk, due: Due) -> Due:
    """The same, when the record has a place for its number: a consent needs the unit's name."""
    if place(table.papers.record, due):
        return due
    unit = table.papers.sheet(due).body.name
    raise _refused(
        table,
        Words(
            f"bản khai chưa ghi văn bản đồng ý thanh loại của “{unit}”",
            f"the record has no consent of “{unit}”",
        ),
        Words(
            f"Thêm vào mục “dissolution.consents” một dòng có “unit: {unit}” rồi chạy lại.",
            f"Add to “dissolution.consents” a line with “unit: {unit}”, then run again.",
        ),
    )


def _choices(table: Desk, listed: Sequence[Due]) -> Words:
    named = table.drafter.named
    told = "; ".join(f"{due.file_stem} ({named(_first(due)).title})" for due in listed)
    return Words(f"Chọn một trong: {told}.", f"Choose one of: {told}.")


def _first(due: Due) -> Due:
    """For all whom its copies are made for, where they share one number."""
    return due if due.paper.issuer in OF_EACH else due.changed(copy=None)


def _refused(table: Desk, what: Words, hint: Words) -> RecordError:
    told = Problem(Place(str(table.order.folder)), what, hint)
    return RecordError(in_form(told, table.loaded))
