"""What a dated paper says depends on its own day: who held an office then, what bodies were called.

Papers of every stage are drafted of a record with and without a change; those of days before it
read the same, those of its day and later know it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from docgen.guidance.papers import CEREMONY, ESTABLISH, REORGANIZE, due
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.record.files.writing import plain
from docgen.record.loading import load
from docgen.word.filling.templates import TemplateFolder
from tests.changes import text_of
from tests.offices import put
from tests.samples import STAGES, drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from docgen.guidance.papers import Due
    from docgen.record.schema.linked import AnyRecord

OLD, NEW = "Người Giữ Trước", "Người Giữ Sau"
OWN = (
    "vong-doi/tot-xa-2026",
    "vong-doi/kha-truong-2026",
    "vong-doi/trung-binh-doanh-nghiep-2024",
    "vong-doi/yeu-co-quan-2026",
)
LINKED = "vong-doi/yeu-lien-ket-2026"


def told_of(sample: str) -> dict[str, Any]:
    """What a sample tells."""
    return plain(load(path_of(sample)).record)


def record_of(told: dict[str, Any], home: Path) -> AnyRecord:
    """The record that tells ``told``."""
    file = home / "ban-khai.yaml"
    file.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return load(file).record


def every_due(record: AnyRecord) -> list[Due]:
    """Every paper of the model's life, each once."""
    found = (one for stage in (ESTABLISH, CEREMONY, *STAGES) for one in due(record, stage))
    return [one for one in dict.fromkeys(found) if not one.of]


def read(record: AnyRecord, on: date) -> Iterator[tuple[str, date, str]]:
    """Each paper: its stem, its own day, what it says."""
    drafter = Drafter(Papers(record, on), TemplateFolder())
    for one in every_due(record):
        yield one.file_stem, drafter.papers.sheet(one).day, text_of(drafter.draft(one).docx)


def middle(record: AnyRecord, on: date) -> date:
    """A day in the midst of the papers' days."""
    papers = Papers(record, on)
    days = sorted({papers.sheet(one).day for one in every_due(record)})
    return days[len(days) // 2]


def shown(day: date) -> str:
    """The day as a record tells it."""
    return day.strftime("%d/%m/%Y")


def replaced(text: str) -> str:
    """What the paper says once the new one holds the office."""
    return text.replace(OLD, NEW).replace(OLD.upper(), NEW.upper())


def see_own_days(told: dict[str, Any], change: dict[str, Any], on: date, home: Path) -> None:
    """Before the change all papers read as without it; later ones name whom it names."""
    plain_record = record_of(told, home)
    day = middle(plain_record, on)
    before = list(read(plain_record, on))
    told["changes"] = [{"since": shown(day), **change}]
    after = {stem: text for stem, _, text in read(record_of(told, home), on)}
    assert any(OLD in text for _, _, text in before)
    for stem, own_day, text in before:
        assert after[stem] == (replaced(text) if own_day >= day else text), stem


@pytest.mark.parametrize("office", ["issuer", "proposer", "police", "party"])
@pytest.mark.parametrize("sample", OWN)
def test_each_paper_has_who_held_the_office_on_its_day(
    sample: str, office: str, tmp_path: Path
) -> None:
    """Signatures, addressees, minutes, lists, plans, notices, reports, dissolution alike."""
    told = told_of(sample)
    where = "head" if office == "issuer" else "signer"
    if not told.get(office, {}).get(where):
        pytest.skip("the sample does not tell who holds it")
    signer = {**told[office][where], "name": OLD}
    put(told, (office, where), signer)
    if office == "police":
        told["approver"] = "police"
    change = {"of": office, "signer": {**signer, "name": NEW}}
    see_own_days(told, change, drafted(sample), tmp_path)


@pytest.mark.parametrize("place", [0, 1])
def test_each_paper_of_a_linked_model_has_who_headed_the_unit_on_its_day(
    place: int, tmp_path: Path
) -> None:
    """Of the chair, and of the others."""
    told = told_of(LINKED)
    unit = told["units"][place]
    unit["signer"] = {**unit.get("signer", {}), "name": OLD}
    change = {"of": unit["name"], "signer": {**unit["signer"], "name": NEW}}
    see_own_days(told, change, drafted(LINKED), tmp_path)


@pytest.mark.parametrize("sample", OWN)
def test_after_a_new_head_of_the_model_no_later_paper_knows_the_former(
    sample: str, tmp_path: Path
) -> None:
    """But the papers of the reorganisation itself."""
    told = told_of(sample)
    told.pop("reorganizations", None)
    on = drafted(sample)
    head = next(one for one in told["members"] if one.get("role") == "head")
    head["name"] = OLD
    record = record_of(told, tmp_path)
    day = middle(record, on)
    members = [{**one, "name": NEW} if one is head else one for one in told["members"]]
    before = {stem: text for stem, _, text in read(record, on)}
    told["reorganizations"] = [
        {"decision": {"number": 901, "day": shown(day)}, "members": members, "reasons": "Nghỉ hưu"}
    ]
    changed = record_of(told, tmp_path)
    of_the_change = {one.file_stem for one in due(changed, REORGANIZE)}
    for stem, own_day, text in read(changed, on):
        if stem in of_the_change:
            continue
        if own_day < day:
            assert text == before[stem], stem
            continue
        assert OLD not in text, stem
        assert (OLD in before[stem]) <= (NEW in text), stem
