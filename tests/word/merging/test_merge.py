"""Merging: a person's edits and the record's changes end in one file, or in named clashes."""

from __future__ import annotations

import io
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from docgen.errors import TemplateError
from docgen.word import archive
from docgen.word.merging.comparing import DifferenceKind, differences, same_text
from docgen.word.merging.merge import MergedFile, merge
from tests import hands
from tests.hands import DOCUMENT, W, at, parts, retyped, texts, typed, with_part
from tests.pages import page
from tests.samples import SAMPLES, drafter, drafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.word.merging.weaving import Clash

SAMPLE = "xa-2026-to-lien-gia"
INCOME = ("đạt 78 triệu đồng/người", "đạt 82 triệu đồng/người")
PEOPLE = "Thôn Đông Hạ có 268 hộ"  # the paragraph in which the income stands
PRAISE = "Nhân dân tin tưởng"  # the one after it
RENAMED = ("honorific: Ông, birth_year: 1968", "honorific: Ông, birth_year: 1969")
NEW_HEAD = (
    "{name: Vũ Văn Thắng, honorific: Ông, birth_year: 1968, job: Trưởng thôn,",
    "{name: Phan Thị Mận, honorific: Bà, birth_year: 1988, job: Bí thư Chi bộ,",
)
FORMER = "{name: Lê Thị Ánh, honorific: Bà, birth_year: 1990, job: Chi hội trưởng Phụ nữ,"
NEXT = (
    "{name: Cao Bá Quát, honorific: Ông, birth_year: 1970, job: Giáo viên, unit: Cụm 12, "
    "role: deputy}"
)
JOINED = (
    f"  - {FORMER}",
    f"  - {NEXT}\n  - {FORMER}",
)


@cache
def paper(name: str, *changes: tuple[str, str]) -> bytes:
    """A paper of the sample, its record changed."""
    return hands.redrafted(SAMPLE, name, *changes)


@cache
def libre(name: str) -> bytes:
    """A paper of the sample as LibreOffice saves it."""
    if hands.SOFFICE is None:
        pytest.skip("no LibreOffice on this machine")
    names = ("proposal", "decision", "regulation")
    saved = hands.saved_by_libreoffice(*(paper(name) for name in names))
    return dict(zip(names, saved, strict=True))[name]


@pytest.fixture(params=["untouched", "word", "libreoffice"])
def saved(request: pytest.FixtureRequest) -> Callable[[str], bytes]:
    """Saves a paper of the sample with each program in turn."""
    programs: dict[str, Callable[[str], bytes]] = {
        "untouched": paper,
        "word": lambda name: hands.saved_by_word(paper(name)),
        "libreoffice": libre,
    }
    return programs[request.param]


def done(merged: MergedFile) -> bytes:
    """The merged file, which opens in python-docx; there must be no clash."""
    assert merged.conflicts == ()
    assert merged.docx is not None
    docx.Document(io.BytesIO(merged.docx))
    return merged.docx


def only(merged: MergedFile) -> Clash:
    """The one clash, beside which there is no file."""
    assert merged.docx is None
    (clash,) = merged.conflicts
    return clash


def starting(data: bytes, start: str) -> list[str]:
    """The paragraphs that begin with ``start``."""
    return [text for text in texts(data) if text.startswith(start)]


# What a program does by saving is no edit


def test_saving_is_no_edit(saved: Callable[[str], bytes]) -> None:
    """A file that was only saved differs from ours in nothing that a person would see."""
    for name in ("proposal", "decision", "regulation"):
        assert differences(saved(name), paper(name)) == ()


def test_a_saved_paper_takes_every_change(saved: Callable[[str], bytes]) -> None:
    """Without an edit, the merged paper is the new draft, whoever saved it."""
    for name, change in (("proposal", INCOME), ("decision", JOINED), ("decision", NEW_HEAD)):
        new = paper(name, change)
        made = done(merge(paper(name), saved(name), new))
        assert differences(made, new) == ()
        assert texts(made) == texts(new)


