"""Values written into a record's YAML: what was asked for changes, and nothing else."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import RecordError
from docgen.record.files import rewriting
from docgen.record.files.file import decode
from docgen.record.files.rewriting import set_values
from docgen.record.files.tree import read_tree
from docgen.record.files.writing import plain, yaml_of
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from tests.records import records
from tests.samples import ROOT, SAMPLES, path_of

if TYPE_CHECKING:
    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import FieldPath

NUMBER: FieldPath = ("papers", "decision", "number")
DAY: FieldPath = ("papers", "decision", "day")


def after(text: str, changes: dict[FieldPath, Any]) -> str:
    """The text with its changes."""
    return set_values(text.encode(), changes, "a.yaml").decode()


@pytest.mark.parametrize(
    ("text", "path", "value", "made"),
    [
        ("a: 1\n", ("a",), 2, "a: 2\n"),
        ("a: 1  # số\nb: 2\n", ("a",), 12, "a: 12  # số\nb: 2\n"),
        ("a:\nb: 2\n", ("a",), 1, "a: 1\nb: 2\n"),
        ("a:   # chưa có\nb: 2\n", ("a",), 1, "a: 1   # chưa có\nb: 2\n"),
        ("a: ~\n", ("a",), 1, "a: 1\n"),
        ("a: 1 # c\n", ("a",), None, "a: # c\n"),
        ("a: {n: , d: }\n", ("a", "n"), 5, "a: {n: 5, d: }\n"),
        ("a: {n: , d: }\n", ("a", "d"), date(2026, 9, 5), "a: {n: , d: 05/9/2026}\n"),
        ("a: {n: 5, d: 1/1/2026}\n", ("a", "n"), None, "a: {n: , d: 1/1/2026}\n"),
        ("a: {n: 5}\n", ("a", "d"), 1, "a: {n: 5, d: 1}\n"),
        ("a: {n: 5,}\n", ("a", "d"), 1, "a: {n: 5, d: 1,}\n"),
        ("a: {n: }\n", ("a", "d"), 1, "a: {n: , d: 1}\n"),
        ("a: {}\n", ("a", "d"), 1, "a: {d: 1}\n"),
        ("a: {n: 5, # x\n  m: 6 # y\n  }\n", ("a", "d"), 1,
         "a: {n: 5, # x\n  m: 6, d: 1 # y\n  }\n"),
        ("a: 1", ("b",), 2, "a: 1\nb: 2"),
        ("a: 1\n\n# hết\n", ("b",), 2, "a: 1\nb: 2\n\n# hết\n"),
        ("a: 1\n", ("b", "c"), 2, "a: 1\nb: {c: 2}\n"),
        ("a: 1\n", ("b", "c", "d"), 2, "a: 1\nb:\n  c: {d: 2}\n"),
        ("p:\nq: 1\n", ("p", "c", "d"), 2, "p:\n  c: {d: 2}\nq: 1\n"),
        ("p:  # số\n  # c\nq: 1\n", ("p", "c", "d"), 2, "p:  # số\n  c: {d: 2}\n  # c\nq: 1\n"),
        ("p:\nq: 1\n", ("p", "c"), 2, "p: {c: 2}\nq: 1\n"),
        ("p:\n  x: 1\n\nq: 1\n", ("p", "c"), 2, "p:\n  x: 1\n  c: 2\n\nq: 1\n"),
        ("p:\n    x:\n      - 1\n      - 2 # c\nq: 1\n", ("p", "c"), 2,
         "p:\n    x:\n      - 1\n      - 2 # c\n    c: 2\nq: 1\n"),
        ("p:\n  x: >-\n    một\n\n    hai\n\nq: 1\n", ("p", "c"), 2,
         "p:\n  x: >-\n    một\n\n    hai\n  c: 2\n\nq: 1\n"),
        ("p: >- # lý do\n  một\n\n  hai\n\nq: 1\n", ("p",), "ba", "p: ba  # lý do\n\nq: 1\n"),
        ("l:\n  - name: A\n    x: 1\n  - name: B\n", ("l", 1, "x"), 2,
         "l:\n  - name: A\n    x: 1\n  - name: B\n    x: 2\n"),
        ("l:\n  -\n  - {name: B}\n", ("l", 0, "name"), "C", "l:\n  -\n  - {name: C}\n"),
        ("l: [một, hai]\n", ("l", 1), "ba", "l: [một, ba]\n"),
        ("{a: 1}\n", ("b", "c"), True, "{a: 1, b: {c: true}}\n"),
        ("---\na: 1\n...\n", ("b",), 2, "---\na: 1\nb: 2\n...\n"),
        ("a: 'x'\n", ("a",), "Lê: An, {1}", 'a: "Lê: An, {1}"\n'),
        ("a: x\n", ("a",), "5", 'a: "5"\n'),
        ("a: x\n", ("a",), "một\nhai", 'a: "một\\nhai"\n'),
        ("a: x\n", ("a",), "x", "a: x\n"),
        ("a: x\n", ("b",), None, "a: x\n"),
    ],
)  # fmt: skip
def test_a_value_is_put_where_a_clerk_would_put_it(
    text: str, path: FieldPath, value: Any, made: str
) -> None:
    """Comments, blank lines, braces and indents stay as they were typed."""
    assert after(text, {path: value}) == made


def test_number_and_day_of_a_missing_paper_share_one_line() -> None:
    """As the forms show it: ``decision: {number: 45, day: 05/9/2026}``."""
    changes: dict[FieldPath, Any] = {NUMBER: 45, DAY: date(2026, 9, 5)}
    assert after("a: 1\n", changes) == ("a: 1\npapers:\n  decision: {number: 45, day: 05/9/2026}\n")


def test_line_ends_and_the_byte_order_mark_are_kept() -> None:
    """What Notepad saves stays as Notepad saved it."""
    data = b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"
    assert set_values(data, {("c",): 3, ("a",): 4}) == b"\xef\xbb\xbfa: 4\r\nb: 2\r\nc: 3\r\n"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: &x 1\nb: *x\n", ("a",)),
        ("a: !!str 1\n", ("a",)),
        ("a: {b: 1}\n", ("a",)),
        ("a: [1]\n", ("a", 3)),
        ("a: [1]\n", ("a", 0, "b")),
        ("a: 1\n", ("a", "b")),
        ("a: |+\n  x\n\n", ("b",)),
        ("a: 1\na: 2\n", ("a",)),
    ],
)
def test_what_cannot_be_written_alone_is_refused(text: str, path: FieldPath) -> None:
    """Anchors, tags, whole parts and missing items: a located problem, and nothing written."""
    with pytest.raises(RecordError) as caught:
        after(text, {path: 5})
    (problem, *_) = caught.value.problems
    assert problem.place.file == "a.yaml"
    assert all((problem.what.vi, problem.what.en, problem.hint.vi, problem.hint.en))


def leaves(value: Plain, path: FieldPath = ()) -> list[FieldPath]:
    """The paths of all single values."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [found for at, inner in enumerate(value) for found in leaves(inner, (*path, at))]
    return [path]


