"""Filling: exactly docxtpl's parts, any value safe, every fault named."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.errors import TemplateError
from docgen.word import archive
from docgen.word.authoring import compile as authoring
from docgen.word.authoring.compile import compile_template
from docgen.word.filling.fill import Properties, prepare
from docgen.word.filling.parts import Part, rendered
from docgen.word.filling.sandbox import environment
from tests.odd import changed, relation, renamed, strict

if TYPE_CHECKING:
    from collections.abc import Callable

LAYOUTS = sorted(authoring._LAYOUTS)  # noqa: SLF001  every layout there is
BODY = """\
### I. {{ model.name | upper }}
{%p if members | length > 1 and model.name != "" %}
Có **{{ members | length }}** người: {% for m in members %}{{ m.name }}, {% endfor %}hết.
{%p endif %}
{.widths 1 5}
| TT | Họ tên |
|---|---|
| {%tr for m in members %} | |
| {{ loop.index }} | {{ m.name }} |
| {%tr endfor %} | |

Hết./.
"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"


def rewritten(data: bytes, **changes: bytes | None) -> bytes:
    """The package ``data`` with parts replaced, added or (``None``) left out."""
    parts = {**archive.parts_of(data, "x"), **changes}
    return archive.stored({name: part for name, part in parts.items() if part is not None})


def with_text(data: bytes, old: str, new: str) -> bytes:
    """The package ``data`` with ``old`` replaced in the document's XML."""
    document = archive.parts_of(data, "x")["word/document.xml"].decode()
    assert old in document
    return rewritten(data, **{"word/document.xml": document.replace(old, new).encode()})


