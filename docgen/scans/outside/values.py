"""Values of a PDF read without trust: what has another type than it should counts as missing."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST = 1e10
"""Larger numbers are no lengths, counts or places; neither are infinite ones."""
Key = tuple[int, int]
"""An object's number and generation."""


def entry(thing: object, key: str) -> Any:  # noqa: ANN401 - PDF values have any type
    """The entry ``key`` of a dictionary or stream; nothing where there is none."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return thing.get(key)
    return None


def dictionary(thing: object) -> pikepdf.Dictionary:
    """``thing``, or an empty dictionary where it is none."""
    return thing if isinstance(thing, pikepdf.Dictionary) else pikepdf.Dictionary()


def items(thing: object) -> Iterator[tuple[str, Any]]:
    """Keys and values of a dictionary or stream; of anything else, none."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from list(thing.items())


def plain_keys(thing: pikepdf.Object) -> list[str]:
    """The keys of a dictionary or stream by which entries can be asked for: those in UTF-8."""
    return [key for key, _ in thing.items() if key.isascii() or _is_utf8(key)]


def drop(thing: pikepdf.Object, key: str) -> None:
    """Leave out the entry ``key``; one that cannot be asked for stays."""
    if _is_utf8(key):
        with suppress(KeyError):  # what is null is there, and is not
            del thing[key]


def _is_utf8(key: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in key)


def listed(thing: object) -> list[Any]:
    """The entries of an array; ``thing`` alone where it is none; none where it is missing."""
    if isinstance(thing, pikepdf.Array):
        return list(thing)
    return [] if thing is None else [thing]


def name_of(thing: object) -> str:
    """``/Image`` for a name, bytes beyond ASCII as ``#xx``; "" where it is none."""
    return thing.unparse(resolved=True).decode("latin-1") if isinstance(thing, pikepdf.Name) else ""


def number(thing: object, default: float = 0.0) -> float:
    """``thing`` as a number that can be counted with."""
    if isinstance(thing, bool) or not isinstance(thing, int | float | Decimal):
        return default
    found = float(thing)
    return found if abs(found) <= _MOST else default


def count(thing: object, default: int = 0) -> int:
    """``thing`` as a whole number."""
    return int(number(thing, default))


def numbers(thing: object, length: int) -> tuple[float, ...] | None:
    """An array of so many numbers."""
    entries = listed(thing) if isinstance(thing, pikepdf.Array) else []
    if len(entries) != length or not all(_is_number(value) for value in entries):
        return None
    return tuple(number(value) for value in entries)


def _is_number(thing: object) -> bool:
    return isinstance(thing, int | float | Decimal) and not isinstance(thing, bool)


def spoken(thing: object) -> str:
    """A text string; "" where it is none."""
    return str(thing) if isinstance(thing, pikepdf.String) else ""


def key_of(thing: object) -> Key | None:
    """Number and generation of an object that others refer to."""
    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        return thing.objgen
    return None


def sorted_box(box: Sequence[float]) -> tuple[float, float, float, float]:
    """Left, bottom, right, top, whatever corners ``box`` names first."""
    x1, y1, x2, y2 = box
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def rectangle(thing: object) -> tuple[float, float, float, float]:
    """An array of two corners as left, bottom, right, top; of no size where it is none."""
    return sorted_box(numbers(thing, 4) or (0, 0, 0, 0))


def array(values: Sequence[float]) -> pikepdf.Array:
    """``values`` as an array, to a thousandth."""
    rounded = [round(value, 3) for value in values]
    return pikepdf.Array(
        [int(value) if value == int(value) else Decimal(str(value)) for value in rounded]
    )
