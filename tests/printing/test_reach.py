"""What the built-in printer takes of the Word files that offices have."""

from __future__ import annotations

import io
import struct
import zlib

import pdfplumber
import pikepdf
import pytest

from docgen.printing.builtin import print_builtin, print_sheets
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
from tests.printing.fidelity import read_words

pytestmark = pytest.mark.usefixtures("written")
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def printed(body: str, last_section: str | None = None, **parts: object) -> bytes:
    """The print of a paper whose body is ``body``."""
    return print_builtin(docx(body, last_section, **parts), "giay.docx")  # type: ignore[arg-type]


def words(pdf: bytes, page: int = 0) -> list[str]:
    """The words of a page, from top to bottom."""
    return [word.text for word in read_words(pdf)[page]]


def remarks(body: str, **parts: object) -> list[str]:
    """What is told of a print, in Vietnamese."""
    made = print_sheets(docx(body, **parts), "giay.docx")  # type: ignore[arg-type]
    return [remark.what.vi for remark in made.remarks]


def related(kind: str, target: str, name: str = "rIdX") -> str:
    """A relation of the main part."""
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts in which text stands."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return {char["fontname"].partition("+")[2] for page in opened.pages for char in page.chars}


# -- letters --


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("Arial", "LiberationSans"),
        ("Courier New", "LiberationMono"),
        ("Calibri", "Carlito"),
        ("Cambria", "Caladea-Regular"),
    ],
)
def test_fonts_of_other_offices_are_printed_by_fonts_of_the_same_widths(
    asked: str, given: str
) -> None:
    """Nothing is to be told of such a print."""
    letters = f'<w:rFonts w:ascii="{asked}" w:hAnsi="{asked}"/>'
    assert fonts(printed(paragraph("Text", letters=letters))) == {given}
    assert not remarks(paragraph("Text", letters=letters))


def test_a_font_that_is_not_there_is_told() -> None:
    """The officer learns that lines may break elsewhere."""
    (said,) = remarks(paragraph("Chữ", letters='<w:rFonts w:ascii="UTM Avo" w:hAnsi="UTM Avo"/>'))
    assert "UTM Avo" in said
    assert "Liberation Serif" in said


def test_theme_fonts_and_colours_are_resolved() -> None:
    """Styles name fonts by their part in the theme."""
    theme = (
        f"<a:theme {_A}><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val='FF0000'/>"
        "</a:accent1></a:clrScheme><a:fontScheme><a:minorFont><a:latin typeface='Arial'/>"
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    letters = '<w:rFonts w:asciiTheme="minorHAnsi"/><w:color w:val="auto" w:themeColor="accent1"/>'
    pdf = printed(
        paragraph("Text", letters=letters),
        extra={"word/theme.xml": theme},
        relations=related("theme", "theme.xml"),
    )
    assert fonts(pdf) == {"LiberationSans"}
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert opened.pages[0].chars[0]["non_stroking_color"] == (1, 0, 0)


LOOKS = [
    '<w:highlight w:val="yellow"/>',
    "<w:strike/>",
    "<w:dstrike/>",
    '<w:vertAlign w:val="superscript"/>',
    '<w:spacing w:val="20"/>',
    '<w:position w:val="-6"/>',
    '<w:kern w:val="2"/>',
    '<w:u w:val="double"/>',
    '<w:u w:val="dotted" w:color="FF0000"/>',
    '<w:shd w:val="pct25" w:fill="FFFFFF"/>',
    '<w:bdr w:val="single" w:sz="4"/>',
]


@pytest.mark.parametrize("look", LOOKS)
def test_looks_of_letters_are_printed_and_change_the_page(look: str) -> None:
    """Each look leaves its mark, and the words stay."""
    plain, looked = printed(paragraph("Chữ AV")), printed(paragraph("Chữ AV", letters=look))
    assert plain != looked
    assert sorted("".join(words(looked))) == sorted("ChữAV")


def test_capitals_and_hidden_text() -> None:
    """Capitals are printed as such; hidden text is not."""
    assert words(printed(paragraph("chữ", letters="<w:caps/>"))) == ["CHỮ"]
    assert words(printed(paragraph("chữ", letters="<w:smallCaps/>"))) == ["CHỮ"]
    assert words(printed(paragraph(inner=run("một ") + run("hai", "<w:vanish/>")))) == ["một"]


def test_letter_spacing_widens_a_word() -> None:
    """A word of three letters, a point apart, is two points longer."""
    ends = []
    for letters in ("", '<w:spacing w:val="20"/>'):
        with pdfplumber.open(io.BytesIO(printed(paragraph("abc", letters=letters)))) as opened:
            ends.append(opened.pages[0].chars[2]["x0"])
    assert ends[1] - ends[0] == pytest.approx(2, abs=0.01)


# -- lists --

_LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1440" w:hanging="720"/></w:pPr>{letters}</w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>'
    '<w:lvlJc w:val="left"/><w:suff w:val="space"/></w:lvl>'
)


