"""A PDF from outside opened by qpdf, which mends what it can; what it throws stays here."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import jbig2, settings

from docgen.dossier.fence import fenced
from docgen.errors import DocgenError, RecordError, Words
from docgen.scans.outside.ends import check_ends, has_index
from docgen.scans.outside.messages import HINT_AGAIN, NO_PAGES, swelling

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_UNPACKED = 400_000_000
"""Bytes that one packed stream may become."""
_MOST_WARNINGS, _MOST_SAID = 20_000, 2_000
_SWOLLEN = ("memory limit", "bad_alloc", "Loop detected")
_LOST = "Pages tree includes"
_PAGELESS = ("unable to find any pages", "unable to find page tree")
_HINT_LOCKED = Words(
    "Bỏ mật khẩu của tệp (mở, in ra PDF mới) rồi chạy lại.",
    "Take the password off (open it, print it to a new PDF), then run again.",
)


class _Log(logging.Handler):
    """Keeps what qpdf says while it opens a PDF, which is nobody else's business."""

    def __init__(self) -> None:
        super().__init__()
        self._said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if len(self._said) > _MOST_SAID:
            raise OverflowError("qpdf has too much to say")
        self._said.append(record.getMessage())

    def taken(self) -> list[str]:
        """What was said since this was last asked."""
        said, self._said = self._said, []
        return said


_LOG = _Log()
logging.getLogger("pikepdf").addHandler(_LOG)
logging.getLogger("pikepdf").propagate = False


@dataclass(slots=True)
class Opened:
    """A PDF opened.

    Attributes:
        pdf: The PDF, as qpdf reads it.
        name: What a user calls it, for messages.
        is_locked: Whether it is encrypted, though it opens without a password.
        is_mended: Whether anything of it had to be mended so far.
        lost: How many pages qpdf left out, as nothing is left of them.
    """

    pdf: pikepdf.Pdf
    name: str
    is_locked: bool = False
    is_mended: bool = False
    lost: int = 0

    def look(self) -> None:
        """Keep in mind what qpdf has had to mend since it was last asked."""
        told = [*self.pdf.get_warnings(), *_LOG.taken()]
        self.is_mended = bool(told) or self.is_mended
        self.lost += sum(_LOST in words for words in told)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Opened]:
    """Open a PDF from outside; whatever is thrown inside becomes an error that names it.

    Args:
        data: The file.
        name: What a user calls it, for messages.

    Raises:
        RecordError: It is no PDF, cut short, under a password, damaged beyond reading, or
            swells beyond measure.
    """
    check_ends(data, name)
    _set_limits()
    _LOG.taken()
    with reading(name), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        there = _opened(data, name)
        with there.pdf:
            there.look()
            yield there


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Tell what is thrown while the PDF is read as an error that names it.

    Raises:
        RecordError: The PDF is damaged, or swells beyond measure.
    """
    with fenced(lambda fault: _told(fault, name)):
        yield


def _told(fault: BaseException, name: str) -> DocgenError:
    if isinstance(fault, MemoryError | RecursionError) or is_swollen(fault):
        return RecordError(swelling(name))
    if isinstance(fault, pikepdf.PasswordError):
        return _locked(name)
    if any(words in str(fault) for words in _PAGELESS):
        return RecordError(NO_PAGES.at(name))
    kind = type(fault).__name__
    return RecordError.at(
        name, "tệp PDF bị hỏng, không đọc được", f"the PDF is damaged ({kind})", hint=HINT_AGAIN
    )


def is_swollen(fault: BaseException) -> bool:
    """Whether ``fault`` says that something was larger than it may be."""
    return any(words in str(fault) for words in _SWOLLEN)


def _locked(name: str) -> DocgenError:
    words = "tệp PDF bị khóa bằng mật khẩu", "the PDF is under a password"
    return RecordError.at(name, *words, hint=_HINT_LOCKED)


@lru_cache(maxsize=1)
def _set_limits() -> None:
    """What qpdf may do with any PDF; its limits are those of the whole process."""
    jbig2.set_decoder(_NoDecoder())
    settings.set_qpdf_limits(
        doc_max_warnings=_MOST_WARNINGS,
        dct_max_memory=2 * MOST_UNPACKED,
        dct_max_progressive_scans=200,
        flate_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
    )


class _NoDecoder(jbig2.JBIG2DecoderInterface):
    """Keeps pikepdf from starting a program of this machine on what came from outside."""

    def check_available(self) -> None:
        """Say that there is none."""
        raise pikepdf.DependencyError("not used")

    def decode_jbig2(self, jbig2: bytes, jbig2_globals: bytes) -> bytes:  # noqa: ARG002
        """Decode nothing."""
        raise pikepdf.DataDecodingError("not used")


def is_sound(pdf: bytes) -> bool:
    """Whether qpdf finds no fault in ``pdf``; how pages are drawn is the viewers' business."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _read(pdf) as made:
            return all("content" in told for told in made.check_pdf_syntax())


def _opened(data: bytes, name: str) -> Opened:
    """``data`` opened by its own index, or by a new one where that leads nowhere."""
    try:
        if has_index(data):
            pdf = _read(data)
            return Opened(pdf, name, pdf.is_encrypted)
    except pikepdf.PasswordError as fault:
        raise _locked(name) from fault
    except pikepdf.PdfError as fault:
        if "encrypt" in str(fault) or "security handler" in str(fault):
            raise _locked(name) from fault
        if is_swollen(fault):
            raise
    at = data.rfind(b"startxref")
    pdf = _read((data if at < 0 else data[:at]) + b"\nstartxref\n0\n%%EOF\n")
    return Opened(pdf, name, pdf.is_encrypted, is_mended=True)


def _read(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data), inherit_page_attributes=False)
