"""What the built-in printer prints, seen in the PDF."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from functools import lru_cache

import pdfplumber
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import DocgenError, ExitCode, PrintRefusedError
from docgen.printing import typeset as typesetting
from docgen.printing.builtin import print_builtin
from docgen.printing.pages import count_pages
from tests.printing.docx import (
    CORE,
    cell,
    docx,
    link,
    paragraph,
    row,
    run,
    section,
    table,
    zipped,
)
from tests.printing.fidelity import read_words
from tests.printing.papers import PAPERS, decision, sentence

CENTER = '<w:jc w:val="center"/>'
PAGES = "".join(paragraph(f"{sentence(n, 60)}.", '<w:pStyle w:val="Body"/>') for n in range(12))


def printed(body: str, last_section: str | None = None) -> bytes:
    """The print of a paper whose body is ``body``."""
    return print_builtin(docx(body, last_section), "giay.docx")


def text(pdf: bytes) -> str:
    """All text of a PDF, spaces as they stand."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return "".join(char["text"] for page in opened.pages for char in page.chars)


def ended_section(**options: bool | int | None) -> str:
    """An empty paragraph that ends a section."""
    return f"<w:p><w:pPr>{section(**options)}</w:pPr></w:p>"  # type: ignore[arg-type]


def test_the_print_is_tagged_pdf_a_2b() -> None:
    """The file says what it is, and marks paragraphs, tables and headings."""
    with pikepdf.open(io.BytesIO(print_builtin(decision(), "qd.docx"))) as pdf:
        with pdf.open_metadata() as facts:
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("2", "B")
        assert pdf.Root.MarkInfo.Marked
        tags = {str(item.get("/S")) for item in pdf.objects if isinstance(item, pikepdf.Dictionary)}
    assert {"/P", "/H2", "/Table", "/THead", "/TR", "/TD"} <= tags


