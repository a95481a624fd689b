"""Ways to change a zip of XML at random: one of its parts in words, or the file byte by byte."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.fuzz.changes import ANY, WRITTEN, swapped

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

_ELEMENT = re.compile(rb"<(\w+:\w+)[^<>]*>[^<>]*</\1>|<\w+:\w+[^<>]*/>")
_TAG = re.compile(rb"\{[{%][^{}]*[%}]\}")
_WORD = re.compile(rb'"[^"<>]*"|[\w:]+')
_OWN_BYTES = 0.15


def changed(data: bytes, dice: random.Random) -> bytes:
    """``data`` with one of its parts changed, or its own bytes."""
    if dice.random() < _OWN_BYTES:
        return dice.choice(ANY)(data, dice)
    try:
        parts = _parts(data)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, RuntimeError):
        return dice.choice(ANY)(data, dice)
    texts = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not texts:
        return dice.choice(ANY)(data, dice)
    large = max(texts, key=lambda name: len(parts[name]))
    name = dice.choice((large, large, dice.choice(texts)))
    parts[name] = _text(parts[name], dice)
    if dice.random() < _OWN_BYTES:
        parts.pop(dice.choice(sorted(parts)))
    return _zip(parts)


def _text(data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.7:
        return swapped(data, dice, dice.choice((_ELEMENT, _TAG, _WORD)))
    return dice.choice(WRITTEN)(data, dice)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()