def reference(data: bytes, context: dict[str, Any]) -> dict[str, bytes]:
    """What docxtpl itself makes of the template ``data``, part by part."""
    template = DocxTemplate(io.BytesIO(data))
    template.render(context, jinja_env=environment(), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return archive.parts_of(out.getvalue(), "reference")


def ours(data: bytes, context: dict[str, Any]) -> dict[str, bytes]:
    """The parts that our filler makes, before the rule pass."""
    found = {}
    for member in prepare(data, "mau").members:
        if isinstance(member, Part):
            root = rendered("mau", member, context)
            found[member.name] = etree.tostring(root, encoding="UTF-8", standalone=True)
        else:
            found[member.name] = archive.parts_of(archive.written([member]), "x")[member.name]
    return found


@pytest.fixture
def template(source: Callable[..., str]) -> bytes:
    """A template with conditions, loops and a table."""
    return compile_template(source("named", BODY), "mau")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_parts_are_those_of_docxtpl(
    layout: str, source: Callable[..., str], context: dict[str, Any]
) -> None:
    """Byte for byte the same parts in the same order, for every layout."""
    context["paper"].update(to=["A & B", "C < D"])
    context["paper"]["sign"]["capacity"] = ["TRƯỞNG CÔNG AN XÃ"]
    data = compile_template(source(layout, BODY), layout)
    expected = reference(data, context)
    found = ours(data, context)
    assert list(found) == list(expected)
    for name in found:
        if name != "docProps/core.xml":
            assert found[name] == expected[name], name


SPLIT = [
    ("{{ loop.index }}", "{{ loop.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>index }}"),
    ("{{ loop.index }}", "{</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>{ loop.index }}"),
    ("Hết./.", "{%r if members %} Hết./. {%r endif %}"),
    ("{{ loop.index }}", "{% colspan 1 %}{{ loop.index }}"),
    ("{{ loop.index }}", "{% vm %}{{ loop.index }}"),
    ("{{ loop.index }}", "{{ “a” }}"),
    ("Hết./.", "{# ghi chú #}Hết"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SPLIT)
def test_templates_edited_in_word_are_filled_as_by_docxtpl(
    old: str, new: str, template: bytes, context: dict[str, Any]
) -> None:
    """Tags that Word split into runs, and docxtpl's rarer tags, give docxtpl's result."""
    edited = with_text(template, old, new)
    assert (
        ours(edited, context)["word/document.xml"]
        == reference(edited, context)["word/document.xml"]
    )


@pytest.mark.parametrize("end", ["%}", "-%}"])
def test_what_joining_paragraphs_would_lose_is_told(template: bytes, end: str) -> None:
    """``{%-`` and ``-%}`` join paragraphs; a ``{%p %}`` in them would take all away: refused."""
    edited = with_text(template, "Hết./.", f"{{%- if members %}}Hết./.{{% endif {end}")
    with pytest.raises(TemplateError, match=r"the words “Hết\./\.” stand beside"):
        prepare(edited, "mau")


def test_column_loops_mend_the_grid_as_docxtpl_does(
    source: Callable[..., str], context: dict[str, Any]
) -> None:
    """A row that grows by {%tc for %} widens the grid of its table."""
    row = "| {%tc for m in members * 3 %} | {{ m.name }} | {%tc endfor %} |"
    table = f"| a | b | c |\n|---|---|---|\n{row}"
    data = compile_template(source("named", f"{table}\n\nHết."), "mau")
    assert ours(data, context)[DOCUMENT] == reference(data, context)[DOCUMENT]


def test_the_same_values_give_the_same_bytes(
    template: bytes, context: dict[str, Any], properties: Properties
) -> None:
    """Two fillings are one file; no clock goes into it."""
    first, second = (prepare(template, "mau").fill(context, properties) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_are_ours(
    template: bytes, context: dict[str, Any], properties: Properties, opened: Any
) -> None:
    """Title, subject, author and the day of drafting stand in the file's properties."""
    core = opened(prepare(template, "mau").fill(context, properties)).parts["docProps/core.xml"]
    text = core.decode()
    for value in ("Báo cáo", "Mô hình", "Công an xã Tân Mỹ", "2026-09-05T00:00:00Z", "vi-VN"):
        assert value in text


HOSTILE = [
    "A < B > C & D",
    "{{ model.name }} {% if %} {# x #}",
    "{_{ a }_} {_% b %_}",
    "]]> <!-- --> <w:p/>",
    "Nguyễn 👮‍♀️ 🚦",
    "\"nháy\" 'đơn' “kép”",
    "N" * 300,
    "",
    " đầu và cuối ",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_come_through_unchanged(value: str, paper: Any, context: Any) -> None:
    """Markup, braces and emoji in a value are text in the paper, nothing else."""
    context["model"]["name"] = value
    assert paper("named", "x{{ model.name }}y").styled("Body") == [f"x{value}y"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(value=st.text(max_size=80))
def test_any_value_comes_through_clean(value: str, paper: Any, context: Any) -> None:
    """Any text prints as itself: NFC, without what XML forbids, newlines as line breaks."""
    context["model"]["name"] = value
    (found,) = paper("named", "{{ model.name }}|").styled("Body")
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n")
    lines = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", "\n"))
    kept = [c for c in text.translate(lines) if c in "\n\t" or unicodedata.category(c) != "Cc"]
    assert found == "".join(c for c in kept if c not in "\ufffe\uffff") + "|"


def test_decomposed_text_is_composed(paper: Any, context: Any) -> None:
    """NFD from a Mac prints as NFC."""
    context["model"]["name"] = unicodedata.normalize("NFD", "Tổ tự quản")
    assert paper("named", "{{ model.name }}").styled("Body") == ["Tổ tự quản"]


def test_newlines_and_tabs_are_words_own(paper: Any, context: Any) -> None:
    """A newline in a value is a line break, a tab a tab, in bold runs too."""
    context["model"]["name"] = "a\r\nb\tc"
    made = paper("named", "**{{ model.name }}**")
    assert made.styled("Body") == ["a\nb\tc"]
    assert len(list(made.paragraphs("Body")[0].iter(f"{W}br"))) == 1
    assert len(list(made.paragraphs("Body")[0].iter(f"{W}tab"))) == 1


def test_none_prints_nothing(paper: Any, context: Any) -> None:
    """The word None never reaches a paper."""
    context["model"]["name"] = None
    assert paper("named", "({{ model.name }})").styled("Body") == ["()"]


def test_keys_named_like_methods_are_fields(paper: Any, context: Any) -> None:
    """A field may be called items or values."""
    context["model"] = {"name": "x", "items": "mục", "values": "trị"}
    assert paper("named", "{{ model.items }} {{ model.values }}").styled("Body") == ["mục trị"]


@pytest.mark.parametrize("count", [0, 500])
def test_tables_hold_any_number_of_members(count: int, paper: Any, context: Any) -> None:
    """No member leaves the head of the table, five hundred make five hundred rows."""
    context["members"] = [{"name": f"Người {i}"} for i in range(count)]
    table = "| Tên |\n|---|\n| {%tr for m in members %} |\n| {{ m.name }} |\n| {%tr endfor %} |"
    made = paper("named", f"{table}\n\nHết./.")
    assert len(made.styled("TableText")) == count


def test_a_template_writes_two_braces_with_an_underscore(paper: Any) -> None:
    """{_{ in a template is how it prints two braces."""
    assert paper("named", "{_{ x }_}").styled("Body") == ["{{ x }}"]


def problem(error: pytest.ExceptionInfo[TemplateError]) -> str:
    """The one problem of an error: place, message and hint in English."""
    (found,) = error.value.problems
    return f"{found.place} {found.what.en} {found.hint.en}"


def fill(data: bytes, context: dict[str, Any], properties: Properties) -> bytes:
    """``data`` filled."""
    return prepare(data, "mau.docx").fill(context, properties)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Đoạn {{ modl.name }}", ["`modl`", "Đoạn", "did you mean model"]),
        ("Đoạn {{ model.nam }}", ["`nam`", "Đoạn", "did you mean model.name"]),
        ("Đoạn {{ paper.sign.linse[0] }}", ["`linse`", "did you mean paper.sign.lines"]),
        ("Đoạn {{ 1 // 0 }}", ["broken tag", "Đoạn", "zero"]),
        ("Đoạn {{ model.name + 1 }}", ["broken tag", "Đoạn"]),
    ],
)
def test_a_missing_field_is_named_with_its_paragraph(
    text: str, told: list[str], source: Any, context: Any, properties: Properties
) -> None:
    """The message has the file, the paragraph and the nearest known field."""
    data = compile_template(source("named", f"Trước.\n{text}\nSau."), "mau")
    with pytest.raises(TemplateError) as caught:
        fill(data, context, properties)
    assert all(word in problem(caught) for word in [*told, "mau.docx"]), problem(caught)


@pytest.mark.parametrize(
    "text",
    ["Đoạn {{ model.name", "Đoạn {% if members %}", "Đoạn {{ a b }}", "Đoạn {{ x | nofilter }}"],
)
def test_a_broken_tag_is_named_with_its_paragraph(text: str, source: Any) -> None:
    """What Jinja cannot read is refused before anything is filled."""
    data = compile_template(source("invitation", "Trước.\nĐoạn x"), "mau")
    with pytest.raises(TemplateError) as caught:
        prepare(with_text(data, "Đoạn x", text), "mau.docx")
    assert "mau.docx" in problem(caught)
    assert "broken tag" in problem(caught)


def test_tags_across_cells_are_refused(
    template: bytes, context: dict[str, Any], properties: Properties
) -> None:
    """A condition that opens in one paragraph and closes in another tears the document."""
    opened = with_text(template, "Hết./.", "{% if not members %}Hết./.")
    torn = with_text(opened, "Nơi nhận:{% endif %}", "Nơi nhận:{% endif %}{% endif %}")
    with pytest.raises(TemplateError, match="different cells or paragraphs"):
        fill(torn, context, properties)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ model.__class__ }}",
        "{{ paper.update }}{{ paper.update({}) }}",
        "{{ members.append(1) }}",
        "{{ ''.format.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% for i in range(10000000000) %}{% endfor %}",
        "{{ '{0.__class__}'.format(1) }}",
    ],
)
def test_the_sandbox_holds(attack: str, source: Any, context: Any, properties: Properties) -> None:
    """A template from a stranger reaches nothing but the values it is given."""
    data = compile_template(source("named", f"x {attack}"), "mau")
    with pytest.raises(TemplateError):
        fill(data, context, properties)


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="x"><w:body>&b;</w:body></w:document>'
)
EXTERNAL = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r9" Type="http://x/%s" Target="http://evil/" TargetMode="External"/>'
    b"</Relationships>"
)