def test_document_properties_go_into_the_pdf() -> None:
    """Title, author, language and date come from the Word file."""
    with pikepdf.open(io.BytesIO(printed(paragraph("Nội dung")))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Bản thử"
        assert str(pdf.docinfo["/Author"]) == "Tổ thử nghiệm"
        assert str(pdf.docinfo["/ModDate"]).startswith("D:20260905000000")
        assert str(pdf.Root.Lang) == "vi"


@pytest.mark.parametrize(
    "core", [CORE.replace("2026-09-05T00:00:00Z", "hôm qua"), CORE.replace("vi-VN", "tiếng Việt")]
)
def test_odd_document_properties_do_not_stop_the_print(core: str) -> None:
    """A date or language that cannot be read is left out."""
    assert count_pages(print_builtin(docx(paragraph("Nội dung"), core=core), "a.docx")) == 1


def test_the_same_word_file_gives_the_same_bytes_in_another_process() -> None:
    """Nothing of the clock or the process gets into the print."""
    script = (
        "import hashlib; from docgen.printing.builtin import print_builtin; "
        "from tests.printing.papers import decision; "
        "print(hashlib.sha256(print_builtin(decision(), 'qd.docx')).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    }
    assert len(digests) == 1


HOSTILE = [
    '#"',
    '"]; #panic("x")',
    "\\",
    "$x$",
    "// a",
    "/* b */",
    "@c <d>",
    "\\u{41}",
    "`e`",
    "*f*",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_is_never_read_as_typst(hostile: str) -> None:
    """Every sign that means something to Typst is printed as itself."""
    assert hostile.replace(" ", "") in text(printed(paragraph(hostile))).replace(" ", "")


@given(
    st.text(
        alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x1EF9, exclude_characters="\x7f"),
        max_size=60,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_text_is_printed_or_refused_by_name(content: str) -> None:
    """No text makes the printer fail in another way than a refusal by name."""
    with contextlib.suppress(PrintRefusedError):
        assert count_pages(printed(paragraph(content))) == 1


def test_page_numbers_skip_the_first_page_and_start_anew_in_an_annex() -> None:
    """A title page bears no number; a section may count from one again."""
    body = PAGES + PAGES + ended_section() + PAGES + PAGES
    pages = [page[0].text for page in read_words(printed(body, section(start=1)))]
    numbers = [word if word.isdigit() else "" for word in pages]
    half = numbers.index("", 1)
    assert numbers[:half] == ["", *map(str, range(2, half + 1))]
    assert numbers[half:] == ["", *map(str, range(2, len(numbers) - half + 1))]


def test_page_numbers_go_on_through_a_section_that_does_not_restart_them() -> None:
    """A landscape section in the middle keeps counting, its first page hidden only if it asks."""
    body = paragraph("một") + ended_section() + paragraph("hai") + ended_section(landscape=True)
    pdf = printed(body + paragraph("ba"), section(title_page=False))
    assert [page[0].text for page in read_words(pdf)] == ["một", "hai", "3"]
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert [page.width > page.height for page in opened.pages] == [False, True, False]


def test_a_hyperlink_field_becomes_a_link() -> None:
    """A list row leads to its paper."""
    with pikepdf.open(io.BytesIO(printed(paragraph(inner=link("docgen:04", "Quyết định"))))) as pdf:
        (note,) = pdf.pages[0].Annots
        assert str(note.A.URI) == "docgen:04"


def test_outline_levels_become_headings_that_look_like_their_paragraph() -> None:
    """A heading tag and a bookmark, and not a point of difference on paper."""
    look = '<w:spacing w:before="120" w:after="120"/>'
    plain = printed(paragraph("Điều 1", look) + paragraph("Sau", look))
    with pikepdf.open(io.BytesIO(plain)) as pdf, pdf.open_outline() as outline:
        assert not outline.root
    headed = printed(
        paragraph("Điều 1", f'{look}<w:outlineLvl w:val="0"/>') + paragraph("Sau", look)
    )
    with pikepdf.open(io.BytesIO(headed)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Điều 1"]
    assert read_words(headed) == read_words(plain)


def test_header_rows_are_repeated_on_every_page_of_a_list() -> None:
    """A long list carries its head along."""
    pages = read_words(print_builtin(PAPERS["members-40"](), "ds.docx"))
    assert len(pages) > 1
    assert all("STT" in {word.text for word in page} for page in pages)


def test_a_word_wider_than_its_cell_is_cut_where_the_cell_is_full() -> None:
    """Nothing runs over the edge of a cell."""
    rows = row(cell(paragraph("x" * 100), 2000) + cell(paragraph("y"), 3000))
    pdf = printed(table(rows, [2000, 3000], borders=True) + paragraph())
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        rightmost = max(char["x1"] for char in opened.pages[0].chars if char["text"] == "x")
    assert rightmost <= 85.05 + 100


def test_symbols_are_not_cut_at_their_slashes() -> None:
    """Wherever a line ends, a symbol is cut after its hyphen or not at all."""
    parts = set()
    for filler in range(30, 44):
        pdf = printed(paragraph("aa bb c " * filler + "30/2020/NĐ-CP"))
        parts |= {word.text for word in read_words(pdf)[0] if "/" in word.text or "CP" in word.text}
    assert parts <= {"30/2020/NĐ-CP", "30/2020/NĐ-", "CP"}


def test_pictures_are_printed_from_the_emoji_font_without_moving_the_lines() -> None:
    """An emoji in a name does not make its line taller."""
    with_picture = read_words(printed(paragraph("Nhóm \U0001f600") + paragraph("Sau")))[0]
    without = read_words(printed(paragraph("Nhóm") + paragraph("Sau")))[0]
    assert with_picture[-1].y == without[-1].y
    assert "\U0001f600" in {word.text for word in with_picture}


def test_an_unknown_character_is_refused_by_name_and_place() -> None:
    """No box, no gap: the officer is told which character, and where."""
    with pytest.raises(PrintRefusedError) as caught:
        printed(paragraph("Đồng chí 日 dự họp"))
    (problem,) = caught.value.problems
    assert "“日” (U+65E5)" in problem.what.vi
    assert "“Đồng chí 日 dự họp”" in problem.what.vi
    assert "LibreOffice" in problem.hint.vi
    assert caught.value.exit_code is ExitCode.MISSING


def test_bold_and_italic_of_a_character_style_turn_the_paragraph_style_over() -> None:
    """Strong in a bold heading prints light, as Word has it."""
    body = paragraph(
        properties='<w:pStyle w:val="Article"/>', inner=run("nhạt", '<w:rStyle w:val="Strong"/>')
    )
    with pdfplumber.open(io.BytesIO(printed(body))) as opened:
        assert "Bold" not in opened.pages[0].chars[0]["fontname"]


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("name", PAPERS)
def test_every_invented_paper_is_printed(name: str) -> None:
    """All the kinds of paper that an office writes go through."""
    assert count_pages(print_builtin(PAPERS[name](), name)) > 1


def test_damaged_files_are_told_apart_from_refusals() -> None:
    """A file that is no Word file is the input's fault, not a missing printer's."""
    for data in (b"", b"PK\x03\x04 nothing", zipped({"a.txt": "a"})):
        with pytest.raises(DocgenError) as caught:
            print_builtin(data, "hong.docx")
        assert caught.value.exit_code is ExitCode.INPUT


def test_a_breakdown_of_the_typesetter_becomes_a_refusal() -> None:
    """Typst panics over some strings; the next printer is to take over, and no trace is seen."""
    with pytest.raises(PrintRefusedError) as caught:
        printed(paragraph("ý\u0591³"))
    assert caught.value.problems[0].place.file == "giay.docx"
    assert count_pages(printed(paragraph("Chữ"))) == 1


@pytest.mark.parametrize("thrown", [RuntimeError("đầy"), BaseException("gãy"), RecursionError()])
def test_whatever_the_typesetter_throws_becomes_a_refusal(
    monkeypatch: pytest.MonkeyPatch, thrown: BaseException
) -> None:
    """Nothing of an outside library reaches a person as it is."""

    class Broken:
        """A typesetter that throws."""

        def compile(self, **_: object) -> bytes:
            raise thrown

    def broken(_: object) -> Broken:
        return Broken()

    monkeypatch.setattr(typesetting, "_compiler", lru_cache(broken))
    with pytest.raises(PrintRefusedError) as caught:
        printed(paragraph("Chữ"))
    assert caught.value.problems[0].place.file == "giay.docx"


def test_what_typst_says_of_a_breakdown_stays_off_the_screen(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """An officer sees the refusal alone."""
    with pytest.raises(PrintRefusedError):
        printed(paragraph("ý\u0591³"))
    assert "panicked" not in capfd.readouterr().err
