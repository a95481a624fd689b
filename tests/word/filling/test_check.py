"""A template is checked before use: every fault at once, each with a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from docgen.errors import NO_WORDS
from docgen.word import archive
from docgen.word.authoring.compile import compile_template
from docgen.word.filling.check import check_template
from docgen.word.filling.fields import did_you_mean, known_fields
from docgen.word.filling.sandbox import environment

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def faults(source: Callable[..., str], context: dict[str, Any]) -> Callable[[str], list[str]]:
    """The English messages (with hints) that checking a body gives."""

    def check(body: str) -> list[str]:
        data = compile_template(source("named", body), "mau")
        problems = check_template(data, "mau.docx", known_fields(context))
        return [f"{problem.what.en} {problem.hint.en}" for problem in problems]

    return check


@pytest.mark.parametrize(
    "body",
    [
        "{{ model.name }} {{ model.name | upper }} {{ paper['header'].number }}",
        "{% for m in members %}{{ m.name }} {{ loop.index }}{% endfor %}",
        "{% for m in members | sort(attribute='name') if m.title %}{{ m.title }}{% endfor %}",
        "{% for key, value in model.items() %}{{ key }}{{ value.x }}{% endfor %}",
        "{% set a = members[0] %}{{ a.title }} {{ members[1].name }}",
        "{{ model.name.split()[0] }} {{ ['a', 'b'][0] }}",
        "{%p if members and model.name %}\nx\n{%p endif %}",
        "{{ 'abc'[members | length] }}",
        "{% for i in range(3) %}{{ i }}{% endfor %}",
    ],
)
def test_known_fields_pass(body: str, faults: Callable[[str], list[str]]) -> None:
    """Loops, sets, filters, items and methods of known fields are understood."""
    assert faults(body) == []


def test_every_unknown_field_is_named_with_its_paragraph(
    faults: Callable[[str], list[str]],
) -> None:
    """All faults come at once, each with the nearest known field."""
    last = "Ba {% for m in members %}{{ m.titel }}{% endfor %}{{ m.name }}"
    found = faults(f"Một {{{{ modle.name }}}}\nHai {{{{ model.nmae }}}}\n{last}")
    assert found == [
        "no field `modle.name`, in the paragraph: Một {{ modle.name }} did you mean model.name?",
        "no field `model.nmae`, in the paragraph: Hai {{ model.nmae }} did you mean model.name?",
        f"no field `members.titel`, in the paragraph: {last} did you mean members.title?",
        f"no field `m.name`, in the paragraph: {last} did you mean model.name?",
    ]


def test_tags_across_paragraphs_are_found(source: Callable[..., str], context: Any) -> None:
    """A condition that would tear the document is found without filling."""
    data = compile_template(source("named", "Mở.\nĐóng."), "mau")
    parts = archive.parts_of(data, "x")
    text = parts["word/document.xml"].decode()
    torn = text.replace("Mở.", "{% if members %}Mở.").replace(
        "Nơi nhận:{% endif %}", "Nơi nhận:{% endif %}{% endif %}"
    )
    broken = archive.stored({**parts, "word/document.xml": torn.encode()})
    (problem,) = check_template(broken, "mau.docx", known_fields(context))
    assert "different cells or paragraphs: {% if members %}Mở." in problem.what.en


def test_a_condition_over_whole_paragraphs_is_no_tear(
    source: Callable[..., str], context: Any
) -> None:
    """A condition that opens in one paragraph and closes in the next leaves Word a document."""
    data = compile_template(source("named", "Mở.\nĐóng."), "mau")
    parts = archive.parts_of(data, "x")
    text = parts["word/document.xml"].decode()
    whole = text.replace("Mở.", "Mở.{% if members %}").replace("Đóng.", "Đóng.{% endif %}")
    fine = archive.stored({**parts, "word/document.xml": whole.encode()})
    assert check_template(fine, "mau.docx", known_fields(context)) == []


def test_what_cannot_be_opened_is_one_problem() -> None:
    """Damage is reported like any other fault."""
    (problem,) = check_template(b"not a zip", "mau.docx", [])
    assert "damaged" in problem.what.en


def test_known_fields_are_dotted_names() -> None:
    """An item of a list goes by the list's own name."""
    context = {"a": {"b": "x"}, "c": [{"d": 1}, {"e": 2}], "f": ()}
    assert known_fields(context) == {"a", "a.b", "c", "c.d", "c.e", "f"}


def test_nothing_near_gives_no_hint() -> None:
    """A hint is given only when a known name is close."""
    assert did_you_mean("zzz", ["model.name"]) == NO_WORDS


@pytest.mark.parametrize(
    "endless",
    ["{{ 'a' * 999999999 }}", "{{ 9 ** 9 ** 99 }}", "{{ '%999999999d' % 1 }}", "{{ [1] * 101 }}"],
)
def test_what_would_fill_the_memory_is_told(
    endless: str, source: Callable[..., str], context: dict[str, Any]
) -> None:
    """A text or list times a number, a power without measure: not reckoned, and located."""
    data = compile_template(source("named", f"Một {endless}"), "mau")
    found = check_template(data, "mau.docx", known_fields(context), [context])
    assert [endless in problem.what.en for problem in found] == [True]


@pytest.mark.parametrize(
    ("sum_", "result"),
    [("6 * 7", "42"), ("2 ** 10", "1024"), ("17 % 5", "2"), ("-3 * 2", "-6"), ("'.' * 4", "....")],
)
def test_small_numbers_are_reckoned_with(sum_: str, result: str) -> None:
    """Templates may still count."""
    assert environment().from_string(f"{{{{ {sum_} }}}}").render() == result


@pytest.mark.parametrize(
    "taking", ["{% include 'a' %}", "{% import 'a' as b %}", "{% extends 'a' %}"]
)
def test_other_files_are_not_taken_in(taking: str, faults: Callable[[str], list[str]]) -> None:
    """It is said, with what to do instead."""
    assert any("Copy what the other file says" in told for told in faults(f"Một {taking}"))
