"""Small files that once went wrong, one of each kind: what is right for each stands here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.dossier.archival import Information
from docgen.dossier.binding import bind
from docgen.dossier.parts import DossierPart
from docgen.errors import DocgenError, Severity, TemplateError
from docgen.papers.samples import known_names, views
from docgen.printing.builtin import print_sheets
from docgen.printing.labels import Label, label
from docgen.printing.numerals import numerals
from docgen.printing.typeset import Source, typeset
from docgen.scans import one_file
from docgen.word.filling.check import check_template
from docgen.word.filling.fill import Properties, prepare
from docgen.word.filling.templates import TemplateFolder
from docgen.word.package import open_package
from docgen.workflows.desk import sound
from docgen.workflows.examining import read_whole
from tests.samples import drafted

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.scans.outside.fields import Writing

CASES = Path(__file__).parent / "cases"
TEMPLATE = "quyet-dinh-thanh-lap"
SAMPLE = "xa-2026-to-lien-gia"

TOLD_BY_CHECK = {
    "T22-p-beside-text": "MẤT CHỮ NÀY",
    "T22b-tr-beside-text": "takes away",
    "T24-bad-filter": "viethoa",
    "T47-list-printed": "is a list",
    "T60-rich": "outside any text",
    "V01-if-cells-false": "",
    "V03-tr-in-first-cell": "",
}
SOUND = {
    "T17-endnote": "word/endnotes.xml",
    "U05-document2": "word/document2.xml",
    "U06-strict": "word/document.xml",
    "U08c-upper": "word/document.xml",
}
"""Templates that are filled, each with a part that has no tag left in it."""


@cache
def _known() -> tuple[frozenset[str], list[Frame]]:
    return known_names(), views(TEMPLATE)


def _template(name: str) -> bytes:
    """The template of the case ``name``, found as a command finds it."""
    return TemplateFolder(CASES / "docx" / name).read(TEMPLATE)


@pytest.mark.parametrize(("name", "words"), TOLD_BY_CHECK.items(), ids=TOLD_BY_CHECK)
def test_what_a_template_would_lose_is_told_by_check(name: str, words: str) -> None:
    """Text lost, a strange filter, a list for a text, torn conditions: told before they print."""
    names, trials = _known()
    found = check_template(_template(name), f"{TEMPLATE}.docx", names, trials)
    errors = [one.what.en for one in found if one.severity is Severity.ERROR]
    assert errors
    assert any(words in one for one in errors), errors


@pytest.mark.parametrize(("name", "part"), SOUND.items(), ids=SOUND)
def test_what_is_sound_is_filled(name: str, part: str) -> None:
    """Endnotes, another main part, Strict Open XML, a name in capitals: used like any other."""
    names, trials = _known()
    data = _template(name)
    assert not check_template(data, f"{TEMPLATE}.docx", names, trials)
    day = drafted(SAMPLE)
    docx = prepare(data, f"{TEMPLATE}.docx").fill(trials[0], Properties("", "", "", day))
    assert b"{{" not in open_package(docx, name).parts[part]


@pytest.mark.parametrize(
    ("name", "remark"),
    [
        ("E01-tracked", "tracked changes"),
        ("E05-attached", "template is left aside"),
        ("E06-tel", ""),
        ("E11-date-field", "change by themselves"),
    ],
)
def test_edited_papers_print_as_they_read(name: str, remark: str) -> None:
    """What is harmless is printed; what might surprise is told as well."""
    data = (CASES / "docx" / f"{name}.05-quy-che.docx").read_bytes()
    told = [*open_package(data, name).remarks, *print_sheets(data, name).remarks]
    assert not told if not remark else any(remark in one.what.en for one in told)


def test_what_hides_words_is_refused_by_name() -> None:
    """An embedded document is named, with what to do."""
    data = (CASES / "docx" / "E04-altchunk.05-quy-che.docx").read_bytes()
    with pytest.raises(TemplateError, match="altChunk") as caught:
        print_sheets(data, "05-quy-che.docx")
    assert all(one.hint.vi for one in caught.value.problems)


SCANS = {
    "comment-before-stream": "",
    "content-zlib-header-damaged": "refused",
    "form-field-without-appearance": "",
    "form-self-reference": "refused",
    "hang-inline-image-openers": "",
    "image-length-wrong": "",
    "incremental-cut-in-update": "refused",
    "jbig2-content-stream": "refused",
    "layer-ocmd-alloff": "",
    "mediabox-reversed": "",
    "signed-with-embedded": "told",
    "stamp-norotate": "",
}
"""What becomes of each: bound, bound and told, or refused by name."""


def _written(words: Writing) -> bytes | None:
    return label(Label(*words))


def _let_in(name: str) -> str:
    data = (CASES / "inputs" / f"{name}.pdf").read_bytes()
    try:
        screened = one_file.let_in(data, "da-ky/04.pdf", _written)
        paper = one_file.one_paper([one_file.Scan("04.pdf", data, screened)], "da-ky/04.pdf")
    except DocgenError as fault:
        return "refused" if all(one.hint.vi for one in fault.problems) else "no hint"
    part = DossierPart(("4",), paper)
    cover = typeset(Source('#set page("a4")\n= Bìa'), "cover")
    about = Information("Hồ sơ", "UBND xã", drafted(SAMPLE))
    assert bind(cover, cover, [part], numerals(), about)
    return "told" if screened.remarks else ""


@pytest.mark.parametrize(("name", "outcome"), SCANS.items(), ids=SCANS)
def test_scans_are_bound_or_told(name: str, outcome: str) -> None:
    """What viewers show is bound; what is damaged, cut off or acts is told or refused."""
    assert _let_in(name) in {outcome, outcome or "told"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("number-infinite.xlsx", "vô hạn"),
        ("strict-ooxml.xlsx", "Strict Open XML"),
        ("vni-name.xlsx", "VNI"),
    ],
)
def test_records_are_read_or_told_with_their_place(name: str, words: str) -> None:
    """Infinite numbers, another dialect, an old encoding, curled quotes: located, with words."""
    file = CASES / "inputs" / name
    with pytest.raises(DocgenError) as caught:
        sound(read_whole(file, drafted(SAMPLE))[1])
    found = caught.value.problems
    assert {one.place.file for one in found} == {str(file)}
    assert any(words in one.what.vi for one in found), found


def test_curled_quotes_around_a_name_are_no_part_of_it() -> None:
    """They are understood as the quotes that they were meant to be, or told."""
    record, findings = read_whole(
        CASES / "inputs" / "smart-quotes-around-name.yaml", drafted(SAMPLE)
    )
    quoted = any(sign in record.record.model.name for sign in "“”")
    assert not quoted or any("“" in one.what.vi for one in findings.problems)
