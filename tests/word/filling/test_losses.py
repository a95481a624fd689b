"""Whatever a template says is printed, or named as lost: over all ways to lose it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from docgen.errors import Severity, TemplateError
from docgen.papers.samples import views
from docgen.word.authoring.compile import compile_template
from docgen.word.filling.check import check_template
from docgen.word.filling.fields import known_fields
from docgen.word.filling.fill import Properties, prepare
from docgen.word.filling.templates import TemplateFolder, shipped_folder
from docgen.word.wording import paragraphs
from docgen.workflows.stationery import check_templates
from tests.odd import changed, relation
from tests.word.filling.test_fill import BODY, with_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLE = "| a | b |\n|---|---|\n"


@pytest.fixture
def faults(source: Callable[..., str], context: dict[str, Any]) -> Callable[[str], list[str]]:
    """The English messages that checking a body gives."""

    def check(body: str) -> list[str]:
        data = compile_template(source("named", body), "mau")
        problems = check_template(data, "mau.docx", known_fields(context), [context])
        return [problem.what.en for problem in problems]

    return check


@pytest.fixture
def template(source: Callable[..., str]) -> bytes:
    """A template with a condition, a list and a table."""
    return compile_template(source("named", BODY), "mau")


ROWS = [
    ("{%tr for m in members %} | MẤT", "x", "MẤT"),
    ("{%tr for m in members %} | {{ m.name }}", "x", "m.name"),
    ("{%tr for m in members %}{%tr endfor %} | x", "x", "endfor"),
]


@pytest.mark.parametrize(("first", "second", "lost"), ROWS)
def test_what_stands_in_the_row_of_a_tag_is_named(
    first: str, second: str, lost: str, faults: Callable[[str], list[str]]
) -> None:
    """The row of ``{%tr %}`` goes, with all words and tags in its cells."""
    rows = f"{TABLE}| {first} |\n| {second} | y |\n| {{%tr endfor %}} | |"
    assert any(lost in told and "lost" in told for told in faults(rows))


BESIDE = ["{%p if members %} MẤT", "MẤT {%p if members %}", "{%p if members %}MẤT{%p endif %}"]


@pytest.mark.parametrize("beside", BESIDE)
def test_words_beside_a_tag_of_paragraphs_are_named(beside: str, template: bytes) -> None:
    """The paragraph of ``{%p %}`` goes; check and filling agree on it."""
    odd = with_text(template, "Hết./.", beside)
    with pytest.raises(TemplateError, match="the words “MẤT” stand beside"):
        prepare(odd, "mau.docx")
    assert any("MẤT" in one.what.en for one in check_template(odd, "mau.docx", ()))


@pytest.mark.parametrize("name", TemplateFolder().names())
def test_every_word_of_a_shipped_template_is_printed(name: str) -> None:
    """The guard finds nothing in ours, and each is filled with all that its papers tell."""
    trials = views(name)
    names = {field for values in trials for field in known_fields(values)}
    assert trials
    assert check_template(TemplateFolder().read(name), name, names, trials) == []


@pytest.mark.parametrize("mark", ["r", "p"])
def test_a_value_outside_any_run_is_told(mark: str, template: bytes) -> None:
    """``{{r }}`` and ``{{p }}`` are for what is Word's markup already: a text would not print."""
    old, new = "Hết./.", f"{{{{{mark} model.name }}}}"
    with pytest.raises(TemplateError, match="outside any text"):
        prepare(with_text(template, old, new), "mau.docx")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ model.name | viethoa }}", "No filter named 'viethoa'"),
        ("{% if false %}{{ model.name | viethoa }}{% endif %}", "no filter or test `viethoa`"),
        ("{% if members is danhsach %}x{% endif %}", "no filter or test `danhsach`"),
        ('{% include "a.docx" %}', "cannot take in other files"),
        ('{% import "a.docx" as a %}', "cannot take in other files"),
        ("{{ members }}", "the value is a list"),
        ("{% if false %}{{ members }}{% endif %}", "the value is a list"),
        ("{{ members | join('; ') }}", "the value is a group"),
        ("{{ members ~ '' }}", "the value is a list"),
        ("{{ model }}", "the value is a group"),
        ("{% for m in members %}{{ m }}{% endfor %}", "the value is a group"),
        ("{{ members | length > 1 }}", "true or false"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ model.name.nothing }}", "no field `model.name.nothing`"),
    ],
)
def test_what_filling_would_refuse_or_print_as_python_is_told(
    body: str, said: str, faults: Callable[[str], list[str]]
) -> None:
    """In branches that are never taken, too; each with its paragraph."""
    found = faults(f"Trước\n{body}\nSau")
    assert any(said in told and body[:40] in told for told in found), found