def test_an_edit_and_a_change_come_together(saved: Callable[[str], bytes]) -> None:
    """An edit of one paragraph and a change of its neighbour are both in the result."""
    edited = retyped(saved("proposal"), PRAISE, "Nhân dân đồng thuận.")
    made = done(merge(paper("proposal"), edited, paper("proposal", INCOME)))
    assert "82 triệu" in starting(made, PEOPLE)[0]
    assert "Nhân dân đồng thuận." in texts(made)
    assert len(texts(made)) == len(texts(paper("proposal")))


def test_an_edit_alone_stays(saved: Callable[[str], bytes]) -> None:
    """Where the record changed nothing, the file is the person's, byte for byte."""
    edited = retyped(saved("proposal"), PRAISE, "Nhân dân đồng thuận.")
    assert done(merge(paper("proposal"), edited, paper("proposal"))) == edited


def test_both_in_one_paragraph_clash(saved: Callable[[str], bytes]) -> None:
    """The clash has the place, the heading above it and the three texts."""
    edited = retyped(saved("proposal"), PEOPLE, "Thôn có 268 hộ.")
    clash = only(merge(paper("proposal"), edited, paper("proposal", INCOME)))
    assert clash.edited == "Thôn có 268 hộ."
    assert "78 triệu" in clash.base
    assert "82 triệu" in clash.new
    assert clash.spot.heading == "2. Tình hình Nhân dân"
    assert (clash.spot.story, clash.spot.table) == ("body", 0)


def test_the_merged_paper_opens_in_libreoffice() -> None:
    """LibreOffice reads the merged files as the new drafts, member rows and annex included."""
    changed = [("proposal", INCOME), ("decision", JOINED)]
    made = [done(merge(paper(name), libre(name), paper(name, change))) for name, change in changed]
    for data, (name, change) in zip(hands.saved_by_libreoffice(*made), changed, strict=True):
        assert differences(data, paper(name, change)) == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_paper_takes_every_other_day_and_model(name: str) -> None:
    """Whatever a record changes in a paper, a paper saved by Word takes it."""
    maker = drafter(name)
    model = maker.record.model.changed(name="Mô hình khác tên, dài hơn tên cũ")
    told = maker.record.changed(model=model)
    other = maker.changed(papers=maker.papers.changed(record=told))
    kinds = {draft.due.paper.id: draft for draft in drafts(name)}
    for draft in kinds.values():
        new = other.draft(draft.due).docx
        made = done(merge(draft.docx, hands.saved_by_word(draft.docx), new))
        assert texts(made) == texts(new), draft.due.paper.id
        assert differences(made, new) == ()


# What counts as an edit


def bold(document: Any) -> None:
    """Makes the paragraph bold."""
    at(document, PEOPLE).runs[0].bold = True


def small(document: Any) -> None:
    """Makes the letters smaller."""
    at(document, PEOPLE).runs[0].font.size = Pt(12)


def marked(document: Any) -> None:
    """Adds a bold word behind."""
    at(document, PEOPLE).add_run(" (đã rà soát)").bold = True


@pytest.mark.parametrize("edit", [bold, small, marked])
def test_a_new_look_is_an_edit(edit: Callable[[Any], None]) -> None:
    """Bold letters on changed words would be lost: that is a clash."""
    edited = typed(paper("proposal"), edit)
    assert only(merge(paper("proposal"), edited, paper("proposal", INCOME))).base
    assert differences(edited, paper("proposal"))[0].kind in {
        DifferenceKind.FORMATTED,
        DifferenceKind.CHANGED,
    }


def centred(document: Any) -> None:
    """Centres the paragraph."""
    at(document, PEOPLE).alignment = WD_ALIGN_PARAGRAPH.CENTER


