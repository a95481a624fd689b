"""One dossier out of many PDFs."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError
from pypdf.generic import NameObject

from docgen.dossier import archival, source
from docgen.dossier.binding import Binder, Covers, bind
from docgen.dossier.parts import DossierPart, titles
from docgen.errors import DocgenError, OutsideError, RecordError, TemplateError
from docgen.printing.numerals import numerals
from tests.pdfs import page_sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docgen.dossier.archival import Information

    Bytes = Callable[[str], bytes]
    Bind = Callable[[Sequence[DossierPart]], bytes]
    Faults = Callable[[bytes], list[str]]
    Rows = Callable[[Sequence[str]], bytes]

BINDING = """
import datetime, hashlib, pathlib, sys
from docgen.dossier.archival import Information
from docgen.dossier.binding import bind
from docgen.dossier.parts import DossierPart
from docgen.printing.numerals import numerals
pdf = pathlib.Path(sys.argv[1]).read_bytes()
about = Information("Hồ sơ", "UBND", datetime.date(2026, 9, 5))
print(hashlib.sha256(bind(pdf, pdf, [DossierPart(("1",), pdf)], numerals(), about)).hexdigest())
"""
TABLE = "#table(columns: 2, table.header([A], [B]), [một], [hai])"


@pytest.fixture(scope="module")
def parts(typeset: Bytes) -> list[DossierPart]:
    """Three papers, of two, one and one pages; two of them in one item."""
    invitations = "6. Các văn bản về hội nghị ra mắt"
    return [
        DossierPart(("1. Nghị quyết",), typeset("= Nghị quyết\nmột #pagebreak() hai"), "docgen:01"),
        DossierPart((invitations, "Giấy mời 01"), typeset(f"= Giấy mời A\n{TABLE}"), "docgen:06-1"),
        DossierPart((invitations, "Giấy mời 02"), typeset(f"= Giấy mời B\n{TABLE}"), "docgen:06-2"),
    ]


@pytest.fixture(scope="module")
def bound(dossier: Bind, parts: list[DossierPart]) -> PdfReader:
    """Those papers bound."""
    return PdfReader(io.BytesIO(dossier(parts)), strict=True)


def turned(pdf: bytes, degrees: int, crop: list[float] | None = None) -> bytes:
    """``pdf`` with every page shown turned and cropped."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            page.Rotate = degrees
            if crop:
                page.CropBox = pikepdf.Array(crop)
        opened.save(out)
    return out.getvalue()


def locked(pdf: bytes) -> bytes:
    """``pdf`` under a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def without_pages() -> bytes:
    """A PDF that has no pages."""
    out = io.BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


def test_cover_list_and_papers_follow_each_other(bound: PdfReader) -> None:
    """The pages come in the order cover, list, papers."""
    assert [page.extract_text().split("\n")[0] for page in bound.pages] == [
        "Bìa",
        "Mục lục",
        "Nghị quyết",
        "hai",
        "Giấy mời A",
        "Giấy mời B",
    ]


def test_papers_bear_continuous_numbers_and_the_front_does_not(bound: PdfReader) -> None:
    """Each page of the papers shows its number; cover and list show none."""
    ends = [page.extract_text().split("\n")[-1] for page in bound.pages]
    assert ends[2:] == ["1", "2", "3", "4"]
    assert not any(end.isdigit() for end in ends[:2])


def test_page_labels_count_front_and_papers_apart(bound: PdfReader) -> None:
    """Cover and list are i and ii; the papers start at 1, as their numbers do."""
    assert bound.page_labels == ["i", "ii", "1", "2", "3", "4"]


def test_outline_nests_papers_of_one_item(bound: PdfReader) -> None:
    """An item with several papers is one entry with an entry for each paper under it."""

    def titles(level: list[object]) -> list[object]:
        return [titles(e) if isinstance(e, list) else e.title for e in level]  # type: ignore[attr-defined]

    assert titles(bound.outline) == [  # type: ignore[arg-type]
        "Bìa hồ sơ",
        "Mục lục văn bản, tài liệu",
        "1. Nghị quyết",
        "6. Các văn bản về hội nghị ra mắt",
        ["Giấy mời 01", "Giấy mời 02"],
    ]


def test_outline_leads_to_first_pages(bound: PdfReader) -> None:
    """An entry of the outline leads to the first page of its paper."""
    flat = [e for e in bound.outline if not isinstance(e, list)]
    assert [bound.get_destination_page_number(entry) for entry in flat] == [0, 1, 2, 4]


def test_list_and_papers_link_to_each_other(bound: PdfReader) -> None:
    """A row of the list leads to its paper; the paper's number leads back to that row."""
    pages = [page.indirect_reference for page in bound.pages]
    rows: list[Any] = list(bound.pages[1].annotations or [])
    links = [row.get_object()["/Dest"] for row in rows]
    assert [pages.index(next(iter(link))) for link in links] == [2, 4, 5]
    assert rows[1].get_object()["/Contents"] == "6. Các văn bản về hội nghị ra mắt › Giấy mời 01"
    heights = []
    for number, row in zip((2, 4, 5), rows, strict=True):
        (back,) = bound.pages[number].annotations or []
        dest = back.get_object()["/Dest"]
        assert next(iter(dest)) == pages[1]
        heights.append(float(dest[3]) - float(row.get_object()["/Rect"][3]))
    assert heights == pytest.approx([36, 36, 36], abs=0.01)
    assert not bound.pages[3].annotations


