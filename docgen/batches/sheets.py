"""The workbook of a summary; the same models give the same bytes."""

from __future__ import annotations

from collections import Counter, defaultdict
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from docgen.guidance.classes import class_of, order
from docgen.papers.phrases import names, phrase, rows
from docgen.record.workbooks.drawing import timeless
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from openpyxl.worksheet.worksheet import Worksheet

    from docgen.batches.facts import Facts, Summed

_FONT, _SIZE, _TITLE = "Times New Roman", 12, 13
_HEAD, _FIRST = 4, 5
_THIN = Side(style="thin")
_ALL_SIDES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def workbook(found: Sequence[Summed], day: date) -> bytes:
    """The models one by one, the communes with their classes, and what is to be mended."""
    book = Workbook()
    book.remove(book.worksheets[0])
    known = [one for one in found if one.facts is not None]
    _sheet(book, phrase("summary.models_name"), rows("summary.models"), _models(known), day)
    _sheet(book, phrase("summary.communes_name"), _by_class(), _communes(known), day)
    _sheet(book, phrase("summary.faults_name"), rows("summary.faults"), _faults(found), day)
    book.properties.creator, book.properties.title = "docgen", phrase("summary.title")
    book.properties.language = "vi-VN"
    made = BytesIO()
    book.save(made)
    return timeless(made.getvalue())


def _models(known: Iterable[Summed]) -> Iterator[list[str | int]]:
    for number, one in enumerate(known, start=1):
        facts = one.facts
        assert facts is not None  # noqa: S101 - only models whose record can be read
        yield [
            number,
            facts.province,
            facts.commune,
            facts.unit,
            facts.model,
            names("summary.kinds")[facts.kind],
            facts.listed or phrase("summary.outside"),
            facts.period,
            _class(facts),
            _dossier(facts),
            len(one.errors),
            one.place,
        ]


def _class(facts: Facts) -> str:
    return class_of(facts.rating).name.words.vi if facts.rating else phrase("summary.none")


def _dossier(facts: Facts) -> str:
    if facts.lacks is None:
        return phrase("summary.not_made")
    return "; ".join(facts.lacks) or phrase("summary.complete")


def _by_class() -> list[Mapping[str, Any]]:
    """The columns of the sheet of communes: one for each class, from the best."""
    named = [class_of(one).name.words.vi for one in order()]
    titles = [*named, phrase("summary.none")]
    own = [{"title": title, "width": 12, "centred": True} for title in titles]
    return [*rows("summary.communes"), *own, *rows("summary.communes_last")]


def _communes(known: Iterable[Summed]) -> Iterator[list[str | int]]:
    by_place: defaultdict[tuple[str, str], list[Summed]] = defaultdict(list)
    for one in known:
        assert one.facts is not None  # noqa: S101 - as above
        by_place[one.facts.province, one.facts.commune].append(one)
    lines = [_counted([*place], by_place[place]) for place in sorted(by_place)]
    yield from lines
    every = [one for there in by_place.values() for one in there]
    yield _counted(["", phrase("summary.communes_total")], every)


def _counted(head: list[str | int], there: Sequence[Summed]) -> list[str | int]:
    facts = [one.facts for one in there if one.facts is not None]
    counts = Counter(one.rating for one in facts)
    of_classes = [counts[one] for one in order()]
    open_ = sum(one.lacks is None or bool(one.lacks) for one in facts)
    wrong = sum(bool(one.errors) for one in there)
    return [*head, len(there), *of_classes, counts[""], open_, wrong]


def _faults(found: Iterable[Summed]) -> Iterator[list[str | int]]:
    for one in found:
        for problem in one.errors:
            yield [one.place, str(problem.place), problem.what.vi, problem.hint.vi]


def _sheet(
    book: Workbook,
    name: str,
    columns: Sequence[Mapping[str, Any]],
    lines: Iterable[list[str | int]],
    day: date,
) -> None:
    sheet = book.create_sheet(name)
    title = sheet.cell(1, 1, phrase("summary.title"))
    title.font = Font(name=_FONT, size=_TITLE, bold=True)
    as_of = sheet.cell(2, 1, phrase("summary.as_of", day=slashed(day)))
    as_of.font = Font(name=_FONT, size=_SIZE, italic=True)
    _row(sheet, _HEAD, [column["title"] for column in columns], columns, bold=True)
    for place, line in enumerate(lines, start=_FIRST):
        _row(sheet, place, line, columns, bold=False)
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column["width"]
    sheet.freeze_panes = f"A{_FIRST}"
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _row(
    sheet: Worksheet,
    place: int,
    values: Sequence[str | int],
    columns: Sequence[Mapping[str, Any]],
    *,
    bold: bool,
) -> None:
    """One row; a text that looks like a formula stays text."""
    for at, (value, column) in enumerate(zip(values, columns, strict=True), start=1):
        cell = sheet.cell(place, at)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        cell.font = Font(name=_FONT, size=_SIZE, bold=bold)
        side = "center" if bold or column.get("centred") else "left"
        cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
        cell.border = _ALL_SIDES
