"""Sections read: pages, headers and footers, columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.sheets import Columns, Page, Running, Section
from docgen.printing.model.text import Sides
from docgen.printing.reading.forms import border
from docgen.printing.reading.grammar import Properties
from docgen.printing.reading.subset.sections import SECTION

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.printing.model.text import Block
    from docgen.printing.reading.grammar import Values
    from docgen.printing.reading.paper import Reader

_WHERE = Words("ở thiết đặt trang", "in the page setup")
_SECTIONS = Properties(SECTION)
_KINDS = {"usual": "default", "first": "first", "even": "even"}


class SectionReader:
    """Reads sections in order: what a section does not say of headers, the one before did."""

    def __init__(self, reader: Reader) -> None:
        """No section read yet."""
        self._reader = reader
        self._header = Running()
        self._footer = Running()

    def section(self, element: _Element, blocks: tuple[Block, ...]) -> Section:
        """The section of ``blocks`` with the properties ``element``."""
        values, faults = _SECTIONS.read(element)
        for fault in faults:
            self._reader.refuse(fault, _WHERE)
        if "width" not in values or "margin_top" not in values:
            self._reader.refuse(
                Words("trang không có khổ hoặc lề", "a page without size or margins")
            )
            return Section(Page(1, 1, 0, 0, 0, 0, 0), blocks)
        self._header = self._running("header", values, self._header)
        self._footer = self._running("footer", values, self._footer)
        return Section(
            self._page(values),
            blocks,
            self._header,
            self._footer,
            title_page=bool(values.get("title_page")),
            start=values.get("start"),
            numbers=values.get("numbers", "decimal"),
            begins=values.get("begins", "nextPage"),
            columns=self._columns(values),
            valign=values.get("valign", "top"),
            frame=_frame(values.get("frame")),
            frame_from=values.get("frame_from", "text"),
        )

    def with_endnotes(self, sections: list[Section], notes: list[Block]) -> list[Section]:
        """``sections`` with the endnotes after the last paragraph."""
        if not notes or not sections:
            return sections
        last = sections[-1]
        return [*sections[:-1], last.changed(blocks=(*last.blocks, *notes))]

    def _page(self, values: Values) -> Page:
        gutter = values.get("margin_gutter", 0)
        at_top = self._reader.settings.gutter_at_top
        return Page(
            values["width"],
            values["height"],
            values["margin_top"] + (gutter if at_top else 0),
            values["margin_bottom"],
            values["margin_left"] + (0 if at_top else gutter),
            values["margin_right"],
            values.get("margin_header", 720),
            values.get("margin_footer", 720),
        )

    def _columns(self, values: Values) -> Columns:
        count = max(1, values.get("columns", 1))
        if count > 1 and not values.get("columns_equal", True):
            self._reader.refuse(
                Words("cột không đều nhau (w:cols)", "columns of unequal width (w:cols)"), _WHERE
            )
        return Columns(count, values.get("column_gap", 720), bool(values.get("columns_ruled")))

    def _running(self, kind: str, values: Values, before: Running) -> Running:
        said = {
            key: self._part(kind, values[f"{kind}_{name}"])
            for key, name in _KINDS.items()
            if f"{kind}_{name}" in values
        }
        return before.changed(**said) if said else before

    def _part(self, kind: str, relation: str) -> tuple[Block, ...]:
        package = self._reader.package
        found = package.relations(package.document).get(relation)
        root = package.xml(found.target) if found is not None and found.kind == kind else None
        if found is None or root is None:
            self._reader.refuse(
                Words("đầu trang, chân trang bị thiếu", "a header or footer whose part is missing")
            )
            return ()
        return tuple(self._reader.blocks(root, self._reader.story(found.target, in_header=True)))


def _frame(values: Values | None) -> Sides | None:
    if not values:
        return None
    return Sides(**{side: border(value) for side, value in values.items()})
