"""Short answers about the survey, worded head by head."""

from __future__ import annotations

import pytest

from docgen.guidance.survey import worded
from docgen.record.schema.own import Record
from docgen.record.taking import taken


def surveyed(survey: dict[str, object], kind: str = "commune") -> Record:
    """The record with a survey, as its papers take it."""
    found = worded(
        taken(
            Record,
            {
                "kind": "self_managed",
                "issuer": {"kind": kind, "name": "xã A"},
                "model": {"name": "Tổ"},
                "survey": survey,
            },
        )
    )
    assert isinstance(found, Record)
    return found


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ({"cases": 14, "thefts": 9}, "xảy ra 14 vụ việc về an ninh, trật tự, trong đó có 09 vụ"),
        ({"cases": 3, "thefts": 0}, "xảy ra 03 vụ việc về an ninh, trật tự."),
        ({"cases": 0}, "không xảy ra vụ việc"),
        ({"cases": 1, "fires": 0, "accidents": 2}, "Xảy ra 02 vụ va chạm, tai nạn giao thông;"),
    ],
)
def test_the_first_way_of_saying_it_that_fits_is_taken(figures: dict[str, int], text: str) -> None:
    """Nothing is said of numbers that are not known."""
    assert text in surveyed({"figures": figures}).survey.general


def test_each_head_has_its_own_numbers() -> None:
    """A head without an answer stays open; thousands are parted by a point."""
    found = surveyed({"figures": {"households": 268, "residents": 1094}}).survey
    assert found.people == "Trên địa bàn có 268 hộ với 1.094 nhân khẩu."
    assert found.general == found.movement == ""


def test_a_head_that_is_written_stays_as_it_is() -> None:
    """The program adds nothing to a person's words."""
    found = surveyed({"general": "Ổn định.", "figures": {"cases": 3}}).survey
    assert found.general == "Ổn định."


def test_the_place_is_called_by_the_kind_of_unit() -> None:
    """A school is no commune."""
    found = surveyed({"figures": {"models": 0}}, "school").survey
    assert found.movement == "Tại nhà trường chưa có mô hình tự quản về an ninh, trật tự."