def listed(
    levels: list[int], format_: str = "decimal", text: str = "%1.", letters: str = ""
) -> bytes:
    """A paper of paragraphs in one list, at ``levels``."""
    inner = _LEVELS.format(format=format_, text=text, letters=letters)
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = "".join(
        paragraph(
            f"đoạn{index}",
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>',
        )
        for index, level in enumerate(levels)
    )
    return printed(
        body,
        section(header=False),
        extra={"word/numbering.xml": numbering},
        relations=related("numbering", "numbering.xml"),
    )


def test_levels_count_within_each_other() -> None:
    """A level starts anew after the one above it."""
    found = words(listed([0, 1, 1, 0, 1]))
    assert found[::2] == ["1.", "1.1", "1.2", "2.", "2.1"]


@pytest.mark.parametrize(
    ("format_", "labels"),
    [
        ("upperRoman", ["I.", "II.", "III."]),
        ("lowerLetter", ["a.", "b.", "c."]),
        ("decimalZero", ["01.", "02.", "03."]),
    ],
)
def test_formats_of_numbers(format_: str, labels: list[str]) -> None:
    """Roman numerals, letters, figures with a nought."""
    assert words(listed([0, 0, 0], format_))[::2] == labels


def test_bullets_of_picture_fonts_are_printed_as_unicode() -> None:
    """Word keeps bullets under private codes of Symbol and Wingdings."""
    wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    assert words(listed([0], "bullet", "\uf0d8", wingdings))[0] == "➢"
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    assert words(listed([0], "bullet", "\uf0b7", symbol))[0] == "•"


# -- paragraphs --


def test_paragraphs_of_one_style_stand_close_when_they_ask() -> None:
    """Contextual spacing takes the room between neighbours of one style only."""
    close = '<w:pStyle w:val="Body"/><w:contextualSpacing/>'
    gaps = [
        b.y - a.y
        for form in (close, '<w:pStyle w:val="Body"/>')
        for a, b in [read_words(printed(paragraph("a", form) + paragraph("b", form)))[0]]
    ]
    assert gaps[1] - gaps[0] == pytest.approx(6, abs=0.1)


def test_leaders_fill_the_way_to_a_tab_stop() -> None:
    """A row of dots up to the page number of a table of contents."""
    form = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    line = "".join(words(printed(paragraph("Chương\t12", form), section(header=False))))
    assert line.startswith("Chương...")
    assert line.endswith("...12")


def test_a_tab_after_a_full_line_goes_on_on_the_next() -> None:
    """Text before a tab may be longer than its line."""
    pdf = printed(paragraph("x " * 80 + "\tsau"))
    lines = {word.y for word in read_words(pdf)[0]}
    assert len(lines) == 2
    assert words(pdf)[-1] == "sau"


def test_a_page_break_inside_a_paragraph_divides_it() -> None:
    """What stands after the break begins the next page."""
    inside = run("trước") + '<w:r><w:br w:type="page"/></w:r>' + run("sau")
    pdf = printed(paragraph(inner=inside), section(header=False))
    assert [words(pdf, page) for page in (0, 1)] == [["trước"], ["sau"]]


def test_frames_and_grounds_of_paragraphs_are_drawn() -> None:
    """Lines at all sides and a ground, neighbours in one frame."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="FF0000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    form = f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:fill="EEEEEE"/>'
    with pdfplumber.open(io.BytesIO(printed(paragraph("a", form) + paragraph("b", form)))) as pdf:
        page = pdf.pages[0]
        assert len(page.rects) + len(page.lines) + len(page.curves) >= 4


# -- tables --


def test_tables_are_laid_out_by_what_their_cells_say() -> None:
    """A fixed table keeps to its cells' widths where its grid says otherwise."""
    rows = row(cell(paragraph("a"), 2000) + cell(paragraph("b"), 4000))
    first, second = read_words(printed(table(rows, [3000, 3000]) + paragraph()))[0]
    assert second.x - first.x == pytest.approx(100, abs=1)


