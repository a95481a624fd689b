"""The fence: what outside libraries raise on a broken file becomes our own error, with its name."""

from __future__ import annotations

import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.errors import Place, Problem, TemplateError, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    etree.LxmlError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What zipfile, lxml, Jinja and docxtpl raise on one kind or another of broken file.

``RecursionError`` and ``NotImplementedError`` (an odd compression) are runtime errors,
``UnicodeDecodeError`` is a value error.
"""
DAMAGED: Final = Words(
    "không mở được: tệp hỏng hoặc không phải .docx", "cannot be opened: damaged, or not a .docx"
)
SAVE_AGAIN: Final = Words(
    "Mở bằng Word (hoặc LibreOffice) và lưu lại dạng .docx.",
    "Open it in Word (or LibreOffice) and save it as .docx again.",
)


@contextmanager
def fenced(name: str, what: Words = DAMAGED) -> Iterator[None]:
    """Work on the file ``name`` that may be broken; ``what`` tells a person that it is.

    Raises:
        TemplateError: an outside library stumbled over the file.
    """
    try:
        yield
    except FAULTS as fault:
        raise TemplateError(Problem(Place(name), what, SAVE_AGAIN)) from fault