def test_python_is_never_printed(source: Callable[..., str], context: dict[str, Any]) -> None:
    """A paper is not made of it, whether anybody checked the template or not."""
    data = compile_template(source("named", "{{ members }}"), "mau")
    about = Properties("", "", "", date(2026, 9, 1))
    with pytest.raises(TemplateError, match="the value is a list"):
        prepare(data, "mau.docx").fill(context, about)


def test_macros_and_with_have_names_of_their_own(faults: Callable[[str], list[str]]) -> None:
    """Jinja's own ways to name things are no unknown fields."""
    body = (
        "{% macro hai(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ hai(model.name) }}"
        "{% with x = model.name %}{{ x }}{% endwith %}"
    )
    assert faults(body) == []


def test_a_tag_that_is_never_closed_is_located_where_it_opens(
    faults: Callable[[str], list[str]],
) -> None:
    """Not at the end of the file."""
    (told,) = faults("Một\n{%p if members %}\nHai\n{%p for m in members %}\nBa\n{%p endif %}\nHết")
    assert "for m in members" in told


@pytest.mark.parametrize("inner", ["if loop.index > 5", "for x in members"])
def test_tags_from_cell_to_cell_are_torn(inner: str, faults: Callable[[str], list[str]]) -> None:
    """Left out or repeated they would lose cells, though the document stays whole."""
    word = inner.split(maxsplit=1)[0]
    rows = (
        "| {%tr for m in members %} | |\n"
        f"| {{% {inner} %}}{{{{ m.name }}}} | b{{% end{word} %}} |\n| {{%tr endfor %}} | |"
    )
    assert any("different cells" in told for told in faults(f"{TABLE}{rows}"))


def test_entities_in_tags_are_the_characters(
    source: Callable[..., str], context: dict[str, Any]
) -> None:
    """``{{ "A & B" }}`` prints A & B, split over runs as well."""
    data = compile_template(source("named", '{{ "A & B" }} {% if 1 < 2 %}nhỏ{% endif %}'), "mau")
    about = Properties("", "", "", date(2026, 9, 1))
    for docx in (data, with_text(data, '{{ "A', '{</w:t></w:r><w:r><w:t>{ "A')):
        made = prepare(docx, "mau.docx").fill(context, about)
        assert "A & B nhỏ" in list(paragraphs(made, "mau.docx"))


def test_tags_in_addresses_of_links_are_told(template: bytes) -> None:
    """They stay as they are, and would lead nowhere."""
    told = relation("hyperlink", "http://x.vn/%7B%7B%20model.name%20%7D%7D")
    odd = changed(
        template,
        "word/_rels/document.xml.rels",
        lambda rels: rels.replace(b"</Relationships>", f"{told}</Relationships>".encode()),
    )
    with pytest.raises(TemplateError, match="in the address of a link"):
        prepare(odd, "mau.docx")


def test_files_that_fill_no_paper_are_named(tmp_path: Path) -> None:
    """Copies, other kinds of files, Word's marks: each with the reason, none of them an error."""
    data = (shipped_folder() / "quy-che.docx").read_bytes()
    names = ["QUY-CHE.DOCX", "quy-che - Copy.docx", "to-trinh.dotx", "to-trinh.odt", "~$y-che.docx"]
    for name in names:
        (tmp_path / name).write_bytes(data)
    told = check_templates(tmp_path)
    assert {problem.place.file.rpartition("/")[2] for problem in told} == set(names[1:])
    assert {problem.severity for problem in told} == {Severity.WARNING}
    assert any("quy-che" in problem.hint.en for problem in told)
