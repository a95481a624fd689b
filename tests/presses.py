"""A press for tests that look at folders, not at pages: every paper is one page, set once."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from docgen.printing.press import Press, Print
from docgen.printing.typeset import NO_DATE, Source, typeset

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def _page() -> bytes:
    return typeset(Source("= Trang"), "trang", NO_DATE)


def page_of(docx: bytes) -> bytes:
    """A page that is another one for another paper."""
    return _page() + f"% {sha256(docx).hexdigest()}\n".encode()


@contextmanager
def quick_press() -> Iterator[None]:
    """While it stands, every printer prints one page at once."""

    def print_(_: Press, docx: bytes, name: str) -> Print:
        del name
        return Print(page_of(docx), 1, "quick")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Press, "print", print_)
        yield
