"""Prints to be looked at: pictures, lines with places, words that were looked for."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from docgen.errors import MissingToolError, OutsideError
from docgen.printing import facsimile
from docgen.printing.builtin import print_builtin
from tests.printing.docx import docx, paragraph

_SAID = ("Một dòng chữ", "Chủ trì: …………… nói", "Hết")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """A page with three paragraphs, the second with a blank."""
    return print_builtin(docx("".join(map(paragraph, _SAID))), "thu.docx")


def test_lines_come_in_reading_order_with_their_places(pdf: bytes) -> None:
    """Each below the other, within the page."""
    (page, *_) = facsimile.pages(pdf, "thu")
    assert [line.text for line in page.lines] == [*_SAID]
    tops = [line.box.top for line in page.lines]
    assert tops == sorted(tops)
    assert all(0 < line.box.left < line.box.right < page.width for line in page.lines)
    assert all(0 < line.box.top < line.box.bottom < page.height for line in page.lines)


def test_words_that_are_looked_for_are_found_with_their_sides(pdf: bytes) -> None:
    """Inside their line, what stands before and after them told."""
    (page, *_) = facsimile.pages(pdf, "thu", re.compile("…+"))
    (found,) = page.found
    assert found.text == "……………"
    assert found.before.endswith("Chủ trì:")
    assert found.after.startswith("nói")
    (box,) = found.boxes
    line = page.lines[1].box
    assert line.left < box.left < box.right < line.right


def test_a_picture_is_as_wide_as_asked(pdf: bytes) -> None:
    """And a picture of paper: white with black on it."""
    png = Image.open(io.BytesIO(facsimile.picture(pdf, "thu", 0, 300)))
    assert (png.format, png.width) == ("PNG", 300)
    greys = png.convert("L").tobytes()
    assert (min(greys) < 128, max(greys)) == (True, 255)


def test_there_is_no_picture_of_a_page_that_is_not_there(pdf: bytes) -> None:
    """Neither behind the end nor before the beginning."""
    for page in (1, -1):
        with pytest.raises(IndexError):
            facsimile.picture(pdf, "thu", page, 300)


def test_what_is_no_print_is_told_in_words() -> None:
    """The library's own fault goes no further."""
    with pytest.raises(OutsideError) as fault:
        facsimile.pages(b"not a print", "thu")
    assert fault.value.problems[0].place.file == "thu"


def test_without_the_library_the_remedy_is_told(
    pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes with the extra that the desk needs."""
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(MissingToolError) as fault:
        facsimile.pages(pdf, "thu")
    assert "docgen-antt[web]" in fault.value.problems[0].hint.vi
