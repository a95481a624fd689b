"""PDFs from outside looked through before they are let in: what is refused, what is remarked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pypdf.errors import LimitReachedError
from pypdf.filters import decode_stream_data
from pypdf.generic import IndirectObject, StreamObject

from docgen.dossier.sheets import drawing
from docgen.dossier.source import Source, follow
from docgen.errors import OutsideError, Place, Problem, RecordError, Severity, Words
from docgen.scans.pictures import MOST_PIXELS, too_many
from docgen.scans.resolution import resolution

if TYPE_CHECKING:
    from collections.abc import Iterator

FINE = 200
"""Pixels per inch under which a scan is remarked on."""
_MOST_OBJECTS = 300_000
_MOST_UNPACKED = 400_000_000
_SMALLEST, _LARGEST = 36, 14_400
"""Points of a page's side: half an inch, and what PDF allows."""
_ACTIONS = frozenset(
    f"/{name}"
    for name in (
        *("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition"),
        *("Movie", "Sound", "RichMediaExecute", "GoTo3DView"),
    )
)
_PLAYERS = frozenset({"/RichMedia", "/3D", "/Movie", "/Screen", "/Sound"})
_PACKINGS = frozenset(
    f"/{name}"
    for name in (
        *("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL"),
        *("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx"),
    )
)
_ACTIVE = (
    Words(
        "tệp PDF có mã lệnh hoặc nội dung tự chạy (JavaScript, mở chương trình, biểu mẫu động)",
        "the PDF has scripts or other active content (JavaScript, launching, dynamic forms)",
    ),
    Words(
        "Mở tệp, in ra PDF mới (Print to PDF) rồi đặt tệp mới vào thay.",
        "Open it, print it to a new PDF, and put that in its place.",
    ),
)
_BOMB = (
    Words(
        "tệp PDF phình ra quá lớn khi mở (nén bất thường), không an toàn",
        "the PDF swells beyond measure when it is opened; it is not safe",
    ),
    Words(
        "Quét lại văn bản ở 300 dpi, hoặc in ra PDF mới rồi đặt vào thay.",
        "Scan the paper again at 300 dpi, or print it to a new PDF and put that in its place.",
    ),
)
_LAYERS = (
    Words("tệp PDF có lớp bị ẩn", "the PDF has hidden layers"),
    Words(
        "Mở tệp, chọn lớp cần in, in ra PDF mới rồi đặt vào thay.",
        "Open it, choose what is to be seen, print it to a new PDF, and put that in its place.",
    ),
)
_SIZE = (
    Words("có trang khổ giấy không dùng được", "a page has an impossible size"),
    Words("In hoặc quét lại văn bản ở khổ A4.", "Print or scan the paper again in A4."),
)
_SIGNED = (
    Words(
        "đã ký số: giữ nguyên tệp gốc ở phần đính kèm của hồ sơ (docgen không kiểm tra chữ ký số)",
        "digitally signed: the original is kept as an attachment of the dossier"
        " (docgen does not judge the signature)",
    ),
    Words(
        "Kiểm tra chữ ký số bằng phần mềm ký số hoặc trình xem PDF.",
        "Check the signature with your signing program or PDF viewer.",
    ),
)
_ENCLOSED = (
    Words(
        "tệp PDF có tệp đính kèm bên trong; chỉ các trang được đưa vào hồ sơ",
        "the PDF has files attached to it; only its pages go into the dossier",
    ),
    Words("In các tệp đó ra PDF nếu cần lưu.", "Print them to PDF if they are to be kept."),
)


@dataclass(frozen=True, slots=True)
class Screened:
    """A PDF from outside that may come in.

    Attributes:
        source: The PDF opened.
        is_signed: Whether it bears a digital signature.
        remarks: What a person should know about it.
    """

    source: Source
    is_signed: bool
    remarks: tuple[Problem, ...]


@dataclass(slots=True)
class _Finding:
    """What was met in the objects of a PDF."""

    active: bool = False
    bomb: bool = False
    signed: bool = False
    enclosed: bool = False
    unpacked: int = 0


def screen(pdf: bytes, name: str, most: int) -> Screened:
    """Open a PDF from outside and look through all of it.

    Args:
        pdf: The file.
        name: What a user calls it, for messages.
        most: How many pages it may have.

    Raises:
        RecordError: It is locked, damaged, cut short or no PDF, has no pages or too many, has
            active content or hidden layers, or swells when opened; all that is wrong is told.
    """
    try:
        source = Source(pdf, name)
        with source.reading():
            finding = _looked_through(source)
            faults = _faults(source, finding, most)
            if faults:
                raise RecordError(*faults)
            return Screened(source, finding.signed, tuple(_remarks(source, finding)))
    except OutsideError as fault:
        if isinstance(fault.__cause__, LimitReachedError):
            raise RecordError(_problem(name, _BOMB)) from fault
        raise RecordError(*fault.problems) from fault