def at(value: Any, path: FieldPath) -> Any:
    """What stands at ``path``."""
    for step in path:
        value = value[step]
    return value


VALUES = st.one_of(
    st.integers(0, 99_999),
    st.booleans(),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
)
STYLES = st.sampled_from(["block", "flow", "commented", "windows"])


def styled(told: dict[str, Plain], block: str, style: str) -> bytes:
    """One record as different people would type it."""
    if style == "flow":
        return yaml.safe_dump(told, allow_unicode=True, default_flow_style=True).encode()
    if style == "commented":
        lines = block.splitlines()
        noted = [f"{line}  # ghi chú" if line.endswith(":") else line for line in lines]
        return "\n".join(["# đầu", *noted, "# cuối"]).encode()
    return block.replace("\n", "\r\n").encode() if style == "windows" else block.encode()


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(st.data())
def test_one_change_changes_one_value(data: st.DataObject) -> None:
    """Any record in any style: the other values are equal, the other lines the same bytes."""
    record = data.draw(st.one_of(records(Record), records(LinkedRecord)))
    assert isinstance(record, Record | LinkedRecord)
    told = plain(record)
    text = styled(told, yaml_of(record), data.draw(STYLES))
    path = data.draw(st.sampled_from(leaves(told)))
    value = data.draw(VALUES)
    made = set_values(text, {path: value})
    before, now = read(text), read(made)
    kept = [leaf for leaf in leaves(before) if leaf != path]
    assert [at(now, leaf) for leaf in kept] == [at(before, leaf) for leaf in kept]
    assert len(leaves(now)) == len(leaves(before))
    assert at(now, path) == at(read(set_values(b"a: x", {("a",): value})), ("a",))
    changed = [line for line in compared(text, made) if line.startswith("+")]
    assert len(changed) <= (1 if b"\n" in text.strip() else 9999)


def read(data: bytes) -> Any:
    """The values of a record's YAML."""
    return read_tree(decode(data, Path("a.yaml")), "a.yaml").value


def compared(old: bytes, new: bytes) -> list[str]:
    """The lines that one has and the other has not, as ``diff`` shows them."""
    before, now = (text.decode().split("\n") for text in (old, new))
    return [line for line in difflib.ndiff(before, now) if line[:1] in "+-"]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("pure", [False, True])
def test_a_number_is_written_into_every_sample(
    sample: str, *, pure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records as people write them, with and without the C library: the other lines stay."""
    if pure:
        monkeypatch.setattr(rewriting, "_LOADER", yaml.SafeLoader)
    data = path_of(sample).read_bytes()
    made = set_values(data, {("papers", "year_plan", "number"): 777})
    assert at(read(made), ("papers", "year_plan", "number")) == 777
    changed = compared(data, made)
    assert len([line for line in changed if line.startswith("+")]) <= 2
    assert len([line for line in changed if line.startswith("-")]) <= 1


@pytest.mark.parametrize("form", ["tu-quan", "lien-ket"])
def test_blank_forms_take_numbers_and_days(form: str) -> None:
    """The forms of the project: ``{number: , day: }`` is filled in place."""
    data = (ROOT / "forms" / f"{form}.yaml").read_bytes()
    changes: dict[FieldPath, Any] = {
        ("papers", "year_plan", "number"): 5,
        ("papers", "year_plan", "day"): date(2026, 1, 10),
    }
    made = set_values(data, changes).decode()
    assert "  year_plan: {number: 5, day: 10/01/2026}\n" in made