def test_a_new_form_meets_new_words() -> None:
    """A paragraph that a person centred is centred with its new words."""
    edited = typed(libre("proposal"), centred)
    made = done(merge(paper("proposal"), edited, paper("proposal", INCOME)))
    paragraph = at(docx.Document(io.BytesIO(made)), PEOPLE)
    assert "82 triệu" in paragraph.text
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_the_persons_styles_and_page_stay() -> None:
    """Smaller letters in a style and a wider margin are kept with the changed words."""

    def restyle(document: Any) -> None:
        document.styles["Lời văn"].font.size = Pt(13)
        document.sections[-1].left_margin = Pt(99)

    edited = typed(libre("proposal"), restyle)
    made = docx.Document(
        io.BytesIO(done(merge(paper("proposal"), edited, paper("proposal", INCOME))))
    )
    assert "82 triệu" in at(made, PEOPLE).text
    assert at(made, PEOPLE).style.font.size == Pt(13)
    assert made.sections[-1].left_margin == Pt(99)


def test_the_same_change_by_both_is_no_clash() -> None:
    """Who typed what the record now says has nothing to decide."""
    new = paper("proposal", INCOME)
    typed_in = starting(new, PEOPLE)[0]
    edited = retyped(libre("proposal"), PEOPLE, typed_in)
    assert starting(done(merge(paper("proposal"), edited, new)), PEOPLE) == [typed_in]


def test_an_untouched_paper_becomes_the_new_draft() -> None:
    """The very file that docgen wrote is replaced whole."""
    base, new = paper("proposal"), paper("proposal", INCOME)
    assert merge(base, base, new).docx == new


def test_merging_gives_the_same_bytes() -> None:
    """Same three files, same bytes."""
    edited = retyped(hands.saved_by_word(paper("proposal")), PRAISE, "Nhân dân đồng thuận.")
    first, second = (merge(paper("proposal"), edited, paper("proposal", INCOME)) for _ in range(2))
    assert first == second


# Tables


def cell_with(data: bytes, old: str, text: str) -> bytes:
    """``data`` in which a person wrote ``text`` over the cell that reads ``old``."""

    def write(document: Any) -> None:
        for paragraph in hands.paragraphs(document):
            if paragraph.text == old:
                hands.write_over(paragraph, text)

    return typed(data, write)


def test_rows_that_the_record_adds_join_the_persons_table(
    saved: Callable[[str], bytes],
) -> None:
    """A new member moves everybody's number; the job a person corrected stays."""
    edited = cell_with(saved("decision"), "Thợ điện", "Thợ điện lạnh")
    made = done(merge(paper("decision"), edited, paper("decision", JOINED)))
    rows = [
        [cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(made)).tables[-1].rows
    ]
    assert [row[0] for row in rows[1:]] == [str(number) for number in range(1, 17)]
    assert ["4", "Cao Bá Quát", "1970", "Giáo viên", "Cụm 12", "Tổ phó"] in rows
    assert ["8", "Nguyễn Văn Bình", "1983", "Thợ điện lạnh", "Cụm 3", "Tổ viên"] in rows


def test_a_new_row_wears_the_dress_of_its_table() -> None:
    """The cells of a new row have the borders that LibreOffice gave to the others."""
    made = done(merge(paper("decision"), libre("decision"), paper("decision", JOINED)))
    rows = docx.Document(io.BytesIO(made)).tables[-1].rows
    dress, other = ([dress_of(cell) for cell in rows[place].cells] for place in (4, 3))
    assert dress == other
    assert b"tcBorders" in dress[0]


def dress_of(cell: Any) -> bytes:
    """The properties of a cell of python-docx."""
    return etree.tostring(cell._tc.tcPr)  # noqa: SLF001


