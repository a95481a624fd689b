"""Notes and form fields on a page from outside: what viewers show of them, as stamps."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name

from docgen.dossier.sheets import digits
from docgen.errors import Words
from docgen.scans.outside.fields import Field
from docgen.scans.outside.shapes import Look, colour, fill, line_width, shape_of, stroke
from docgen.scans.outside.unpacking import SwollenError
from docgen.scans.outside.values import (
    array,
    count,
    dictionary,
    entry,
    listed,
    name_of,
    numbers,
    rectangle,
    spoken,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.scans.outside.fields import Pen
    from docgen.scans.outside.layers import Layers
    from docgen.scans.outside.pages import Sheet

_SILENT = frozenset(
    f"/{kind}"
    for kind in (
        *("Link", "Popup", "FileAttachment", "Sound", "Movie", "Screen", "3D", "RichMedia"),
        *("TrapNet", "PrinterMark"),
    )
)
_HIDDEN, _PRINT, _NO_ROTATE, _NO_VIEW = 2, 4, 16, 32
_MOST_NOTES = 5_000
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Counter-clockwise by as many degrees.
_TURNS = {
    90: (0, 1, -1, 0, 0, 0),
    180: (-1, 0, 0, -1, 0, 0),
    270: (0, -1, 1, 0, 0, 0),
}
_NAMES = {
    "/Widget": Words("nội dung ô biểu mẫu", "a form field"),
    "/Stamp": Words("con dấu", "a stamp"),
    "/Text": Words("ghi chú", "a note"),
    "/FreeText": Words("chữ ghi thêm", "added words"),
}


@dataclass(slots=True)
class Shown:
    """What viewers show of the notes of one page.

    Attributes:
        stamps: Each as a stamp that any viewer draws.
        unshown: What of them cannot be drawn here.
        only_prints: Whether some are seen in print only.
    """

    stamps: list[Dictionary] = field(default_factory=list)
    unshown: list[Words] = field(default_factory=list)
    only_prints: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one PDF.

    Attributes:
        pdf: The PDF.
        layers: Its layers.
        pen: Writes what was typed into fields, where there is one.
    """

    pdf: pikepdf.Pdf
    layers: Layers
    pen: Pen | None

    def of(self, sheet: Sheet) -> Shown:
        """What viewers show of the notes of ``sheet``.

        Raises:
            SwollenError: There are too many of them.
        """
        shown = Shown()
        notes = listed(sheet.page.get("/Annots"))
        if len(notes) > _MOST_NOTES:
            raise SwollenError
        for note in notes:
            if isinstance(note, Dictionary) and self._is_seen(note, shown):
                self._add(note, sheet, shown)
        return shown

    def _is_seen(self, note: Dictionary, shown: Shown) -> bool:
        flags = count(note.get("/F"))
        if name_of(note.get("/Subtype")) in _SILENT or flags & _HIDDEN:
            return False
        if flags & _NO_VIEW:
            shown.only_prints = shown.only_prints or bool(flags & _PRINT)
            return False
        left, bottom, right, top = rectangle(note.get("/Rect"))
        return left < right and bottom < top and self.layers.shows(note.get("/OC"))

    def _add(self, note: Dictionary, sheet: Sheet, shown: Shown) -> None:
        has_look, look = _given(note)
        drawn = self._drawn(note) if not has_look or self._is_stale(note) else None
        look = look if drawn is None else drawn
        if look is None:
            shown.unshown += [] if has_look else _unshown(note, self._field(note).words)
        elif not numbers(look.get("/BBox"), 4):
            shown.unshown += [_called(note)]
        elif self.layers.shows(look.get("/OC")):
            shown.stamps.append(self._stamp(note, look, sheet.turn))

    def _field(self, note: Dictionary) -> Field:
        return Field(note, entry(self.pdf.Root, "/AcroForm"))

    def _is_stale(self, note: Dictionary) -> bool:
        """Whether viewers write a field anew, whatever it looked like when it was kept."""
        form = entry(self.pdf.Root, "/AcroForm")
        return entry(form, "/NeedAppearances") is True and bool(self._field(note).words)

    def _drawn(self, note: Dictionary) -> pikepdf.Stream | None:
        """The look of a note that brings none, as viewers make it."""
        shape = shape_of(note)
        if shape is not None:
            return self._shape(shape, note)
        kind = name_of(note.get("/Subtype"))
        return self._written(note) if kind in {"/Widget", "/FreeText"} else None

    def _shape(self, shape: Look, note: Dictionary) -> pikepdf.Stream:
        mode = Name.Multiply if shape.is_marker else Name.Normal
        state = Dictionary(CA=shape.opacity, ca=shape.opacity, BM=mode)
        resources = Dictionary(ExtGState=Dictionary(Look=state))
        box = rectangle(note.get("/Rect"))
        return self._form(b"/Look gs " + shape.drawing, box, resources)

    def _written(self, note: Dictionary) -> pikepdf.Stream | None:
        writing = self._field(note).writing()
        turn = count(entry(note.get("/MK"), "/R")) % 360
        if turn in {90, 270}:
            writing = writing._replace(width=writing.height, height=writing.width)
        written = self.pen(writing) if self.pen and writing.text.strip() else None
        if written is None:
            return None
        with pikepdf.open(BytesIO(written)) as page:
            words = self.pdf.copy_foreign(page.pages[0].as_form_xobject())
        resources = Dictionary(XObject=Dictionary(Words=words))
        box = (0.0, 0.0, writing.width, writing.height)
        ground = _ground(note, writing.width, writing.height)
        return self._form(ground + b"/Words Do", box, resources, _TURNS.get(turn, _UPRIGHT))

    def _stamp(self, note: Dictionary, look: pikepdf.Stream, turn: int) -> Dictionary:
        left, bottom, right, top = rectangle(note.get("/Rect"))
        if turn and count(note.get("/F")) & _NO_ROTATE:
            look = self._upright(look, turn)
            left, bottom, right, top = _turned((left, bottom, right, top), turn)
        return Dictionary(
            Type=Name.Annot,
            Subtype=Name.Stamp,
            Rect=array((left, bottom, right, top)),
            F=_PRINT,
            AP=Dictionary(N=look),
        )

    def _upright(self, look: pikepdf.Stream, turn: int) -> pikepdf.Stream:
        """``look`` turned against the page, so that it stands upright on it."""
        box = _spread(numbers(look.get("/BBox"), 4) or (), numbers(look.get("/Matrix"), 6))
        resources = Dictionary(XObject=Dictionary(Look=look))
        return self._form(b"/Look Do", box, resources, _TURNS[turn])

    def _form(
        self,
        drawing: bytes,
        box: Sequence[float],
        resources: Dictionary,
        matrix: Sequence[float] = _UPRIGHT,
    ) -> pikepdf.Stream:
        return self.pdf.make_stream(
            drawing,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=array(box),
            Matrix=array(matrix),
            Resources=resources,
        )


