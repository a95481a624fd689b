"""What may do harm is refused by name, and nothing else is."""

from __future__ import annotations

import pytest

from docgen.errors import ExitCode, Problem, Severity, TemplateError
from docgen.word.dangers import TABLE, TARGETS
from docgen.word.package import open_package
from tests.odd import HARMFUL, HARMLESS, TOLD, changed, field, holding, related
from tests.printing.docx import docx


def problems(data: bytes) -> tuple[Problem, ...]:
    """What is said of an unsafe file."""
    with pytest.raises(TemplateError) as caught:
        open_package(data, "la.docx")
    assert caught.value.exit_code is ExitCode.INPUT
    return caught.value.problems


@pytest.mark.parametrize(("data", "word"), HARMFUL.values(), ids=HARMFUL)
def test_what_may_do_harm_is_refused_by_name(data: bytes, word: str) -> None:
    """What it is, in which file, why, and what to do about it."""
    for problem in problems(data):
        assert problem.place.file == "la.docx"
        assert problem.what.vi.startswith("tệp Word không an toàn: ")
        assert problem.what.en.startswith("unsafe Word file: it ")
        assert problem.hint.vi
        assert problem.hint.en
    assert any(word in problem.what.vi for problem in problems(data))


@pytest.mark.parametrize("name", HARMLESS)
def test_what_does_no_harm_is_let_through(name: str) -> None:
    """A link that waits for a click, a template's name: told where it matters, never refused."""
    remarks = open_package(HARMLESS[name], "la.docx").remarks
    assert len(remarks) == (name in TOLD)
    for remark in remarks:
        assert TOLD[name] in remark.what.vi
        assert (remark.severity, remark.place.file) == (Severity.WARNING, "la.docx")


def test_every_danger_is_told_at_once_and_each_once() -> None:
    """A file with two dangers, one of them twice, is told both."""
    both = docx("", extra={"word/vbaProject.bin": "x", "word/vbaData.xml": "<x/>"})
    both = changed(both, "word/header1.xml", lambda _: _header(field(" DDE a ")))
    assert len(problems(both)) == 2


def _header(body: str) -> bytes:
    """A header with ``body`` in it."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:hdr xmlns:w="{space}">{body}</w:hdr>'.encode()


def test_the_target_of_a_link_is_told() -> None:
    """The person finds the one link among many."""
    (problem,) = problems(related("hyperlink", "file:///C:/mau.xls"))
    assert "file:///C:/mau.xls" in problem.what.vi


def test_two_links_to_files_are_two_problems() -> None:
    """Each has to be taken out."""
    two = holding(field(' HYPERLINK "file:///a" ') + field(' HYPERLINK "file:///b" '))
    assert [problem.what.en.count("file:///") for problem in problems(two)] == [1, 1]


def test_the_result_of_a_field_is_no_code() -> None:
    """Words that a field shows may be those of another field's code."""
    shown = field(" DATE ").replace("<w:t>x</w:t>", "<w:t>LINK và INCLUDETEXT</w:t>")
    (told,) = open_package(holding(shown), "a.docx").remarks
    assert (told.severity, "change by themselves" in told.what.en) == (Severity.WARNING, True)


def test_a_field_in_the_code_of_another_is_looked_at() -> None:
    """What is fetched for the argument of a harmless field is fetched all the same."""
    inner = field(" INCLUDETEXT a ")[len("<w:p>") : -len("</w:p>")]
    outer = field(" IF ").replace("<w:t>x</w:t>", "<w:t/>")
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    (problem,) = problems(holding(outer.replace(code, code + inner)))
    assert "INCLUDETEXT" in problem.what.vi


@pytest.mark.parametrize("row", [*TABLE, *TARGETS], ids=lambda row: row.what.en)
def test_the_list_is_written_to_be_matched(row: object) -> None:
    """Kinds and patterns are in lower case, as they are compared."""
    for name in ("parts", "types"):
        assert getattr(row, name) == getattr(row, name).lower()
    assert all(kind == kind.lower() for kind in getattr(row, "kinds", ()))
