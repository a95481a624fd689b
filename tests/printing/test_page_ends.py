"""What stands at the ends of lines and pages: spaces, headings, frames, the ends of sections."""

from __future__ import annotations

from itertools import pairwise, takewhile

import pytest

from docgen.printing.builtin import print_builtin
from tests.printing.docx import cell, docx, paragraph, row, run, section, table
from tests.printing.fidelity import read_words
from tests.printing.small_papers import spaced

_BARE = section(header=False, title_page=False)
_HIGH = (16838 - 2 * 1134) // 20
_LOW = (11906 - 2 * 1134) // 20
"""Points between the margins of a page, upright and lying."""


def page(*body: str) -> list[list[str]]:
    """The words of each page of a paper that is ``body``."""
    pdf = print_builtin(docx("".join(body), _BARE), "giay.docx")
    return [[word.text for word in words] for words in read_words(pdf)]


def heights(*body: str) -> list[float]:
    """Where the words of the first page stand, in points from its top."""
    pdf = print_builtin(docx("".join(body), _BARE), "giay.docx")
    return [word.y for word in read_words(pdf)[0]]


def filler(points: int) -> str:
    """An empty paragraph as high as that."""
    return paragraph("", f'<w:spacing w:line="{points * 20}" w:lineRule="exact"/>')


def test_a_paragraph_that_only_ends_a_section_makes_no_page() -> None:
    """On a full page there is no room for it, and it needs none."""
    text = paragraph("Đầy", spaced())
    end = f"<w:p><w:pPr>{section(landscape=True, header=False, title_page=False)}</w:pPr></w:p>"
    assert page(filler(_LOW - 17), text, end, paragraph("Sau")) == [["Đầy"], ["Sau"]]


def test_a_section_of_such_a_paragraph_alone_keeps_its_page() -> None:
    """It is what makes the page empty that the paper asks for."""
    end = f"<w:p><w:pPr>{_BARE}</w:pPr></w:p>"
    assert page(paragraph("Một"), end, end, paragraph("Ba")) == [["Một"], [], ["Ba"]]


def test_a_heading_stays_with_an_empty_paragraph_alone() -> None:
    """What follows that may go on to the next page without it."""
    heading = paragraph("Tiêu", "<w:keepNext/>")
    body = (filler(_HIGH - 45), heading, paragraph(), paragraph("Thân"))
    assert page(*body) == [["Tiêu"], ["Thân"]]


def test_what_begins_a_page_keeps_no_room_to_what_ends_the_other() -> None:
    """The room after a paragraph stays on its page; that before the next comes with it."""
    below = paragraph("Một", spaced(after=600, line=480))
    first = heights(paragraph("Hai", spaced(before=120)))[0]
    pdf = print_builtin(
        docx(below + paragraph("Hai", f"<w:pageBreakBefore/>{spaced(before=120)}"), _BARE), "g.docx"
    )
    assert abs(read_words(pdf)[1][0].y - first) < 0.1


def test_a_paragraph_between_lines_goes_on_to_the_next_page() -> None:
    """Its frame does not hold it together."""
    line = 'w:val="single" w:sz="4" w:space="1" w:color="auto"'
    frame = f"<w:pBdr><w:top {line}/><w:bottom {line}/></w:pBdr>"
    text = " ".join(str(number) for number in range(1000, 1060))
    first, second = page(filler(_HIGH - 60), paragraph(text, frame))
    assert first
    assert [*first, *second] == text.split()


def fullest(start: str) -> str:
    """The longest line of small words that begins with ``start`` and is one line."""
    lines = (start + " ".join(["từ"] * count) for count in range(10, 60))
    return list(takewhile(is_one_line, lines))[-1]


def is_one_line(text: str, letters: str = "") -> bool:
    """Whether ``text`` is set on one line."""
    return len(set(heights(paragraph(text, "", letters)))) == 1


@pytest.mark.parametrize("start", ["", "a\t"])
def test_spaces_that_end_a_line_take_no_word_to_the_next(start: str) -> None:
    """After a tab, before a break, at the end of a paragraph: they hang over."""
    line = fullest(start)
    assert all(is_one_line(line + end) for end in (" ", "    ", "  \n"))
    assert is_one_line(f"{line} ", '<w:u w:val="single"/>')


def test_what_is_higher_than_its_row_is_shown_from_the_top() -> None:
    """However it would stand in the row if it had room."""
    exact = '<w:trHeight w:val="400" w:hRule="exact"/>'
    lines = paragraph("Một") + paragraph("Hai") + paragraph("Ba")
    shown = {
        place: heights(table(row(cell(lines, 4000, f'<w:vAlign w:val="{place}"/>'), exact), [4000]))
        for place in ("top", "center", "bottom")
    }
    assert shown["top"] == shown["center"] == shown["bottom"]


def test_lines_of_a_least_height_are_no_higher_for_small_letters_among_large() -> None:
    """What the height adds stands above the deepest letters; small capitals count as large."""
    least = '<w:spacing w:line="500" w:lineRule="atLeast"/>'
    for letters in ('<w:sz w:val="16"/>', "<w:smallCaps/>"):
        inner = run("Lớn\nLớn ") + run("nhỏ", letters) + run("\nLớn")
        lines = sorted(set(heights(paragraph("", least, inner=inner))))
        assert [round(low - high) for high, low in pairwise(lines)] == [25, 25]
