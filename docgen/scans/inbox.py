"""Signed scans that a person put into ``da-ky/``: filed under their papers, fit to be bound."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, RecordError, Severity, Words, together
from docgen.folder import swap
from docgen.folder.contents import LEFT_BY_SYSTEMS, SIGNED
from docgen.folder.faults import telling
from docgen.folder.manifest import sha256
from docgen.folder.reach import reachable
from docgen.scans.matching import papers_for, place_in_order
from docgen.scans.oddities import oddities, twice
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from docgen.dossier.attachments import Attachment
    from docgen.scans.one_file import Scan
    from docgen.scans.outside.fields import Pen

_MOST_BYTES = 600_000_000
"""Of all scans together."""
_LOCK_FILES = ("~$", "._", ".~lock")
_HINT_LARGE = Words(
    "Quét lại ở 300 dpi, hoặc bỏ bớt tệp không cần.",
    "Scan again at 300 dpi, or take out files that are not needed.",
)
_HINT_NAME = Words(
    "Đặt tên tệp theo tên giấy tờ trong van-ban/, ví dụ 04-quyet-dinh-thanh-lap.pdf.",
    "Name it after the paper in van-ban/, for example 04-quyet-dinh-thanh-lap.pdf.",
)
_HINT_MOVE = Words(f"Đặt tệp thẳng trong {SIGNED}/.", f"Put the file right into {SIGNED}/.")
_HINT_TWIN = Words(
    "Xem lại: bỏ tệp thừa, hoặc thay bằng bản quét đúng.",
    "Look again: take the spare one out, or put the right scan in its place.",
)


class Filed(Value):
    """The files in ``da-ky/`` sorted by their names; none has been opened.

    Attributes:
        files: The files of each paper that has some, by its stem, in order.
        remarks: What fits no paper.
    """

    files: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    remarks: tuple[Problem, ...] = ()


class Signed(Value):
    """The signed version of one paper.

    Attributes:
        stem: The stem of the paper.
        pdf: All its scans as one PDF, mere paper, fit to bind.
        pages: How many pages that has.
        files: The names of the scans, in order.
        originals: Scans with a digital signature, byte by byte.
    """

    stem: str
    pdf: bytes
    pages: int
    files: tuple[str, ...]
    originals: tuple[Attachment, ...] = ()


class Scans(Value):
    """All signed scans of a package.

    Attributes:
        papers: The signed version of each paper that has one, by its stem.
        remarks: What a person should know; nothing of it stops the work.
        faults: Why some files cannot be bound; the papers that they are of are not signed.
    """

    papers: Mapping[str, Signed] = field(default_factory=dict)
    remarks: tuple[Problem, ...] = ()
    faults: tuple[DocgenError, ...] = ()


def find(directory: Path, stems: Collection[str]) -> Filed:
    """Sort the files in ``directory``'s ``da-ky/`` by the papers that they are scans of.

    Args:
        directory: The folder of a package; it need not have scans.
        stems: The stems of all papers that may be there, as ``04-quyet-dinh``.

    Raises:
        OutsideError: The disk failed.
    """
    home = reachable(Path(directory))
    place = home / SIGNED
    paths = _files_in(place)
    found: dict[str, list[Path]] = {}
    with telling(SIGNED):
        remarks = list(oddities(home, stems))
    for path in paths:
        fitting = papers_for(path.name, stems) if path.parent == place else []
        if len(fitting) == 1:
            found.setdefault(fitting[0], []).append(path)
        else:
            remarks.append(_stray(path.relative_to(place).as_posix(), fitting))
    files = {
        stem: tuple(sorted(found[stem], key=lambda path: place_in_order(path.name)))
        for stem in stems
        if stem in found
    }
    return Filed(files, (*remarks, *(one for paths in files.values() for one in twice(paths))))


def _files_in(place: Path) -> list[Path]:
    """The files under ``place``, but for those that systems and programs leave there."""
    with telling(SIGNED):
        if not place.is_dir():
            return []
        list(place.iterdir())  # so that a folder which may not be read is told
    return [
        path
        for path in swap.files_in(place).values()
        if path.name.lower() not in LEFT_BY_SYSTEMS and not path.name.startswith(_LOCK_FILES)
    ]


def _stray(name: str, fitting: Sequence[str]) -> Problem:
    """The remark on a file that fits no paper, or several."""
    if "/" in name:
        told = Words("tệp trong thư mục con không được đọc", "files in subfolders are not read")
        return _remark(name, told, _HINT_MOVE)
    if not fitting:
        told = Words("tên tệp không ứng với giấy tờ nào", "the name fits no paper")
        return _remark(name, told, _HINT_NAME)
    listed = ", ".join(stem.rpartition("/")[2] for stem in fitting[:6])
    told = Words("tên tệp ứng với nhiều giấy tờ", "the name fits several papers")
    hint = Words(f"Đặt lại tên theo một trong: {listed}.", f"Name it after one of: {listed}.")
    return _remark(name, told, hint)


def _remark(name: str, told: Words, hint: Words) -> Problem:
    return Problem(Place(_shown(name)), told, hint, Severity.WARNING)


def _shown(name: str) -> str:
    """What a user calls the file: nothing of the path to the package."""
    return f"{SIGNED}/{name}"


def read(directory: Path, stems: Collection[str], pen: Pen | None = None) -> Scans:
    """Read the signed scans of a package, all of which are to be bound.

    Args:
        directory: The folder of a package; it need not have scans.
        stems: The stems of all papers that may be there, as ``04-quyet-dinh``.
        pen: Writes what was typed into fields of forms; without it, they are told.

    Raises:
        RecordError: Files are locked, damaged, no scans, too large, or not safe; all that is
            wrong with any of them is told.
        OutsideError: As well as that, the disk failed.
    """
    found = judged(directory, stems, pen)
    if found.faults:
        raise together(found.faults)
    return found


def judged(directory: Path, stems: Collection[str], pen: Pen | None = None) -> Scans:
    """The same judgement for looking only: what :func:`read` would raise is among the faults.

    Raises:
        OutsideError: The folder itself cannot be read.
    """
    filed = find(directory, stems)
    try:
        _weigh(filed)
    except RecordError as fault:
        return Scans(remarks=filed.remarks, faults=(fault,))
    reading = _Reading(list(filed.remarks), pen)
    papers: dict[str, Signed] = {}
    for stem, paths in filed.files.items():
        paper = reading.paper(stem, paths)
        if paper is not None:
            papers[stem] = paper
    return Scans(papers, tuple(reading.remarks), tuple(reading.faults))


def _weigh(filed: Filed) -> None:
    """See, before any is read, that all files together are not too large."""
    total = 0
    for path in (path for paths in filed.files.values() for path in paths):
        with suppress(OSError):  # told when it is read
            total += path.stat().st_size
    if total > _MOST_BYTES:
        millions = _MOST_BYTES // 1_000_000
        words = (
            f"các bản quét lớn hơn {millions} MB tổng cộng",
            f"the scans are larger than {millions} MB in all",
        )
        raise RecordError.at(SIGNED, *words, hint=_HINT_LARGE)


class _Reading:
    """What is met while the scans are read."""

    def __init__(self, remarks: list[Problem], pen: Pen | None) -> None:
        self.remarks = remarks
        self.pen = pen
        self.faults: list[DocgenError] = []
        self.seen: dict[str, tuple[str, str]] = {}

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Keep what is wrong, and go on."""
        try:
            yield
        except DocgenError as fault:
            self.faults.append(fault)

    def paper(self, stem: str, paths: Sequence[Path]) -> Signed | None:
        """The signed version of one paper; nothing where something is wrong with it."""
        from docgen.dossier.attachments import Attachment  # noqa: PLC0415 - only with scans
        from docgen.scans.one_file import one_paper  # noqa: PLC0415

        before = len(self.faults)
        scans = [scan for path in paths if (scan := self._scan(stem, path))]
        if len(self.faults) > before:
            return None
        with self.telling():
            originals = tuple(
                Attachment(scan.name, scan.data, f"Bản gốc đã ký số: {scan.name}")
                for scan in scans
                if scan.screened.is_kept
            )
            pages = sum(len(scan.screened.source.pages) for scan in scans)
            pdf = one_paper(scans, _shown(paths[0].name))
            return Signed(stem, pdf, pages, tuple(scan.name for scan in scans), originals)
        return None

    def _scan(self, stem: str, path: Path) -> Scan | None:
        """One file; nothing where it is wrong or the same as another one of its paper."""
        from docgen.scans.one_file import Scan, bytes_of, let_in  # noqa: PLC0415

        name = _shown(path.name)
        with self.telling():
            data = bytes_of(path, name)
            twin = self.seen.setdefault(sha256(data), (stem, path.name))
            if twin[1] != path.name:
                told = Words(f"giống hệt tệp {twin[1]}", f"the same as {twin[1]}")
                self.remarks.append(_remark(path.name, told, _HINT_TWIN))
            if twin[1] != path.name and twin[0] == stem:
                return None
            screened = let_in(data, name, self.pen)
            self.remarks += screened.remarks
            return Scan(path.name, data if screened.is_kept else b"", screened)
        return None