DDE = b'<w:hdr xmlns:w="%s"><w:instrText> DDEAUTO c: </w:instrText></w:hdr>' % W[1:-1].encode()


@pytest.mark.parametrize(
    ("part", "content", "told"),
    [
        ("word/document.xml", None, "not a Word document"),
        ("[Content_Types].xml", None, "not a Word document"),
        ("word/document.xml", b"<w:document", "damaged"),
        ("word/document.xml", b"\xff\xfe\x00", "damaged"),
        ("word/document.xml", BOMB, "entities"),
        ("word/vbaProject.bin", b"x", "macros"),
        ("[Content_Types].xml", b"<x t='ms-word.document.macroEnabled'/>", "macros"),
        ("word/embeddings/oleObject1.bin", b"x", "OLE"),
        ("word/activeX/activeX1.xml", b"<x/>", "ActiveX"),
        ("word/afchunk.htm", b"x", "embedded document"),
        ("word/_rels/settings.xml.rels", EXTERNAL % b"attachedTemplate", "outside"),
        ("word/_rels/header1.xml.rels", EXTERNAL % b"image", "outside"),
        ("word/header1.xml", DDE, "fetches"),
    ],
)  # fmt: skip
def test_damaged_and_unsafe_templates_are_refused(
    part: str, content: bytes | None, told: str, template: bytes
) -> None:
    """Every saboteur is turned away at the door, by name."""
    with pytest.raises(TemplateError, match=told) as caught:
        prepare(rewritten(template, **{part: content}), "mau.docx")
    assert caught.value.problems[0].place.file == "mau.docx"


