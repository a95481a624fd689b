"""Word files read: how letters and paragraphs really look, where they stand, what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.errors import DocgenError
from docgen.lint.reading.body import read
from docgen.word.archive import packed, parts_of, written
from tests.lint.made import A4, BOLD, CENTRED, NAMES, line, run, shape, table, word_file

if TYPE_CHECKING:
    from docgen.lint.reading.model import Look, Paragraph


def one(
    body: str, *, styles: str = "", font: str = "Times New Roman", section: str = A4
) -> Paragraph:
    """The first paragraph of a file with ``body``."""
    data = word_file(body, styles=styles, font=font, section=section)
    return read(data, "x").paragraphs[0]


def look(body: str, *, styles: str = "", font: str = "Times New Roman") -> Look:
    """The look of the first run of a file with ``body``."""
    return one(body, styles=styles, font=font).runs[0].look


def test_a_theme_font_is_the_font_of_the_theme() -> None:
    """Letters without a font of their own stand in the face that the theme names."""
    assert look(line("Chữ"), font="Aptos").font == "Aptos"


def test_a_named_font_overrides_an_older_theme_font() -> None:
    """A font named in a style wins over the theme of the defaults."""
    style = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/></w:rPr></w:style>'
    )
    found = look(line("Chữ", form='<w:pStyle w:val="S"/>'), styles=style)
    assert (found.font, found.ascii_font) == ("Times New Roman", "Arial")


def test_weight_turns_over_when_two_styles_set_it() -> None:
    """A bold character style in a bold paragraph style is not bold, as Word shows it."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr><w:b/></w:rPr>'
        '</w:style><w:style w:type="character" w:styleId="C"><w:name w:val="C"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    body = line("Chữ", '<w:rStyle w:val="C"/>', '<w:pStyle w:val="P"/>')
    assert look(body, styles=styles).bold is False
    own = line("Chữ", '<w:rStyle w:val="C"/><w:b/>', '<w:pStyle w:val="P"/>')
    assert look(own, styles=styles).bold is True


def test_a_table_style_gives_its_looks() -> None:
    """What a table style says holds where nothing nearer says otherwise."""
    styles = (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:pPr>'
        '<w:jc w:val="center"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>'
    )
    body = table((line("Ô"), line(""))).replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="T"/>')
    found = one(body, styles=styles)
    assert found.runs[0].look.italic
    assert found.form.align == "center"


def test_tracked_changes_are_read_as_accepted() -> None:
    """Inserted words count, deleted ones do not, and the paragraph is known to be tracked."""
    body = f"<w:p>{run('Giữ ')}<w:del>{run('bỏ')}</w:del><w:ins>{run('thêm')}</w:ins></w:p>"
    found = one(body)
    assert found.text == "Giữ thêm"
    assert found.tracked


def test_a_field_shows_its_result() -> None:
    """The instruction of a field is no text; its name is known."""
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("2")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    found = one(body)
    assert (found.text, found.fields) == ("2", ("PAGE",))


def test_hidden_letters_are_not_read() -> None:
    """What Word does not show is no text."""
    body = f"<w:p>{run('Thấy')}{run(' không thấy', '<w:vanish/>')}</w:p>"
    assert one(body).text == "Thấy"


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl><w:lvl w:ilvl="1">'
    '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)