def test_two_cells_of_one_row_may_be_touched() -> None:
    """The year that the record corrected and the job that a person corrected."""
    edited = cell_with(libre("decision"), "Trưởng thôn", "Trưởng thôn Đông Hạ")
    made = texts(done(merge(paper("decision"), edited, paper("decision", RENAMED))))
    assert "1969" in made
    assert "Trưởng thôn Đông Hạ" in made


def test_a_correction_never_ends_in_another_persons_row() -> None:
    """Where the record put somebody else into the row, the edited row is a clash as a whole."""
    edited = cell_with(paper("decision"), "1968", "1967")
    clash = only(merge(paper("decision"), edited, paper("decision", NEW_HEAD)))
    assert "Vũ Văn Thắng | 1967" in clash.edited
    assert "Phan Thị Mận | 1988" in clash.new
    assert (clash.spot.row, clash.spot.cell) == (2, 0)


def test_columns_that_a_person_added_clash_with_changed_rows() -> None:
    """A row of another shape is not guessed at; rows that the record left alone do not matter."""

    def widen(document: Any) -> None:
        document.tables[-1].add_column(Cm(2))

    edited = typed(paper("decision"), widen)
    assert merge(paper("decision"), edited, paper("decision", RENAMED)).docx is None
    title = ("name: Nguyễn Đình Khải", "name: Lê Bá Trình")
    assert "Lê Bá Trình" in texts(done(merge(paper("decision"), edited, paper("decision", title))))


# Added and removed


def add_after(data: bytes, start: str, text: str) -> bytes:
    """``data`` with a paragraph ``text`` after the one that begins with ``start``."""

    def write(document: Any) -> None:
        element = at(document, start)._p  # noqa: SLF001
        made = deepcopy(element)
        element.addnext(made)
        Paragraph(made, document._body).runs[0].text = text  # noqa: SLF001

    return typed(data, write)


def removed(data: bytes, start: str) -> bytes:
    """``data`` without the paragraph that begins with ``start``."""

    def write(document: Any) -> None:
        element = at(document, start)._p  # noqa: SLF001
        element.getparent().remove(element)

    return typed(data, write)


def test_additions_in_two_places_are_both_there() -> None:
    """A paragraph of the person here, one of the record there."""
    base = page("Một.", "Hai.", "Ba.")
    edited = add_after(base, "Một", "Của người.")
    assert texts(done(merge(base, edited, page("Một.", "Hai.", "Ba.", "Mới.")))) == [
        "Một.", "Của người.", "Hai.", "Ba.", "Mới.",
    ]  # fmt: skip


def test_additions_in_one_place_clash_unless_equal() -> None:
    """Nobody knows which comes first."""
    base = page("Một.", "Hai.")
    new = page("Một.", "Mới.", "Hai.")
    clash = only(merge(base, add_after(base, "Một", "Của người."), new))
    assert (clash.base, clash.edited, clash.new) == ("", "Của người.", "Mới.")
    same = merge(base, add_after(base, "Một", "Mới."), new)
    assert texts(done(same)) == ["Một.", "Mới.", "Hai."]


def test_removing_what_the_other_changed_clashes() -> None:
    """In both directions; what both removed is gone, what nobody touched too."""
    base, changed, gone = (
        page("Một.", "Hai.", "Ba."),
        page("Một.", "Hai hai.", "Ba."),
        page("Một.", "Ba."),
    )
    clash = only(merge(base, removed(base, "Hai"), changed))
    assert (clash.base, clash.edited, clash.new) == ("Hai.", "", "Hai hai.")
    clash = only(merge(base, retyped(base, "Hai", "Hai ba."), gone))
    assert (clash.base, clash.edited, clash.new) == ("Hai.", "Hai ba.", "")
    assert texts(done(merge(base, removed(base, "Hai"), page("Một.", "Ba ba.")))) == [
        "Một.",
        "Ba ba.",
    ]
    assert texts(done(merge(base, retyped(base, "Ba", "Ba ba."), gone))) == ["Một.", "Ba ba."]


