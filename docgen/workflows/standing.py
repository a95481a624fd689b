"""What the folder of a package already holds when work on it begins."""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Severity, Words
from docgen.folder import contents, location, lock
from docgen.folder.manifest import COPY, NAME, UNKNOWN, FileEntry, Manifest, Recall, sha256
from docgen.folder.memory import BASES, OFFERED, PRINTS, SNAPSHOTS, WORD, unpacked
from docgen.folder.swap import Recovered
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

FORMER = "ban-cu"
"""Versions of a person's that merging replaced; docgen never takes one away."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NEW = FileEntry("")
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


class Standing(Value, dict=True):
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

        The Word files, which persons change; our own renders, which are made anew when damaged;
        what is known by its name alone.
        """
        files = self.known.files if self.known else {}
        ours = (path for path in files if path.endswith(".docx") or path == BASES)
        return {**self.unknown, **self._hashes(ours)}

    @cached_property
    def unknown(self) -> Mapping[str, str]:
        """What nobody knows from a person's and is taken care of, with the hash that it had."""
        files = self.known.files if self.known else {}
        return self._hashes(
            path for path, filed in files.items() if UNKNOWN in (filed.sha256, filed.base)
        )

    def _hashes(self, paths: Iterable[str]) -> dict[str, str]:
        found = {path: self.content(path) for path in paths}
        return {path: sha256(there) for path, there in found.items() if there is not None}

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
        return self._bases.get(f"{OFFERED}{path}")

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
        return self._bases.get(f"{SNAPSHOTS}{key}")

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
        return {} if packed is None else unpacked(packed)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """That the folder has lost its memory, or has another than it wrote."""
        if self.known is None:
            return ()
        if not self.known.is_whole:
            return (_pieced(self.directory, self.known.recall),)
        expected = self.known.files.get(BASES)
        packed = self.content(BASES)
        lost = expected is not None and (packed is None or sha256(packed) != expected.sha256)
        copied = self.known.recall is Recall.COPY
        return (
            *([_copied(self.directory)] if copied else []),
            *([_forgotten(self.directory)] if lost else []),
        )

    def superseded(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """What stands where ``files`` come and nobody knows from a person's, as former copies."""
        unknown = [path for path in files if path != BASES and self._is_unknown(path)]
        new = set(files.values()) if unknown else set()
        there = {path: self.content(path) for path in unknown}
        return {
            former(path, data): data
            for path, data in there.items()
            if data is not None and data not in new
        }

    def _is_unknown(self, path: str) -> bool:
        """Whether docgen knows the file ``path`` by its name, and not what stands in it."""
        filed = self.filed(path)
        if not filed.sha256 or UNKNOWN in (filed.sha256, filed.base):
            return bool(filed.sha256)
        return self._digest(path) not in (None, filed.sha256, filed.base)

    def _digest(self, path: str) -> str | None:
        """The hash of what :meth:`content` tells; large files are not kept in memory for it."""
        if path not in self._read:
            return contents.digest(self.directory, path)
        data = self._read[path]
        return None if data is None else sha256(data)

    def strangers(self) -> list[str]:
        """The files that stand where papers, prints and dossiers are and are not docgen's."""
        known = self.known.files if self.known else {}
        homes = {path.rpartition("/")[0] for path in known if path.endswith((".docx", ".pdf"))}
        there = (path for home in sorted(homes) for path in contents.names(self.directory, home))
        return [path for path in there if path not in known]

    @cached_property
    def snapshots(self) -> frozenset[str]:
        """The keys of what the record told when papers were made."""
        told = (path for path in self._bases if path.startswith(SNAPSHOTS))
        return frozenset(path.removeprefix(SNAPSHOTS) for path in told)


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


def former(path: str, data: bytes) -> str:
    """Where ``data`` is kept, which stood at ``path``: ``ban-cu/04-quyet-dinh-0a1b2c3d.docx``."""
    name, _, end = path.rpartition(".")
    folders = [one for one in name.split("/") if one not in (WORD, PRINTS)]
    return f"{FORMER}/{'/'.join(folders)}-{sha256(data)[:8]}.{end}"


def _copied(directory: Path) -> Problem:
    what = Words(
        f"tệp mất hoặc hỏng, dùng bản sao {COPY}: hồ sơ không mất gì",
        f"it is missing or damaged; its copy {COPY} was used, nothing is lost",
    )
    hint = Words(
        "Không phải làm gì: lần soạn hoặc đóng hồ sơ tới ghi lại tệp này.",
        "Nothing to do: the next drafting or binding writes it again.",
    )
    return Problem(Place(str(directory / NAME)), what, hint, Severity.WARNING)


def _pieced(directory: Path, recall: Recall) -> Problem:
    foreign = recall is Recall.FOREIGN
    why = Words(
        "tệp do phiên bản docgen khác tạo" if foreign else "tệp mất hoặc hỏng, không còn bản sao",
        "another version of docgen wrote it" if foreign else "it is lost or damaged, with its copy",
    )
    what = Words(
        f"{why.vi}: tệp nào không nhận ra được theo mã băm thì coi là đã sửa tay và giữ nguyên, "
        "không xóa tệp nào",
        f"{why.en}: files that no hash tells count as changed by hand and stay, none is deleted",
    )
    hint = Words(
        f"Còn bản sao lưu thì chép lại {NAME} và thư mục .docgen; bản cũ của tệp phải ghi lại ở "
        f"{FORMER}/.",
        f"Bring {NAME} and .docgen back from a copy if there is one; former versions of files that "
        f"were written anew are in {FORMER}/.",
    )
    return Problem(Place(str(directory / NAME)), what, hint, Severity.WARNING)


def looked_at(directory: Path) -> Standing:
    """The folder ``directory`` as it is, for looking only.

    Raises:
        DocgenError: its manifest is damaged, and no paper is there.
        OutsideError: the disk failed.
    """
    return Standing(directory, contents.read(directory))


@contextmanager
def at_work(directory: Path, tell: Callable[[Words], None]) -> Iterator[Standing]:
    """The folder ``directory`` for as long as the work goes on; no other run works in it.

    What a run that was cut off left is settled first, and told. Work that has the folder may
    enter again, as when a command is made of others.

    Raises:
        DocgenError: its manifest is damaged, and no paper is there.
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
        **{f"{OFFERED}{path}": docx for path, docx in offers.items()},
        **{f"{SNAPSHOTS}{key}": told for key, told in snapshots.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(every):
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), every[path])
    return target.getvalue()
