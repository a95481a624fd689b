"""Signed scans looked at before they are placed: on a tray, turned, ordered, then used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.api.telling import silent

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from docgen.workflows.desk import Tell
    from docgen.workflows.trays import Tray


def lay_scans(home: Path, scans: Sequence[tuple[str, bytes]]) -> Tray:
    """Look through scans, each a name and its bytes, and put them on a new tray under ``home``.

    Pictures are turned upright as their Exif data say.

    Raises:
        RecordError: they are no scans, damaged, locked or not safe; each is told, none is kept.
        OutsideError: the disk failed.
    """
    from docgen.workflows import trays  # noqa: PLC0415 - each call loads what it needs

    return trays.lay(home, scans)


def find_tray(home: Path, name: str) -> Tray | None:
    """The tray of that name under ``home``; nothing where it was placed or taken away."""
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.tray(home, name)


def turn_page(tray: Tray, at: int) -> Tray:
    """The page at the place ``at`` (from 0) a quarter further clockwise; ``IndexError`` if none."""
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.turned(tray, at)


def move_page(tray: Tray, at: int, by: int) -> Tray:
    """The page at the place ``at`` that many places down, or up; ``IndexError`` if none."""
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.moved(tray, at, by)


def leave_out_page(tray: Tray, at: int) -> Tray:
    """The tray without the page at the place ``at``; its last page stays."""
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.without(tray, at)


def print_tray(tray: Tray, at: int | None = None) -> bytes:
    """The pages of the tray as they are arranged, as a PDF; one of them alone by its place.

    Raises:
        OutsideError: the disk failed.
    """
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.printed(tray, at)


def paper_of_tray(tray: Tray, stems: Collection[str]) -> str:
    """The paper that the names of the files tell; "" where they tell none, or several."""
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.fitting(tray, stems)


def place_scans(
    folder: Path, stem: str, tray: Tray, *, stems: Collection[str], tell: Tell = silent
) -> list[str]:
    """Have the tray be the signed version of the paper ``stem``; the tray is then taken away.

    Files that nobody turned or ordered are kept byte by byte; what was placed before goes to
    ``ban-cu/``.

    Returns:
        The names of the files in ``da-ky/``.

    Raises:
        DocgenError: the folder has no such paper.
        OutsideError: another run is at work there, or the disk failed.
    """
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.put(folder, stem, tray, stems, tell)


def clear_tray(tray: Tray) -> None:
    """Take the tray away; nothing of it was used."""
    from docgen.workflows import trays  # noqa: PLC0415

    trays.clear(tray)


def picture_of(pdf: bytes, name: str, page: int, width: int) -> bytes:
    """The PNG of one page of ``pdf``, counted from 0, ``width`` pixels wide, in greys.

    Raises:
        IndexError: there is no such page.
        MissingToolError: the library that reads prints is not installed.
        OutsideError: the file is damaged.
    """
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.picture(pdf, name, page, width)


def count_pages(pdf: bytes) -> int:
    """How many pages a print of docgen's has."""
    from docgen.workflows import trays  # noqa: PLC0415

    return trays.count(pdf)
