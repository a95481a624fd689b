"""The papers of a folder as one file to take along: a copy, of which nothing comes back."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, BinaryIO

from docgen.folder import swap
from docgen.folder.faults import telling
from docgen.folder.location import real_place
from docgen.folder.manifest import NAME
from docgen.workflows.standing import FORMER

if TYPE_CHECKING:
    from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEFT = (".", "~$", FORMER + "/")
_PACKED = frozenset({".pdf", ".docx", ".jpg", ".jpeg", ".png"})


def zipped(folder: Path, target: BinaryIO) -> None:
    """Write papers, prints, scans and dossiers of ``folder`` into ``target`` as a zip.

    Former versions, and what the folder remembers of itself, stay behind.

    Raises:
        OutsideError: the disk failed.
    """
    with telling(folder), zipfile.ZipFile(target, "w") as archive:
        found = swap.files_in(real_place(folder))
        for name in sorted(found):
            if name == NAME or name.startswith(_LEFT) or "/~$" in name:
                continue
            entry = zipfile.ZipInfo(f"{folder.parent.name}/{name}", _EPOCH)
            stored = found[name].suffix.lower() in _PACKED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            with found[name].open("rb") as source, archive.open(entry, "w") as packed:
                while chunk := source.read(1 << 20):
                    packed.write(chunk)
