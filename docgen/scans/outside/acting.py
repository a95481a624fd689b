"""All objects of a PDF looked at: what acts, what is signed, what is enclosed, what is too much."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf

from docgen.scans.outside.unpacking import (
    DamagedError,
    SwollenError,
    is_huge,
    is_picture,
    size_of,
)
from docgen.scans.outside.values import entry, name_of, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_OBJECTS = 300_000
_LONGEST = 8_000_000
"""Bytes of one object as it is written, its stream apart."""
_MOST_STEPS = 5_000_000
"""Values looked at, in all objects."""
_ACTIONS = frozenset(
    f"/{name}"
    for name in (
        *("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition"),
        *("Movie", "Sound", "RichMediaExecute", "GoTo3DView"),
    )
)
_PLAYERS = frozenset({"/RichMedia", "/3D", "/Movie", "/Screen", "/Sound"})
# What an object must have in it, as qpdf writes it, to be worth a closer look.
_SUSPECT = re.compile(
    rb"/(?:JS|EF|ByteRange)[^0-9A-Za-z]|/(?:S|Subtype) (?:\d+ \d+ R|%b)(?![^\s/<>\[\](){}%%])"
    % b"|".join(name.encode() for name in sorted(_ACTIONS | _PLAYERS))
)


@dataclass(slots=True)
class Finding:
    """What was met in the objects of a PDF.

    Attributes:
        acts: Whether anything in it would run, play, or reach out.
        swells: Whether it is too large inside.
        is_signed: Whether it bears a digital signature.
        enclosed: The names of files inside it.
    """

    acts: bool = False
    swells: bool = False
    is_signed: bool = False
    enclosed: list[str] = field(default_factory=list)


def looked_through(pdf: pikepdf.Pdf) -> Finding:
    """All objects of ``pdf`` looked at, those that nothing refers to as well."""
    finding = Finding(acts=_is_dynamic(pdf))
    steps = iter(range(_MOST_STEPS))
    for number, thing in enumerate(pdf.objects):
        spelled = _spelled(thing)
        finding.swells = (
            number > _MOST_OBJECTS
            or len(spelled) > _LONGEST
            or (isinstance(thing, pikepdf.Stream) and _is_too_large(thing))
            or (_SUSPECT.search(spelled) is not None and not _look_into(thing, finding, steps))
        )
        if finding.swells:
            break
    return finding


def _spelled(thing: object) -> bytes:
    """``thing`` as it is written, of a stream its dictionary; nothing for plain values."""
    if isinstance(thing, pikepdf.Stream):
        return thing.stream_dict.unparse(resolved=True)
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Array):
        return thing.unparse(resolved=True)
    return b""


def _is_dynamic(pdf: pikepdf.Pdf) -> bool:
    """Whether the pages are only made when a viewer runs the form (XFA)."""
    return entry(entry(pdf.Root, "/AcroForm"), "/XFA") is not None


def _look_into(thing: object, finding: Finding, steps: Iterator[int]) -> bool:
    """Look at ``thing`` and all that stands in it; whether that was not too much."""
    waiting: list[Any] = [thing]
    while waiting:
        value = waiting.pop()
        if next(steps, None) is None:
            return False
        if isinstance(value, pikepdf.Array):
            waiting += _direct(list(value))
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            _look_at(value, finding)
            waiting += _direct(list(value.values()))
    return True


def _direct(values: list[Any]) -> Iterator[Any]:
    """Those that stand here and not elsewhere, and may hold others."""
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield value


def _look_at(thing: Any, finding: Finding) -> None:  # noqa: ANN401 - a dictionary or stream
    kind = name_of(thing.get("/Subtype"))
    has_action = "/JS" in thing or name_of(thing.get("/S")) in _ACTIONS
    if has_action or (kind in _PLAYERS and "/Rect" in thing):
        finding.acts = True
    if "/ByteRange" in thing and "/Contents" in thing:
        finding.is_signed = True
    if "/EF" in thing:
        finding.enclosed.append(_file_name(thing))


def _file_name(thing: object) -> str:
    for key in ("/UF", "/F", "/Unix", "/DOS"):
        name = spoken(entry(thing, key))
        if name:
            return name.replace("\\", "/").rpartition("/")[2][:100]
    return "?"


def _is_too_large(stream: pikepdf.Stream) -> bool:
    if not is_picture(stream):
        return False
    try:
        return is_huge(size_of(stream))
    except SwollenError:
        return True
    except DamagedError:
        return False
