"""The grammar of template sources."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import TemplateError
from docgen.word.authoring.blocks import Annex, Directive, Grid, PageBreak, Run, Text
from docgen.word.authoring.source import read_source

FRONT = "---\nlayout: named\ntitle: KẾ HOẠCH\n---\n"


def blocks(body: str) -> tuple[object, ...]:
    """The blocks of a source with ``body``."""
    return read_source(FRONT + body, "mau").blocks


def only(body: str) -> Text:
    """The one paragraph that ``body`` is."""
    (block,) = blocks(body)
    assert isinstance(block, Text)
    return block


def fault_line(text: str) -> int | None:
    """The line that the fault of ``text`` names."""
    with pytest.raises(TemplateError) as caught:
        read_source(text, "mau")
    return caught.value.problems[0].place.line


def test_front_matter_gives_layout_title_summary_and_page() -> None:
    """Every key of the front matter is read; quotes around a value are dropped."""
    text = '---\nlayout: letter\ntitle: ""\nsummary: "{{ a }}: b"\nlandscape: true\n---\n'
    read = read_source(text, "mau")
    assert (read.layout, read.title, read.summary, read.landscape) == (
        "letter",
        "",
        "{{ a }}: b",
        True,
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Không có phần đầu", 1),
        ("---\nlayout: named\nBody", 3),
        ("---\nlayout: named\n", 1),
        ("---\nlayout: named\nsigner: An\n---\n", 3),
        (FRONT + "a\n:::\n", 6),
        (FRONT + "::: center\na\n", 5),
        (FRONT + "::: bold\na\n:::\n", 5),
        (FRONT + "a\nb {%p if x %}\n", 6),
        (FRONT + "| a | b |\n", 5),
        (FRONT + "{.widths 1 2 3}\n| a | b |\n|---|---|\n", 6),
        (FRONT + "{.align c}\n| a | b |\n|---|---|\n", 6),
        (FRONT + "{.widths 1 x}\n| a | b |\n|---|---|\n", 6),
    ],
)
def test_a_fault_names_its_line(text: str, line: int) -> None:
    """What breaks the grammar is told with the line on which it stands."""
    assert fault_line(text) == line


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("# Chương I", "Chapter"),
        ("## QUY ĐỊNH CHUNG", "ChapterTitle"),
        ("### I. MỤC ĐÍCH", "Section"),
        ("#### 1. Mục đích", "Clause"),
        ("##### Điều 1. Phạm vi", "Article"),
        ("Lời văn", "Body"),
    ],
)
def test_headings_become_named_styles(line: str, style: str) -> None:
    """Each level of heading is one style; anything else is body text."""
    assert only(line).style == style


@pytest.mark.parametrize("line", ["- một", "+ hai", "1. ba", "a) bốn", "* năm", "2) sáu", "> bảy"])
def test_list_marks_stay_literal(line: str) -> None:
    """Numbers and dashes are typed text, never Word lists."""
    assert only(line).runs == (Run(line),)


def test_every_line_is_a_paragraph() -> None:
    """List items need no blank line between them."""
    assert len(blocks("- một\n- hai\n\nba")) == 3


def test_emphasis_becomes_runs() -> None:
    """Bold and italic, also nested, are runs of their own."""
    assert only("a **b *c* d** e").runs == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" d", bold=True),
        Run(" e"),
    )


@pytest.mark.parametrize(
    "tag",
    [
        '{{ x | join("; ") }}',
        "{{ a_b_c * d_e }}",
        "{% if a < b and c > d %}",
        "{{ '**' }}",
        "{# * #}",
    ],
)
def test_jinja_passes_through_untouched(tag: str) -> None:
    """No part of a Jinja tag is read as Markdown."""
    assert only(f"trước {tag} sau").runs == (Run(f"trước {tag} sau"),)


def test_a_bold_tag_keeps_its_text() -> None:
    """Emphasis around a tag works, the tag is whole."""
    assert only("**{{ model.name }}**").runs == (Run("{{ model.name }}", bold=True),)


def test_paragraph_tags_are_directives() -> None:
    """A paragraph tag alone on its line is a directive that says whether it opens something."""
    first, _, last = blocks("{%p if a %}\nb\n{%p endif %}")
    assert first == Directive("{%p if a %}", 5)
    assert isinstance(first, Directive)
    assert first.opens
    assert isinstance(last, Directive)
    assert not last.opens


def test_tables_carry_widths_alignment_and_row_tags() -> None:
    """The lines above a table shape it; row tags, pipes in tags and <br> are cell text."""
    (grid,) = blocks(
        "{.widths 1 5}\n{.align c j}\n| TT | Tên |\n|---|---|\n| {%tr for m in x %} | |\n"
        '| {{ m | join("|") }} | một <br> hai |\n| {%tr endfor %} | |'
    )
    assert isinstance(grid, Grid)
    assert grid.widths == (1.0, 5.0)
    assert grid.align == ("center", "both")
    assert grid.rows[0] == ((Run("{%tr for m in x %}"),), ())
    assert grid.rows[1] == ((Run('{{ m | join("|") }}'),), (Run("một\nhai"),))


def test_table_alignment_also_comes_from_the_ruler_line() -> None:
    """Markdown's own colons align columns when no .align line stands above."""
    (grid,) = blocks("| a | b | c | d |\n|:-:|--:|:--|---|\n")
    assert isinstance(grid, Grid)
    assert grid.align == ("center", "right", "left", "left")


def test_containers_set_the_form() -> None:
    """Text inside a container is centred, set right, or italic; containers nest."""
    center, right, italic, plain = blocks(
        "::: center\na\n:::\n::: right\nb\n:::\n::: italic\nc\n:::\nd"
    )
    assert isinstance(center, Text)
    assert isinstance(right, Text)
    assert isinstance(italic, Text)
    assert (center.form, right.form) == ("center", "right")
    assert italic.runs == (Run("c", italic=True),)
    assert plain == Text("Body", (Run("d"),), "", 14)


@pytest.mark.parametrize("mark", ["::: pagebreak", "::: pagebreak\n:::", "::: pagebreak\n\n:::"])
def test_a_page_break_may_be_closed_or_not(mark: str) -> None:
    """Both ways of writing a page break are understood."""
    assert [type(block) for block in blocks(f"a\n{mark}\nb")] == [Text, PageBreak, Text]


def test_an_annex_names_its_first_paragraphs() -> None:
    """Label, title and note of an annex have styles of their own; directives do not count."""
    (annex,) = blocks(
        "::: annex landscape\n{%p if a %}\nPhụ lục\n{%p endif %}\nDANH SÁCH\n(Kèm theo)\nLời\n:::"
    )
    assert isinstance(annex, Annex)
    assert annex.landscape
    styles = [block.style for block in annex.blocks if isinstance(block, Text)]
    assert styles == ["AnnexLabel", "AnnexTitle", "AnnexNote", "Body"]


def test_an_annex_without_note_begins_its_text() -> None:
    """The third paragraph is body text unless it stands in brackets."""
    (annex,) = blocks("::: annex\nPhụ lục\nDANH SÁCH\nLời văn\n:::")
    assert isinstance(annex, Annex)
    assert [b.style for b in annex.blocks if isinstance(b, Text)][2] == "Body"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_or_refused(body: str) -> None:
    """No source makes the reader fail in any other way than by naming a fault."""
    with suppress(TemplateError):
        blocks(body)