def test_tables_inside_tables_short_rows_and_shading() -> None:
    """Nested tables, rows that end early, and shaded cells are printed."""
    inner = table(row(cell(paragraph("trong"), 1000)), [1000], borders=True)
    shaded = cell(paragraph("ô"), 3000, '<w:shd w:val="clear" w:fill="CCCCCC"/>')
    rows = row(cell(inner + paragraph(), 3000) + shaded) + row(shaded)
    found = words(printed(table(rows, [3000, 3000], borders=True) + paragraph("sau")))
    assert found == ["ô", "trong", "ô", "sau"]


def test_exact_rows_are_as_high_as_they_say() -> None:
    """A row of two points is no higher for its text."""
    rows = row(cell(paragraph("ô"), 3000), '<w:trHeight w:val="40" w:hRule="exact"/>')
    found = read_words(printed(table(rows, [3000]) + paragraph("sau")))[0]
    assert {word.text: word.y for word in found}["sau"] < 75


# -- notes, fields, changes --


def test_footnotes_stand_at_the_foot_of_their_page() -> None:
    """The mark is counted, and the text stands below."""
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
        f"{run(' ghi chú')}</w:p></w:footnote></w:footnotes>"
    )
    pdf = printed(
        paragraph(inner=run("Chữ") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        section(header=False),
        extra={"word/footnotes.xml": notes},
        relations=related("footnotes", "footnotes.xml"),
    )
    found = read_words(pdf)[0]
    assert [word.text for word in found] == ["Chữ1", "1", "ghi", "chú"]
    assert found[-1].y > 750


def test_fields_print_what_is_stored_and_count_pages_anew() -> None:
    """A date keeps the day that the paper says; the number of pages is reckoned."""
    stored = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(inner=stored.format("DATE", "05/9/2026"))
    pages = paragraph(inner=stored.format("NUMPAGES", "99"))
    simple = '<w:p><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>An</w:t></w:r></w:fldSimple></w:p>'
    assert words(printed(body + pages + simple)) == ["05/9/2026", "1", "An"]


def test_tracked_changes_are_printed_as_accepted_and_told() -> None:
    """What was put in is there, what was struck out is not."""
    changed = (
        "<w:p><w:ins w:id='1'><w:r><w:t>mới</w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>"
    )
    assert words(printed(changed)) == ["mới"]
    assert "chấp nhận" in remarks(changed)[0]


def test_content_controls_comments_and_tags_are_passed_through() -> None:
    """Their text is printed, their marks are not."""
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('một')}</w:sdtContent></w:sdt>"
    marked = (
        '<w:p><w:commentRangeStart w:id="0"/><w:smartTag><w:r><w:t>hai</w:t></w:r></w:smartTag>'
        '<w:commentRangeEnd w:id="0"/></w:p>'
    )
    assert words(printed(control + marked)) == ["một", "hai"]
    assert "lời bình" in remarks(marked)[0]


def test_a_missing_style_is_told() -> None:
    """As in Word, it changes nothing."""
    assert "Missing" in remarks(paragraph("Chữ", '<w:pStyle w:val="Missing"/>'))[0]


# -- pages --


def test_footers_and_odd_and_even_headers() -> None:
    """Even pages may bear something else at their head."""
    parts = {
        "word/even.xml": f"<w:hdr {NAMESPACES}>{paragraph('chẵn')}</w:hdr>",
        "word/odd.xml": f"<w:hdr {NAMESPACES}>{paragraph('lẻ')}</w:hdr>",
        "word/foot.xml": f"<w:ftr {NAMESPACES}>{paragraph('chân')}</w:ftr>",
    }
    relations = (
        related("header", "even.xml", "rIdE")
        + related("header", "odd.xml", "rIdO")
        + related("footer", "foot.xml", "rIdF")
    )
    references = (
        '<w:headerReference w:type="even" r:id="rIdE"/>'
        '<w:headerReference w:type="default" r:id="rIdO"/>'
        '<w:footerReference w:type="default" r:id="rIdF"/>'
    )
    end = section(header=False, title_page=False).replace("<w:sectPr>", f"<w:sectPr>{references}")
    settings = SETTINGS.replace("<w:compat>", "<w:evenAndOddHeaders/><w:compat>")
    two = (
        paragraph("một", '<w:spacing w:after="0"/>') + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    )
    pdf = printed(two + paragraph("hai"), end, settings=settings, extra=parts, relations=relations)
    assert [words(pdf, page) for page in (0, 1)] == [["lẻ", "một", "chân"], ["chẵn", "hai"]]


