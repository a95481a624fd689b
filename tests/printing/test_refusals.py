"""What the built-in printer refuses, and how it says so."""

from __future__ import annotations

import pytest

from docgen.errors import PrintRefusedError
from docgen.printing.builtin import print_builtin
from tests.printing.docx import (
    HEADER,
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
    "pict": "<w:pict/>",
    "sym": '<w:sym w:font="Wingdings" w:char="F0A7"/>',
    "footnoteReference": '<w:footnoteReference w:id="1"/>',
    "noBreakHyphen": "<w:noBreakHyphen/>",
    "ptab": "<w:ptab/>",
}


@pytest.mark.parametrize("name", RUNS)
def test_a_strange_part_of_a_run_is_named(name: str) -> None:
    """Pictures, symbols, notes: each is refused by its name."""
    (said,) = refused(paragraph(inner=run("Chữ trước") + f"<w:r>{RUNS[name]}</w:r>"))
    assert f"w:{name}" in said
    assert "“Chữ trước”" in said


LOOKS = [
    '<w:highlight w:val="yellow"/>',
    "<w:strike/>",
    '<w:vertAlign w:val="superscript"/>',
    '<w:spacing w:val="20"/>',
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
    '<w:rFonts w:asciiTheme="minorHAnsi"/>',
    '<w:u w:val="double"/>',
    '<w:color w:val="FF0000" w:themeColor="accent1"/>',
    '<w:sz w:val="0"/>',
    '<w:rStyle w:val="Missing"/>',
]


@pytest.mark.parametrize("look", LOOKS)
def test_a_strange_look_is_refused(look: str) -> None:
    """Elements, attributes and values that are not printed are refused, not skipped."""
    assert refused(paragraph("Chữ", letters=look))


FORMS = [
    '<w:numPr><w:numId w:val="1"/></w:numPr>',
    '<w:shd w:val="clear" w:fill="FFFF00"/>',
    '<w:jc w:val="distribute"/>',
    '<w:spacing w:line="200"/>',
    '<w:spacing w:beforeAutospacing="1"/>',
    '<w:ind w:firstLineChars="200"/>',
    '<w:tabs><w:tab w:val="decimal" w:pos="2000"/></w:tabs>',
    '<w:tabs><w:tab w:val="left" w:pos="2000" w:leader="dot"/></w:tabs>',
    '<w:pBdr><w:left w:val="single" w:sz="4"/></w:pBdr>',
    '<w:pBdr><w:top w:val="double" w:sz="4"/></w:pBdr>',
    "<w:contextualSpacing/>",
    '<w:framePr w:w="100"/>',
    '<w:pStyle w:val="Missing"/>',
]


@pytest.mark.parametrize("form", FORMS)
def test_a_strange_form_is_refused(form: str) -> None:
    """What a paragraph asks for is printed or refused."""
    assert refused(paragraph("Chữ", form))


TABLES = {
    "w:tcW": table(row(cell(paragraph("ô"), 2000) + CELL), [3000, 3000]),
    "tổng các cột": table(TWO, [3000, 3000]).replace('w:w="6000"', 'w:w="9000"'),
    "tự co giãn": table(TWO, [3000, 3000]).replace('<w:tblLayout w:type="fixed"/>', ""),
    "bảng lồng": table(
        row(cell(table(row(CELL), [3000]) + paragraph(), 3000) + CELL), [3000, 3000]
    ),
    "hai bảng liền nhau": table(TWO, [3000, 3000]) * 2,
    "không khớp số cột": table(row(CELL), [3000, 3000]),
    "w:tblpPr": table(TWO, [3000, 3000], "<w:tblpPr/>"),
    "exact": table(row(CELL + CELL, '<w:trHeight w:val="9" w:hRule="exact"/>'), [3000, 3000]),
    "tô nền": table(
        row(cell(paragraph("ô"), 3000, '<w:shd w:val="clear" w:fill="CCCCCC"/>') + CELL),
        [3000, 3000],
    ),
    "w:vMerge": table(row(cell(paragraph(), 3000, "<w:vMerge/>") + CELL), [3000, 3000]),
    "độ rộng cột": table(TWO, [3000, 3000]).replace('<w:gridCol w:w="3000"/>', "<w:gridCol/>"),
}