def test_a_section_that_the_record_adds_or_drops_takes_its_page_setup() -> None:
    """An annex comes and goes with its own section, and the headers are the person's."""
    short = with_part(paper("proposal"), DOCUMENT, lambda data: data)
    annexed = with_part(short, DOCUMENT, _annexed)
    made = done(merge(short, libre("proposal"), annexed))
    sections = docx.Document(io.BytesIO(made)).sections
    assert [is_landscape(section) for section in sections] == [False, True]
    assert all(not section.header.is_linked_to_previous for section in sections)
    back = docx.Document(io.BytesIO(done(merge(annexed, typed(annexed, lambda _: None), short))))
    assert [is_landscape(section) for section in back.sections] == [False]


def is_landscape(section: Any) -> bool:
    """Whether the paper of a section of python-docx lies on its side."""
    return bool(section.page_width > section.page_height)


def _annexed(document: bytes) -> bytes:
    """The body with its section closed and a landscape annex behind it."""
    root = etree.fromstring(document)
    body = root.find(f"{W}body")
    assert body is not None
    last = body[-1]
    closing = etree.SubElement(etree.SubElement(body, f"{W}p"), f"{W}pPr")
    closing.append(deepcopy(last))
    annex = etree.SubElement(etree.SubElement(body, f"{W}p"), f"{W}r")
    etree.SubElement(annex, f"{W}t").text = "Phụ lục"
    size = last.find(f"{W}pgSz")
    assert size is not None
    size.attrib.update({f"{W}w": "16838", f"{W}h": "11906", f"{W}orient": "landscape"})
    body.append(last)
    return etree.tostring(root)


# Tracked changes, comments, and other things of a person's


def tracked(data: bytes, start: str) -> bytes:
    """``data`` with a word tracked as added in the paragraph that begins with ``start``."""

    def write(document: Any) -> None:
        paragraph = at(document, start)._p  # noqa: SLF001
        mark = etree.SubElement(paragraph, f"{W}ins")
        mark.set(f"{W}author", "Văn thư")
        run = etree.SubElement(mark, f"{W}r")
        etree.SubElement(run, f"{W}t").text = " thêm"
        gone = etree.SubElement(paragraph, f"{W}del")
        etree.SubElement(etree.SubElement(gone, f"{W}r"), f"{W}delText").text = " bỏ"

    return typed(data, write)


def commented(data: bytes, start: str) -> bytes:
    """``data`` with a comment on the paragraph that begins with ``start``."""

    def write(document: Any) -> None:
        document.add_comment(at(document, start).runs, text="Xem lại", author="Văn thư")

    return typed(data, write)


@pytest.mark.parametrize("hand", [tracked, commented])
def test_traces_of_a_review_are_never_lost(hand: Callable[[bytes, str], bytes]) -> None:
    """They stay where the record changed something else, and clash where it changed the same."""
    away = hand(libre("proposal"), PRAISE)
    made = parts(done(merge(paper("proposal"), away, paper("proposal", INCOME))))
    assert "Văn thư".encode() in made[DOCUMENT] + made.get("word/comments.xml", b"")
    here = hand(libre("proposal"), PEOPLE)
    clash = only(merge(paper("proposal"), here, paper("proposal", INCOME)))
    assert "bỏ" not in clash.edited
    assert clash.edited.startswith(PEOPLE)


def test_a_picture_and_its_part_stay() -> None:
    """A picture that a person put in is there after the merge; on changed words it clashes."""
    image = io.BytesIO()
    Image.new("RGB", (2, 2)).save(image, "PNG")
    png = image.getvalue()

    def draw(start: str) -> Callable[[Any], None]:
        return lambda document: at(document, start).runs[0].add_picture(io.BytesIO(png), Cm(1))

    away = typed(libre("proposal"), draw(PRAISE))
    made = parts(done(merge(paper("proposal"), away, paper("proposal", INCOME))))
    assert png in made.values()
    here = typed(libre("proposal"), draw(PEOPLE))
    assert merge(paper("proposal"), here, paper("proposal", INCOME)).docx is None