def _given(note: Dictionary) -> tuple[bool, pikepdf.Stream | None]:
    """Whether ``note`` brings its look, and the look of the state in which it is."""
    normal = entry(note.get("/AP"), "/N")
    if isinstance(normal, pikepdf.Stream):
        return True, normal
    if not isinstance(normal, Dictionary):
        return False, None
    states = (note.get("/AS"), note.get("/V"), entry(note.get("/Parent"), "/V"))
    state = next((name for name in states if isinstance(name, pikepdf.Name)), Name.Off)
    found = normal.get(state)
    return True, found if isinstance(found, pikepdf.Stream) else None


def _unshown(note: Dictionary, words: str) -> list[Words]:
    """What is missing where ``note`` is not drawn; an empty field shows nothing."""
    kind = name_of(note.get("/Subtype"))
    if kind == "/Widget":
        is_ticked = name_of(note.get("/AS")) not in {"", "/Off"}
        return [_called(note)] if words.strip() or is_ticked else []
    if kind == "/FreeText" and not words.strip():
        return []
    return [_called(note)]


def _called(note: Dictionary) -> Words:
    """What a person calls ``note``, with the name of a field."""
    kind = name_of(note.get("/Subtype"))
    called = _NAMES.get(kind, Words(kind.removeprefix("/") or "?", kind.removeprefix("/") or "?"))
    title = spoken(note.get("/T"))[:60] if kind == "/Widget" else ""
    return Words(f"{called.vi} “{title}”", f"{called.en} “{title}”") if title else called


def _ground(note: Dictionary, width: float, height: float) -> bytes:
    """What lies under the words of a field: its ground and its border."""
    look = dictionary(note.get("/MK"))
    is_note = name_of(note.get("/Subtype")) == "/FreeText"
    area = fill(note.get("/C") if is_note else look.get("/BG"))
    edge = line_width(note)
    box = b"%b re" % digits(edge / 2, edge / 2, width - edge, height - edge)
    drawn = b"q %b %b f Q " % (area, box) if area else b""
    if edge > 0 and (is_note or colour(look.get("/BC"), {1: b"G", 3: b"RG", 4: b"K"})):
        drawn += b"q %b%b w %b S Q " % (stroke(look.get("/BC")), digits(edge), box)
    return drawn


def _spread(box: Sequence[float], matrix: Sequence[float] | None) -> tuple[float, ...]:
    """The box around ``box`` after ``matrix``."""
    a, b, c, d, e, f = matrix or _UPRIGHT
    left, bottom, right, top = box
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _turned(box: Sequence[float], turn: int) -> tuple[float, float, float, float]:
    """``box`` turned counter-clockwise about its upper left corner."""
    left, bottom, right, top = box
    a, b, c, d, _, _ = _TURNS[turn]
    xs = [left + a * x + c * y for x, y in _corners(right - left, bottom - top)]
    ys = [top + b * x + d * y for x, y in _corners(right - left, bottom - top)]
    return min(xs), min(ys), max(xs), max(ys)


def _corners(width: float, height: float) -> Iterator[tuple[float, float]]:
    yield from ((0, 0), (width, 0), (0, height), (width, height))
