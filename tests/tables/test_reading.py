"""Data files: what fits comes as typed rows, what does not is told at its line, all at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen import kept
from docgen.errors import DataError, ExitCode
from docgen.tables import reading
from docgen.tables.fitting import faults_in
from docgen.tables.reading import read
from docgen.tables.rows import Count, Name, Phrase, Row, Text
from docgen.workflows.soundness import check

if TYPE_CHECKING:
    from pathlib import Path


class Tool(Row, kw_only=True):
    """A row with every kind of value."""

    id: Name
    count: Count = 1
    sharp: bool = False
    kind: Literal["hand", "power"] = "hand"
    since: date | None = None
    names: tuple[Text, ...] = ()
    called: Phrase | None = None
    clause: str | dict[str, str] = ""


class Box(Row):
    """A file of them."""

    tools: tuple[Tool, ...]
    owners: dict[Name, Text] = {}  # noqa: RUF012 - the library copies it


def told(folder: Path, text: str, page: int = 0) -> Box:
    """What a file of ``text`` tells."""
    file = folder / "box.yaml"
    file.write_text(text, encoding="utf-8")
    return read(file, Box, page)


def faults(folder: Path, text: str) -> list[tuple[int | None, int | None, str, str]]:
    """Line, column, what and hint of each fault of a file of ``text``."""
    with pytest.raises(DataError) as caught:
        told(folder, text)
    assert caught.value.exit_code == ExitCode.INPUT
    found = caught.value.problems
    return [(one.place.line, one.place.column, one.what.en, one.hint.en) for one in found]


def test_what_fits_comes_as_frozen_rows(tmp_path: Path) -> None:
    """Lists are tuples, days are days, what is not told has its default."""
    box = told(tmp_path, "tools:\n  - {id: saw, since: 2020-02-29, names: [a, b]}\n")
    assert box.tools[0] == Tool(id="saw", since=date(2020, 2, 29), names=("a", "b"))
    with pytest.raises(AttributeError):
        box.tools[0].sharp = True  # type: ignore[misc]


def test_every_fault_of_a_file_is_told_at_once_at_its_place(tmp_path: Path) -> None:
    """Unknown and missing keys, wrong types and choices, each with line and column."""
    text = "tools:\n  - id: saw\n    kount: 2\n    kind: pover\n    sharp: 3\n  - count: 0\n"
    assert faults(tmp_path, text) == [
        (3, 5, "there is no key “kount”", "Did you mean “count”?"),
        (4, 5, "“pover” must be one of: hand, power", "Did you mean “power”?"),
        (5, 5, "must be true or false", ""),
        (6, 5, "the key “id” is missing", "Add “id: ...”."),
        (6, 5, "must be at least 1", ""),
    ]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("tools: [{id: Saw}]", 1, "“Saw” has not the right form"),
        ("tools: [{id: saw, since: 2025-02-30}]", 1, "“2025-02-30” is no day"),
        ("tools: [{id: saw, since: soon}]", 1, "“soon” is no day"),
        ("tools: [{id: saw, names: a}]", 1, "must be a list"),
        ("tools: [{id: saw, called: {vi: a}}]", 1, "the key “en” is missing"),
        ("tools: [{id: saw, clause: {a: 3}}]", 1, "must be text"),
        ("tools: [{id: saw, clause: [a]}]", 1, "must be text"),
        ("tools: [{id: saw, count: '2'}]", 1, "must be a whole number"),
        ("tools:\n  id: saw", 1, "must be a list"),
        ("tools: []\nowners: {a: ''}", 2, "says nothing"),
        ("tools: [saw]", 1, "must be a group of keys"),
        ("", 1, "must be a group of keys"),
        ("# nothing", 1, "must be a group of keys"),
    ],
)
def test_a_fault_says_what_is_wrong(tmp_path: Path, text: str, line: int, what: str) -> None:
    """In plain words, whatever the fault."""
    ((where, _, told_what, _),) = faults(tmp_path, text)
    assert (where, told_what) == (line, what)


@pytest.mark.parametrize("text", ["tools: [", "tools:\n\t- id: a", "tools: a: b", "a: &x [*y]"])
def test_what_is_no_yaml_is_told_where_the_reader_gave_up(tmp_path: Path, text: str) -> None:
    """No traceback: a line, and why."""
    ((line, _, what, _),) = faults(tmp_path, text)
    assert line
    assert what.startswith("cannot be read (YAML)")


def test_what_refers_to_itself_is_a_fault_like_any_other(tmp_path: Path) -> None:
    """The reader comes to an end."""
    assert faults(tmp_path, "tools: &all [*all]")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """With its path."""
    with pytest.raises(DataError, match=r"box\.yaml"):
        read(tmp_path / "box.yaml", Box)


def test_a_file_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    """Old encodings are no text."""
    (tmp_path / "box.yaml").write_bytes("tools: [{id: Đ}]".encode("utf-16"))
    with pytest.raises(DataError, match="UTF-8"):
        read(tmp_path / "box.yaml", Box)


def test_a_page_of_a_file_is_read_alone(tmp_path: Path) -> None:
    """What stands after it may be anything, and its faults have the lines of the whole file."""
    text = "tools: [{id: saw}]\n---\ntools: [{id: axe}]\n---\ntools: [{ix: axe}]\n"
    assert told(tmp_path, text).tools[0].id == "saw"
    assert told(tmp_path, text, 1).tools[0].id == "axe"
    with pytest.raises(DataError) as caught:
        told(tmp_path, text, 2)
    assert {one.place.line for one in caught.value.problems} == {5}


def test_open_names_are_closed_in_texts_and_lists() -> None:
    """``{name}`` in a text, and in each text of a list."""
    tool = Tool(id="saw", clause="{a} {b}", names=("{b}",))
    assert tool.closed(a="1", b="2") == Tool(id="saw", clause="1 2", names=("2",))
    with pytest.raises(KeyError):
        tool.closed(a="1")


_LEAVES = st.none() | st.booleans() | st.integers(-2, 3) | st.sampled_from(["", "saw", "hand"])
_KEYS = st.sampled_from(["tools", "owners", "id", "count", "names", "called", "vi", "clause"])
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(_TREES)
def test_whatever_is_refused_has_a_reason(tree: object) -> None:
    """The slow reading finds a fault exactly where the fast one refuses."""
    import msgspec  # noqa: PLC0415 - to compare with

    try:
        msgspec.convert(tree, Box)
    except msgspec.ValidationError:
        assert faults_in(tree, Box)
    else:
        assert not faults_in(tree, Box)


EVERY_KIND = """\
tools:
  - {id: saw, count: 2, sharp: true, kind: power, since: 2025-07-01, names: [cưa, Cưa]}
  - {id: hammer, called: {vi: búa, en: hammer}, clause: {a: "1"}}