def test_hyperlinks_are_safe(template: bytes) -> None:
    """A link that a reader must click is allowed."""
    prepare(rewritten(template, **{"word/_rels/header1.xml.rels": EXTERNAL % b"hyperlink"}), "mau")


@pytest.mark.parametrize("cut", [0, 10, 1000, -30])
def test_a_truncated_file_is_refused(cut: int, template: bytes) -> None:
    """A download that broke off is told as what it is."""
    with pytest.raises(TemplateError, match="damaged"):
        prepare(template[:cut], "mau.docx")


def test_a_zip_bomb_is_refused(template: bytes) -> None:
    """A file that unpacks far beyond any paper is not unpacked."""
    bomb = archive.written(
        [
            archive.packed("word/document.xml", b" " * 1000),
            archive.packed("x.xml", b" " * 70_000_000),
        ]
    )
    with pytest.raises(TemplateError, match="too large"):
        prepare(bomb, "mau.docx")
    many = archive.stored({f"{i}.xml": b"" for i in range(600)})
    with pytest.raises(TemplateError, match="too large"):
        prepare(many, "mau.docx")
    assert prepare(template, "mau").name == "mau"


def filled(data: bytes, context: dict[str, Any], properties: Properties) -> dict[str, bytes]:
    """The parts of ``data`` filled."""
    return archive.parts_of(fill(data, context, properties), "x")


def test_a_strict_template_is_finished_like_any_other(
    template: bytes, context: dict[str, Any], properties: Properties
) -> None:
    """Lines under titles are as long, tables as wide: the same document comes of it."""
    usual = filled(template, context, properties)
    for name, part in filled(strict(template), context, properties).items():
        assert etree.canonicalize(part.decode()) == etree.canonicalize(usual[name].decode()), name


def test_the_main_part_may_have_another_name(
    template: bytes, context: dict[str, Any], properties: Properties
) -> None:
    """It is filled and finished by what the package says of it."""
    made = filled(renamed(DOCUMENT, "document2.xml", template), context, properties)
    assert made["word/document2.xml"] == filled(template, context, properties)[DOCUMENT]


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "endnotes"])
def test_tags_are_filled_in_every_part_that_word_prints(
    kind: str, template: bytes, context: dict[str, Any], properties: Properties
) -> None:
    """Wherever the package says that it lies."""
    part = f'<w:x xmlns:w="{W[1:-1]}"><w:p><w:r><w:t>{{{{ model.name }}}}</w:t></w:r></w:p></w:x>'
    told = relation(kind, "ghi-chu.xml", external=False)
    more = rewritten(template, **{"word/ghi-chu.xml": part.encode()})
    joined = changed(
        more,
        "word/_rels/document.xml.rels",
        lambda rels: rels.replace(b"</Relationships>", f"{told}</Relationships>".encode()),
    )
    made = filled(joined, context, properties)["word/ghi-chu.xml"].decode()
    assert context["model"]["name"] in made


@pytest.mark.parametrize("expression", ["model.name" + "|upper" * 250, "(" * 150 + "1" + ")" * 150])
def test_a_tag_too_deep_to_be_compiled_is_told(expression: str, template: bytes) -> None:
    """Python gives up on it; a person is told of the template."""
    with pytest.raises(TemplateError, match=r"mau\.docx: broken tag .*too deep"):
        prepare(with_text(template, "Hết./.", f"{{{{ {expression} }}}}"), "mau.docx")


def test_sizes_that_are_no_numbers_are_told_when_a_template_is_read(template: bytes) -> None:
    """Not when the first paper is made of it."""
    odd = changed(template, "word/styles.xml", lambda data: data.replace(b'"28"', b'"to"'))
    with pytest.raises(TemplateError, match="no use as a template"):
        prepare(odd, "mau.docx")


def test_widths_that_are_no_numbers_are_told_of_the_template(
    template: bytes, context: dict[str, Any], properties: Properties
) -> None:
    """A paper is not made of what cannot be measured."""
    odd = changed(
        template, DOCUMENT, lambda data: data.replace(b"<w:tcW w:w=", b"<w:tcW w:w='x' w:y=")
    )
    with pytest.raises(TemplateError, match=r"mau\.docx: no use as a template"):
        fill(odd, context, properties)


def test_preparing_is_done_once(template: bytes) -> None:
    """The same bytes are read, checked and compiled once."""
    assert prepare(template, "mau") is prepare(bytes(template), "mau")
