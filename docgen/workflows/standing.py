"""What the folder of a package already holds when work on it begins."""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, ProtectedWorkError, Severity, Words
from docgen.folder import contents, location, lock
from docgen.folder.manifest import FileEntry, Manifest, sha256
from docgen.folder.swap import Recovered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

BASES = ".docgen/goc.zip"
"""The renders under the Word files, against which edits by hand are told."""
FORMER = "ban-cu"
"""Versions of a person's that merging replaced; docgen never takes one away."""
_OFFERED = "moi/"
_TOLD = "ban-khai/"
"""What the record told when papers were made, one snapshot for each state of it."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NEW = FileEntry("")
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError, OSError, RuntimeError, ValueError),
)
"""What zipfile raises on one kind or another of damage."""
_CUT_OFF = Words(
    "Lần chạy trước bị ngắt giữa chừng, không để lại gì dở dang.",
    "The last run was cut off and left nothing half done.",
)
_RECOVERED = {
    Recovered.BEFORE: Words(
        "Lần chạy trước bị ngắt giữa chừng: thư mục giữ như trước khi chạy.",
        "The last run was cut off: the folder is as it was before that run.",
    ),
    Recovered.AFTER: Words(
        "Lần chạy trước bị ngắt giữa chừng: thư mục đã hoàn tất, phần thừa đã được dọn.",
        "The last run was cut off: the folder is complete, what was left over is gone.",
    ),
}


@dataclass(frozen=True)
class Standing:
    """The folder as it stood: what its manifest knows, and what is in its files."""

    directory: Path
    known: Manifest | None
    _read: dict[str, bytes | None] = field(default_factory=dict)

    def filed(self, path: str) -> FileEntry:
        """What the manifest knows of the file at ``path``; an empty entry for a new one."""
        return self.known.files.get(path, _NEW) if self.known else _NEW

    def content(self, path: str) -> bytes | None:
        """What stood in a file that docgen knows when it was first asked for; else nothing."""
        if path not in self._read:
            known = bool(self.filed(path).sha256)
            self._read[path] = contents.content(self.directory, path) if known else None
        return self._read[path]

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What may differ from its hash and is taken care of, each file with the hash it had.

        The Word files, which persons change; our own renders, which are made anew when damaged.
        """
        paths = self.known.files if self.known else {}
        ours = (path for path in paths if path.endswith(".docx") or path == BASES)
        found = {path: self.content(path) for path in ours}
        return {path: sha256(docx) for path, docx in found.items() if docx is not None}

    def base(self, path: str) -> bytes | None:
        """The render from which the Word file at ``path`` was made.

        Hashes decide: what is kept counts when it is the render that the manifest names, and a file
        that nobody changed is its own render. Nothing where neither tells.
        """
        kept = self._bases.get(path)
        if kept is not None and self.is_render(path, kept):
            return kept
        there = self.content(path)
        return there if there is not None and self.is_render(path, there) else None

    def is_render(self, path: str, docx: bytes) -> bool:
        """Whether ``docx`` is the render under the Word file at ``path``, by its hash."""
        filed = self.filed(path)
        return sha256(docx) == (filed.base or filed.sha256)

    def offer(self, path: str) -> bytes | None:
        """The newer render that was laid beside the Word file at ``path``, if one was."""
        return self._bases.get(f"{_OFFERED}{path}")

    def print_of(self, path: str, docx: bytes) -> bytes | None:
        """The print at ``path``, when it is the untouched print of ``docx``."""
        filed = self.filed(path)
        if not filed.source or filed.source != sha256(docx):
            return None
        pdf = self.content(path)
        return pdf if pdf is not None and sha256(pdf) == filed.sha256 else None

    def last_print(self, path: str) -> bytes | None:
        """The print at ``path`` as it was written, whatever its Word file has become since."""
        filed, pdf = self.filed(path), self.content(path)
        return pdf if pdf is not None and sha256(pdf) == filed.sha256 else None

    def snapshot(self, key: str) -> bytes | None:
        """What the record told when the papers were made that name ``key``, where it is kept."""
        return self._bases.get(f"{_TOLD}{key}")

    def issued(self, path: str) -> bytes | None:
        """What stands at ``path`` where it was issued; nothing of a draft."""
        return self.content(path) if self.filed(path).issued else None

    def told_of(self, path: str) -> bytes | None:
        """What the record told when the issued paper at ``path`` was made; nothing of a draft."""
        filed = self.filed(path)
        return self.snapshot(filed.told) if filed.issued and filed.told else None

    @cached_property
    def _bases(self) -> Mapping[str, bytes]:
        packed = self.content(BASES)
        return {} if packed is None else _unpacked(packed)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """That the folder has lost its memory, or has another than it wrote."""
        packed = self.content(BASES)
        expected = self.known.files.get(BASES) if self.known else None
        lost = expected is not None and (packed is None or sha256(packed) != expected.sha256)
        return (_forgotten(self.directory),) if lost else ()


