"""Messages about a cell call fields as the form does, not as YAML has them."""

from __future__ import annotations

import pytest

from docgen.errors import Place, Problem, Words
from docgen.record.schema.own import Record
from docgen.record.workbooks.spoken import in_cells

CELL = Place("a.xlsx", field="members[0].role", sheet="Thành viên", line=4)


def told(text: str, place: Place = CELL) -> Words:
    """What is said of a cell."""
    return in_cells(Problem(place, Words(text, text), Words(text, text)), Record).hint


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("“members” trước", "“Thành viên” trước", "“Members” trước"),
        ("“role: head”", "“Vai trò” là “người đứng đầu”", "“Role in the model” = “người đứng đầu”"),
        ("“issuer.kind: school”", "“Loại đơn vị” là “nhà trường”", "“Kind of unit” = “nhà trường”"),
        ("“model.name”", "“Tên mô hình”", "“Name of the model”"),
        ("“model.nobody”", "“model.nobody”", "“model.nobody”"),
        ("“nobody: x”", "“nobody: x”", "“nobody: x”"),
        ("không có", "không có", "không có"),
        ("Thêm dòng “members: x”", "Ghi “Thành viên” là “x”", "Thêm dòng “Members” = “x”"),
    ],
)
def test_fields_are_called_as_the_form_calls_them(text: str, vi: str, en: str) -> None:
    """With a value or without, by their way or by their name alone; what is no field stays."""
    assert told(text) == Words(vi, en)


@pytest.mark.parametrize(
    ("text", "said"),
    [("“head”", "“người đứng đầu”"), ("“head: x”", "“head: x”"), ("“other”", "“other”")],
)
def test_codes_are_said_as_the_list_of_the_cell_says_them(text: str, said: str) -> None:
    """What is wrong is told in the words that a person chose from."""
    problem = Problem(CELL, Words(text, text), Words(text, text))
    assert in_cells(problem, Record).what.vi == said


def test_lines_of_a_file_keep_the_names_of_yaml() -> None:
    """A person who writes YAML looks for them there."""
    assert told("“role: head”", Place("a.yaml", line=3)).vi == "“role: head”"