def test_dossier_tells_title_author_language_and_day(bound: PdfReader, about: Information) -> None:
    """Viewers show the title in the window; screen readers know the language."""
    catalog: dict[str, Any] = bound.root_object
    assert (bound.metadata.title, bound.metadata.author) == (about.title, about.author)  # type: ignore[union-attr]
    assert catalog["/Lang"] == "vi-VN"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_title_with_control_characters_stays_legal(
    cover: bytes, about: Information, faults: Faults
) -> None:
    """What XML forbids leaves the title, in metadata and document information alike."""
    odd = about.changed(title="Hồ sơ\x00 &\ud800 <đội>\ufffe 👮")
    pdf = bind(cover, cover, [DossierPart(("1\x07",), cover)], numerals(), odd)
    assert faults(pdf) == []
    assert PdfReader(io.BytesIO(pdf)).metadata.title == "Hồ sơ & <đội> 👮"  # type: ignore[union-attr]


def test_what_may_not_stand_in_a_title_cannot_be_printed() -> None:
    """A title that can be printed is not searched; each character goes all the same."""
    for character in map(chr, range(0x110000)):
        assert bool(archival._legal(character)) != bool(re.match(archival._ILLEGAL, character))  # noqa: SLF001


def test_dossier_of_archival_parts_is_archival(
    dossier: Bind, parts: list[DossierPart], faults: Faults
) -> None:
    """Parts in PDF/A-2b make a dossier in PDF/A-2b, tags included."""
    assert faults(dossier(parts)) == []


def test_tags_of_all_parts_are_one_tree(bound: PdfReader) -> None:
    """Each part keeps its own document under the dossier's; all is marked as tagged."""
    catalog = bound.root_object
    document = catalog["/StructTreeRoot"]["/K"][0]  # type: ignore[index]
    assert [kid.get_object()["/S"] for kid in document["/K"]] == ["/Part"] * 5
    assert catalog["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_one_plain_part_takes_the_claim_away(
    dossier: Bind, parts: list[DossierPart], typeset_plain: Bytes, faults: Faults
) -> None:
    """A dossier with a part that is no PDF/A does not call itself one, and is sound."""
    extra = DossierPart(("7. Bản quét",), typeset_plain("một trang"), "docgen:07")
    assert faults(dossier([*parts, extra])) == ["no claim"]


def test_untagged_part_leaves_no_dangling_tags(
    dossier: Bind, parts: list[DossierPart], faults: Faults
) -> None:
    """A scan without tags among tagged papers: their tags stay right, none point nowhere."""
    scan = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(300, 400)
    writer.write(scan)
    pdf = dossier([*parts, DossierPart(("7. Bản quét",), scan.getvalue(), "docgen:07")])
    assert faults(pdf) == ["no claim"]
    catalog: dict[str, Any] = PdfReader(io.BytesIO(pdf)).root_object
    assert catalog["/MarkInfo"] == {"/Marked": False}