def test_a_tall_header_pushes_the_text_down() -> None:
    """Text begins below a header that is taller than the margin."""
    tall = section(margins=(600, 1134, 1701, 1134), title_page=False)
    header, text = read_words(printed(paragraph("Chữ"), tall))[0]
    assert header.text == "1"
    assert text.y > header.y + 10


# -- drawings --


def picture() -> bytes:
    """A red picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\x00\xff\x00\x00")
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def drawn(content: str, anchor: str = "") -> str:
    """A paragraph with a drawing 100 x 50 points, in its line or anchored."""
    inside = (
        f'<wp:extent cx="1270000" cy="635000"/>{{}}<a:graphic {_A}><a:graphicData uri="x">{content}'
        "</a:graphicData></a:graphic>"
    )
    frame = (
        f"<wp:anchor {_WP}>{inside.format(anchor)}</wp:anchor>"
        if anchor
        else f"<wp:inline {_WP}>{inside.format('')}</wp:inline>"
    )
    return f"<w:p><w:r><w:drawing>{frame}</w:drawing></w:r></w:p>"


def anchored(x: int, y: int, origin: str = "page", wrap: str = "wrapNone") -> str:
    """A place on the page, in points."""
    return (
        f'<wp:positionH relativeFrom="{origin}"><wp:posOffset>{x * 12700}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="{origin}"><wp:posOffset>{y * 12700}'
        f"</wp:posOffset></wp:positionV><wp:{wrap}/>"
    )


def shape(kind: str, more: str = "") -> str:
    """A shape of DrawingML with a black line."""
    return (
        f'<wps:wsp xmlns:wps="{_WPS}"><wps:spPr><a:prstGeom prst="{kind}"/><a:ln w="12700">'
        f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>{more}</wps:wsp>'
    )


def test_pictures_are_printed() -> None:
    """A picture stands in its line at its size."""
    blip = (
        f'<pic:pic xmlns:pic="p" {_A}><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill>'
        "<pic:spPr/></pic:pic>"
    )
    made = docx(
        drawn(blip),
        relations=related("image", "media/a.png", "rIdP"),
        extra={"word/media/a.png": ""},
    )
    out = io.BytesIO()
    import zipfile  # noqa: PLC0415 -- a part that is no text

    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = picture() if name.endswith(".png") else before.read(name)
            after.writestr(name, data)
    with pdfplumber.open(io.BytesIO(print_builtin(out.getvalue(), "a.docx"))) as pdf:
        (image,) = pdf.pages[0].images
    assert (image["width"], image["height"]) == pytest.approx((100, 50))


def test_a_drawn_line_stands_where_it_is_anchored() -> None:
    """The line under the motto is a drawing in most offices."""
    pdf = printed(drawn(shape("line"), anchored(200, 300)) + paragraph("sau"))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        (line,) = [*page.lines, *page.curves]
        assert (line["x0"], line["top"]) == pytest.approx((200, 300), abs=0.5)


def test_text_boxes_hold_their_text() -> None:
    """A box at a place of the page, with text in it."""
    text = f"<wps:txbx><w:txbxContent>{paragraph('trong')}</w:txbxContent></wps:txbx><wps:bodyPr/>"
    found = read_words(printed(drawn(shape("rect", text), anchored(200, 300)) + paragraph("sau")))
    places = {word.text: (word.x, word.y) for word in found[0]}
    assert places["trong"][0] == pytest.approx(207.2, abs=0.5)
    assert 300 < places["trong"][1] < 330


def test_old_drawings_are_printed() -> None:
    """VML draws lines between two points."""
    vml = (
        '<w:p><w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" '
        'style="position:absolute" from="10pt,20pt" to="110pt,20pt"/></w:pict></w:r></w:p>'
    )
    with pdfplumber.open(io.BytesIO(printed(vml))) as opened:
        page = opened.pages[0]
        (line,) = [*page.lines, *page.curves]
        assert line["x1"] - line["x0"] == pytest.approx(100, abs=0.5)


def test_the_print_of_foreign_fonts_and_pictures_is_pdf_a() -> None:
    """Whatever is in a paper, the print keeps its promise."""
    letters = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
    made = io.BytesIO(printed(paragraph("Text", letters=letters)))
    with pikepdf.open(made) as pdf, pdf.open_metadata() as facts:
        assert facts["pdfaid:part"] == "2"
