"""What a step asks: every field of the record in one step, with what the file tells of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_of
from docgen.workflows.editing.asked import AskedField, AskedTable, fields_in, tables_in
from docgen.workflows.editing.asking import asked_in
from docgen.workflows.editing.opened import open_record
from docgen.workflows.editing.steps import step_named, steps, steps_of
from tests.samples import ROOT, SAMPLES, path_of

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.schema.parts import RecordRoot


@pytest.mark.parametrize(("kind", "root"), [("self_managed", Record), ("linked", LinkedRecord)])
def test_every_section_is_asked_in_one_step(kind: str, root: type[RecordRoot]) -> None:
    """Or stands apart, with the reason."""
    asked = [name for step in steps_of(kind) for name in step.sections]
    assert len(asked) == len(set(asked))
    assert set(asked) <= set(slots_of(root))
    assert set(slots_of(root)) - set(asked) <= set(steps().apart)


def field(file: Path, step: str, name: str) -> AskedField:
    """A field as a step asks it."""
    record = open_record(file)
    found = step_named(record.kind, step)
    assert found is not None
    return next(one for one in fields_in(asked_in(record, found)) if one.name == name)


def test_a_field_is_described_by_its_declaration() -> None:
    """Label, help, example, choices: nothing is told twice."""
    file = path_of("xa-2026-to-lien-gia")
    name = field(file, "don-vi", "issuer.name")
    assert (name.label.vi, name.example, name.required) == ("Tên đơn vị", "xã Tân Mỹ", True)
    assert name.help.vi == "Với cấp xã ghi cả loại: xã, phường, thị trấn, đặc khu."
    kind = field(file, "don-vi", "issuer.kind")
    assert (kind.widget, kind.text, kind.choices[0]) == (
        "radios",
        "commune",
        ("commune", "UBND cấp xã"),
    )
    assert field(file, "hoi-nghi", "launch.day").widget == "day"
    assert field(file, "ke-hoach", "funds.items[1].amount").widget == "money"
    assert field(file, "mo-hinh", "model.catalogue").widget == "combobox"
    assert field(file, "mo-hinh", "content.duties").widget == "lines"
    assert field(file, "khao-sat", "survey.people").widget == "text"


def test_what_papers_do_not_need_is_asked_apart() -> None:
    """A default holds until it is changed."""
    file = path_of("xa-2026-to-lien-gia")
    assert field(file, "don-vi", "issuer.header").more
    assert not field(file, "don-vi", "issuer.province").more
    assert field(file, "mo-hinh", "model.abbreviation").given == "MH"


def test_what_the_profile_and_the_law_give_is_shown_answered(tmp_path: Path) -> None:
    """With where it comes from; the file itself stays silent."""
    (tmp_path / "don-vi.yaml").write_text(
        (ROOT / "samples/don-vi/xa-dong-son.yaml").read_text("utf-8"), "utf-8"
    )
    file = tmp_path / "a.yaml"
    file.write_text(
        "kind: self_managed\nprofile: don-vi.yaml\nmodel:\n  name: Tổ liên gia\n", "utf-8"
    )
    name = field(file, "don-vi", "issuer.name")
    assert (name.text, name.told) == ("", False)
    assert name.given
    assert name.source.vi == "theo hồ sơ đơn vị"
    assert any(
        one.source.vi.startswith("suy ra")
        for one in fields_in(asked_in(open_record(file), steps_of("self_managed")[0]))
    )


def test_units_stand_in_a_table_with_a_card_each() -> None:
    """The table shows what tells them apart, the card the rest."""
    record = open_record(path_of("lien-ket/giap-ranh-2026"))
    (table,) = tables_in(asked_in(record, steps_of("linked")[0]))
    assert isinstance(table, AskedTable)
    assert [one.slot.name for one in table.columns] == ["name", "kind", "lead", "turn", "term"]
    assert table.has_cards
    assert table.rows[0].called == table.rows[0].cells[0].text != ""


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_value_of_a_sample_is_asked(sample: str, tmp_path: Path) -> None:
    """Nothing that the file tells is out of reach of a page, numbers of papers apart."""
    file = tmp_path / "a.yaml"
    shutil.copy(path_of(sample), file)
    record = open_record(file)
    asked = {
        one.name for step in steps_of(record.kind) for one in fields_in(asked_in(record, step))
    }
    told = {
        name
        for section, value in record.values.items()
        if section not in steps().apart
        for name in _leaves(section, value)
    }
    assert told <= asked


def _leaves(name: str, value: object) -> list[str]:
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in _leaves(f"{name}.{key}", inner)]
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return [one for n, item in enumerate(value, 1) for one in _leaves(f"{name}[{n}]", item)]
    return [name] if value is not None else []
