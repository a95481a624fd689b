"""Codes of problems: every message has one, each means one thing, and the page lists them all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from docgen import shown
from docgen.cli import run
from docgen.errors import ExitCode, Place, Problem, Words
from docgen.shown.codes import OTHER, code_of, codes, groups
from docgen.shown.explaining import explained, page
from tests.messages import bare, group_number, messages, new_codes
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

Output = pytest.CaptureFixture[str]


def test_every_message_of_the_source_has_a_code() -> None:
    """Whoever tells something new runs ``python -m tests.messages``, which gives it a code."""
    assert new_codes() == {}


def test_a_code_means_one_thing() -> None:
    """Codes have one form, and no two tell the same words."""
    assert all(re.fullmatch(r"DG[1-9]\d\d", code) for code in codes())
    words = [bare(one.message.en) for one in codes().values()]
    assert len(words) == len(set(words))
    assert {group.number for group in groups()} == {int(code[2]) for code in codes()}


def test_a_message_with_its_values_is_known_by_its_code() -> None:
    """Whatever is filled in, the code is that of the message and of no other."""
    known = {bare(one.message.en): code for code, one in codes().items()}
    wrong = [
        (one.en, code, known[bare(one.en)])
        for one in messages()
        if (code := code_of(problem(re.sub(r"\{[^{}]*\}", "thôn 5", one.en))))
        != known[bare(one.en)]
    ]
    assert not wrong


def problem(said: str) -> Problem:
    """A problem that says so in English."""
    return Problem(Place("a"), Words("", said))


def test_the_name_of_a_field_does_not_change_the_code() -> None:
    """“Thành viên 1 › Năm sinh” or another field: the same fault, the same code."""
    one, other = "“Members 1 › Year of birth” must be a whole number", "must be a whole number"
    assert code_of(problem(one)) == code_of(problem(other)) != OTHER


@pytest.mark.parametrize("said", ["There is no such file", "the machine says: xyz"])
def test_few_messages_are_looked_at_closely(said: str) -> None:
    """Their own words leave out most, before a pattern is compiled for each."""
    shown.codes._code.cache_clear()  # noqa: SLF001
    shown.codes._pattern.cache_clear()  # noqa: SLF001
    code_of(problem(said))
    assert shown.codes._pattern.cache_info().currsize < 20  # noqa: SLF001


def test_words_from_elsewhere_have_the_code_of_none() -> None:
    """No code is guessed."""
    assert code_of(problem("the machine says: xyz")) == OTHER


def test_the_page_lists_every_code() -> None:
    """docs/ma-loi.md is made by ``just generate``."""
    assert (ROOT / "docs" / "ma-loi.md").read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_code_is_explained(lang: str) -> None:
    """The message, what it belongs to, what to do."""
    for code in (*codes(), OTHER):
        lines = explained(code, lang)
        assert lines
        assert all(lines)


def test_explain_is_a_command(capsys: Output) -> None:
    """By the code as it is read off the screen; what is no code is told."""
    assert run(["explain", "dg139"]) == ExitCode.DONE
    assert "số nguyên" in capsys.readouterr().out
    assert run(["explain", "DG139", "--json", "--lang", "en"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out)["code"] == "DG139"
    assert run(["explain", "DG999"]) == ExitCode.USAGE
    assert "docs/ma-loi.md" in capsys.readouterr().err


def test_check_tells_codes(tmp_path: Path, capsys: Output) -> None:
    """In JSON and in the terminal."""
    file = tmp_path / "a.yaml"
    file.write_text("kind: self_managed\nmodel: {nam: x}\n", encoding="utf-8")
    assert run(["check", str(file), "--json"]) == ExitCode.INPUT
    told = json.loads(capsys.readouterr().out)["problems"]
    assert all(re.fullmatch(r"DG[1-9]\d\d", one["code"]) for one in told)
    assert run(["check", str(file)]) == ExitCode.INPUT
    assert told[0]["code"] in capsys.readouterr().err


def test_each_room_that_tells_problems_belongs_to_a_group() -> None:
    """The first digit says what a problem is about."""
    assert group_number("record.loading") == group_number("record.reasons") == 1
    assert group_number("record.workbooks.reading") == 2
    assert group_number("shown") == 0
