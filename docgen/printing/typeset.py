"""Typst, the typesetter: source in, tagged PDF/A-2b out. The only door to the typst package."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from docgen.errors import OutsideError
from docgen.printing.glyphs import FONTS

if TYPE_CHECKING:
    import typst

STANDARD: Final = "a-2b"
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of a PDF whose paper has none; the same as that of an undated zip member."""

_busy = Lock()


def typeset(source: str, name: str, modified: datetime | None) -> bytes:
    """The PDF of Typst ``source``, dated ``modified``; the same source gives the same bytes.

    Args:
        source: Typst source that uses no files.
        name: what the paper is called in messages.
        modified: the date in the PDF.

    Raises:
        OutsideError: Typst does not take the source.
    """
    import typst  # noqa: PLC0415 -- heavy; a run that prints nothing does not need it

    try:
        with _busy:
            pdf = _compiler().compile(
                input=source.encode(),
                format="pdf",
                pdf_standards=[STANDARD],
                timestamp=modified or NO_DATE,
            )
    except typst.TypstError as fault:
        raise OutsideError.at(
            name,
            f"bộ in sẵn có không dàn được trang: {fault.message}",
            f"the built-in printer could not set the paper: {fault.message}",
        ) from fault
    if not isinstance(pdf, bytes):
        raise OutsideError.at(name, "bộ in sẵn có không trả về PDF", "Typst returned no PDF")
    return pdf


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    import typst  # noqa: PLC0415 -- as above

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.Compiler(font_paths=fonts)
