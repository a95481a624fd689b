"""Pictures in the old format of Windows (EMF, also inside WMF) that hold nothing but words."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docgen.printing import families
from docgen.printing.model.drawings import Label
from docgen.printing.model.looks import Letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN: Final = b" EMF"
_SIGN_AT = 40
_HEADER, _END, _FONT, _SELECT, _TEXT, _BRUSH, _PEN, _WIDE_PEN = 1, 14, 82, 37, 84, 39, 38, 95
_SETTINGS: Final = frozenset(
    {9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 21, 22, 24, 25, 30, 33, 34, 35, 36, 40, 58, 70, 98}
)
"""Records that set how things are drawn, or that say what GDI+ would draw."""
_SHAPES: Final = frozenset({3, 4, 43, 76, 85, 86, 87})
"""Records that draw shapes: seen only when pen or brush is not white."""
_STOCK = 0x80000000
_WHITE, _NO_BRUSH, _NO_PEN = _STOCK, _STOCK | 5, _STOCK | 8
_MOST_RECORDS = 5_000
_HUNDREDTHS = 1440 / 2540
"""Twips in a hundredth of a millimetre."""
_BOLD = 600


@dataclass(slots=True)
class _State:
    """What is selected while a metafile is read."""

    fonts: dict[int, tuple[int, int, bool, str]] = field(default_factory=dict)
    white: dict[int, bool] = field(default_factory=lambda: {_WHITE: True, _NO_BRUSH: True})
    font: tuple[int, int, bool, str] = (-16, 400, False, "Arial")
    brush: bool = True
    pen: bool = True


def read_words(data: bytes) -> tuple[float, float, tuple[Label, ...]] | None:
    """The size in twips and the words of a metafile; None when it holds anything else."""
    start = data.find(_SIGN) - _SIGN_AT
    if start < 0 or struct.unpack_from("<I", data, start)[0] != _HEADER:
        return None
    try:
        return _read(data[start:])
    except (struct.error, UnicodeDecodeError, ZeroDivisionError):
        return None


def _read(data: bytes) -> tuple[float, float, tuple[Label, ...]] | None:
    frame = struct.unpack_from("<4i", data, 24)
    device, millimetres = struct.unpack_from("<2i", data, 72), struct.unpack_from("<2i", data, 80)
    wide, high = (frame[2] - frame[0]) * _HUNDREDTHS, (frame[3] - frame[1]) * _HUNDREDTHS
    twips = (millimetres[0] * 100 / device[0]) * _HUNDREDTHS
    left, top = frame[0] * _HUNDREDTHS, frame[1] * _HUNDREDTHS
    state, labels = _State(), []
    for kind, body in _records(data):
        if kind == _TEXT:
            labels.append(_label(body, state, twips, (left, top)))
        elif kind in _SHAPES:
            if not (state.brush and state.pen):
                return None
        elif not _set(kind, body, state):
            return None
    return wide, high, tuple(labels)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(_MOST_RECORDS):
        kind, size = struct.unpack_from("<2I", data, at)
        if kind == _END or size < 8:  # noqa: PLR2004 -- kind and size themselves
            return
        if kind != _HEADER:
            yield kind, data[at + 8 : at + size]
        at += size


def _set(kind: int, body: bytes, state: _State) -> bool:
    """Take a record that draws nothing; False for one that is not known."""
    if kind == _FONT:
        number, height = struct.unpack_from("<Ii", body)
        weight, italic = struct.unpack_from("<i?", body, 20)
        name = body[32:96].decode("utf-16-le").partition("\0")[0]
        state.fonts[number] = (height, weight, italic, name)
    elif kind in {_BRUSH, _PEN, _WIDE_PEN}:
        at = {_BRUSH: 8, _PEN: 16, _WIDE_PEN: 32}[kind]
        number = struct.unpack_from("<I", body)[0]
        state.white[number] = body[at : at + 3] == b"\xff\xff\xff"
    elif kind == _SELECT:
        _select(struct.unpack_from("<I", body)[0], state)
    elif kind not in _SETTINGS:
        return False
    return True


def _select(number: int, state: _State) -> None:
    if number in state.fonts:
        state.font = state.fonts[number]
    elif number in {_NO_PEN, _STOCK | 6} or number == _STOCK | 7:
        state.pen = True
    elif _STOCK <= number <= _NO_BRUSH:
        state.brush = number in {_WHITE, _NO_BRUSH}
    elif number in state.white:
        state.brush = state.pen = state.white[number]


def _label(body: bytes, state: _State, twips: float, origin: tuple[float, float]) -> Label:
    x, y, count, offset = struct.unpack_from("<2i2I", body, 28)
    text = body[offset - 8 : offset - 8 + 2 * min(count, 1000)].decode("utf-16-le")
    height, weight, italic, name = state.font
    size = max(2, round(abs(height) * twips / 10))
    letters = Letters(
        size=min(size, 999),
        bold=weight >= _BOLD,
        italic=italic,
        face=families.choose(name).family,
    )
    return Label(text, x * twips - origin[0], y * twips - origin[1], letters)
