"""Signed scans whose place others take: kept among the former versions, never deleted."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from docgen.folder.faults import telling
from docgen.workflows.standing import FORMER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@contextmanager
def put_aside(directory: Path, scans: Sequence[Path]) -> Iterator[None]:
    """The scans in ``ban-cu/`` while the work goes on and after it; back where it fails."""
    moved: list[tuple[Path, Path]] = []
    try:
        for scan in scans:
            target = _free(directory / FORMER / scan.name)
            with telling(scan):
                target.parent.mkdir(exist_ok=True)
                scan.rename(target)
            moved.append((scan, target))
        yield
    except BaseException:
        for scan, target in moved:
            if target.exists():
                target.rename(scan)
        raise


def _free(path: Path) -> Path:
    """``path``, or the next name that no file has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
