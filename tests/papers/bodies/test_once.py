"""What is worked out once of a part of a record is of that part, of that law, and of no other."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING
from weakref import ref

from docgen.papers.bodies.once import once
from docgen.papers.bodies.partners import unit_body
from docgen.record.kinds import linked
from docgen.record.schema.offices import Signer
from docgen.tables import source
from tests.samples import drafter

if TYPE_CHECKING:
    from pathlib import Path

LINKED = "lien-ket/giap-ranh-2026"


def test_work_is_done_once_for_each_part() -> None:
    """Parts that say the same are two parts; each is worked on when it is first asked for."""
    asked: list[Signer] = []

    @once
    def name(signer: Signer) -> str:
        asked.append(signer)
        return signer.name

    one, other, third = Signer(name="An"), Signer(name="Bình"), Signer(name="An")
    assert [name(one), name(other), name(one), name(third)] == ["An", "Bình", "An", "An"]
    assert [id(signer) for signer in asked] == [id(one), id(other), id(third)]


def test_what_else_is_told_makes_a_difference() -> None:
    """Of one part the same is worked out anew for another day."""
    asked: list[int] = []

    @once
    def named(signer: Signer, day: int, *, short: bool) -> str:
        asked.append(day)
        return f"{signer.name} {day} {short}"

    signer = Signer(name="An")
    assert named(signer, 1, short=True) == "An 1 True"
    assert named(signer, 2, short=True) == "An 2 True"
    assert named(signer, 1, short=False) == "An 1 False"
    assert named(signer, 1, short=True) == "An 1 True"
    assert asked == [1, 2, 1]


def test_what_was_worked_out_goes_with_its_part() -> None:
    """Nothing of a person stays in memory when the record is gone."""

    @once
    def told(signer: Signer) -> frozenset[str]:
        return frozenset({signer.name})

    signer = Signer(name="An")
    kept = ref(told(signer))
    assert kept() is not None
    del signer
    gc.collect()
    assert kept() is None


def test_another_law_gives_another_body(tmp_path: Path) -> None:
    """The same unit under data of one's own is worked out anew."""
    folder = tmp_path / "data"
    for room in source.ROOMS:
        (folder / room).mkdir(parents=True)
        for file in source.SHIPPED.of(room).iterdir():
            if file.is_file():
                (folder / room / file.name).write_bytes(file.read_bytes())
    (unit, *_) = linked(drafter(LINKED).record).units
    body = unit_body(unit)
    assert unit_body(unit) is body
    with source.using(folder):
        again = unit_body(unit)
    assert again == body
    assert again is not body


def test_every_holder_of_a_dossier_has_the_same_records() -> None:
    """What a record was on a day is worked out once, whoever keeps the dossier."""
    papers = drafter(LINKED).papers
    then = papers.then(papers.drafted)
    other = papers.led_by(1)
    assert other.first == 1
    assert other.then(papers.drafted) is then
