"""The cover and the list of documents of a dossier: themselves filled Word templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.guidance import papers
from docgen.papers import citations
from docgen.papers.bodies import offices, partners, roles
from docgen.papers.gaps import HOLE
from docgen.text.dates import date_phrase, slashed
from docgen.text.names import first_upper, lower_first
from docgen.text.numbers import count, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.papers.bodies.offices import Body
    from docgen.papers.rows import Frame
    from docgen.record.schema.linked import AnyRecord


@dataclass(frozen=True, slots=True)
class Bound:
    """A paper as it stands in the dossier: its link name, first page number, count of pages."""

    due: Due
    link: str
    first: int
    pages: int


def dossier_view(record: AnyRecord, bound: Sequence[Bound], drafted: date, first: int = 0) -> Frame:
    """The ``dossier.*`` of the cover and list templates (bìa; mục lục văn bản, 7 columns).

    ``first`` is the place of the member unit whose dossier it is, for a linked model.
    """
    unit = holder(record, first)
    year = str(drafted.year)
    last = sum(one.pages for one in bound)
    return {
        "dossier": {
            "superior": list(unit.superior),
            "unit": list(unit.header),
            "title": title(record),
            "symbol": HOLE,
            "year": year,
            "period": f"Từ ngày {HOLE} đến ngày {HOLE}",
            "sheets": HOLE,
            "retention": HOLE,
            "rows": [_row(record, index, one, drafted) for index, one in enumerate(bound, start=1)],
            "notes": notes(record, [one.due for one in bound]),
            "missing": "; ".join(missing(record, [one.due for one in bound])),
            "count": count(len(bound)),
            "pages": str(last),
            "pages_words": in_words(last),
            "place": roles.dossier_place(record, first),
            "closed": date_phrase(None, drafted.year),
        }
    }


def holder(record: AnyRecord, first: int = 0) -> Body:
    """Whose dossier it is: the deciding unit, or the member unit at the place ``first``."""
    if record.kind == "linked":
        return partners.unit_body(record.units[first])
    return offices.unit(record)


def title(record: AnyRecord) -> str:
    """Tiêu đề hồ sơ, as it stands under the word HỒ SƠ."""
    return f"Hoạt động của {offices.model_name(record)}"


def paper_title(record: AnyRecord, due: Due, drafted: date) -> str:
    """Tên loại và trích yếu: ``Quyết định về việc thành lập Mô hình “…”``."""
    year = str(record.year_plan.year or drafted.year)
    summary = citations.summary(record, due.paper, year, due.part)
    guest = f" ({due.copy:02d})" if due.copy is not None else ""
    joined = f"V/v {summary}" if due.paper.is_letter else lower_first(summary)
    return f"{due.paper.kind}{guest} {joined}"


def item_title(record: AnyRecord, number: int) -> str:
    """``3. Báo cáo đề xuất thành lập Mô hình``: the item as II.1.4 or II.2.4 names it."""
    item = papers.items(record.kind)[number - 1]
    leader = holder(record).leader
    return f"{item.number}. {item.title.format(leader=leader)}"


def missing(record: AnyRecord, made: Iterable[Due]) -> list[str]:
    """The items that the dossier must have from the first day, and for which nothing was made."""
    there = {due.paper.item for due in made if due.is_listed}
    return [
        item_title(record, item.number)
        for item in papers.items(record.kind)
        if item.needed == "always" and item.due == papers.ESTABLISH and item.number not in there
    ]


def notes(record: AnyRecord, dues: Iterable[Due]) -> list[str]:
    """What is not in the dossier and why, by item: not yet due, or not applicable."""
    made = {due.paper.item for due in dues if due.is_listed}
    items = [item for item in papers.items(record.kind) if item.due != papers.DISSOLVE]
    absent = [item for item in items if item.number not in made]
    waiting = [item for item in absent if item.due == "later"]
    others = [item for item in absent if item.due != "later" and item.needed == "if_any"]
    return [
        *(f"Mục {item_title(record, item.number)}: không áp dụng (nếu có)." for item in others),
        *(f"Mục {item_title(record, item.number)}: chưa đến kỳ lập." for item in waiting),
    ]


def _row(record: AnyRecord, index: int, one: Bound, drafted: date) -> Frame:
    paper = one.due.paper
    issued = citations.issued(record, paper, one.due.part, one.due.copy)
    last = one.first + one.pages - 1
    return {
        "number": str(index),
        "symbol": citations.number(record, paper, one.due.copy, one.due.part)
        .strip()
        .replace(HOLE, "…")
        if paper.numbered
        else "",
        "date": slashed(issued.day) if issued.day else "",
        "title": paper_title(record, one.due, drafted),
        "author": first_upper(citations.author(record, paper, one.due.copy, one.due.part)),
        "pages": str(one.first) if one.pages == 1 else f"{one.first}-{last}",
        "note": f"Mục {paper.item}",
        "link": one.link,
    }


def _symbol(record: AnyRecord, due: Due) -> str:
    """Số, ký hiệu as the list shows it: empty for what has none."""
    if not due.paper.numbered:
        return ""
    return citations.number(record, due.paper, due.copy, due.part).strip().replace(HOLE, "…")