@pytest.mark.parametrize("said", TABLES)
def test_a_strange_table_is_refused(said: str) -> None:
    """Tables that a word processor would lay out by itself are refused."""
    assert any(said in problem for problem in refused(TABLES[said] + paragraph("Sau")))


def test_a_table_that_keeps_some_rows_with_the_next_is_refused() -> None:
    """Rows are kept together all or none."""
    kept = cell(paragraph("ô", "<w:keepNext/>"), 3000)
    rows = row(kept + kept) + TWO + TWO
    assert "w:keepNext" in refused(table(rows, [3000, 3000]) + paragraph("Sau"))[0]


FIELDS = ["DATE", 'HYPERLINK "trang.html"', "TOC", "PAGE"]


@pytest.mark.parametrize("code", FIELDS)
def test_fields_other_than_safe_links_are_refused_in_the_text(code: str) -> None:
    """A field whose result only a word processor knows is refused."""
    assert code.split(maxsplit=1)[0] in refused(field(code))[0]


SETTINGS_LIKE = ["autoHyphenation", "mirrorMargins", "evenAndOddHeaders"]


@pytest.mark.parametrize("name", SETTINGS_LIKE)
def test_settings_that_change_the_layout_are_refused(name: str) -> None:
    """Hyphenation, mirrored margins and the like change every page."""
    settings = SETTINGS.replace("<w:defaultTabStop", f"<w:{name}/><w:defaultTabStop")
    assert name in refused(paragraph("Chữ"), settings=settings)[0]


def test_a_header_taller_than_the_top_margin_is_refused() -> None:
    """Such a header would push the text down."""
    tall = section(margins=(600, 1134, 1701, 1134))
    assert "cao hơn lề trên" in refused(paragraph("Chữ"), tall)[0]


def test_a_table_in_a_header_is_refused() -> None:
    """Headers hold paragraphs."""
    header = {"word/header1.xml": HEADER.replace("</w:hdr>", "<w:tbl/></w:hdr>")}
    assert "w:tbl" in refused(paragraph("Chữ"), extra=header)[0]


def test_columns_and_footers_are_refused() -> None:
    """Pages with columns or footers are not printed."""
    columns = section().replace("<w:titlePg/>", '<w:cols w:num="2"/><w:titlePg/>')
    assert "w:cols" in refused(paragraph("Chữ"), columns)[0]
    footer = section().replace("<w:type", '<w:footerReference w:type="default" r:id="x"/><w:type')
    assert "chân trang" in refused(paragraph("Chữ"), footer)[0]


def test_a_paper_without_a_page_is_refused() -> None:
    """The page is never guessed."""
    assert refused(paragraph("Chữ"), "")
    assert refused(paragraph("Chữ"), "<w:sectPr/>")


def test_page_breaks_inside_a_paragraph_and_bordered_neighbours_are_refused() -> None:
    """Forms whose print differs between word processors are refused."""
    inside = run("trước") + '<w:r><w:br w:type="page"/></w:r>' + run("sau")
    assert "ngắt trang" in refused(paragraph(inner=inside))[0]
    bordered = '<w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>'
    assert "viền" in refused(paragraph("a", bordered) * 2)[0]


def test_a_tab_that_does_not_fit_its_line_is_refused() -> None:
    """Where the word processors disagree, nothing is guessed."""
    assert "tab" in refused(paragraph("x " * 80 + "\tsau"))[0]


def test_a_strange_style_is_refused_only_where_it_is_used() -> None:
    """Styles that no paragraph uses do not matter."""
    styles = STYLES.replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/><w:rPr><w:caps/></w:rPr>'
        "</w:style></w:styles>",
    )
    assert print_builtin(docx(paragraph("Chữ"), styles=styles), "a.docx")
    assert "w:caps" in refused(paragraph("Chữ", '<w:pStyle w:val="Odd"/>'), styles=styles)[0]


def test_everything_is_refused_at_once_and_each_thing_once() -> None:
    """One list of all faults, with the first place and how many more there are."""
    struck = paragraph("Đoạn có gạch", letters="<w:strike/>")
    said = refused(struck * 3 + paragraph("Đoạn khác", "<w:contextualSpacing/>"))
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
