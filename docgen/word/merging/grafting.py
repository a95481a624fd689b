"""Pieces of our own render, made to fit into a file that a person has saved."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from docgen.word.merging.appearance import key_of
from docgen.word.merging.versions import R
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.word.merging.appearance import FileStyles
    from docgen.word.merging.passages import Paragraph, Row
    from docgen.word.merging.versions import File

_CHOICES: Final = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_LINKS: Final = tuple(f"{W}{name}" for name in ("basedOn", "next", "link"))
_REFERENCES: Final = (f"{W}headerReference", f"{W}footerReference")
_KEPT_MARKS: Final = tuple(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd"))
_SPANS: Final = (f"{W}gridSpan", f"{W}vMerge")
# ECMA-376 part 1, 17.4.66: the children of w:tcPr that stand before and after the two.
_BEFORE_SPANS: Final = frozenset(f"{W}{name}" for name in ("cnfStyle", "tcW"))


class UnfitError(Exception):
    """A piece leans on something that is only in the file it was taken from."""


class Graft:
    """Fits elements of ``source`` into the file ``host``; styles that ``host`` lacks come along."""

    def __init__(self, source: File, host: File) -> None:
        """Nothing of ``host`` is changed until something is fitted."""
        self.source, self.host = source, host
        self.has_new_styles = False

    def fitted(self, element: Element) -> Element:
        """A copy of ``element`` that may stand in ``host``.

        Raises:
            UnfitError: it shows a picture, a note or a list of its own file.
        """
        made = copy.deepcopy(element)
        made.tail = None
        for section in made.iter(f"{W}sectPr"):
            self._fit_section(section, None)
        for mark in list(made.iter(*_KEPT_MARKS)):  # their numbers may be taken
            _take_out(mark)
        if any(str(name).startswith(R) for node in _own(made) for name in node.attrib):
            raise UnfitError
        if made.find(f".//{W}numPr") is not None:
            raise UnfitError
        for choice in made.iter(*_CHOICES):
            choice.set(f"{W}val", self._style(choice.get(f"{W}val", "")))
        return made

    def section(self, element: Element, old: Element) -> Element:
        """The page setup ``element`` for the place of ``old``, whose headers it keeps."""
        made = copy.deepcopy(element)
        self._fit_section(made, old)
        return made

    def _fit_section(self, section: Element, old: Element | None) -> None:
        """Gives ``section`` the headers of ``old``; a new section takes those before it."""
        for reference in list(section.iterchildren(*_REFERENCES)):
            section.remove(reference)
        donor = old if old is not None else next(iter(self.host.sections()), None)
        if donor is not None:
            for place, reference in enumerate(donor.iterchildren(*_REFERENCES)):
                section.insert(place, copy.deepcopy(reference))

    def _style(self, key: str) -> str:
        """The id in ``host`` of the style that ``source`` calls ``key``."""
        style = self.source.styles.by_id.get(key)
        if style is None:
            return key
        found = self.host.styles.by_name.get(key_of(style))
        return self._import(key, style, self.host.styles) if found is None else found

    def _import(self, key: str, style: Element, styles: FileStyles) -> str:
        if not self.host.styles_part:
            raise UnfitError
        free = key
        while free in styles.by_id:
            free = f"{free}x"
        made = copy.deepcopy(style)
        made.set(f"{W}styleId", free)
        made.attrib.pop(f"{W}default", None)
        styles.root.append(made)
        styles.by_id[free], styles.by_name[key_of(style)] = made, free
        self.has_new_styles = True
        for link in made.iterchildren(*_LINKS):
            link.set(f"{W}val", self._style(link.get(f"{W}val", "")))
        return free


def _own(made: Element) -> Iterator[Element]:
    """Every element in ``made`` but the references to headers, which are the host's by now."""
    return (node for node in made.iter() if node.tag not in _REFERENCES)


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def say(old: Paragraph, new: Element) -> None:
    """Puts the runs of ``new`` (fitted) into ``old``, whose form and bookmarks stay."""
    paragraph = old.element
    starts = list(paragraph.iter(_KEPT_MARKS[0]))
    ends = list(paragraph.iter(_KEPT_MARKS[1]))
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)
    said = [child for child in new if child.tag != f"{W}pPr"]
    paragraph.extend([*starts, *said, *ends])


def shape(old: Paragraph, new: Element) -> None:
    """Gives ``old`` the form of ``new`` (fitted); the runs stay, and headers of its section."""
    paragraph = old.element
    form, former = new.find(f"{W}pPr"), paragraph.find(f"{W}pPr")
    kept = None if former is None else former.find(f"{W}sectPr")
    if former is not None:
        paragraph.remove(former)
    if form is not None:
        _keep_section(form, kept)
        paragraph.insert(0, form)


def _keep_section(form: Element, kept: Element | None) -> None:
    """Where both have a section, its headers are those that stood there."""
    own = form.find(f"{W}sectPr")
    if own is None or kept is None:
        return
    for reference in list(own.iterchildren(*_REFERENCES)):
        own.remove(reference)
    for place, reference in enumerate(list(kept.iterchildren(*_REFERENCES))):
        own.insert(place, reference)


def dress(made: Element, like: Row) -> None:
    """Gives the cells of the row ``made`` the widths and borders of the row ``like``."""
    cells = made.findall(f"{W}tc")
    if [_span(cell) for cell in cells] != [_span(cell.element) for cell in like.cells]:
        return
    for cell, model in zip(cells, like.cells, strict=True):
        own, worn = cell.find(f"{W}tcPr"), model.element.find(f"{W}tcPr")
        if worn is not None:
            made_properties = _worn(own, worn)
            if own is not None:
                cell.remove(own)
            cell.insert(0, made_properties)


def _worn(own: Element | None, worn: Element) -> Element:
    """A copy of the cell properties ``worn`` with the spans of ``own``."""
    made = copy.deepcopy(worn)
    for span in list(made.iterchildren(*_SPANS)):
        made.remove(span)
    place = sum(1 for child in made if child.tag in _BEFORE_SPANS)
    for offset, span in enumerate([] if own is None else list(own.iterchildren(*_SPANS))):
        made.insert(place + offset, span)
    return made


def _span(cell: Element) -> str:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return "1" if span is None else span.get(f"{W}val", "1")