owners: {bình: Bình}
""".replace("bình:", "binh:")


def test_what_was_read_in_an_earlier_run_is_not_parsed_again(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same values, days and nested rows among them, without the library that parses YAML."""
    first = told(tmp_path, EVERY_KIND)
    assert len(list(store.iterdir())) == 1
    monkeypatch.setattr(yaml, "load_all", None)
    assert told(tmp_path, EVERY_KIND) == first
    assert first.tools[0].since == date(2025, 7, 1)


def test_a_file_that_changed_by_a_letter_is_read_anew(tmp_path: Path, store: Path) -> None:
    """And so is another page of it."""
    assert told(tmp_path, EVERY_KIND).owners == {"binh": "Bình"}
    assert told(tmp_path, EVERY_KIND.replace("Bình", "Binh")).owners == {"binh": "Binh"}
    pages = EVERY_KIND + "---\ntools: []\n"
    assert [len(told(tmp_path, pages, page).tools) for page in (0, 1, 0, 1)] == [2, 0, 2, 0]
    assert len(list(store.iterdir())) == 4


@pytest.mark.parametrize("damage", [b"", b"\x80", b"\xc1rubbish", b"\x81\xa5tools\x05"])
def test_damage_of_what_was_kept_costs_time_alone(
    tmp_path: Path, store: Path, damage: bytes
) -> None:
    """The file itself is read, and kept whole again."""
    first = told(tmp_path, EVERY_KIND)
    (one,) = store.iterdir()
    one.write_bytes(damage)
    assert told(tmp_path, EVERY_KIND) == first
    assert one.read_bytes() != damage


def test_a_file_with_faults_is_never_kept(tmp_path: Path, store: Path) -> None:
    """It is told in every run, not in the first alone."""
    first = faults(tmp_path, "tools: [{id: saw, count: 0}]\n")
    assert faults(tmp_path, "tools: [{id: saw, count: 0}]\n") == first
    assert not list(store.iterdir())


def test_a_disk_that_keeps_nothing_costs_time_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder of the user's own, or one that is gone."""
    for folder in (None, tmp_path / "gone"):
        monkeypatch.setattr(kept, "private_folder", lambda folder=folder: folder)
        assert told(tmp_path, EVERY_KIND) == told(tmp_path, EVERY_KIND)


def test_every_data_file_is_the_same_when_it_was_kept(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What papers say does not depend on whether it is the first run."""
    files = []

    def twice(file: Path, shape: type[object], page: int = 0) -> object:
        first = read(file, shape, page)
        assert read(file, shape, page) == first
        files.append(file)
        return first

    monkeypatch.setattr(reading, "read", twice)
    assert not check()
    assert len(files) > 40
    assert len(list(store.iterdir())) > 40
