"""YAML as a plain tree: nothing clever, nothing lost, every place known."""

from __future__ import annotations

import pytest

from docgen.errors import RecordError
from docgen.record.files.tree import DEPTH_LIMIT, NODE_LIMIT, read_tree


def value_of(text: str) -> object:
    """The tree of a text without faults."""
    tree = read_tree(text, "a.yaml")
    assert tree.problems == ()
    return tree.value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("2026-09-05", "2026-09-05"),
        ("007", "007"),
        ("+84912", "+84912"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("3.5", "3.5"),
        ("-0", "-0"),
        ("1" * 30, "1" * 30),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("''", ""),
    ],
)
def test_a_scalar_is_what_it_looks_like_to_a_clerk(written: str, read: object) -> None:
    """Only whole numbers, true, false and nothing are more than text."""
    assert value_of(f"a: {written}") == {"a": read}


def test_folded_paragraphs_keep_their_borders() -> None:
    """A blank line inside a folded text is one line break."""
    assert value_of("a: >-\n  x\n  y\n\n  z\n") == {"a": "x y\nz"}


def test_every_value_knows_its_line_and_column() -> None:
    """Entries stand at their key, items at their first character."""
    tree = read_tree("a:\n  - b: 1\n  -\n  - {c: x}\n", "a.yaml")
    assert tree.value == {"a": [{"b": 1}, {"c": "x"}]}
    assert tree.marks == {
        (): (1, 1),
        ("a",): (1, 1),
        ("a", 0): (2, 5),
        ("a", 0, "b"): (2, 5),
        ("a", 1): (4, 5),
        ("a", 1, "c"): (4, 6),
    }


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("a: &x 1\n", "a.yaml:1:4", "neo"),
        ("a: *x\n", "a.yaml:1:4", "neo"),
        ("a:\n  <<: {b: 1}\n", "a.yaml:2:3", "<<"),
        ("a: !!int 1\n", "a.yaml:1:4", "nhãn"),
        ("a: !x 1\n", "a.yaml:1:4", "nhãn"),
        ("!!python/object:os.system a: 1\n", "a.yaml:1:1", "nhãn"),
        ("? [a, {b: c}]\n: {d: [e]}\n", "a.yaml:1:3", "chữ đơn"),
        ("? *x\n: 1\n", "a.yaml:1:3", "chữ đơn"),
        ("a: 1\nb: 2\na: [3]\n", "a.yaml:3:1", "hai lần; lần đầu ở dòng 1"),
    ],
)
def test_clever_yaml_is_refused_at_its_place(text: str, place: str, what: str) -> None:
    """Anchors, aliases, merge keys, tags, complex and repeated keys are faults."""
    (problem, *rest) = read_tree(text + "z: 1\n", "a.yaml").problems
    assert not rest
    assert str(problem.place) == place
    assert what in problem.what.vi
    assert problem.what.en
    assert problem.hint.en


def test_reading_goes_on_after_a_refused_entry() -> None:
    """What follows a complex key, a merge key or a repeated key is still taken."""
    tree = read_tree("? [a, {b: c}]\n: {d: [e]}\n<<: {x: [1]}\nk: 1\nk: [2]\nz: 3\n", "a.yaml")
    assert tree.value == {"k": 1, "z": 3}
    assert len(tree.problems) == 3


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: 1\n---\nb: 2\n", "nhiều tài liệu"),
        ("a: " + "[" * 40, "lồng nhau"),
        ("a: " + "{b: " * 40, "lồng nhau"),
        ("a: [" + "x," * NODE_LIMIT + "x]", "giá trị"),
    ],
)
def test_what_no_record_needs_stops_the_reading(text: str, what: str) -> None:
    """More documents, depth or values than any record has are not read to the end."""
    with pytest.raises(RecordError) as caught:
        read_tree(text, "a.yaml")
    assert what in caught.value.problems[-1].what.vi


def test_the_deepest_record_allowed_is_read() -> None:
    """The limit itself is still good."""
    assert value_of("[" * DEPTH_LIMIT + "x" + "]" * DEPTH_LIMIT)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\n\tb: 2\n", 2, "Tab"),
        ("a: |\n x\n\ty\n", 3, "Tab"),
        ("a: @x\n", 1, "ký tự đặc biệt"),
        ("a: b: c\n", 1, "Dấu hai chấm"),
        ("a: 'x\n", 2, "không đóng"),
        ("a: [x\nb: 1\n", 2, "không được đóng"),
        ('a: "\\q"\n', 1, "\\ trong ngoặc kép"),
        ("a:\n  - b\n c: 1\n", 3, "thụt đầu dòng"),
        ('a: "b" c\n', 1, "thụt đầu dòng"),
        ("- a\nb: 1\n", 2, "thụt đầu dòng"),
        ("%YAML 9.9\n---\na: 1\n", 1, "Sai cú pháp"),
    ],
)
def test_broken_yaml_is_explained_at_its_line(text: str, line: int, what: str) -> None:
    """The parser's own words never reach the user."""
    with pytest.raises(RecordError) as caught:
        read_tree(text, "a.yaml")
    (problem,) = caught.value.problems
    assert problem.place.line == line
    assert what in problem.what.vi
    assert "token" not in problem.what.en
    assert problem.hint.vi
    assert problem.hint.en


def test_faults_met_before_the_break_are_told_too() -> None:
    """A syntax error does not hide what was found above it."""
    with pytest.raises(RecordError) as caught:
        read_tree("a: &x 1\nb: c: d\n", "a.yaml")
    assert [problem.place.line for problem in caught.value.problems] == [1, 2]
