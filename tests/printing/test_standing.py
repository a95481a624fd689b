"""Where lines, rows, notes and drawings stand, each in a small paper, in both printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest

from docgen.printing.builtin import print_builtin
from tests.printing.docx import cell, docx, paragraph, row, run, section, table
from tests.printing.fidelity import compare, read_words
from tests.printing.office import OFFICE, fonts_conf
from tests.printing.small_papers import PAPERS, box, note, noted, spaced

if TYPE_CHECKING:
    from pathlib import Path

    from tests.printing.fidelity import Word

_NEAR = 0.6
"""Points."""


def _furthest(ours: bytes, theirs: bytes) -> float:
    """How far the words of two prints are from each other; marks of notes are raised by taste."""
    away: list[float] = [
        max(abs(one.x - other.x), abs(one.y - other.y))
        for pair in zip(read_words(ours), read_words(theirs), strict=True)
        for one, other in zip(*(_lettered(page) for page in pair), strict=True)
    ]
    return max(away)


def _lettered(page: list[Word]) -> list[Word]:
    words = [word for word in page if word.text.strip("._").isalpha()]
    return sorted(words, key=lambda word: (word.text, word.y, word.x))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_both_printers_set_small_papers_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each word stands where LibreOffice has it."""
    assert OFFICE is not None
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts_conf(tmp_path)))
    made = {name: make() for name, make in PAPERS.items()}
    prints = OFFICE.print(list(made.items()))
    for (name, paper), reference in zip(made.items(), prints, strict=True):
        ours = print_builtin(paper, name)
        found = compare(ours, reference)
        assert found.pages[0] == found.pages[1], name
        assert found.words_per_page_equal, (name, found.first_differences)
        assert _furthest(ours, reference) < _NEAR, name


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("name", list(PAPERS))
def test_small_papers_are_set_as_they_were(name: str) -> None:
    """What LibreOffice agreed with stays as it is, where it is not at hand too."""
    assert read_words(print_builtin(PAPERS[name](), name))


def test_a_row_of_exact_height_does_not_cut_its_drawings() -> None:
    """The row cuts the text that does not fit; what is anchored in it stands over its edges."""
    held = paragraph(inner=run("chữ") + box(100, text="khung"))
    rows = row(cell(held, 5000), '<w:trHeight w:val="300" w:hRule="exact"/>')
    pdf = print_builtin(docx(table(rows, [5000]), section(header=False)), "giay.docx")
    assert "khung" in [word.text for word in read_words(pdf)[0]]


@pytest.mark.parametrize(("above", "seen"), [(2, (255, 0, 0)), (0, (0, 0, 255))])
def test_drawings_lie_over_each_other_as_they_say(above: int, seen: tuple[int, int, int]) -> None:
    """The higher one is seen, though the lower one follows it in the text."""
    body = paragraph(inner=run("một") + box(0, order=above, fill="FF0000", text="")) + paragraph(
        inner=run("hai") + box(0, order=1, fill="0000FF", text="")
    )
    pdf = print_builtin(docx(body, section(header=False)), "giay.docx")
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
    assert page.getpixel((300, 130)) == seen


def test_the_mark_of_a_note_in_a_repeated_row_stands_once() -> None:
    """The row is repeated on the next page; its note is not, and neither is the mark."""
    head = row(cell(paragraph(inner=run("Đầu") + note()), 5000), "<w:tblHeader/>")
    rows = head + "".join(row(cell(paragraph("hàng"), 5000)) for _ in range(60))
    pages = read_words(print_builtin(noted(table(rows, [5000], borders=True)), "giay.docx"))
    heads = [[word.text for word in page[:2]] for page in pages]
    assert [head[0] for head in heads] == ["Đầu1", "Đầu"] or heads[1][0] == "Đầu"
    assert sum(word.text == "ghi" for page in pages for word in page) == 1


def test_a_table_as_wide_as_the_text_does_not_float() -> None:
    """It stands in the text, whatever it says of its distance from it."""
    floating = '<w:tblpPr w:vertAnchor="text" w:horzAnchor="margin" w:tblpX="10" w:tblpY="400"/>'
    tops = []
    for properties in ("", floating):
        rows = row(cell(paragraph("ô"), 9000))
        body = paragraph("đầu", spaced()) + table(rows, [9000], properties) + paragraph("cuối")
        page = read_words(print_builtin(docx(body, section(header=False)), "giay.docx"))[0]
        tops.append([(word.text, round(word.x), round(word.y)) for word in page])
    assert tops[0] == tops[1]


def test_a_row_may_be_merged_whole_into_the_one_above() -> None:
    """It has no cells of its own; the rows after it are printed."""
    whole = row(cell(paragraph("gộp"), 5000, '<w:vMerge w:val="restart"/>'))
    rows = whole + row(cell(paragraph(), 5000, "<w:vMerge/>")) + row(cell(paragraph("sau"), 5000))
    pdf = print_builtin(docx(table(rows, [5000]), section(header=False)), "giay.docx")
    assert [word.text for word in read_words(pdf)[0]] == ["gộp", "sau"]
