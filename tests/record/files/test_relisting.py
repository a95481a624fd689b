"""Items of a list put in another order, left out, added: all else of the file is left as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import RecordError
from docgen.record.files.relisting import New, set_list
from docgen.record.files.rewriting import told_in
from docgen.record.files.tree import read_tree
from tests.samples import SAMPLES, path_of

if TYPE_CHECKING:
    from docgen.record.files.relisting import Item
    from docgen.record.schema.shape import FieldPath

BINH: dict[str, Any] = {"name": "Trần Thị Bình", "birth_year": 1979}
LIST = """\
a: 1
members:  # danh sách
  # trưởng
  - {name: A, job: x}  # giữ
  - {name: B}
  # thư ký
  - {name: C}

b: 2
"""


def after(text: str, path: FieldPath, items: list[Item]) -> str:
    """The text with the list made of ``items``."""
    return set_list(text.encode(), path, items, "a.yaml").decode()


def test_items_change_places_with_their_comments() -> None:
    """The lines of an item go where it goes, those above it too."""
    made = after(LIST, ("members",), [2, 0, 1])
    assert made == (
        "a: 1\nmembers:  # danh sách\n  # trưởng\n  # thư ký\n  - {name: C}\n"
        "  - {name: A, job: x}  # giữ\n  - {name: B}\n\nb: 2\n"
    ) or made.index("{name: C}") < made.index("{name: A") < made.index("{name: B}")
    assert sorted(made.splitlines()) == sorted(LIST.splitlines())


def test_an_item_goes_and_comments_stay() -> None:
    """Nothing that a person remarked is lost with the row below it."""
    made = after(LIST, ("members",), [0, 1])
    assert "{name: C}" not in made
    assert "  # thư ký\n" in made


def test_a_new_item_is_written_as_its_neighbours_are() -> None:
    """Within braces among those in braces, on lines of its own among those on lines."""
    made = after(LIST, ("members",), [0, 1, 2, New(BINH)])
    assert "  - {name: C}\n  - {name: Trần Thị Bình, birth_year: 1979}\n\nb: 2\n" in made
    assert after("a:\n- x: 1\n", ("a",), [0, New({"x": 2, "y": "b"})]) == (
        "a:\n- x: 1\n- x: 2\n  y: b\n"
    )


@pytest.mark.parametrize(
    ("text", "path", "items", "made"),
    [
        ("a: 1\nl:\nb: 2\n", ("l",), [New("x")], "a: 1\nl:\n  - x\nb: 2\n"),
        ("a: 1\nl: [] # trống\n", ("l",), [New(BINH)],
         "a: 1\nl: # trống\n  - {name: Trần Thị Bình, birth_year: 1979}\n"),
        ("a: 1\n", ("p", "l"), [New("x: y")], 'a: 1\np:\n  l:\n    - "x: y"\n'),
        ("a: 1", ("l",), [New("x")], "a: 1\nl:\n  - x"),
        ("p: {d: 1}\n", ("p", "l"), [New({"n": "A"})], "p: {d: 1, l: [{n: A}]}\n"),
        ("p:\n", ("p", "l"), [New("x")], "p:\n  l:\n    - x\n"),
        ("l: ~\n", ("l",), [New("x")], "l:\n  - x\n"),
        ("l: [x, y]\n", ("l",), [1, New("z")], "l: [y, z]\n"),
        ("l:\n- x\n- y", ("l",), [1], "l:\n- y"),
        ("l:\r\n- x\r\n- y\r\nb: 1\r\n", ("l",), [1, 0], "l:\r\n- y\r\n- x\r\nb: 1\r\n"),
        ("l:\n  - x\nb: 1\n", ("l",), [], "l: []\nb: 1\n"),
    ],
)  # fmt: skip
def test_a_list_is_begun_changed_emptied(
    text: str, path: FieldPath, items: list[Item], made: str
) -> None:
    """Wherever it stands, and in whatever style."""
    assert after(text, path, items) == made


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("l: [x, # c\n y]\n", ("l",)),
        ("l: x\n", ("l",)),
        ("l: &a [x]\n", ("l",)),
        ("l: 1\n", ("l", "m")),
    ],
)
def test_what_cannot_be_kept_is_refused(text: str, path: FieldPath) -> None:
    """Rather than to lose a comment or a value."""
    with pytest.raises(RecordError):
        after(text, path, [New("z")])


def test_a_byte_order_mark_stays() -> None:
    """As editors of Windows write it."""
    assert (
        set_list(b"\xef\xbb\xbfl:\n- x\n", ("l",), [0, New("y")]) == b"\xef\xbb\xbfl:\n- x\n- y\n"
    )


WORDS = st.text("aăđeê x:#-'\"{}[],&*!%", min_size=1, max_size=8).map(str.strip).filter(bool)
ITEMS = st.one_of(
    WORDS,
    st.fixed_dictionaries(
        {"name": WORDS}, optional={"birth_year": st.integers(1900, 2100), "job": WORDS}
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_outcome_tells_just_what_was_asked_for(data: st.DataObject) -> None:
    """Or it is refused: no list of a file says anything else afterwards."""
    old = data.draw(st.lists(ITEMS, max_size=5))
    style = data.draw(st.sampled_from([False, None]))
    text = yaml.safe_dump(
        {"a": 1, "l": old, "z": "x"}, allow_unicode=True, sort_keys=False, default_flow_style=style
    )
    if read_tree(text, "").value != {"a": 1, "l": old, "z": "x"}:
        return
    kept = data.draw(st.permutations(range(len(old))))[: data.draw(st.integers(0, len(old)))]
    items: list[Item] = [
        *kept,
        *(New(cast("Any", one)) for one in data.draw(st.lists(ITEMS, max_size=3))),
    ]
    try:
        made = set_list(text.encode(), ("l",), items)
    except RecordError:
        return
    wanted = [old[item] if isinstance(item, int) else item.value for item in items]
    assert told_in(made, "") == {"a": 1, "l": wanted, "z": "x"}


@pytest.mark.parametrize("sample", SAMPLES)
def test_lists_of_the_samples_change_and_come_back(sample: str) -> None:
    """The last item first and back again: the same bytes."""
    before = path_of(sample).read_bytes()
    told = told_in(before, sample)
    assert isinstance(told, dict)
    for name, value in told.items():
        if isinstance(value, list) and len(value) > 1:
            order = [len(value) - 1, *range(len(value) - 1)]
            made = set_list(before, (name,), list(order))
            assert sorted(re.split(rb"\r?\n", made)) == sorted(re.split(rb"\r?\n", before))
            back = set_list(made, (name,), [*range(1, len(value)), 0])
            assert told_in(back, sample) == told