def test_bookmarks_reach_beyond_what_is_replaced() -> None:
    """Start and end of a bookmark are both there after words and paragraphs went."""
    base = page("Một.", "Hai.", "Ba.", "Bốn.")

    def mark(document: Any) -> None:
        for start, name in (("Một", "bookmarkStart"), ("Ba", "bookmarkEnd")):
            etree.SubElement(at(document, start)._p, W + name).set(f"{W}id", "7")  # noqa: SLF001

    made = done(merge(base, typed(base, mark), page("Một một.", "Hai.", "Bốn.")))
    root = etree.fromstring(parts(made)[DOCUMENT])
    assert texts(made) == ["Một một.", "Hai.", "Bốn."]
    assert len(list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))) == 2


def test_content_controls_are_looked_into() -> None:
    """Paragraphs that a person put under a control are merged where they stand."""
    base = page("Một.", "Hai.", "Ba.")

    def control(document: Any) -> None:
        paragraph = at(document, "Hai")._p  # noqa: SLF001
        wrapper = etree.Element(f"{W}sdt")
        paragraph.addprevious(wrapper)
        etree.SubElement(wrapper, f"{W}sdtPr")
        etree.SubElement(wrapper, f"{W}sdtContent").append(paragraph)

    edited = typed(base, control)
    made = done(merge(base, edited, page("Một.", "Hai hai.", "Ba.")))
    assert texts(made) == ["Một.", "Hai hai.", "Ba."]
    assert b"<w:sdt>" in parts(made)[DOCUMENT]
    assert b"<w:sdt>" not in parts(done(merge(base, edited, page("Một.", "Ba."))))[DOCUMENT]


# Styles


def test_a_style_that_the_file_lacks_comes_along() -> None:
    """A paragraph in a style that LibreOffice threw away brings the style and its grounds."""

    def forget(document: Any) -> None:
        for name in ("Điều", "Lời văn"):
            style = document.styles[name].element
            style.getparent().remove(style)

    base = page("Một.")
    edited = typed(base, forget)
    made = docx.Document(
        io.BytesIO(done(merge(base, edited, page("Một.", ("Article", "Điều 1.")))))
    )
    assert at(made, "Điều 1").style.name == "Điều"
    assert at(made, "Điều 1").style.base_style.name == "Lời văn"


def test_what_leans_on_its_own_file_is_a_clash() -> None:
    """A new paragraph with a picture of its own template cannot be carried over."""
    base = page("Một.")
    picture = b'<w:p><w:r><w:drawing r:embed="rId9"/></w:r></w:p><w:sectPr'
    new = with_part(base, DOCUMENT, lambda data: data.replace(b"<w:sectPr", picture))
    assert only(merge(base, retyped(base, "Một", "Một một."), new)).base == ""


# Headers


def test_headers_are_merged_too() -> None:
    """What the record put into a header joins what the person put beside it."""
    base = page("Một.")

    def entitled(data: bytes) -> bytes:
        return data.replace(b"</w:hdr>", "<w:p><w:r><w:t>Mật</w:t></w:r></w:p></w:hdr>".encode())

    new = with_part(base, "word/header1.xml", entitled)
    made = done(merge(base, retyped(base, "Một", "Một một."), new))
    assert "Mật".encode() in parts(made)["word/header1.xml"]
    edited = typed(base, lambda document: document.sections[0].header.add_paragraph("Của người"))
    assert only(merge(base, edited, new)).spot.story == "header"


# Properties

WORDS = st.lists(
    st.sampled_from(["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"]),
    min_size=1,
    max_size=3,
).map(" ".join)
PAGES = st.lists(WORDS, max_size=8)


