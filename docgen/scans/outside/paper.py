"""A PDF from outside becomes mere paper: what viewers show of its pages, and nothing else."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode

from docgen.errors import RecordError, Severity, Words
from docgen.scans.outside import messages
from docgen.scans.outside.drawing import CircleError, EndlessError, Tracer, inline_sizes
from docgen.scans.outside.hiding import TangledError
from docgen.scans.outside.notes import Notes
from docgen.scans.outside.parts import Parts
from docgen.scans.outside.unpacking import DamagedError, SwollenError
from docgen.scans.outside.values import array, dictionary, entry, items, listed, number, plain_keys
from docgen.scans.pictures import MOST_PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.errors import Problem
    from docgen.scans.outside.drawing import Drawn
    from docgen.scans.outside.fields import Pen
    from docgen.scans.outside.layers import Layers
    from docgen.scans.outside.messages import Message
    from docgen.scans.outside.notes import Shown
    from docgen.scans.outside.opening import Opened
    from docgen.scans.outside.pages import Sheet, Tree

MOST_DRAWINGS = 100_000_000
"""Bytes of all drawings of a PDF, unpacked."""
_FAULTS: dict[type[Exception], Message] = {
    DamagedError: messages.PART,
    CircleError: messages.CIRCLE,
    EndlessError: messages.DEEP,
    TangledError: messages.TANGLED,
    SwollenError: messages.SWOLLEN,
}
_NEEDED = ("/XObject", "/Font", "/Pattern", "/Shading", "/ColorSpace", "/ExtGState")


class UnreadablePageError(Exception):
    """A page has no drawing that could be bound."""


@dataclass(slots=True)
class Paper:
    """A PDF in the making that is mere paper.

    Attributes:
        opened: What it is made from; its pages are rebuilt in place.
        layers: Which parts viewers hide.
        pen: Writes what was typed into fields, where there is one.
        problems: What is wrong with pages, and what a person should know of them.
    """

    opened: Opened
    layers: Layers
    pen: Pen | None
    problems: list[Problem] = field(default_factory=list)
    _parts: Parts = field(init=False)
    _tracer: Tracer = field(init=False)
    _only_prints: bool = False

    def __post_init__(self) -> None:
        """Prepare what all pages share."""
        self._parts = Parts(self.opened.pdf, self.layers, MOST_DRAWINGS)
        self._tracer = Tracer(self._parts.unpacked)

    def file(self, tree: Tree) -> bytes:
        """The pages of ``tree`` as a PDF of their own.

        Raises:
            RecordError: Pages are damaged, endless, or swell; all that is wrong is told.
        """
        notes = Notes(self.opened.pdf, self.layers, self.pen)
        pages = []
        for place, sheet in enumerate(tree.sheets, 1):
            with self._telling(place):
                pages.append(self._page(place, sheet, notes.of(sheet)))
        faults = [found for found in self.problems if found.severity is Severity.ERROR]
        if faults:
            raise RecordError(*faults)
        pdf = _saved(self.opened.pdf, pages)
        self._remark_on_all(tree)
        return pdf

    @contextmanager
    def _telling(self, place: int) -> Iterator[None]:
        """Keep what is wrong with a page, and go on with the next."""
        try:
            yield
        except UnreadablePageError:
            self._fault(messages.PAGE.about(place))
        except tuple(_FAULTS) as fault:
            self._fault(_FAULTS[type(fault)].about(place))

    def _fault(self, message: Message) -> None:
        problem = message.at(self.opened.name)
        if problem not in self.problems:
            self.problems.append(problem)

    def _remark(self, message: Message) -> None:
        self.problems.append(message.remark(self.opened.name))

    def _page(self, place: int, sheet: Sheet, shown: Shown) -> Dictionary:
        """The page ``place``, proved, with nothing on it but what is seen."""
        parts, given = self._parts, sheet.get("/Resources")
        resources = dictionary(given)
        parts.spotted = parts.lacks = False
        drawing = parts.shown(self._drawing(sheet), resources)
        for thing in (resources, sheet.page.get("/Group"), *shown.stamps):
            parts.prove(thing)
        drawn = [self._tracer.trace(drawing, resources)]
        looks = [look for stamp in shown.stamps for _, look in items(stamp.get("/AP"))]
        drawn += [self._tracer.of_stream(look, resources) for look in looks]
        if any(_product(sides) > MOST_PIXELS for sides in inline_sizes(drawing)):
            raise SwollenError
        self.opened.look()
        self._judge(place, drawn, resources)
        self._remark_on(place, shown)
        return _made(self.opened.pdf, sheet, drawing, resources, shown.stamps)

    def _drawing(self, sheet: Sheet) -> bytes:
        """What draws the page; a blank page may have a stream of nothing, said to be packed."""
        entries = listed(sheet.page.get("/Contents"))
        streams = [part for part in entries if isinstance(part, pikepdf.Stream)]
        is_gone = ("/Contents", None) in items(sheet.page)
        if len(streams) < len(entries) or is_gone:
            self._parts.lacks = True
        try:
            return b"\n".join(
                self._parts.unpacked(stream) for stream in streams if stream.read_raw_bytes()
            )
        except DamagedError as fault:
            raise UnreadablePageError from fault

    def _judge(self, place: int, drawn: Sequence[Drawn], resources: Dictionary) -> None:
        """Tell what does not come out; where the file had to be mended, it may be its fault."""
        is_blank = not any(found.paints for found in drawn)
        lacks = self._parts.lacks or any(found.lacks for found in drawn)
        lacks = lacks or _has_holes(resources, ["/Font"])
        if self.opened.is_mended and (lacks or is_blank or _has_holes(resources, _NEEDED)):
            raise UnreadablePageError
        if not any(found.marks for found in drawn):
            self._remark(messages.BLANK.about(place))
        if lacks:
            self._remark(messages.MISSING.about(place))
        if self._parts.spotted:
            self._remark(messages.SPOTTED.about(place))

    def _remark_on(self, place: int, shown: Shown) -> None:
        self._only_prints = self._only_prints or shown.only_prints
        if shown.unshown:
            named = list(dict.fromkeys(shown.unshown))[:6]
            vi, en = (", ".join(words) for words in zip(*named, strict=True))
            self._remark(messages.UNSHOWN.about(place, Words(vi, en)))

    def _remark_on_all(self, tree: Tree) -> None:
        """What a person should know of the whole file."""
        self.opened.look()
        found = {
            messages.LOCKED: self.opened.is_locked,
            messages.MENDED: self.opened.is_mended or self._parts.is_mended,
            messages.COUNT.about(len(tree.sheets), tree.counted): tree.counted != len(tree.sheets),
            messages.LAYERS: self.layers.are_hidden or self._parts.has_cut,
            messages.PRINT_LAYERS: self.layers.print_otherwise or self._only_prints,
            messages.FONTS.about(", ".join(list(self._parts.fonts)[:6])): self._parts.fonts,
        }
        for message, is_so in found.items():
            if is_so:
                self._remark(message)


def _product(sides: Sequence[int]) -> int:
    found = 1
    for side in sides:
        found *= side
    return found


def _has_holes(resources: Dictionary, kinds: Sequence[str]) -> bool:
    """Whether anything of these kinds that a page draws with is named and not there."""
    return any(value is None for kind in kinds for _, value in items(entry(resources, kind)))


def _made(
    pdf: pikepdf.Pdf,
    sheet: Sheet,
    drawing: bytes,
    resources: Dictionary,
    stamps: Sequence[Dictionary],
) -> Dictionary:
    """The page itself."""
    page = Dictionary(
        Type=Name.Page,
        MediaBox=array(sheet.paper),
        Rotate=sheet.turn,
        Resources=resources if resources.is_indirect else pdf.make_indirect(resources),
        Contents=pdf.make_stream(drawing),
    )
    unit = number(sheet.page.get("/UserUnit"))
    kept: dict[str, Any] = {
        "/CropBox": array(crop) if (crop := sheet.box("/CropBox")) else None,
        "/UserUnit": array((unit,))[0] if unit > 0 else None,
        "/Group": _group(pdf, sheet),
        "/Annots": Array(list(stamps)) if stamps else None,
    }
    page.update({key: value for key, value in kept.items() if value is not None})
    return page


def _group(pdf: pikepdf.Pdf, sheet: Sheet) -> Any:  # noqa: ANN401 - a PDF value
    group = sheet.page.get("/Group")
    return pdf.make_indirect(group) if isinstance(group, Dictionary) else None


def _saved(pdf: pikepdf.Pdf, pages: Sequence[Dictionary]) -> bytes:
    """``pages`` as the whole of ``pdf``."""
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(pages)))
    kids = [pdf.make_indirect(page) for page in pages]
    for page in kids:
        page.Parent = tree
    tree.Kids = Array(kids)
    for key in plain_keys(pdf.trailer):
        if key not in {"/Root", "/Size"}:
            with suppress(KeyError):  # what is null is there, and is not
                del pdf.trailer[key]
    pdf.trailer.Size = 1  # qpdf counts, but only where there is such an entry
    pdf.trailer.Root = pdf.make_indirect(Dictionary(Type=Name.Catalog, Pages=tree))
    out = BytesIO()
    pdf.save(
        out,
        preserve_pdfa=False,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable,
        deterministic_id=True,
    )
    return out.getvalue()
