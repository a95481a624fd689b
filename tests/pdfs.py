"""PDFs to bind, made as the built-in printer makes them, and what PDF/A asks of the result."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pikepdf
import pytest
import typst

import docgen
from docgen.dossier.archival import Information
from docgen.dossier.binding import bind
from docgen.dossier.source import Source
from docgen.printing.numerals import numerals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from docgen.dossier.parts import DossierPart

    Typeset = Callable[[str], bytes]

_FONTS = typst.Fonts(
    include_system_fonts=False,
    font_paths=[str(Path(docgen.__file__).parent / "printing" / "fonts")],
)
_HEAD = """
#set document(title: "Giấy tờ", author: "UBND", date: datetime(year: 2026, month: 9, day: 5))
#set text(font: "Liberation Serif", size: 13pt, lang: "vi", region: "VN")
"""
_XMP_PART = "{http://www.aiim.org/pdfa/ns/id/}part"
_XMP_CONFORMANCE = "{http://www.aiim.org/pdfa/ns/id/}conformance"


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of ``pdf`` in points, as it is shown."""
    return [frame.size for frame in Source(pdf, "PDF").frames]


@cache
def _typeset(source: str, standard: Literal["1.7", "a-2b"]) -> bytes:
    return typst.compile(
        (_HEAD + source).encode(),
        font_paths=_FONTS,
        pdf_standards=[standard],
    )


@pytest.fixture(scope="session")
def typeset() -> Typeset:
    """Typst source to tagged PDF/A-2b."""
    return lambda source: _typeset(source, "a-2b")


@pytest.fixture(scope="session")
def typeset_plain() -> Typeset:
    """Typst source to a PDF that does not claim to be PDF/A."""
    return lambda source: _typeset(source, "1.7")


@pytest.fixture(scope="session")
def cover(typeset: Typeset) -> bytes:
    """A cover of one page."""
    return typeset('#set page("a4")\n= Bìa')


@pytest.fixture(scope="session")
def listing(typeset: Typeset) -> Callable[[Sequence[str]], bytes]:
    """A list of documents whose rows link to the names given."""

    def make(names: Sequence[str]) -> bytes:
        rows = "".join(f'[#link("{name}")[Văn bản {name[7:]}]], [1],' for name in names)
        table = f"#table(columns: 2, table.header([Tên], [Tờ]), {rows})"
        return typeset(f'#set page("a4", flipped: true)\n= Mục lục\n{table}')

    return make


@pytest.fixture(scope="session")
def about() -> Information:
    """What a dossier tells about itself."""
    return Information("Hồ sơ mô hình <Tiếng loa & an ninh>", "UBND xã Tân Mỹ", date(2026, 9, 5))


@pytest.fixture(scope="session")
def dossier(
    cover: bytes,
    listing: Callable[[Sequence[str]], bytes],
    about: Information,
) -> Callable[[Sequence[DossierPart]], bytes]:
    """Papers bound under a cover and a list that names them all."""

    def make(parts: Sequence[DossierPart]) -> bytes:
        names = [part.link for part in parts if part.link]
        return bind(cover, listing(names), parts, numerals(), about)

    return make


@pytest.fixture(scope="session")
def faults() -> Callable[[bytes], list[str]]:
    """What is wrong with a PDF: its syntax, its tags, and where it claims it, as PDF/A-2b."""

    def look(data: bytes) -> list[str]:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = [*pdf.check_pdf_syntax(), *_tag_faults(pdf), *_annotation_faults(pdf)]
            xmp = pdf.open_metadata(set_pikepdf_as_editor=False)
            claim = xmp.get(_XMP_PART), xmp.get(_XMP_CONFORMANCE)
            return found + (list(_archival_faults(pdf)) if claim == ("2", "B") else ["no claim"])

    return look


def _archival_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted or len(pdf.trailer.ID) != 2:
        yield "encrypted, or without identity"
    if {"/AA", "/OpenAction", "/AcroForm", "/Names"} & set(pdf.Root.keys()):
        yield "catalog with actions"
    intents = list(pdf.Root.OutputIntents)
    if [str(intent.S) for intent in intents] != ["/GTS_PDFA1"]:
        yield "not one output intent"
    elif intents[0].DestOutputProfile.read_bytes()[36:40] != b"acsp":
        yield "output intent without colour profile"
    yield from _information_faults(pdf)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield from _object_faults(thing)