def numbered(level: int) -> str:
    """The property of a paragraph of the list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'


def test_automatic_numbers_are_read_as_word_shows_them() -> None:
    """Each level counts on, and begins anew under a higher one."""
    body = "".join(line("x", form=numbered(level)) for level in (0, 1, 1, 0, 1))
    found = [p.label for p in read(word_file(body, numbering=NUMBERING), "x").paragraphs]
    assert found == ["Điều 1.", "a)", "b)", "Điều 2.", "a)"]


@pytest.mark.parametrize(
    ("digits", "wanted"),
    [("upperRoman", "IV"), ("lowerRoman", "iv"), ("upperLetter", "D"), ("decimalZero", "04")],
)
def test_lists_count_with_the_digits_of_their_level(digits: str, wanted: str) -> None:
    """Roman numbers, letters and padded digits are counted as Word counts them."""
    numbering = NUMBERING.replace('"decimal"', f'"{digits}"').replace("Điều %1.", "%1")
    body = "".join(line("x", form=numbered(0)) for _ in range(4))
    found = read(word_file(body, numbering=numbering), "x").paragraphs[-1]
    assert found.label == wanted


def test_cells_have_a_place_across_the_page() -> None:
    """The room of a cell follows from the grid and the margins of cells."""
    found = read(word_file(table((line("Trái"), line("Phải")))), "x").paragraphs
    assert found[0].room.right <= found[1].room.left + 216
    assert [p.spot.cell for p in found if p.spot] == [1, 2]


def test_a_line_is_known_however_it_is_drawn() -> None:
    """Borders, underscores and shapes are lines; the copy for old programs is not a second one."""
    border = '<w:pBdr><w:top w:val="single"/></w:pBdr>'
    broken = '<w:pBdr><w:bottom w:val="dashed"/></w:pBdr>'
    body = (
        line("", form=border) + line("", form=broken) + line("______") + line("")
        + f"<w:p>{shape(1270000)}</w:p>" + f"<w:p>{shape(1270000, dash='dash')}</w:p>"
    )  # fmt: skip
    found = [p.drawn for p in read(word_file(body), "x").paragraphs]
    assert [len(one) for one in found] == [1, 1, 1, 0, 1, 1]
    assert [one[0].kind for one in found if one] == [
        *("border", "border", "letters", "drawing", "drawing"),
    ]
    assert [one[0].solid for one in found if one] == [True, False, True, True, False]
    assert found[4][0].length == 100


def test_a_text_box_is_read_once_and_marked() -> None:
    """The words of a text box are read, apart from the paragraph that holds it."""
    inner = f"<w:txbxContent>{line('KHẨN')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    found = read(word_file(body), "x").paragraphs
    assert [(p.text, p.boxed) for p in found] == [("", False), ("KHẨN", True)]


def test_sections_have_pages_of_their_own() -> None:
    """A section ends with the paragraph that holds it; the next begins a page."""
    wide = A4.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')
    body = f"<w:p><w:pPr>{wide}</w:pPr>{run('Ngang')}</w:p>" + line("Dọc")
    file = read(word_file(body), "x")
    assert [section.landscape for section in file.sections] == [True, False]
    assert [(p.section, p.breaks) for p in file.paragraphs] == [(0, False), (1, True)]


def test_the_main_part_may_have_any_name() -> None:
    """The relations of the package tell which part is the document."""
    assert read(word_file(line("Chữ"), document="document2.xml"), "x").paragraphs[0].text == "Chữ"


def test_a_strict_file_is_read() -> None:
    """ISO strict files name the same things otherwise."""
    data = word_file(line("Chữ", BOLD, CENTRED))
    parts = parts_of(data, "x")
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in parts.items()
    }
    file = read(written(packed(name, content) for name, content in strict.items()), "x")
    assert file.paragraphs[0].runs[0].look.bold


@pytest.mark.parametrize(
    "data",
    [
        b"not a zip",
        written([packed("a.txt", b"x")]),
        word_file("<w:p>"),
        word_file("").replace(b"PK", b"KP", 1),
    ],
    ids=["no zip", "no document", "broken XML", "damaged"],
)
def test_what_is_no_word_file_is_told_as_such(data: bytes) -> None:
    """Nothing but a DocgenError leaves the reader."""
    with pytest.raises(DocgenError):
        read(data, "x")


def test_a_document_type_is_refused() -> None:
    """Entities, however many they would become, are never expanded."""
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f"<w:document {NAMES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    data = word_file("", more={"word/document.xml": bomb})
    with pytest.raises(DocgenError, match="DOCTYPE"):
        read(data, "x")


def test_values_that_are_none_are_passed_over() -> None:
    """Sizes, indents and numbers that make no sense leave the reader on its feet."""
    body = line(
        "Chữ",
        '<w:sz w:val="big"/><w:b w:val="maybe"/>',
        '<w:ind w:left="wide"/><w:spacing w:line="NaN" w:before="inf"/><w:numPr>'
        '<w:numId w:val="99"/></w:numPr><w:pStyle w:val="None"/>',
    )
    found = one(body, section='<w:sectPr><w:pgSz w:w="x"/><w:pgMar w:top=""/></w:sectPr>')
    assert found.runs[0].look.size == 14


def test_styles_that_lead_in_a_circle_end() -> None:
    """A style based on itself is read as far as it goes."""
    style = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/>'
        '<w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    assert look(line("Chữ", form='<w:pStyle w:val="A"/>'), styles=style).italic