def _problem(name: str, told: tuple[Words, Words], severity: Severity = Severity.ERROR) -> Problem:
    return Problem(Place(name), *told, severity)


def _faults(source: Source, finding: _Finding, most: int) -> list[Problem]:
    """What keeps a PDF out."""
    found = {
        _ACTIVE: finding.active or _is_dynamic(source),
        _BOMB: finding.bomb,
        _LAYERS: _has_hidden_layers(source),
        _SIZE: not all(
            _SMALLEST <= side <= _LARGEST for frame in source.frames for side in frame.size
        ),
    }
    faults = [_problem(source.name, told) for told, is_so in found.items() if is_so]
    if len(source.pages) > most:
        faults += too_many(source.name, most).problems
    return faults


def _remarks(source: Source, finding: _Finding) -> Iterator[Problem]:
    if finding.signed:
        yield _problem(source.name, _SIGNED, Severity.WARNING)
    if finding.enclosed:
        yield _problem(source.name, _ENCLOSED, Severity.WARNING)
    for number, (page, frame) in enumerate(zip(source.pages, source.frames, strict=True), 1):
        fineness = resolution(page, drawing(page), frame)
        if fineness is not None and round(fineness) < FINE:
            yield _coarse(source.name, number, round(fineness))


def _coarse(name: str, page: int, fineness: int) -> Problem:
    told = (
        Words(
            f"trang {page} quét {fineness} dpi, dưới {FINE} dpi",
            f"page {page} was scanned at {fineness} dpi, under {FINE} dpi",
        ),
        Words("Nên quét lại trang này ở 300 dpi.", "Better scan this page again at 300 dpi."),
    )
    return _problem(name, told, Severity.WARNING)


def _is_dynamic(source: Source) -> bool:
    """Whether the pages are only made when a viewer runs the form (XFA)."""
    form = follow(source.catalog.get("/AcroForm"))
    return isinstance(form, dict) and "/XFA" in form


def _has_hidden_layers(source: Source) -> bool:
    layers = follow(source.catalog.get("/OCProperties"))
    shown = follow(layers.get("/D")) if isinstance(layers, dict) else None
    if not isinstance(shown, dict):
        return False
    return shown.get("/BaseState") == "/OFF" or bool(follow(shown.get("/OFF")))


def _looked_through(source: Source) -> _Finding:
    """All objects of ``source`` looked at, those that nothing refers to as well."""
    finding = _Finding()
    keys = sorted(_keys(source))
    if len(keys) > _MOST_OBJECTS:
        return _Finding(bomb=True)
    for key in keys:
        thing = source.reader.get_object(IndirectObject(*key, source.reader))
        for inner in _dictionaries(thing):
            _look_at(inner, finding)
        if isinstance(thing, StreamObject) and not finding.bomb:
            _unpack(thing, finding)
    return finding


def _keys(source: Source) -> set[tuple[int, int]]:
    reader = source.reader
    packed = {(number, 0) for number in reader.xref_objStm}
    free = reader.xref_free_entry
    return packed | {
        (number, generation)
        for generation, table in reader.xref.items()
        for number in table
        if number and not free.get(generation, {}).get(number)
    }


def _dictionaries(thing: object) -> Iterator[dict[str, Any]]:
    """``thing`` and all in it that are dictionaries; references are not followed."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += [one.raw_get(key) for key in one]  # type: ignore[attr-defined]
        elif isinstance(one, list):
            waiting += list.__iter__(one)


def _look_at(one: dict[str, Any], finding: _Finding) -> None:
    kind, action = follow(one.get("/Subtype")), follow(one.get("/S"))
    if "/JS" in one or _is_name(action, _ACTIONS) or (_is_name(kind, _PLAYERS) and "/Rect" in one):
        finding.active = True
    finding.signed = finding.signed or ("/ByteRange" in one and "/Contents" in one)
    finding.enclosed = finding.enclosed or "/EF" in one


def _is_name(value: object, names: frozenset[str]) -> bool:
    return isinstance(value, str) and value in names


def _unpack(stream: StreamObject, finding: _Finding) -> None:
    """Weigh what ``stream`` becomes when it is unpacked."""
    if stream.get("/Subtype") == "/Image":
        pixels = int(follow(stream.get("/Width", 0))) * int(follow(stream.get("/Height", 0)))
        finding.bomb = pixels > MOST_PIXELS
        return
    packing = follow(stream.get("/Filter", []))
    packings = list(packing) if isinstance(packing, list) else [packing]
    if packings and _PACKINGS.issuperset(packings):
        finding.unpacked += len(decode_stream_data(stream))
    finding.bomb = finding.unpacked > _MOST_UNPACKED
