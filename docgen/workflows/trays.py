"""Scans on a tray: looked through, turned and ordered by a person, then placed for a paper."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from uuid import uuid4

from docgen.errors import DocgenError, Place, Problem, RecordError, Severity, Words, together
from docgen.folder.contents import SIGNED
from docgen.folder.faults import telling
from docgen.scans import inbox
from docgen.scans.matching import papers_for
from docgen.workflows import scanning
from docgen.workflows.setting_aside import put_aside
from docgen.workflows.standing import at_work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from docgen.scans.screening import Screened
    from docgen.workflows.desk import Tell

_ORDER, _PAGES, _SOURCE = "khay.json", "trang.pdf", "goc"
_MOST_TRAYS = 20
"""Trays that nobody placed; the oldest go."""
_QUARTERS = 4
_KINDS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})


@dataclass(frozen=True, slots=True)
class TrayPage:
    """Một trang trên khay: its place among all pages, the file and page it is, quarter turns."""

    page: int
    file: str
    number: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Tray:
    """Bản quét vừa đưa vào, chưa dùng.

    Attributes:
        place: The folder of the tray.
        files: The names of the files, in order.
        sheets: Their pages as they are ordered and turned by now.
        total: How many pages came.
        remarks: What a person should know, as that a page was scanned too coarsely.
        sealed: Whether a digital signature is in them, which turning would take away.
    """

    place: Path
    files: tuple[str, ...]
    sheets: tuple[TrayPage, ...]
    total: int
    remarks: tuple[Problem, ...]
    sealed: bool

    @property
    def name(self) -> str:
        """By what the tray is asked for again."""
        return self.place.name

    @property
    def is_as_it_came(self) -> bool:
        """Whether no page was turned, moved or left out."""
        pages = [sheet.page for sheet in self.sheets]
        return pages == [*range(self.total)] and not any(sheet.turn for sheet in self.sheets)


def lay(home: Path, scans: Sequence[tuple[str, bytes]]) -> Tray:
    """Put scans, each with its name, on a new tray under ``home``.

    Raises:
        RecordError: they are no scans, damaged, locked or not safe; each is told, none is kept.
        OutsideError: the disk failed.
    """
    from docgen.scans.one_file import Scan, one_paper  # noqa: PLC0415 - only with scans

    files = tuple(PurePath(name.replace("\\", "/")).name for name, _ in scans)
    screened = _let_in(files, scans)
    bare = [Scan(name, b"", one) for name, one in zip(files, screened, strict=True)]
    pages = one_paper(bare, files[0])
    sheets = tuple(TrayPage(page, *where) for page, where in enumerate(_numbered(files, screened)))
    remarks = tuple(remark for one in screened for remark in one.remarks)
    place = home / uuid4().hex[:12]
    tray = Tray(place, files, sheets, len(sheets), remarks, any(one.is_kept for one in screened))
    with telling(place):
        _sweep(home)
        place.mkdir(parents=True)
        for number, (_, data) in enumerate(scans):
            (place / f"{_SOURCE}-{number}").write_bytes(data)
        (place / _PAGES).write_bytes(pages)
    _keep(tray)
    return tray


def _let_in(files: Sequence[str], scans: Sequence[tuple[str, bytes]]) -> list[Screened]:
    found: list[Screened] = []
    faults: list[DocgenError] = []
    for name, (_, data) in zip(files, scans, strict=True):
        try:
            found.append(scanning.let_in(data, name))
        except DocgenError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    if not found:
        raise RecordError(_NOTHING)
    return found


_NOTHING = Problem(
    Place("da-ky"),
    Words("chưa chọn tệp nào", "no file was chosen"),
    Words("Chọn bản quét rồi gửi lại.", "Choose a scan, then send it again."),
)


def _numbered(files: Sequence[str], screened: Sequence[Screened]) -> Iterator[tuple[str, int]]:
    for file, one in zip(files, screened, strict=True):
        yield from ((file, number) for number in range(1, len(one.source.pages) + 1))


def tray(home: Path, name: str) -> Tray | None:
    """The tray of that name under ``home``; nothing where it was placed or taken away."""
    place = home / name
    if not name.isalnum() or not (place / _ORDER).is_file():
        return None
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads((place / _ORDER).read_text("utf-8"))
        remarks = tuple(
            Problem(Place(one[0]), Words(*one[1]), Words(*one[2]), Severity.WARNING)
            for one in told["remarks"]
        )
        sheets = tuple(TrayPage(*one) for one in told["sheets"])
        return Tray(place, tuple(told["files"]), sheets, told["total"], remarks, told["sealed"])
    return None


def _keep(tray: Tray) -> None:
    told = {
        "files": tray.files,
        "sheets": [[one.page, one.file, one.number, one.turn] for one in tray.sheets],
        "total": tray.total,
        "remarks": [[one.place.file, [*one.what], [*one.hint]] for one in tray.remarks],
        "sealed": tray.sealed,
    }
    with telling(tray.place):
        beside = tray.place / f"{_ORDER}.moi"
        beside.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        beside.replace(tray.place / _ORDER)


def _sweep(home: Path) -> None:
    """Take the oldest trays away."""
    if not home.is_dir():
        return
    trays = [one for one in home.iterdir() if (one / _ORDER).is_file()]
    for old in sorted(trays, key=lambda one: (one / _ORDER).stat().st_mtime)[: -_MOST_TRAYS + 1]:
        shutil.rmtree(old, ignore_errors=True)


def turned(tray: Tray, at: int) -> Tray:
    """The page at the place ``at`` a quarter further clockwise; ``IndexError`` without one."""
    sheets = list(tray.sheets)
    sheets[at] = replace(sheets[at], turn=(sheets[at].turn + 1) % _QUARTERS)
    return _arranged(tray, sheets)


def moved(tray: Tray, at: int, by: int) -> Tray:
    """The page at the place ``at`` by so many places down; it stops at either end."""
    sheets = list(tray.sheets)
    sheet = sheets.pop(at)
    sheets.insert(min(max(0, at + by), len(sheets)), sheet)
    return _arranged(tray, sheets)


def without(tray: Tray, at: int) -> Tray:
    """The tray without the page at the place ``at``; its last page stays."""
    sheets = [sheet for place, sheet in enumerate(tray.sheets) if place != at]
    return _arranged(tray, sheets or tray.sheets)


def _arranged(tray: Tray, sheets: Sequence[TrayPage]) -> Tray:
    made = tray if tray.sealed else replace(tray, sheets=tuple(sheets))
    _keep(made)
    return made


def printed(tray: Tray, at: int | None = None) -> bytes:
    """The pages of the tray as they are ordered and turned, as a PDF; one of them alone by place.

    Raises:
        OutsideError: the disk failed.
    """
    from docgen.scans.arranging import Leaf, arranged  # noqa: PLC0415 - loads a library of its own

    sheets = tray.sheets if at is None else tray.sheets[at : at + 1]
    with telling(tray.place):
        pages = (tray.place / _PAGES).read_bytes()
    return arranged(pages, [Leaf(one.page, one.turn) for one in sheets], tray.files[0])


def fitting(tray: Tray, stems: Collection[str]) -> str:
    """The paper that the names of the files tell; "" where they tell none, or several."""
    told = {stem for file in tray.files for stem in papers_for(file, stems)}
    return told.pop() if len(told) == 1 else ""


def put(folder: Path, stem: str, tray: Tray, stems: Collection[str], tell: Tell) -> list[str]:
    """Have the tray be the signed version of the paper ``stem``; a former one goes to ``ban-cu/``.

    Files that nobody turned or ordered are kept byte by byte. The tray is taken away.

    Args:
        folder: The folder of the package.
        stem: The paper.
        tray: What is placed.
        stems: The stems of all papers of the folder.
        tell: Shows progress.

    Returns:
        The names of the files in ``da-ky/``.

    Raises:
        DocgenError: the folder has no such paper.
        OutsideError: another run is at work there, or the disk failed.
    """
    files = dict(_files(tray, stem.rpartition("/")[2]))
    if any(papers_for(name, stems) != [stem] for name in files):
        raise DocgenError.at(
            folder, f"không có văn bản “{stem}” trong thư mục", f"the folder has no paper “{stem}”"
        )
    with at_work(folder, tell):
        former = inbox.find(folder, stems).files.get(stem, ())
        made: list[Path] = []
        home = folder / SIGNED
        with put_aside(folder, former), telling(home):
            try:
                home.mkdir(exist_ok=True)
                for name, data in files.items():
                    made.append(home / name)
                    with made[-1].open("xb") as file:
                        file.write(data)
            except BaseException:
                for path in made:
                    path.unlink(missing_ok=True)
                raise
    clear(tray)
    return [*files]


def _files(tray: Tray, stem: str) -> Iterator[tuple[str, bytes]]:
    """What is placed: the files as they came, or one PDF of the pages as they were arranged."""
    if not tray.is_as_it_came:
        yield f"{stem}.pdf", printed(tray)
        return
    for number, name in enumerate(tray.files):
        with telling(tray.place):
            data = (tray.place / f"{_SOURCE}-{number}").read_bytes()
        kind = PurePath(name).suffix.lower()
        page = f"-trang-{number + 1}" if len(tray.files) > 1 else ""
        yield f"{stem}{page}{kind if kind in _KINDS else _kind_of(data)}", data


def _kind_of(data: bytes) -> str:
    """The end of a name for a file that came without one."""
    starts = {b"\xff\xd8": ".jpg", b"\x89PNG": ".png", b"II": ".tif", b"MM": ".tif"}
    return next((kind for start, kind in starts.items() if data.startswith(start)), ".pdf")


def clear(tray: Tray) -> None:
    """Take the tray away."""
    shutil.rmtree(tray.place, ignore_errors=True)


def picture(pdf: bytes, name: str, page: int, width: int) -> bytes:
    """The PNG of one page, as a person is shown it before the scans are used."""
    from docgen.printing import facsimile  # noqa: PLC0415 - loads a library of its own

    return facsimile.picture(pdf, name, page, width)


def count(pdf: bytes) -> int:
    """How many pages a print has."""
    from docgen.printing.pages import count_pages  # noqa: PLC0415 - as above

    return count_pages(pdf)