def _information_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    xmp = pdf.open_metadata(set_pikepdf_as_editor=False)
    told = (xmp["dc:title"], xmp["dc:creator"], xmp["xmp:CreateDate"], xmp["xmp:ModifyDate"])
    made = xmp["xmp:CreatorTool"], xmp["pdf:Producer"]
    info = pdf.docinfo
    day = "2026-09-05T00:00:00+07:00", "D:20260905000000+07'00'"
    if told != (str(info.Title), [str(info.Author)], day[0], day[0]):
        yield "metadata and information differ"
    if (str(info.CreationDate), str(info.ModDate)) != (day[1], day[1]):
        yield "wrong date"
    if made != (str(info.Creator), str(info.Producer)):
        yield "metadata names another tool"


def _object_faults(thing: Any) -> Iterator[str]:
    if thing.get("/S") in ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ImportData"):
        yield f"action {thing.S}"
    if thing.get("/Type") == "/Font" and not _is_embedded(thing):
        yield f"font {thing.get('/BaseFont')} is not embedded"
    if isinstance(thing, pikepdf.Stream) and (
        "/F" in thing or thing.get("/Filter") == "/LZWDecode"
    ):
        yield "external or LZW stream"


def _is_embedded(font: Any) -> bool:
    if font.Subtype == "/Type0":
        return all(_is_embedded(kid) for kid in font.DescendantFonts)
    files = {"/FontFile", "/FontFile2", "/FontFile3"}
    return font.Subtype == "/Type3" or bool(files & set(font.FontDescriptor.keys()))


def _annotation_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            flags = int(note.get("/F", 0))
            if not flags & 4 or flags & (1 | 2 | 32 | 256):
                yield f"flags {flags} of an annotation"
            if note.P.objgen != page.objgen:
                yield "annotation of another page"
            if "/Dest" in note and note.Dest[0].get("/Type") != "/Page":
                yield "link to nowhere"


def _tag_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot")
    parents = dict(_pairs(tree.ParentTree.Nums)) if tree is not None else {}
    for page in pdf.pages:
        if "/StructParents" in page:
            yield from _page_tag_faults(page, parents.get(int(page.StructParents)))
        for note in page.get("/Annots", []):
            if "/StructParent" in note and not _holds(parents.get(int(note.StructParent)), note):
                yield "annotation that its tag does not know"
    if tree is not None:
        yield from _element_faults(tree, tree.K[0])
        names: Any = tree.IDTree.Names if "/IDTree" in tree else []
        ids = [bytes(name) for name, _ in _pairs(names)]
        if ids != sorted(set(ids)):
            yield "ids of tags not unique or not in order"


def _pairs(listed: Any) -> Iterator[tuple[Any, Any]]:
    entries = list(listed)
    yield from zip(
        (int(k) if not isinstance(k, pikepdf.String) else k for k in entries[::2]),
        entries[1::2],
        strict=True,
    )


def _page_tag_faults(page: Any, elements: Any) -> Iterator[str]:
    if elements is None:
        yield "page whose tags are missing"
        return
    for element in elements:
        if (
            element.get("/Type") == "/StructElem"
            and "/Pg" in element
            and not any(
                kid.Pg.objgen == page.objgen
                for kid in [element, *(k for k in element.K if isinstance(k, pikepdf.Dictionary))]
                if "/Pg" in kid
            )
        ):
            yield "tag of another page"


def _holds(element: Any, note: Any) -> bool:
    return element is not None and any(
        isinstance(kid, pikepdf.Dictionary)
        and kid.get("/Obj", pikepdf.Dictionary()).objgen == note.objgen
        for kid in element.K
    )


def _element_faults(parent: Any, element: Any) -> Iterator[str]:
    if element.P.objgen != parent.objgen:
        yield "tag with another parent"
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _element_faults(element, kid)
