"""What the built-in printer refuses, and how it says so."""

from __future__ import annotations

import pytest

from docgen.errors import PrintRefusedError
from docgen.printing.builtin import print_builtin
from tests.printing.docx import (
    NAMESPACES,
    SETTINGS,
    STYLES,
    cell,
    docx,
    paragraph,
    row,
    run,
    section,
    table,
)

CELL = cell(paragraph("ô"), 3000)
TWO = row(CELL + CELL)


def refused(body: str, last_section: str | None = None, **parts: object) -> list[str]:
    """What the refusal of a paper says, in Vietnamese."""
    with pytest.raises(PrintRefusedError) as caught:
        print_builtin(docx(body, last_section, **parts), "giay.docx")  # type: ignore[arg-type]
    return [problem.what.vi for problem in caught.value.problems]


def field(code: str) -> str:
    """A complex field with the code ``code``."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]
    return f"<w:p>{kinds[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{kinds[1]}</w:p>"


RUNS = {
    "drawing": "<w:drawing/>",
    "object": "<w:object/>",
    "sym": '<w:sym w:font="Wingdings" w:char="F0FF"/>',
    "ruby": "<w:ruby/>",
    "contentPart": "<w:contentPart/>",
}


@pytest.mark.parametrize("name", RUNS)
def test_a_strange_part_of_a_run_is_named(name: str) -> None:
    """Pictures, symbols, notes: each is refused by its name."""
    (said,) = refused(paragraph(inner=run("Chữ trước") + f"<w:r>{RUNS[name]}</w:r>"))
    assert f"w:{name}" in said
    assert "“Chữ trước”" in said


LOOKS = [
    '<w:w w:val="150"/>',
    "<w:emboss/>",
    "<w:rtl/>",
    '<w:em w:val="dot"/>',
    '<w:u w:val="wave"/>',
    '<w:sz w:val="0"/>',
    '<w:color w:val="FF0000" w:strange="1"/>',
    '<w:bdr w:val="wave" w:sz="4"/>',
]


@pytest.mark.parametrize("look", LOOKS)
def test_a_strange_look_is_refused(look: str) -> None:
    """Elements, attributes and values that are not printed are refused, not skipped."""
    assert refused(paragraph("Chữ", letters=look))


FORMS = [
    '<w:jc w:val="distribute"/>',
    '<w:spacing w:line="0"/>',
    '<w:ind w:firstLineChars="200"/>',
    '<w:pBdr><w:top w:val="wave" w:sz="4"/></w:pBdr>',
    '<w:framePr w:w="100"/>',
    "<w:bidi/>",
    '<w:textDirection w:val="btLr"/>',
    '<w:ind w:left="9900"/>',
]


@pytest.mark.parametrize("form", FORMS)
def test_a_strange_form_is_refused(form: str) -> None:
    """What a paragraph asks for is printed or refused."""
    assert refused(paragraph("Chữ", form))


_DOUBLE = '<w:tcBorders><w:top w:val="double" w:sz="4"/></w:tcBorders>'
TABLES = {
    "w:tblpPr": table(TWO, [3000, 3000], '<w:tblpPr w:vertAnchor="page" w:tblpY="4000"/>'),
    "bảng trôi": table(TWO, [1500, 1500], '<w:tblpPr w:vertAnchor="text"/>').replace(
        "3000", "1500"
    ),
    "nét kép": table(
        row(cell(paragraph("ô"), 3000, _DOUBLE) + CELL),
        [3000, 3000],
    ),
    "ngắt trang": table(
        row(cell('<w:p><w:r><w:br w:type="page"/></w:r></w:p>', 3000) + CELL), [3000, 3000]
    ),
    "chữ dọc": table(
        row(cell(paragraph("ô"), 3000, '<w:textDirection w:val="btLr"/>') + CELL), [3000, 3000]
    ),
}


@pytest.mark.parametrize("said", TABLES)
def test_a_strange_table_is_refused(said: str) -> None:
    """Tables that a word processor would lay out by itself are refused."""
    assert any(said in problem for problem in refused(TABLES[said] + paragraph("Sau")))


def test_a_table_that_keeps_many_rows_but_not_all_is_refused() -> None:
    """A few rows may be kept with the next, or all; a long chain might not fit a page."""
    kept = cell(paragraph("ô", "<w:keepNext/>"), 3000)
    rows = row(kept + kept) * 3 + TWO + TWO
    assert "w:keepNext" in refused(table(rows, [3000, 3000]) + paragraph("Sau"))[0]


FIELDS = ["DATE", 'HYPERLINK "trang.html"', "TOC", "MACROBUTTON x y"]


@pytest.mark.parametrize("code", FIELDS)
def test_fields_without_a_stored_result_are_refused(code: str) -> None:
    """A field whose result only a word processor knows is refused."""
    assert code.split(maxsplit=1)[0] in refused(field(code))[0]


SETTINGS_LIKE = ["bookFoldPrinting", "mirrorMargins", "printTwoOnOne"]


@pytest.mark.parametrize("name", SETTINGS_LIKE)
def test_settings_that_change_the_layout_are_refused(name: str) -> None:
    """Mirrored margins, booklets and the like change every page."""
    settings = SETTINGS.replace("<w:defaultTabStop", f"<w:{name}/><w:defaultTabStop")
    assert name in refused(paragraph("Chữ"), settings=settings)[0]


def test_columns_that_share_their_text_are_refused() -> None:
    """Columns in the middle of a page are printed only where the paper says where each ends."""
    columns = section().replace("<w:titlePg/>", '<w:cols w:num="2"/><w:titlePg/>')
    columns = columns.replace('w:val="nextPage"', 'w:val="continuous"')
    first = f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    assert "cột cân bằng" in refused(first + paragraph("Chữ"), columns)[0]
    uneven = section().replace("<w:titlePg/>", '<w:cols w:num="2" w:equalWidth="0"/>')
    assert "cột không đều" in refused(paragraph("Chữ"), uneven)[0]


def test_a_paper_without_a_page_is_refused() -> None:
    """The page is never guessed."""
    assert refused(paragraph("Chữ"), "")
    assert refused(paragraph("Chữ"), "<w:sectPr/>")


def test_a_strange_style_is_refused_only_where_it_is_used() -> None:
    """Styles that no paragraph uses do not matter."""
    styles = STYLES.replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/>'
        "<w:rPr><w:emboss/></w:rPr></w:style></w:styles>",
    )
    assert print_builtin(docx(paragraph("Chữ"), styles=styles), "a.docx")
    assert "w:emboss" in refused(paragraph("Chữ", '<w:pStyle w:val="Odd"/>'), styles=styles)[0]


def test_everything_is_refused_at_once_and_each_thing_once() -> None:
    """One list of all faults, with the first place and how many more there are."""
    struck = paragraph("Đoạn có gạch", letters="<w:emboss/>")
    said = refused(struck * 3 + paragraph("Đoạn khác", "<w:bidi/>"))
    assert len(said) == 2
    assert "“Đoạn có gạch” và 2 chỗ khác" in said[0] or "và" in said[0]
    assert "“Đoạn khác”" in said[1]


def test_unknown_attributes_are_refused_but_save_marks_are_not() -> None:
    """Marks of which saving wrote a run change nothing; anything else is named."""
    marked = '<w:p w:rsidR="00AA"><w:r w:rsidRPr="00BB"><w:t>Chữ</w:t></w:r></w:p>'
    assert print_builtin(docx(marked), "a.docx")
    assert "strange" in refused('<w:p w:strange="1"><w:r><w:t>Chữ</w:t></w:r></w:p>')[0]


def test_the_background_of_a_page_is_refused() -> None:
    """A coloured page is not printed white."""
    document = (
        f'<w:document {NAMESPACES}><w:background w:color="FF0000"/><w:body>{paragraph("Chữ")}'
        f"{section()}</w:body></w:document>"
    )
    assert "nền trang" in refused("", extra={"word/document.xml": document})[0]
