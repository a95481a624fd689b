"""The phrases that papers print: each is asked for, and each of its open places is filled."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from docgen.papers.phrases import DATA, names, phrase, words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2] / "docgen"
READERS = {"phrase", "names", "words", "lists", "rows", "tables"}
# Functions that are handed the name of what is missing, as data/gaps.yaml has it.
MARKERS = {"mark", "text", "office"}
# A record that tells everything, and the papers that each field feeds: not words.
NOT_WORDS = {"samples", "feeds", "beside"}


class Asked(NamedTuple):
    """One place of the program that asks for a phrase: where, by which reader, its facts."""

    name: str
    reader: str
    facts: frozenset[str]
    where: str


def strings_of(node: ast.expr) -> Iterator[str]:
    """The names that an argument may be: a text, or one of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from strings_of(node.body)
        yield from strings_of(node.orelse)


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call in the modules that know papers: module, name of the function, the call."""
    for path in sorted(ROOT.rglob("*.py")):
        if "docgen.papers" not in path.read_text("utf-8"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                yield str(path.relative_to(ROOT)), called, node


@cache
def asked() -> tuple[Asked, ...]:
    """Every place that asks for a phrase by its name."""
    return tuple(
        Asked(name, called, frozenset(str(word.arg) for word in call.keywords), where)
        for where, called, call in calls()
        if called in READERS and call.args
        for name in strings_of(call.args[0])
    )


def leaves(told: object, name: str) -> Iterator[tuple[str, object]]:
    """Every text and list of a file by its full name."""
    if isinstance(told, dict):
        for key, inner in told.items():
            yield from leaves(inner, f"{name}.{key}")
    else:
        yield name, told


@cache
def told() -> dict[str, object]:
    """Every phrase and list of the data by its name."""
    files = [file for file in sorted(DATA.glob("*.yaml")) if file.stem not in NOT_WORDS]
    return {
        name: text
        for file in files
        for name, text in leaves(yaml.safe_load(file.read_text("utf-8")), file.stem)
    }


def open_places(text: object) -> frozenset[str]:
    """The names in the ``{...}`` of a phrase."""
    return frozenset(re.findall(r"\{(\w*)\}", str(text)))


@pytest.mark.parametrize("place", asked(), ids=lambda place: f"{place.where}:{place.name}")
def test_what_is_asked_for_is_there_and_gets_its_facts(place: Asked) -> None:
    """A phrase exists, and is handed what its open places want: no more, no less."""
    texts = [text for name, text in told().items() if f"{name}.".startswith(f"{place.name}.")]
    assert texts
    if place.facts or place.reader == "phrase":
        assert [open_places(text) for text in texts] == [place.facts]


def test_every_phrase_is_asked_for() -> None:
    """Data holds no text that nothing prints."""
    wanted = {place.name for place in asked()}
    used = {
        name
        for name in told()
        if any(f"{name}.".startswith(f"{asked_for}.") for asked_for in wanted)
    }
    marks = {name for name in told() if name.startswith("gaps.missing.")}
    assert set(told()) - used == marks


def test_every_mark_is_used_and_named() -> None:
    """What is missing is called by a name that data has, and data has no other."""
    handed = {
        name
        for where, called, call in calls()
        if called in MARKERS and where.startswith("papers/")
        for argument in call.args
        for name in strings_of(argument)
    }
    assert handed == {name.removeprefix("gaps.missing.") for name in told() if "missing" in name}


def test_an_unknown_phrase_and_a_missing_fact_are_errors() -> None:
    """Nothing prints half a phrase."""
    with pytest.raises(KeyError):
        phrase("bodies.no_such_phrase")
    with pytest.raises(KeyError):
        phrase("bodies.model")
    with pytest.raises(KeyError):
        names("disciplines.no_such_names")
    with pytest.raises(KeyError):
        words("people.no_such_words")
