"""Name plates: everyone at the table, nobody twice, each by the office they hold themselves."""

from __future__ import annotations

import pytest

from docgen.papers.seating import Seat, plates
from docgen.papers.sheet import Papers
from docgen.papers.view import facts
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.meetings import Conference
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from tests.doubts import TODAY

MAYOR = Seat("Trần Hòa", "Chủ tịch", "Ủy ban nhân dân xã Tân Mỹ")
HEAD = Seat("Lê Bình", "Hiệu trưởng", "Trường Tân Mỹ")


def names(officers: list[Seat], **told: object) -> list[str]:
    """The names on the plates, in their order."""
    return [str(one["name"]) for one in plates(taken(Conference, told), officers)]


def test_the_chair_sits_first_by_the_office_of_the_list() -> None:
    """A chair who also signs has one plate, with title and unit apart."""
    made = plates(Conference(chair="Ông Lê Bình, Hiệu trưởng Trường Tân Mỹ"), [MAYOR, HEAD])
    assert made[0] == {"name": "Lê Bình", "title": "Hiệu trưởng", "unit": "Trường Tân Mỹ"}
    assert len(made) == 2


def test_a_chair_in_no_other_list_gets_a_plate() -> None:
    """By the name and the office told."""
    made = plates(Conference(chair="Bà Đỗ Thị Lan - Phó Chủ tịch xã"), [MAYOR])
    assert made[0] == {"name": "Đỗ Thị Lan", "title": "Phó Chủ tịch xã", "unit": ""}


@pytest.mark.parametrize(
    "chair", ["", "Lãnh đạo Ủy ban nhân dân xã", "Đại diện nhà trường, đơn vị"]
)
def test_an_office_alone_gets_no_plate(chair: str) -> None:
    """Only people have name plates."""
    assert names([MAYOR], chair=chair) == ["Trần Hòa"]


@pytest.mark.parametrize(
    ("guest", "count"),
    [
        ({"name": "Trần Hoà", "title": "Chủ tịch", "unit": "UBND xã Tân Mỹ"}, 1),
        ({"name": "Trần Hòa", "title": "Chủ tịch UBND xã"}, 1),
        ({"name": "Trần Hòa", "title": "Trưởng thôn", "unit": "thôn Đông"}, 2),
        ({"title": "Chủ tịch"}, 1),
    ],
)
def test_a_signer_who_is_a_guest_has_one_plate(guest: dict[str, str], count: int) -> None:
    """Namesakes of another office in another unit are other people; nobody unnamed has a plate."""
    assert len(names([MAYOR], guests=[guest])) == count


def test_who_signs_for_the_head_is_shown_by_his_own_office() -> None:
    """Plates, signing order, minutes and speech all name the deputy as a deputy."""
    told = taken(
        LinkedRecord,
        {
            "kind": "linked",
            "model": {"name": "Cụm"},
            "units": [
                {
                    "name": "xã Tân Mỹ",
                    "kind": "commune",
                    "signer": {"name": "A", "signing": "deputy", "own_title": "Phó Chủ tịch"},
                },
                {
                    "name": "Trường B",
                    "kind": "school",
                    "signer": {"name": "B", "signing": "acting"},
                },
                {"name": "C", "kind": "agency", "signer": {"name": "C", "signing": "deputy"}},
                {"name": "D", "kind": "agency", "signer": {"name": "D", "signing": "by_order"}},
            ],
        },
    )
    shown = facts(Papers(told, TODAY))
    titles = ["Phó Chủ tịch", "Quyền Hiệu trưởng", "Phó Thủ trưởng", "…………………"]
    assert [one["title"] for one in shown["places"]] == titles  # type: ignore[attr-defined]
    assert [one["signer_title"] for one in shown["units"]] == titles  # type: ignore[attr-defined]


def test_one_who_proposes_and_heads_the_model_sits_once() -> None:
    """Of two offices of one person the plate shows the first: decider, proposer, head."""
    told = taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
            "model": {"name": "Tổ tuần tra nhân dân"},
            "proposer": {"name": "Thôn Đông", "signer": {"title": "Trưởng thôn", "name": "Vũ Tư"}},
            "members": [{"name": "Vũ Tư", "role": "head"}],
        },
    )
    only = {"name": "Vũ Tư", "title": "Trưởng thôn", "unit": "Thôn Đông"}
    assert facts(Papers(told, TODAY))["places"] == [only]