def test_binding_twice_gives_equal_bytes(dossier: Bind, parts: list[DossierPart]) -> None:
    """Nothing in the dossier comes from clock or chance."""
    assert dossier(parts) == dossier(parts)


def test_binding_in_other_processes_gives_equal_bytes(tmp_path: Path, cover: bytes) -> None:
    """The order of sets and hashes in a process leaves no trace."""
    paper = tmp_path / "giấy tờ.pdf"
    paper.write_bytes(cover)
    digests = {
        subprocess.run(
            [sys.executable, "-c", BINDING, str(paper)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, [50, 60, 500, 700]])
def test_stamp_stands_in_the_corner_as_shown(
    dossier: Bind, typeset: Bytes, turn: int, crop: list[float] | None
) -> None:
    """However a page is turned or cropped, its number is upright at the top right."""
    paper = turned(typeset("#v(1fr)#lorem(20)#v(1fr)"), turn, crop)
    pdf = dossier([DossierPart(("1. Giấy",), paper, "docgen:01")])
    image = pypdfium2.PdfDocument(pdf)[2].render(scale=1, grayscale=True).to_pil()
    corner = image.crop((image.width - 100, 0, image.width, 60)).point(lambda grey: 255 - grey)
    left, top, right, bottom = corner.getbbox()
    assert 100 - right == pytest.approx(42.5, abs=1.5)
    assert bottom == pytest.approx(25.5, abs=1.5)
    assert bottom - top > right - left > 2


def test_link_over_the_number_covers_it_on_turned_pages(dossier: Bind, typeset: Bytes) -> None:
    """The way back to the list lies over the number, however the page is turned."""
    paper = turned(typeset("#lorem(50)"), 90, [50, 60, 500, 700])
    pdf = dossier([DossierPart(("1. Giấy",), paper, "docgen:01")])
    page = PdfReader(io.BytesIO(pdf)).pages[2]
    rectangle = [float(number) for number in page["/Annots"][0]["/Rect"]]  # type: ignore[index]
    assert rectangle == pytest.approx([50 + 11, 700 - 36 - 36, 50 + 11 + 21, 700 - 36], abs=0.01)


def test_sizes_are_those_shown(typeset: Bytes) -> None:
    """Turning swaps width and height, cropping cuts, a user unit enlarges."""
    page = typeset("một")
    with pikepdf.open(io.BytesIO(page)) as opened:
        opened.pages[0].UserUnit = 2
        enlarged = io.BytesIO()
        opened.save(enlarged)
    assert len(page_sizes(page)) == 1
    assert page_sizes(page) == [pytest.approx((595.28, 841.89), abs=0.01)]
    assert page_sizes(turned(page, 90)) == [pytest.approx((841.89, 595.28), abs=0.01)]
    assert page_sizes(turned(page, 270, [0, 0, 100, 200])) == [(200, 100)]
    assert page_sizes(enlarged.getvalue()) == [pytest.approx((1190.55, 1683.78), abs=0.01)]


def test_links_inside_a_paper_stay_inside_it(dossier: Bind, typeset: Bytes) -> None:
    """Two papers that use one name for a place do not lead into each other."""
    paper = typeset("#link(<x>)[xem] #pagebreak() = Đây <x>")
    parts = [DossierPart((str(n),), paper, f"docgen:{n}") for n in (1, 2)]
    reader = PdfReader(io.BytesIO(dossier(parts)))
    pages = [page.indirect_reference for page in reader.pages]
    aims = [reader.pages[n].annotations[0].get_object()["/Dest"] for n in (2, 4)]  # type: ignore[index]
    assert [pages.index(next(iter(aim))) for aim in aims] == [3, 5]


def test_links_to_the_web_stay(dossier: Bind, typeset: Bytes, faults: Faults) -> None:
    """A link of a paper to an address outside is kept."""
    paper = typeset('#link("https://chinhphu.vn")[Cổng]')
    pdf = dossier([DossierPart(("1",), paper, "docgen:1")])
    (note, _) = PdfReader(io.BytesIO(pdf)).pages[2].annotations or []
    assert note.get_object()["/A"]["/URI"] == "https://chinhphu.vn"
    assert faults(pdf) == []


def test_equal_streams_are_stored_once(dossier: Bind, typeset: Bytes) -> None:
    """A paper bound five times brings its fonts and its colour profile once."""
    paper = typeset("= Giấy mời\n" + TABLE)
    single = len(dossier([DossierPart(("1",), paper, "docgen:1")]))
    five = len(dossier([DossierPart((str(n),), paper, f"docgen:{n}") for n in range(5)]))
    assert five - single < len(paper)


def test_actions_and_scripts_stay_behind(dossier: Bind, typeset_plain: Bytes) -> None:
    """A part that wants to run something when opened or clicked becomes mere paper."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typeset_plain('#link("https://a.vn")[a]'))) as opened:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        opened.Root.OpenAction = script
        opened.pages[0].AA = pikepdf.Dictionary(O=script)
        note = opened.pages[0].Annots[0]
        note.A, note.AA = script, pikepdf.Dictionary(E=script)
        opened.save(out)
    pdf = dossier([DossierPart(("1",), out.getvalue(), "docgen:1")])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert b"JavaScript" not in b"".join(
            thing.unparse() for thing in opened.objects if isinstance(thing, pikepdf.Dictionary)
        )


def test_parts_packed_in_object_streams_are_read(
    dossier: Bind, typeset: Bytes, faults: Faults
) -> None:
    """A PDF with packed objects and a packed index gives as sound a dossier as any."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typeset(f"= Một\n{TABLE}"))) as opened:
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    pdf = dossier([DossierPart(("1",), out.getvalue(), "docgen:1")])
    assert faults(pdf) == []
    assert "một" in PdfReader(io.BytesIO(pdf)).pages[2].extract_text()


def test_dossier_can_be_bound_again(
    dossier: Bind, parts: list[DossierPart], faults: Faults
) -> None:
    """A dossier is itself a paper that may be bound: tags, stamps and all."""
    inner = PdfReader(io.BytesIO(dossier(parts)))
    assert len(inner.pages) == 6
    pdf = dossier([DossierPart(("1. Hồ sơ cũ",), dossier(parts), "docgen:old")])
    assert faults(pdf) == []
    assert PdfReader(io.BytesIO(pdf)).pages[4].extract_text().endswith("\n1\n3")


@pytest.mark.parametrize(
    "fault",
    [
        (lambda pdf: pdf[: len(pdf) // 2], OutsideError, "cắt cụt"),
        (lambda _: b"PK\x03\x04 not a PDF at all", OutsideError, "không phải là PDF"),
        (lambda _: b"", OutsideError, "không phải là PDF"),
        (lambda _: b"%PDF-1.7\n\x00\xff garbage\n%%EOF", OutsideError, "bị hỏng"),
        (locked, RecordError, "mật khẩu"),
        (lambda _: without_pages(), OutsideError, "không có trang"),
    ],
)
def test_broken_part_is_named(
    parts: list[DossierPart],
    cover: bytes,
    about: Information,
    fault: tuple[Callable[[bytes], bytes], type[DocgenError], str],
) -> None:
    """Whatever is wrong with a part, the error says which and what, in Vietnamese first."""
    spoil, error, words = fault
    broken = DossierPart(("5. Quy chế", "Bản ký"), spoil(parts[0].pdf), "docgen:05")
    with pytest.raises(error) as caught:
        bind(cover, cover, [broken], numerals(), about)
    (problem,) = caught.value.problems
    assert problem.place.file == "5. Quy chế › Bản ký"
    assert words in problem.what.vi
    assert problem.what.en
    assert problem.hint.vi
    assert problem.hint.en


def test_cipher_that_cannot_be_read_is_a_locked_part(
    cover: bytes, about: Information, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pypdf would need another package to look inside, the part counts as locked."""

    def refuse(*_: object, **__: object) -> None:
        raise DependencyError

    monkeypatch.setattr(source, "PdfReader", refuse)
    with pytest.raises(RecordError, match="encrypted"):
        bind(cover, cover, [], numerals(), about)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_garbage_in_a_part_is_bound_or_told(
    typeset: Bytes, cover: bytes, about: Information, data: st.DataObject
) -> None:
    """Bytes changed anywhere: either a dossier comes out or an error of ours, nothing else."""
    spoiled = bytearray(typeset(f'= Một\n{TABLE}\n#link("https://a.vn")[b]'))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(spoiled) - 1))
        spoiled[place] = data.draw(st.sampled_from(b"0123456789 /<>[]()%RDabc\x00\xff"))
    with suppress(DocgenError):
        pdf = bind(cover, cover, [DossierPart(("1",), bytes(spoiled))], numerals(), about)
        assert pdf.startswith(b"%PDF")


def test_role_with_two_meanings_keeps_both(dossier: Bind, typeset: Bytes, faults: Faults) -> None:
    """A role that two parts read differently is renamed in one, so that each keeps its own."""
    papers = []
    for meaning in ("/P", "/H2"):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(typeset("= Một\n#strong[hai]"))) as opened:
            opened.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(
                {"/Strong": pikepdf.Name(meaning), "/Của tôi": pikepdf.Name.Span}
            )
            opened.save(out)
        papers.append(DossierPart((meaning,), out.getvalue(), "docgen:" + meaning[1:]))
    pdf = dossier(papers)
    catalog: dict[str, Any] = PdfReader(io.BytesIO(pdf)).root_object
    roles = catalog["/StructTreeRoot"]["/RoleMap"]
    names = ("/Strong", "/Strong-p0003", "/Strong-p0000", "/Của tôi")
    assert [roles[name] for name in names] == ["/P", "/H2", "/Span", "/Span"]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        elements = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o]
    assert {"/Strong", "/Strong-p0003"} < {str(element.S) for element in elements}
    assert faults(pdf) == []


def test_all_broken_parts_are_told_at_once(cover: bytes, about: Information) -> None:
    """Two broken parts are two problems of one error."""
    parts = [DossierPart((name,), b"no", "docgen:" + name) for name in ("A", "B")]
    with pytest.raises(OutsideError) as caught:
        bind(cover, cover, parts, numerals(), about)
    assert [problem.place.file for problem in caught.value.problems] == ["A", "B"]


def test_damage_inside_a_part_is_told(typeset: Bytes, cover: bytes, about: Information) -> None:
    """A part whose objects make no sense is named, whatever the reader stumbles over."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typeset("một"))) as opened:
        opened.pages[0].Rotate = pikepdf.Name.Sideways
        opened.save(out)
    with pytest.raises(OutsideError, match=r"6\. Giấy mời.*damaged"):
        bind(cover, cover, [DossierPart(("6. Giấy mời",), out.getvalue())], numerals(), about)


def test_link_without_paper_is_an_error(
    cover: bytes, listing: Rows, parts: list[DossierPart], about: Information
) -> None:
    """A row that leads to no paper is told with the name it has."""
    rows = listing(["docgen:01", "docgen:99-khong-co"])
    with pytest.raises(TemplateError, match="docgen:99-khong-co") as caught:
        bind(cover, rows, parts[:1], numerals(), about)
    assert caught.value.problems[0].place.file == "Mục lục văn bản, tài liệu"


@pytest.mark.parametrize("drawn", ["012345678", "#rect()"])
def test_a_number_needs_ten_digits(
    typeset: Bytes, parts: list[DossierPart], about: Information, drawn: str
) -> None:
    """Too few of them, or none, are a fault of the program, told as such."""
    with pytest.raises(ValueError, match="digits"):
        bind(parts[0].pdf, parts[0].pdf, parts, typeset(drawn), about)


def test_a_long_dossier_is_numbered_to_its_end(cover: bytes, about: Information) -> None:
    """Numbers of several digits are one word each and end at the same place."""
    parts = [DossierPart((str(n),), cover) for n in range(1, 109)]
    pdf = bind(cover, cover, parts, numerals(), about)
    pages = pypdfium2.PdfDocument(pdf)
    ends = []
    for number in (9, 10, 99, 100, 108):
        text = pages[number + 1].get_textpage()
        (found,) = iter(text.search(str(number)).get_next, None)
        ends.append(text.get_charbox(sum(found) - 1)[2])
    assert ends == pytest.approx([595.28 - 42.52] * 5, abs=1)


def test_papers_refer_to_papers_before_and_behind(
    cover: bytes, listing: Rows, about: Information, typeset: Bytes, faults: Faults
) -> None:
    """A paper may lead to one that is bound later, and to itself."""
    links = "".join(f'#link("docgen:{n}")[x] ' for n in range(3))
    parts = [DossierPart((f"{n}",), typeset(links), f"docgen:{n}") for n in range(3)]
    pdf = bind(cover, listing([part.link for part in parts]), parts, numerals(), about)
    reader = PdfReader(io.BytesIO(pdf))
    pages = [page.indirect_reference for page in reader.pages]
    for page in reader.pages[2:]:
        aims = [note.get_object()["/Dest"] for note in page["/Annots"]]  # type: ignore[attr-defined]
        assert [pages.index(next(iter(aim))) for aim in aims[:3]] == [2, 3, 4]
    assert faults(pdf) == []


def test_a_profile_that_is_none_makes_no_claim(cover: bytes, about: Information) -> None:
    """A part whose colour profile is damaged is bound; the dossier then claims no PDF/A."""
    intent = b"/DestOutputProfile 22 0 R"
    assert intent in cover
    spoiled = cover.replace(intent, b"/DestOutputProfile 22 0 0")
    pdf = bind(cover, cover, [DossierPart(("1",), spoiled)], numerals(), about)
    assert b"/OutputIntents" not in pdf


@pytest.mark.parametrize("told", ["packed", "elsewhere"])
def test_a_part_that_another_program_saved_keeps_its_claim(
    dossier: Bind, typeset: Bytes, faults: Faults, told: str
) -> None:
    """Its metadata may be packed; how many colours its profile has may stand elsewhere."""
    writer = PdfWriter(clone_from=io.BytesIO(typeset("một")))
    root: Any = writer.root_object
    if told == "packed":
        packed = root["/Metadata"].flate_encode()
        root[NameObject("/Metadata")] = writer._add_object(packed)  # noqa: SLF001
    else:
        profile = root["/OutputIntents"][0]["/DestOutputProfile"]
        profile[NameObject("/N")] = writer._add_object(profile["/N"])  # noqa: SLF001
    saved = io.BytesIO()
    writer.write(saved)
    assert faults(dossier([DossierPart(("1",), saved.getvalue(), "docgen:1")])) == []


def test_several_covers_go_around_the_same_papers(
    typeset: Bytes, parts: list[DossierPart], about: Information
) -> None:
    """Each chair's dossier is what it would be alone, whoever else had covers put around."""
    covers = [Covers(typeset(f"Bìa {name}"), typeset(f"Mục lục {name}")) for name in "AB"]
    binder = Binder(titles(parts), numerals())
    for part in parts:
        binder.add(part)
    block = binder.block()
    together = [block.cased(one, about) for one in (*covers, covers[0])]
    alone = [bind(one.cover, one.listing, parts, numerals(), about) for one in covers]
    assert together == [*alone, alone[0]]


def test_links_of_all_papers_that_lead_nowhere_are_told_at_once(
    dossier: Bind, typeset: Bytes
) -> None:
    """Who mends the one has heard of the other."""
    astray = [
        DossierPart((name,), typeset(f'#link("docgen:{name}")[x]'), f"docgen:0{place}")
        for place, name in enumerate("ab")
    ]
    with pytest.raises(TemplateError) as caught:
        dossier(astray)
    assert [problem.place.file for problem in caught.value.problems] == ["a", "b"]


def test_a_last_sheet_without_a_byte_is_no_last_sheet_left_out(
    typeset: Bytes, parts: list[DossierPart], about: Information
) -> None:
    """It is told as no PDF, not passed over."""
    cover = typeset("Bìa")
    with pytest.raises(OutsideError):
        bind(cover, cover, parts, numerals(), about, closing=b"")