@settings(deadline=None)
@given(PAGES, PAGES)
def test_without_an_edit_the_new_draft_wins(base: list[str], new: list[str]) -> None:
    """merge(b, b as saved, n) says what n says."""
    old = page(*base)
    assert texts(done(merge(old, hands.saved_by_word(old), page(*new)))) == new


@settings(deadline=None)
@given(PAGES, PAGES)
def test_without_a_change_the_edit_wins(base: list[str], edited: list[str]) -> None:
    """merge(b, e, b) says what e says."""
    old = page(*base)
    assert texts(done(merge(old, page(*edited), old))) == edited


@settings(deadline=None, max_examples=200)
@given(PAGES, PAGES, PAGES)
def test_no_word_of_a_person_is_lost(base: list[str], edited: list[str], new: list[str]) -> None:
    """Every paragraph that a person added or changed is in the result, or in a clash.

    And so is every paragraph of the record; and the order of the two hands is no matter.
    """
    files = page(*base), page(*edited), page(*new)
    merged = merge(*files)
    found = "\n".join(text for clash in merged.conflicts for text in (clash.edited, clash.new))
    said = texts(merged.docx) if merged.docx else found.split("\n")
    if merged.docx:
        assert set(edited) - set(base) <= set(said)
        assert set(new) - set(base) <= set(said)
    mirrored = merge(files[0], files[2], files[1])
    assert {(clash.base, clash.edited, clash.new) for clash in merged.conflicts} == {
        (clash.base, clash.new, clash.edited) for clash in mirrored.conflicts
    }
    if merged.docx and mirrored.docx:
        assert texts(mirrored.docx) == texts(merged.docx)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=4, max_size=10), st.data())
def test_disjoint_changes_are_all_there(base: list[str], data: st.DataObject) -> None:
    """Whatever paragraphs each hand changes, changed by one hand each they are all changed."""
    hand = data.draw(st.lists(st.sampled_from("ben"), min_size=len(base), max_size=len(base)))
    lines = [f"{index} {text}" for index, text in enumerate(base)]
    edited = [f"{line} sửa" if who == "e" else line for line, who in zip(lines, hand, strict=True)]
    new = [f"{line} đổi" if who == "n" else line for line, who in zip(lines, hand, strict=True)]
    both = [own if who == "e" else other for own, other, who in zip(edited, new, hand, strict=True)]
    assert texts(done(merge(page(*lines), page(*edited), page(*new)))) == both


# Comparing


def test_same_text_passes_over_the_day_of_drafting() -> None:
    """Only the properties may differ."""
    base = paper("proposal")
    later = with_part(base, "docProps/core.xml", lambda data: data.replace(b"2026", b"2027"))
    assert later != base
    assert same_text(base, later)
    assert not same_text(base, paper("proposal", INCOME))


def test_differences_tell_kind_place_and_texts() -> None:
    """In reading order, with what stands before."""
    edited = page("Một.", "Hai.", "Ba ba.", "Bốn.", ("Article", "Điều 1."), "Năm.")
    new = page("Một.", "Ba bốn.", "Bốn.", ("Article", "Điều 1."), "Chen.", ("Basis", "Năm."))
    found = [
        (difference.kind, difference.old, difference.new, difference.after)
        for difference in differences(edited, new)
    ]
    assert found == [
        (DifferenceKind.REMOVED, "Hai.", "", "Một."),
        (DifferenceKind.CHANGED, "Ba ba.", "Ba bốn.", "Hai."),
        (DifferenceKind.ADDED, "", "Chen.", "Điều 1."),
        (DifferenceKind.FORMATTED, "Năm.", "Năm.", "Điều 1."),
    ]
    assert differences(edited, new)[-1].spot.heading == "Điều 1."
    assert differences(edited, new)[1].spot.paragraph == 3


def test_differences_in_tables_name_row_and_cell() -> None:
    """The cell that changed, not the whole table."""
    (found,) = differences(paper("decision"), paper("decision", RENAMED))
    assert (found.old, found.new, found.after) == ("1968", "1969", "Vũ Văn Thắng")
    assert (found.spot.row, found.spot.cell) == (2, 3)


