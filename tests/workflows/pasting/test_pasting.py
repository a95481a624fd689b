"""A table pasted from Excel: what its columns hold, what its rows make, what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import RecordError
from docgen.workflows.pasting.cells import MOST_ROWS, cells_in
from docgen.workflows.pasting.columns import columns_of
from docgen.workflows.pasting.reading import PastedTable, counted, pasted
from docgen.workflows.pasting.rows import DROP, REPLACE, Choices

FIELDS = ("name", "honorific", "birth_year", "job", "unit", "role", "title")


def read(text: str, there: list[dict[str, str]] | None = None, **chosen: object) -> PastedTable:
    """The table, as the fields of members take it."""
    return pasted(text, FIELDS, there or [], Choices(**chosen))  # type: ignore[arg-type]


@given(st.lists(st.lists(st.text("aă \t\n\"'x", max_size=6), min_size=2, max_size=4), max_size=5))
def test_quoted_cells_come_as_they_were(rows: list[list[str]]) -> None:
    """Tabs, quotes and line breaks inside a cell part nothing."""
    width = max((len(row) for row in rows), default=0)
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    wanted = [[" ".join(cell.split()) for cell in row] for row in rows]
    told = [[*row, *[""] * (width - len(row))] for row in wanted if any(row)]
    width = max((len(row) for row in wanted if any(row)), default=0)
    assert cells_in(text) == [row[:width] for row in told]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    """Nothing that stands on a clipboard breaks the reading; no row is made of nothing."""
    try:
        table = read(text)
    except RecordError:
        return
    assert all(len(row) == len(table.columns.fields) for row in table.cells)
    assert 1 <= len(table.rows) <= MOST_ROWS


def test_heads_are_known_and_two_columns_join_to_a_name() -> None:
    """Folded, in any order; the running number and the telephone are dropped."""
    table = read(
        "STT\tHọ đệm\tTên\tNGÀY SINH\tNghề nghiệp\tĐịa chỉ\tSĐT\n"
        "1\tTrần Thị\tBình\t12/3/1979\tNông dân\tCụm 1\t0912345678\n"
    )
    assert table.columns.headed
    assert table.rows[0].values == {
        "name": "Trần Thị Bình",
        "birth_year": "1979",
        "job": "Nông dân",
        "unit": "Cụm 1",
    }
    assert table.rows[0].notes[0].vi == "1979, từ 12/3/1979"


def test_without_heads_only_what_is_sure_is_known() -> None:
    """1, 2, 3; years; names; the rest is asked, never guessed."""
    table = read("1\tNguyễn Văn An\t1980\tCụm 1\n2\tLê Thị Bình\t1977\tCụm 2\n")
    assert table.columns.fields == ("number", "name", "birth_year", None)
    assert table.asked == [4]
    assert not table.is_settled
    chosen = read(
        "1\tNguyễn Văn An\t1980\tCụm 1\n", columns=("number", "name", "birth_year", "unit")
    )
    assert chosen.is_settled
    assert chosen.rows[0].values["unit"] == "Cụm 1"


def test_two_columns_that_look_like_names_are_asked() -> None:
    """Which of them is the member, nobody can know."""
    assert columns_of([["Trần An", "Lê Bình"]], FIELDS).fields == (None, None)


def test_roles_are_read_by_their_words() -> None:
    """The deputy of a head is no head; an unknown word is told."""
    table = read("Họ và tên\tVai trò\nA B\tTổ trưởng\nC D\tTổ phó\nE G\tThư ký\nH I\tcộng tác\n")
    assert [row.values.get("role") for row in table.rows] == ["head", "deputy", "secretary", None]
    assert "cộng tác" in table.rows[3].notes[0].vi


def test_two_heads_are_asked_and_the_chosen_one_stays() -> None:
    """Also where the table has one already."""
    text = "Họ và tên\tVai trò\nA B\tTổ trưởng\nC D\tTổ trưởng\n"
    assert read(text).heads == [1, 2]
    chosen = read(text, head=2)
    assert chosen.is_settled
    assert [row.values["role"] for row in chosen.rows] == ["member", "head"]
    assert read("Họ và tên\tVai trò\nA B\tTrưởng\n", [{"name": "X", "role": "head"}]).heads == [1]


def test_a_row_that_may_be_another_is_told() -> None:
    """Same name with the same or no year; of another year it is a namesake."""
    there = [{"name": "nguyễn văn  An", "birth_year": "1980"}]
    text = "Họ và tên\tNăm sinh\nNguyễn Văn An\t\nNguyễn Văn An\t1999\nNguyễn Vân An\t1980\n"
    twins = [row.twin for row in read(text, there).rows]
    assert twins[0] is not None
    assert (twins[0].other, twins[0].in_table, twins[0].sure) == (1, True, True)
    assert twins[2] is None
    dropped = read(text, there, twins={1: DROP})
    assert [row.number for row in dropped.taken] == [2, 3]
    within = read("Họ và tên\tNăm sinh\nA B\t1980\nA B\t1980\n", twins={2: REPLACE})
    assert within.rows[1].twin is not None
    assert len(within.taken) == 2


def test_bare_days_of_excel_are_asked() -> None:
    """28926 may be a day; it is taken only when a person says so."""
    text = "Họ và tên\tNgày sinh\nA B\t28926\n"
    table = read(text)
    assert table.serials
    assert "birth_year" not in table.rows[0].values
    assert read(text, serials=True).rows[0].values["birth_year"] == "1979"


def test_capitals_and_gaps_are_mended_only_when_wished() -> None:
    """Both ticks are off at first."""
    text = "Họ và tên\tĐơn vị\nTRẦN THỊ BÌNH\tCụm 1\nLÊ AN\t\n"
    table = read(text)
    assert table.capitals
    assert table.gaps
    assert table.rows[1].values == {"name": "LÊ AN"}
    mended = read(text, rewrite_capitals=True, fill_down=True)
    assert mended.rows[1].values == {"name": "Lê An", "unit": "Cụm 1"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "chưa có dòng nào"),
        ("STT\tHọ và tên\n", "chưa có dòng nào"),
        ("TrÇn ThÞ B×nh\t1979", "phông chữ cũ"),
        ("\n".join(f"A B\t{1900 + place % 100}" for place in range(MOST_ROWS + 1)), "chỉ nhận 500"),
    ],
)
def test_what_cannot_be_pasted_is_told(text: str, said: str) -> None:
    """Nothing, too much, letters of an old font."""
    with pytest.raises(RecordError) as fault:
        read(text)
    assert said in fault.value.problems[0].what.vi


def test_people_are_counted_by_their_roles() -> None:
    """As the head of the table says it."""
    roles = ["head", "deputy", "deputy", "secretary", "member"]
    assert counted(roles).vi == "5 người: 1 đứng đầu, 2 cấp phó, 1 thư ký"
    assert counted([]).vi == ""
