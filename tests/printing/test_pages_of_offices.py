"""Where lines and pages end in papers of other offices, as LibreOffice and Word have them."""

from __future__ import annotations

import pytest

from docgen.printing.builtin import print_builtin
from tests.printing.docx import (
    NAMESPACES,
    SETTINGS,
    cell,
    docx,
    paragraph,
    row,
    run,
    section,
    table,
)
from tests.printing.fidelity import Word, read_words
from tests.printing.test_reach import related

_BARE = section(header=False)


def pages(body: str, **parts: object) -> list[list[Word]]:
    """The words of each page."""
    return read_words(print_builtin(docx(body, _BARE, **parts), "thử.docx"))  # type: ignore[arg-type]


def test_a_cell_that_goes_on_keeps_the_room_above_its_first_paragraph() -> None:
    """On the next page the paragraph stands as far from the edge as it asks."""
    lines = "".join(paragraph(f"dòng{n}", '<w:spacing w:before="240"/>') for n in range(60))
    first, second = pages(table(row(cell(lines, 5000)), [5000]))[:2]
    assert second[0].y - first[0].y == pytest.approx(0, abs=0.2)
    close = "".join(paragraph(f"dòng{n}") for n in range(60))
    assert second[0].y - pages(table(row(cell(close, 5000)), [5000]))[1][0].y == pytest.approx(
        12, abs=0.2
    )


def test_a_tab_that_ends_a_full_line_takes_no_line_of_its_own() -> None:
    """In papers from before Word 2013, whose stops may stand beyond the margin."""
    old = SETTINGS.replace('w:val="15"', 'w:val="11"')
    stop = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9400"/></w:tabs>'
    (page,) = pages(paragraph("Ghi\t..\t", stop) + paragraph("sau"), settings=old)
    assert page[-1].text == "sau"
    assert page[-1].y - page[0].y == pytest.approx(16.1, abs=0.2)


@pytest.mark.parametrize(("align", "height"), [("left", 16.1), ("center", 0), ("both", 0)])
def test_an_empty_raised_paragraph_keeps_its_room_though_its_line_has_none(
    align: str, height: float
) -> None:
    """The room below it and between its lines stays."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    form = f'<w:spacing w:after="200" w:line="276" w:lineRule="auto"/><w:jc w:val="{align}"/>'
    (page,) = pages(paragraph("trước") + paragraph("", form + raised) + paragraph("sau"))
    assert page[1].y - page[0].y == pytest.approx(16.1 + height + 10 + 2.4, abs=0.2)


@pytest.mark.parametrize("count", range(40, 48))
def test_a_footnote_stands_on_the_page_of_its_mark(count: int) -> None:
    """However little room is left there."""
    note = f'<w:footnote w:id="1"><w:p>{run("ghi chú dài " * 30)}</w:p></w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    found = pages(
        paragraph("dòng") * count + paragraph(inner=run("gọi") + mark),
        extra={"word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"},
        relations=related("footnotes", "footnotes.xml"),
    )
    (called,) = (n for n, page in enumerate(found) if any(w.text == "gọi1" for w in page))
    noted = min(n for n, page in enumerate(found) if any(w.text == "chú" for w in page))
    assert noted == called


def test_the_height_of_an_exact_row_holds_the_line_below_it() -> None:
    """The line above the first row comes on top of that."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="16" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    one = row(
        cell(paragraph("ô"), 3000, f"<w:tcBorders>{lines}</w:tcBorders>"),
        '<w:trHeight w:val="400" w:hRule="exact"/>',
    )
    (page,) = pages(paragraph("trước") + table(one * 4, [3000]) + paragraph("sau"))
    assert page[-1].y - page[0].y == pytest.approx(16.1 + 4 * 20 + 2, abs=0.2)
