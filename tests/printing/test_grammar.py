"""Properties that are equal are read once; what is refused of them is told each time."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.errors import PrintRefusedError
from docgen.printing.builtin import print_builtin
from docgen.printing.reading.grammar import W, likeness
from tests.printing.docx import cell, docx, paragraph, row, table


def told(inner: str) -> object:
    """What tells properties with ``inner`` from others."""
    return likeness(etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}">{inner}</w:pPr>'))


def test_equal_properties_are_alike_and_others_are_not() -> None:
    """Names, values, attributes and what is inside what: each makes a difference."""
    others = [
        "",
        "<w:a/>",
        "<w:b/>",
        '<w:a w:val="1"/>',
        '<w:a w:val="2"/>',
        '<w:a w:other="1"/>',
        "<w:a/><w:b/>",
        "<w:a><w:b/></w:a>",
        "<w:a><w:b/><w:c/></w:a>",
        "<w:a><w:b><w:c/></w:b></w:a>",
        "<w:a><w:b/></w:a><w:c/>",
        f'<w:a w:b="{W}c"/>',
    ]
    assert len({told(inner) for inner in others}) == len(others)
    assert told("<w:a><w:b w:val='1'/></w:a>") == told('<w:a><w:b w:val="1" /></w:a>')


@pytest.mark.parametrize(
    "faulty",
    [
        table(row(cell(paragraph("{}"), 3000)), [3000], "<w:bidiVisual/>"),
        table(row(cell(paragraph("{}"), 3000, "<w:tcFitText/>")), [3000]),
        table(row(cell(paragraph("{}"), 3000), "<w:hidden/>"), [3000]),
        paragraph("{}", "<w:bidi/>"),
    ],
)
def test_the_same_fault_is_told_of_every_paper_at_its_own_place(faulty: str) -> None:
    """What was read before of another paper is refused again, by the words of this one."""
    for words in ("Một", "Hai", "Ba"):
        with pytest.raises(PrintRefusedError) as caught:
            print_builtin(docx(faulty.replace("{}", words) * 2), f"{words}.docx")
        (problem,) = caught.value.problems
        assert f"“{words}” và 1 chỗ khác" in problem.what.vi
        assert problem.place.file == f"{words}.docx"
