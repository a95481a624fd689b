"""The cover and the list of documents of a dossier: themselves filled Word templates."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docgen.guidance import papers as guidance
from docgen.guidance.completeness import periods_due
from docgen.papers import citations
from docgen.papers.bodies import offices
from docgen.papers.bodies.around import around
from docgen.papers.gaps import HOLE
from docgen.papers.phrases import phrase
from docgen.text import periods
from docgen.text.dates import date_phrase, slashed
from docgen.text.names import first_upper, lower_first
from docgen.text.numbers import count, in_words
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docgen.guidance.papers import Due
    from docgen.papers.bodies.body import Body
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Papers, Sheet
    from docgen.record.schema.linked import AnyRecord

_REPORTS = "reports"
"""The section of the record that periodic reports are about."""


class Bound(Value):
    """A paper as it stands in the dossier: its link, first page, pages, what its marks miss."""

    due: Due
    link: str
    first: int
    pages: int
    marks: tuple[str, ...] = ()


class Lack(Value):
    """Một phần còn thiếu: of which item, what, in words, and whether it is inside a paper."""

    item: int
    text: str
    inside: bool = False


def dossier_view(papers: Papers, bound: Sequence[Bound]) -> Frame:
    """The ``dossier.*`` of the cover and list templates (bìa; mục lục văn bản, 7 columns)."""
    drafted = papers.drafted
    record, unit = papers.then(drafted), holder(papers)
    year = str(drafted.year)
    last = sum(paper.pages for paper in bound)
    dues = [paper.due for paper in bound]
    return {
        "dossier": {
            "superior": list(unit.superior),
            "unit": list(unit.header),
            "title": title(record),
            "symbol": HOLE,
            "year": year,
            "period": _period(papers, dues),
            "sheets": HOLE,
            "retention": HOLE,
            "rows": [
                _row(papers.sheet(alike[0].due), alike, index)
                for index, alike in enumerate(_alike(bound), start=1)
            ],
            "notes": notes(papers, dues),
            "missing": "; ".join(lack.text for lack in lacks(papers, bound)),
            "count": count(len(bound)),
            "pages": str(last),
            "pages_words": in_words(last),
            "place": unit.place,
            "closed": date_phrase(None, drafted.year),
        }
    }


def _period(papers: Papers, dues: Iterable[Due]) -> str:
    """``Từ ngày … đến ngày …``: the first and the last day of the papers within."""
    days = [day for day in (papers.sheet(due).issued.day for due in dues) if day]
    first, last = (slashed(min(days)), slashed(max(days))) if days else (HOLE, HOLE)
    return phrase("dossier.period", first=first, last=last)


def holder(papers: Papers) -> Body:
    """Whose dossier it is: the deciding unit, or the member unit that comes first."""
    return around(papers.then(papers.drafted)).holder(papers.first)


def title(record: AnyRecord) -> str:
    """Tiêu đề hồ sơ, as it stands under the word HỒ SƠ."""
    return phrase("dossier.title", model=offices.model_name(record))


def book_title(record: AnyRecord) -> str:
    """How the whole dossier is called, as a file tells of itself."""
    return phrase("dossier.book_title", title=lower_first(title(record)))


def paper_title(sheet: Sheet, *, many: bool = False) -> str:
    """Tên loại và trích yếu: ``Quyết định về việc thành lập Mô hình “…”``.

    ``many`` names all papers that are made alike, not the one.
    """
    due, paper = sheet.due, sheet.paper
    guest = f" ({due.copy:02d})" if due.copy is not None and not many else ""
    about = lower_first(sheet.summary)
    if paper.is_letter:
        about = phrase("frames.letter_title", summary=sheet.summary)
    return f"{paper.kind}{guest} {about}"


def item_title(record: AnyRecord, number: int) -> str:
    """``3. Báo cáo đề xuất thành lập Mô hình``: the item as II.1.4 or II.2.4 names it."""
    item = guidance.item(number, record.kind)
    leader = around(record).holder(0).leader
    return f"{item.number}. {item.title.format(leader=leader)}"


def lacks(papers: Papers, bound: Iterable[Bound]) -> list[Lack]:
    """What the dossier lacks by the day of drafting.

    Items that it must have from the first day, periods on which the model has to have reported,
    and text for which a mark stands in a paper.
    """
    there = list(bound)
    dues = [paper.due for paper in there]
    return [*_missing(papers, dues), *_unreported(papers, dues), *_unsaid(papers, there)]


def _missing(papers: Papers, made: Iterable[Due]) -> Iterator[Lack]:
    record = papers.then(papers.drafted)
    there = {due.paper.item for due in made if due.is_listed}
    for item in guidance.items(record.kind):
        wanted = item.needed == "always" and item.due == guidance.ESTABLISH
        if wanted and item.number not in there:
            yield Lack(item.number, item_title(record, item.number))


def _unreported(papers: Papers, made: Iterable[Due]) -> Iterator[Lack]:
    record = papers.then(papers.drafted)
    reported = {due.part for due in made if due.paper.section == _REPORTS and due.is_listed}
    for row in guidance.papers(record.kind):
        if row.section != _REPORTS or row.item is None:
            continue
        title = item_title(record, row.item)
        for period in periods_due(papers.record, papers.drafted):
            if period not in reported:
                told = phrase("dossier.lacks_period", item=title, period=periods.phrase(period))
                yield Lack(row.item, told)


def _unsaid(papers: Papers, bound: Iterable[Bound]) -> Iterator[Lack]:
    record = papers.then(papers.drafted)
    for paper in bound:
        item = paper.due.paper.item
        if paper.marks and item is not None:
            told = phrase(
                "dossier.lacks_text",
                item=item_title(record, item),
                marks=phrase("dossier.and_text").join(paper.marks),
                paper=lower_first(paper.due.paper.kind),
            )
            yield Lack(item, told, inside=True)


def notes(papers: Papers, dues: Iterable[Due]) -> list[str]:
    """What is not in the dossier and why, by item: not yet due, or not applicable."""
    record = papers.then(papers.drafted)
    is_early = not periods_due(papers.record, papers.drafted)
    made = {due.paper.item for due in dues if due.is_listed}
    items = [item for item in guidance.items(record.kind) if item.due != guidance.DISSOLVE]
    absent = [item for item in items if item.number not in made]
    waiting = [item for item in absent if item.due == "later" and is_early]
    others = [item for item in absent if item.due != "later" and item.needed == "if_any"]
    needless = [item_title(record, item.number) for item in others]
    later = [item_title(record, item.number) for item in waiting]
    return [
        *(phrase("dossier.not_applicable", item=title) for title in needless),
        *(phrase("dossier.waiting", item=title) for title in later),
    ]


def _alike(bound: Sequence[Bound]) -> list[list[Bound]]:
    """``bound`` in rows of the list: one paper a row, but one row for letters alike to many."""
    keyed = enumerate(bound)
    rows = groupby(keyed, lambda one: _alike_key(*one))
    return [[paper for _, paper in alike] for _, alike in rows]


def _alike_key(place: int, bound: Bound) -> tuple[object, ...]:
    """The same for papers of one body under one number, as invitations."""
    paper = bound.due.paper
    alike = paper.each and paper.issuer != paper.each
    return (paper.id, bound.due.part) if alike else (place,)


def _row(sheet: Sheet, alike: Sequence[Bound], index: int) -> Frame:
    paper, day, bound = sheet.paper, sheet.issued.day, alike[0]
    several, last = len(alike) > 1, alike[-1].first + alike[-1].pages - 1
    title = paper_title(sheet, many=several)
    if several:
        title = phrase("dossier.several", title=title, count=count(len(alike)))
    symbol = sheet.number.strip() if paper.numbered else ""
    return {
        "number": str(index),
        "symbol": symbol.replace(HOLE, phrase("gaps.short")),
        "date": slashed(day) if day else "",
        "title": title,
        "author": first_upper(citations.author(sheet)),
        "pages": str(bound.first) if bound.first == last else f"{bound.first}-{last}",
        "note": phrase(
            "dossier.item_of_draft" if paper.numbered and day is None else "dossier.item",
            number=paper.item,
        ),
        "link": bound.link,
    }
