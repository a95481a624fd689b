"""Typst, the typesetter: source in, tagged PDF/A-2b out. The only door to the typst package."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docgen.errors import OutsideError, Place, PrintRefusedError, Problem, Words
from docgen.printing.fontfile import FONTS, OFFICE_FONTS
from docgen.printing.refusals import HINT
from docgen.printing.screen import SCREEN
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import typst

STANDARD: Final = "a-2b"
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of a PDF whose paper has none; the same as that of an undated zip member."""


class Source(Value):
    """What to set.

    Attributes:
        text: Typst source that uses no files but ``files``.
        files: Pictures by the name under which it asks for them.
        wide: Whether the fonts of other offices are needed.
    """

    text: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    wide: bool = False


def typeset(source: Source, name: str, modified: datetime | None = None) -> bytes:
    """The PDF of ``source``, dated ``modified``; the same source gives the same bytes.

    Args:
        source: what to set.
        name: what the paper is called in messages.
        modified: the date in the PDF.

    Raises:
        OutsideError: Typst returns something else than a PDF.
        PrintRefusedError: Typst does not take the source, or breaks down over it.
    """
    pdf = _compiled(source, name, modified)
    if not isinstance(pdf, bytes):
        raise OutsideError.at(name, "bộ in sẵn có không trả về PDF", "Typst returned no PDF")
    return pdf


def _compiled(source: Source, name: str, modified: datetime | None) -> object:
    """What Typst makes of ``source``; nothing that it throws gets past here as it is."""
    import typst  # noqa: PLC0415 -- heavy; a run that prints nothing does not need it

    with _laid_out(source.files) as folder, SCREEN.kept_clear():
        compiler = _compiler(source.wide)
        try:
            made = compiler.compile(
                input=source.text.encode(),
                format="pdf",
                pdf_standards=[STANDARD],
                timestamp=modified or NO_DATE,
                root=folder,
            )
        except typst.TypstError as fault:
            raise _refused(name, fault.message) from fault
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as fault:  # noqa: BLE001 -- a breakdown of Typst is no Exception
            raise _refused(name, str(fault)) from None
        if len(_idle[source.wide]) < _MOST_IDLE:
            _idle[source.wide].append(compiler)
    return made


def _refused(name: str, said: str) -> PrintRefusedError:
    """Another printer may take what Typst does not, or breaks down over."""
    what = Words(
        f"bộ in sẵn có không dàn được trang: {said}",
        f"the built-in printer could not set the paper: {said}",
    )
    return PrintRefusedError(Problem(Place(name), what, HINT))


@contextmanager
def _laid_out(files: Mapping[str, bytes]) -> Iterator[str | None]:
    """A folder with ``files``; None when there are none."""
    if not files:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="docgen-print-") as folder:
        for name, data in files.items():
            (Path(folder) / name.lstrip("/")).write_bytes(data)
        yield folder


_MOST_IDLE: Final = 4
_idle: Final[dict[bool, list[typst.Compiler]]] = {False: [], True: []}
"""Typesetters that nobody uses, without and with the fonts of other offices; each takes one paper
at a time. One that broke down, or was stopped, does not come back."""


def _compiler(wide: bool) -> typst.Compiler:  # noqa: FBT001 -- which fonts
    import typst  # noqa: PLC0415 -- as above

    try:
        return _idle[wide].pop()
    except IndexError:
        return typst.Compiler(font_paths=_fonts(wide))


@lru_cache(maxsize=2)
def _fonts(wide: bool) -> typst.Fonts:  # noqa: FBT001 -- a key of the cache
    import typst  # noqa: PLC0415 -- as above

    folders = [str(FONTS), str(OFFICE_FONTS)] if wide else [str(FONTS)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
