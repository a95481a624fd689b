"""All problems of a record in one pass: a wrong value hides nothing that it has no part in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.errors import RecordError
from docgen.record.salvage import apart, salvaged
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.workflows.examining import examine
from tests.samples import path_of

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 29)
SOUND = """\
kind: self_managed
issuer: {kind: commune, name: xã Tân Mỹ, province: tỉnh An Khê}
model: {name: Tổ liên gia tự quản, scope: thôn Đông}
survey: {general: Ổn định.}
members:
  - {name: Nguyễn Văn Bình, role: head, birth_year: 1980}
  - {name: Nguyễn Thị Cúc, role: head, birth_year: 1850}
"""


def told(tmp_path: Path, text: str) -> list[str]:
    """The fields and words of everything that examining ``text`` complains of."""
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        examine(file, DAY)
    return [f"{one.place.field}: {one.what.en}" for one in caught.value.problems]


def test_shape_people_dates_and_law_come_together(tmp_path: Path) -> None:
    """One wrong date, an unknown field, two heads and a chronology: all in one run."""
    faults = told(
        tmp_path,
        SOUND
        + "launch: {day: 31/02/2026}\n"
        + "lunch: {}\n"
        + "papers:\n  decision: {number: 5, day: 01/9/2026}\n  regulations: {day: 01/8/2026}\n",
    )
    whole = "\n".join(faults)
    assert "does not exist: 31/02/2026" in whole
    assert "There is no field “lunch”" in whole
    assert "birth_year" in whole
    assert "head" in whole
    assert len(faults) >= 4


def test_the_order_is_that_of_the_file(tmp_path: Path) -> None:
    """Whoever mends from top to bottom meets each once."""
    file = tmp_path / "a.yaml"
    file.write_text(SOUND + "launch: {day: 31/02/2026}\n", encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        examine(file, DAY)
    places = [one.place.order for one in caught.value.problems]
    assert places == sorted(places)
    assert len(set(caught.value.problems)) == len(caught.value.problems)


def test_what_is_left_out_is_not_complained_of(tmp_path: Path) -> None:
    """A required name that is missing is told once, and nothing of what stands in for it."""
    faults = told(tmp_path, SOUND.replace("name: xã Tân Mỹ, ", ""))
    assert len([one for one in faults if one.startswith("issuer.name")]) == 1
    assert not any("…" in one for one in faults)


def test_a_wrong_choice_hides_no_fault_that_every_choice_would_have(tmp_path: Path) -> None:
    """Where the kind of unit is wrong, two heads are told all the same; no kind is guessed."""
    wrong = told(tmp_path, SOUND.replace("kind: commune", "kind: comune"))
    assert any(one.startswith("issuer.kind") for one in wrong)
    assert any("head" in one for one in wrong)
    each = [
        set(told(tmp_path, SOUND.replace("kind: commune", f"kind: {kind}")))
        for kind in ("commune", "agency", "enterprise", "school")
    ]
    rest = {one for one in wrong if not one.startswith("issuer.kind")}
    assert rest <= set.intersection(*each)
    assert {one for one in set.intersection(*each) if not one.startswith("issuer")} <= rest


def test_a_file_in_which_nothing_can_stand_tells_its_own_faults(tmp_path: Path) -> None:
    """A list where the unit should be leaves nothing to look at; its own fault is told."""
    faults = told(
        tmp_path,
        SOUND.replace("{kind: commune, name: xã Tân Mỹ, ", "[").replace(
            "province: tỉnh An Khê}", "tỉnh An Khê]"
        ),
    )
    assert any(one.startswith("issuer") for one in faults)


@pytest.mark.parametrize("root", [Record, LinkedRecord])
@pytest.mark.parametrize("values", [{}, {"members": 5}, {"units": [1, 2]}, {"model": [], "x": {}}])
def test_leaving_out_ends(root: type[Record], values: dict[str, object]) -> None:
    """Whatever is told, the search for what is sound comes to an end and changes nothing."""
    before = dict(values)
    salvaged(values, root)
    assert values == before


def test_a_sound_record_is_read_as_before() -> None:
    """No second reading where nothing is wrong."""
    examine(path_of("xa-2026-to-lien-gia"), DAY)
    assert apart((), {"a"}) == []