def _unpacked(packed: bytes) -> dict[str, bytes]:
    """What can be read of the renders; what is damaged counts as lost."""
    found: dict[str, bytes] = {}
    with suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for name in archive.namelist():
            with suppress(*_DAMAGED):
                found[name] = archive.read(name)
    return found


def _forgotten(directory: Path) -> Problem:
    what = Words(
        "mất các bản gốc để so (thư mục ẩn .docgen): tệp khác với mã băm trong manifest.json được "
        "coi là đã sửa tay và giữ nguyên",
        "the renders to compare with are lost (the hidden folder .docgen): files that differ from "
        "the hashes in manifest.json count as changed by hand and stay",
    )
    hint = Words(
        "Còn bản sao lưu thì chép lại thư mục .docgen; khi chép hồ sơ đi, chép cả thư mục.",
        "Bring .docgen back from a copy if there is one; copy the folder as a whole.",
    )
    return Problem(Place(str(directory / BASES)), what, hint, Severity.WARNING)


def looked_at(directory: Path) -> Standing:
    """The folder ``directory`` as it is, for looking only.

    Raises:
        DocgenError: its manifest is damaged.
        OutsideError: the disk failed.
    """
    return Standing(directory, contents.read(directory))


@contextmanager
def at_work(directory: Path, tell: Callable[[Words], None]) -> Iterator[Standing]:
    """The folder ``directory`` for as long as the work goes on; no other run works in it.

    What a run that was cut off left is settled first, and told. Work that has the folder may
    enter again, as when a command is made of others.

    Raises:
        DocgenError: its manifest is damaged.
        ProtectedWorkError: a cut off run left work that is nowhere else.
        OutsideError: another run is at work there, or the folder cannot be written.
    """
    with lock.held(directory) as was_cut_off:
        recovered = contents.recover(directory)
        if recovered is not Recovered.NOTHING:
            tell(_RECOVERED[recovered])
        elif was_cut_off:
            tell(_CUT_OFF)
        location.writable(directory)
        yield Standing(directory, contents.read(directory))


def packed(
    bases: Mapping[str, bytes], offers: Mapping[str, bytes], snapshots: Mapping[str, bytes]
) -> bytes:
    """The renders by the paths of their Word files, as one file; same input, same bytes.

    ``offers`` are the newer ones that were laid beside the files, ``snapshots`` what the record
    told when papers were made, by their keys.
    """
    every = {
        **bases,
        **{f"{_OFFERED}{path}": docx for path, docx in offers.items()},
        **{f"{_TOLD}{key}": told for key, told in snapshots.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(every):
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), every[path])
    return target.getvalue()


def record_of(directory: Path, named: Path | None, known: Standing) -> Path:
    """The record from which the folder was made: ``named``, or the one it remembers.

    Raises:
        DocgenError: it is no folder of docgen's, or the record is no longer there.
    """
    if known.known is None:
        raise DocgenError.at(
            directory,
            "thư mục này không do docgen tạo",
            "docgen did not make this folder",
            hint=Words(
                "Chỉ thư mục đã làm bằng docgen establish hoặc lệnh khác (-o).",
                "Name the folder that docgen establish or another command made (-o).",
            ),
        )
    found = named or (Path(directory) / known.known.record_file)
    if not found.is_file():
        raise DocgenError.at(
            found,
            "không còn bản khai ở đây",
            "the record is no longer here",
            hint=Words("Chỉ bản khai: --record TỆP.", "Name the record: --record FILE."),
        )
    return found


def record_to_write(directory: Path, named: Path | None, known: Standing) -> Path:
    """The record as :func:`record_of`, when it may be written: ``named``, or inside the folder.

    Raises:
        DocgenError: as record_of.
        ProtectedWorkError: the folder remembers a record elsewhere, and nobody named it: a folder
            that came from others must not have files of this machine changed.
    """
    found = record_of(directory, named, known)
    if named is not None or found.resolve().is_relative_to(Path(directory).resolve()):
        return found
    file = normpath(found)
    raise ProtectedWorkError.at(
        file,
        "bản khai nằm ngoài thư mục hồ sơ nên không tự ghi vào đó",
        "the record is outside the folder and is not written unless it is named",
        hint=Words(
            f'Đúng là bản khai này thì chạy lại, thêm: --record "{file}"',
            f'If this is the record, run again with: --record "{file}"',
        ),
    )
