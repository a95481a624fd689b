"""Compiled templates: same bytes always, a package and an element order that Word accepts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from lxml import etree

from docgen.errors import TemplateError
from docgen.word.authoring import compile as authoring
from docgen.word.authoring.compile import compile_template
from docgen.word.authoring.stylesheets import SHEETS, stylesheet
from docgen.word.filling.templates import shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUTS = sorted(authoring._LAYOUTS)  # noqa: SLF001  every layout there is
BODY = """\
# Chương I
## QUY ĐỊNH CHUNG
##### Điều 1. Phạm vi
**Đậm** và *nghiêng* {{ model.name }}
{.widths 1 5}
| TT | Họ tên |
|---|---|
| {%tr for m in members %} | |
| {{ loop.index }} | {{ m.name }} |
| {%tr endfor %} | |

Sau bảng
::: pagebreak
::: center
Giữa
:::
Hết./.
{%p if members %}
::: annex landscape
Phụ lục
DANH SÁCH
(Kèm theo)
Nội dung
:::
{%p endif %}
"""

# The order of children in the schema (ECMA-376 part 1, annex A), as far as our documents go.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs spacing ind jc "
    "outlineLvl sectPr",
    "rPr": "rStyle rFonts b i color sz szCs u lang",
    "tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "sectPr": "headerReference type pgSz pgMar pgNumType cols titlePg",
    "style": "name basedOn next qFormat pPr rPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat",
}


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def local(element: Any) -> str:
    """The name of ``element`` without its namespace."""
    return str(etree.QName(element).localname)


@pytest.fixture(params=LAYOUTS)
def compiled(request: pytest.FixtureRequest, source: Callable[..., str]) -> dict[str, bytes]:
    """The parts of a template of every layout with everything in its body."""
    return parts(compile_template(source(request.param, BODY), request.param))


def test_the_same_source_gives_the_same_bytes(source: Callable[..., str]) -> None:
    """Compiling twice gives one and the same file, with no time in it."""
    first, second = (compile_template(source("named", BODY), "mau") for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_children_stand_in_the_order_of_the_schema(compiled: dict[str, bytes]) -> None:
    """Word repairs, or refuses, documents whose properties stand in another order."""
    for name in (name for name in compiled if name.endswith(".xml") and name.startswith("word/")):
        for element in etree.fromstring(compiled[name]).iter(*(f"{W}{tag}" for tag in ORDER)):
            order = ORDER[local(element)].split()
            ranks = [order.index(local(child)) for child in element]
            assert ranks == sorted(ranks), (name, etree.tostring(element))


def test_cells_end_with_a_paragraph(compiled: dict[str, bytes]) -> None:
    """A cell without a paragraph is a damaged document to Word."""
    for cell in etree.fromstring(compiled["word/document.xml"]).iter(f"{W}tc"):
        assert local(cell[0]) == "tcPr"
        assert local(cell[-1]) == "p"


def test_cell_widths_are_those_of_the_grid(compiled: dict[str, bytes]) -> None:
    """Every row fills the grid of its table."""
    for table in etree.fromstring(compiled["word/document.xml"]).iter(f"{W}tbl"):
        grid = [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            assert [width.get(f"{W}w") for width in row.iter(f"{W}tcW")] == grid
        assert sum(int(width or 0) for width in grid) <= 16838


def test_tables_never_touch_and_never_end_the_document(compiled: dict[str, bytes]) -> None:
    """A paragraph stands between two tables and after the last one."""
    (body,) = etree.fromstring(compiled["word/document.xml"])
    names = [local(child) for child in body]
    assert "tbl tbl" not in " ".join(names)
    assert names[-1] == "sectPr"
    assert names[-2] == "p"


def test_the_package_lists_each_part_once(compiled: dict[str, bytes]) -> None:
    """Content types and relations agree with the parts that are there, nothing else is."""
    types = etree.fromstring(compiled["[Content_Types].xml"])
    overrides = {name[1:] for o in types if (name := o.get("PartName"))}
    rels = {name for name in compiled if name.endswith(".rels")}
    assert overrides | rels | {"[Content_Types].xml"} == set(compiled)
    for name in rels:
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for relation in etree.fromstring(compiled[name]):
            target = f"{folder}/{relation.get('Target')}".lstrip("/")
            assert target in compiled


def test_relations_in_the_document_exist(compiled: dict[str, bytes]) -> None:
    """Each r:id in the text is a relation of the document."""
    known = set(re.findall(rb'Id="(\w+)"', compiled["word/_rels/document.xml.rels"]))
    used = set(re.findall(rb'r:id="(\w+)"', compiled["word/document.xml"]))
    assert used <= known


def test_styles_in_use_exist(compiled: dict[str, bytes]) -> None:
    """No paragraph names a style that the style sheet lacks."""
    known = set(re.findall(rb'w:styleId="(\w+)"', compiled["word/styles.xml"]))
    for name in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
        used = set(re.findall(rb'<w:(?:pStyle|basedOn|next) w:val="(\w+)"', compiled[name]))
        assert used <= known


def test_python_docx_changes_nothing(source: Callable[..., str]) -> None:
    """The package is written as python-docx, and so docxtpl, writes it: part by part the same."""
    data = compile_template(source("named", BODY), "mau")
    again = io.BytesIO()
    Document(io.BytesIO(data)).save(again)
    assert list(parts(again.getvalue()).items()) == list(parts(data).items())


@pytest.mark.parametrize("regime", sorted(SHEETS))
def test_style_names_and_ids_are_unique(regime: str) -> None:
    """Word merges styles of one name; ids are what paragraphs point to."""
    xml = stylesheet(regime)
    for attribute in ('w:styleId="([^"]+)"', '<w:name w:val="([^"]+)"'):
        found = re.findall(attribute, xml)
        assert len(found) == len(set(found))


def test_headings_reach_the_navigation_pane() -> None:
    """Chapters, sections, articles and titled clauses have outline levels."""
    styles = etree.fromstring(stylesheet("state"))
    levels = {
        style.get(f"{W}styleId"): level.get(f"{W}val")
        for style in styles.iter(f"{W}style")
        for level in style.iter(f"{W}outlineLvl")
    }
    assert levels == {
        "Chapter": "0",
        "Section": "1",
        "Article": "1",
        "Clause": "2",
        "AnnexLabel": "0",
    }


def test_pages_are_a4_with_the_margins_of_the_law(compiled: dict[str, bytes]) -> None:
    """A4, 20/20/30/15 mm, page number in the top margin, none on a first page."""
    for section in etree.fromstring(compiled["word/document.xml"]).iter(f"{W}sectPr"):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None
        assert margins is not None
        assert {size.get(f"{W}w"), size.get(f"{W}h")} == {"11906", "16838"}
        sides = [margins.get(f"{W}{side}") for side in ("top", "bottom", "left", "right", "header")]
        assert sides == ["1134", "1134", "1701", "850", "567"]
        assert section.find(f"{W}titlePg") is not None
    assert b" PAGE " in compiled["word/header1.xml"]


def test_an_annex_counts_its_pages_anew(source: Callable[..., str]) -> None:
    """Phụ lục I.III.1: each annex has its own page numbers; a landscape annex is turned."""
    document = parts(compile_template(source("named", BODY), "mau"))["word/document.xml"]
    main, annex = etree.fromstring(document).iter(f"{W}sectPr")
    assert main.find(f"{W}pgNumType") is None
    start, size = annex.find(f"{W}pgNumType"), annex.find(f"{W}pgSz")
    assert start is not None
    assert size is not None
    assert (start.get(f"{W}start"), size.get(f"{W}orient")) == ("1", "landscape")


def test_a_page_break_falls_on_the_next_paragraph(source: Callable[..., str]) -> None:
    """A break is a property of the text that follows, so no empty paragraph is needed."""
    document = parts(compile_template(source("named", BODY), "mau"))["word/document.xml"]
    (broken,) = etree.fromstring(document).iter(f"{W}pageBreakBefore")
    assert "".join(broken.getparent().getparent().itertext()) == "Giữa"  # type: ignore[union-attr]


def test_an_unknown_layout_is_refused(source: Callable[..., str]) -> None:
    """The message lists the layouts there are."""
    with pytest.raises(TemplateError, match=r"named.*decision"):
        compile_template(source("poem"), "mau")


def test_shipped_templates_are_those_of_their_sources() -> None:
    """Source and built template are committed together; `docgen templates build` makes them so."""
    assert authoring.stale(shipped_folder()) == []


def test_stale_names_what_must_be_built(tmp_path: Path, source: Callable[..., str]) -> None:
    """A template whose source changed is stale until it is written again."""
    (tmp_path / "a.md").write_text(source("named"), "utf-8")
    (tmp_path / "b.md").write_text(source("letter"), "utf-8")
    assert authoring.write(tmp_path) == ["a", "b"]
    assert authoring.stale(tmp_path) == []
    (tmp_path / "b.md").write_text(source("letter", "Khác./."), "utf-8")
    assert authoring.stale(tmp_path) == ["b"]
    assert authoring.write(tmp_path) == ["b"]


CHART = """\
---
layout: attached
title: BẢNG
summary: thử
---
{.align l b}
| Loại | Biểu đồ |
|---|---|
| {%tr for row in rows %} | |
| {{ row.name }} | {{ row.bar }} |
| {%tr endfor %} | |
"""


def test_a_column_of_bars_has_their_style_and_its_sheet() -> None:
    """Only papers with a chart carry the style, so that others stay as they are."""
    made = parts(compile_template(CHART, "bang"))
    root = etree.fromstring(made["word/document.xml"])
    styles = [style.get(f"{W}val") for style in root.iter(f"{W}pStyle")]
    assert styles.count("Bar") == 1
    assert b'w:styleId="Bar"' in made["word/styles.xml"]
    plain = parts(compile_template(CHART.replace("l b", "l c"), "bang"))
    assert b'w:styleId="Bar"' not in plain["word/styles.xml"]
