"""Which paper a scan belongs to, told by the name that a person gave its file."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docgen.text.slugs import plain

if TYPE_CHECKING:
    from collections.abc import Collection

_NUMBERED = r"(\d{1,2})(?=-|$)-?"
_DATED = r"\d{1,2}-\d{1,2}-\d{2,4}(?=-|$)"
_DIGITS = r"(\d+)"


def papers_for(name: str, stems: Collection[str]) -> list[str]:
    """The papers that the file ``name`` may belong to: one where its name is clear.

    A name is clear where it begins with the stem of a paper, in whatever spelling, or with the
    number of an item that has one paper only. The longest stem counts.

    Args:
        name: The name of the file, as a person typed it.
        stems: The stems of all papers, as ``04-quyet-dinh`` or ``phu/to-trinh``.
    """
    said = _padded(plain(PurePosixPath(name).stem))
    named = {stem: len(_bare(stem)) for stem in stems if _begins(said, _bare(stem))}
    if named:
        return [stem for stem, length in named.items() if length == max(named.values())]
    return _by_number(said, stems)


def _by_number(said: str, stems: Collection[str]) -> list[str]:
    number = re.match(_NUMBERED, said)
    if number is None or re.match(_DATED, said):
        return []
    rest = said[number.end() :]
    fitting = [stem for stem in stems if _bare(stem).startswith(f"{number[1]}-")]
    titled = [stem for stem in stems if stem not in fitting and _begins(rest, _title(stem))]
    return [*fitting, *titled]


def _padded(said: str) -> str:
    """``said`` with the number at its start in two digits, as in the names of papers."""
    number = re.match(_NUMBERED, said)
    return said if number is None else said[: number.end(1)].zfill(2) + said[number.end(1) :]


def _begins(said: str, start: str) -> bool:
    return said == start or said.startswith(f"{start}-")


def _bare(stem: str) -> str:
    """``stem`` without the folder of its paper."""
    return plain(stem.rpartition("/")[2])


def _title(stem: str) -> str:
    """``stem`` without folder and number."""
    bare = _bare(stem)
    number = re.match(_NUMBERED, bare)
    return bare if number is None else bare[number.end() :]


def place_in_order(name: str) -> tuple[list[tuple[int, str]], str, str]:
    """Sorts the files of one paper as a person counts: 1, 2, 10; without a number first."""
    path = PurePosixPath(name)
    pieces = [piece for piece in re.split(_DIGITS, plain(path.stem)) if piece]
    counted = [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in pieces]
    return counted, path.suffix.casefold(), name