# Saboteurs


def ended(document: bytes, xml: bytes) -> bytes:
    """``document`` with ``xml`` at the end of its body."""
    return document.replace(b"<w:sectPr", xml + b"<w:sectPr", 1)


def nested(depth: int) -> bytes:
    """A paragraph in a table in a table."""
    return b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * depth


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        (DOCUMENT, lambda _: b"<w:document", "damaged"),
        (DOCUMENT, lambda _: b"", "damaged"),
        (DOCUMENT, lambda _: b"<document/>", "not a Word document"),
        (DOCUMENT, lambda data: b'<!DOCTYPE x [<!ENTITY a "b">]>' + data, "entities"),
        (DOCUMENT, lambda data: ended(data, b"<w:p/>" * 30_000), "longer"),
        (DOCUMENT, lambda data: ended(data, b"<w:x>" * 300), "damaged"),
        (DOCUMENT, lambda data: ended(data, nested(80)), "nested"),
        ("word/styles.xml", lambda _: b"<w:styles>", "damaged"),
        ("word/_rels/document.xml.rels", lambda _: b"\xff", "damaged"),
        ("_rels/.rels", lambda _: b"<Relationships/>", "not a Word document"),
        ("[Content_Types].xml", lambda data: data + b"<!-- macroEnabled -->", "macros"),
    ],
)  # fmt: skip
def test_a_damaged_or_unsafe_edit_is_a_problem_with_its_file(
    name: str, change: Callable[[bytes], bytes], told: str
) -> None:
    """The caller hears of the file by name and leaves it alone."""
    base, new = page("Một."), page("Hai.")
    edited = with_part(base, name, change)
    with pytest.raises(TemplateError, match=told) as caught:
        merge(base, edited, new, "của tôi.docx")
    assert caught.value.problems[0].place.file == "của tôi.docx"
    with pytest.raises(TemplateError, match=told):
        differences(edited, new, "của tôi.docx")


@pytest.mark.parametrize("cut", [0, 100, -30])
def test_a_truncated_edit_is_a_problem(cut: int) -> None:
    """A copy that broke off is told as such."""
    base = page("Một.")
    with pytest.raises(TemplateError, match="damaged"):
        merge(base, base[:cut], page("Hai."))


def test_a_zip_bomb_is_a_problem() -> None:
    """It is not unpacked."""
    bomb = archive.written([archive.packed("word/document.xml", b" " * 70_000_000)])
    with pytest.raises(TemplateError, match="too large"):
        merge(page("Một."), bomb, page("Hai."))


ODD = {
    "no style has this id": b'<w:p><w:pPr><w:pStyle w:val="NoSuch"/></w:pPr></w:p>',
    "numbers that are none": b'<w:p><w:pPr><w:ind w:left="x" w:right="1e999"/></w:pPr></w:p>',
    "ends of fields only": b'<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "a field left open": b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    "an empty table": b"<w:tbl/>",
    "a row without cells": b"<w:tbl><w:tr/></w:tbl>",
    "a cell without paragraphs": b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    "tables in tables": nested(8),
    "an element of nobody": b'<x xmlns="urn:x">chu</x>',
    "a formula": b'<w:p><m:oMath xmlns:m="urn:m"><m:r/></m:oMath></w:p>',
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_odd_but_whole_files_are_merged_and_keep_what_is_odd(odd: bytes) -> None:
    """What no program writes is kept where the record did not touch it."""
    base = page("Một.", "Hai.")
    edited = with_part(base, DOCUMENT, lambda data: ended(data, odd))
    made = done(merge(base, edited, page("Một một.", "Hai.")))
    assert odd[:12] in parts(made)[DOCUMENT]
    assert "Một một." in texts(made)
    assert differences(edited, base)
