"""What a person typed into the fields of a form, and where and how it is to be written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from docgen.scans.outside.values import (
    count,
    entry,
    listed,
    name_of,
    number,
    rectangle,
    spoken,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Pen = Callable[["Writing"], bytes | None]
    """Writes on a transparent PDF page of that size; nothing where it has no letters for it."""

_MOST_PARENTS = 20
_MANY_LINES, _SECRET, _COMB = 1 << 12, 1 << 13, 1 << 24
_FONT_SIZE = re.compile(r"(-?[\d.]+)\s+Tf\b")
_COLOUR = re.compile(r"((?:[\d.]+\s+){1,4})(g|rg|k)\b")
_MOST_LETTERS, _MOST_LOOK = 20_000, 500


class Writing(NamedTuple):
    """Words to be written into a box.

    Attributes:
        text: The words; lines end with a line feed.
        width: Of the box, in points.
        height: Of the box, in points.
        size: Of the letters in points; 0 where they shall fit the box.
        colour: Grey, red-green-blue, or ink, from 0 to 1.
        side: Where lines begin: 0 left, 1 in the middle, 2 right.
        many_lines: Whether words go on in a new line at the end of one.
        cells: Among how many equal cells the letters are spread; 0 where they are not.
    """

    text: str
    width: float
    height: float
    size: float = 0.0
    colour: tuple[float, ...] = (0.0,)
    side: int = 0
    many_lines: bool = False
    cells: int = 0


class Field(NamedTuple):
    """A field of a form, or a note with words, whose look a viewer makes.

    Attributes:
        note: Its dictionary.
        form: The form it belongs to.
    """

    note: pikepdf.Dictionary
    form: object

    def get(self, key: str) -> Any:  # noqa: ANN401 - PDF values have any type
        """What the field or what it stands under says; what the form says of all fields last."""
        node: Any = self.note
        for _ in range(_MOST_PARENTS):
            found = entry(node, key)
            if found is not None:
                return found
            node = entry(node, "/Parent")
        return entry(self.form, key) if key in {"/DA", "/Q"} else None

    @property
    def words(self) -> str:
        """What was typed or chosen."""
        if name_of(self.note.get("/Subtype")) == "/FreeText":
            return _lines(spoken(self.note.get("/Contents")))
        kind, value = name_of(self.get("/FT")), self.get("/V")
        if kind == "/Tx":
            said = _lines(_said(value))
            return "*" * len(said) if count(self.get("/Ff")) & _SECRET else said
        return _lines("\n".join(self._chosen(value))) if kind == "/Ch" else ""

    def _chosen(self, value: object) -> list[str]:
        """The choices as they are shown, which is not always as they are kept."""
        pairs = [listed(choice) for choice in listed(self.get("/Opt"))]
        shown = {spoken(pair[0]): spoken(pair[-1]) for pair in pairs if pair}
        return [shown.get(_said(choice), _said(choice)) for choice in listed(value)]

    def writing(self) -> Writing:
        """The words, and how they stand in their box."""
        left, bottom, right, top = rectangle(self.note.get("/Rect"))
        look, flags = spoken(self.get("/DA"))[:_MOST_LOOK], count(self.get("/Ff"))
        sizes = _FONT_SIZE.findall(look)
        is_note = name_of(self.note.get("/Subtype")) == "/FreeText"
        in_cells = flags & _COMB and not flags & (_MANY_LINES | _SECRET)
        return Writing(
            self.words,
            right - left,
            top - bottom,
            _positive(sizes[-1]) if sizes else 0.0,
            _colour(look),
            count(self.get("/Q")) % 3,
            many_lines=is_note or bool(flags & _MANY_LINES) or name_of(self.get("/FT")) == "/Ch",
            cells=max(count(self.get("/MaxLen")), 0) if in_cells else 0,
        )


def _said(value: object) -> str:
    """The words of a value: a string, a stream of rich text, or the name of a choice."""
    if isinstance(value, pikepdf.Name):
        return name_of(value).removeprefix("/")
    if isinstance(value, pikepdf.Stream):
        return value.read_bytes().decode("utf-8", "replace")
    return spoken(value)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")[:_MOST_LETTERS]


def _colour(look: str) -> tuple[float, ...]:
    found = _COLOUR.findall(look)
    parts = tuple(min(_positive(part), 1.0) for part in found[-1][0].split()) if found else ()
    return parts if len(parts) in {1, 3, 4} else (0.0,)


def _positive(spelled: str) -> float:
    try:
        return max(number(float(spelled)), 0.0)
    except ValueError:
        return 0.0
