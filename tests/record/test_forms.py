"""The blank form and the schema: fresh, complete, and usable."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.errors import RecordError
from docgen.record.forms import (
    FORMS,
    LINKED,
    SELF_MANAGED,
    RecordForm,
    blank_form,
)
from docgen.record.json_schemas import json_schema
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_of
from docgen.record.schema.units import FEWEST_UNITS, MOST_UNITS
from docgen.record.taking import taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.record.loading import Loaded
    from docgen.record.schema.parts import RecordPart

ROOT = Path(__file__).parents[2]
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)


def names_in_order(part: type[RecordPart]) -> Iterator[str]:
    """The name of every field of the model, as a reader of the form meets them."""
    for slot in slots_of(part).values():
        yield slot.name
        if slot.part:
            yield from names_in_order(slot.part)


def test_the_blank_form_asks_for_three_values_and_no_more(
    load_text: Callable[[str], Loaded],
) -> None:
    """As its head says: issuer.kind, issuer.name, model.name."""
    with pytest.raises(RecordError) as caught:
        load_text(blank_form(SELF_MANAGED))
    assert [problem.place.field for problem in caught.value.problems] == [
        "issuer.kind",
        "issuer.name",
        "model.name",
    ]


def test_the_form_with_the_three_values_is_the_least_record(
    load_text: Callable[[str], Loaded],
) -> None:
    """All that is left empty takes its default, parts with defaults of their own included."""
    text = blank_form(SELF_MANAGED)
    for line, value in (("  kind:", " school"), ("  name:", " A"), ("\nmodel:", "")):
        before, _, after = text.partition(line + "\n") if value else text.partition(line)
        text = f"{before}{line}{value}" + ("\n" if value else "") + after
    head, _, tail = text.partition("\nmodel:")
    text = head + "\nmodel:" + tail.replace("\n  name:\n", "\n  name: B\n", 1)
    expected = taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "school", "name": "A"},
            "model": {"name": "B"},
        },
    )
    assert load_text(text).record == expected


def test_the_blank_form_of_linked_models_asks_for_the_name_and_the_units(
    load_text: Callable[[str], Loaded],
) -> None:
    """As its head says: model.name, units."""
    with pytest.raises(RecordError) as caught:
        load_text(blank_form(LINKED))
    assert [problem.place.field for problem in caught.value.problems] == ["model.name", "units"]


def uncommented(form: RecordForm) -> str:
    """The form with the sample item of every list."""
    return re.sub(r"^( +)# ( *- | +\w+:)", r"\1\2", blank_form(form), flags=re.MULTILINE)


def test_the_form_with_all_its_examples_loads(load_text: Callable[[str], Loaded]) -> None:
    """Uncommenting the sample items gives valid YAML with the same fields."""
    text = uncommented(SELF_MANAGED)
    text = text.replace("\n  kind:\n", "\n  kind: commune\n", 1).replace("  name:\n", "  name: A\n")
    record = load_text(text).record
    assert isinstance(record, Record)
    assert record.members[0].name == "Trần Thị Bình"
    assert record.funds.items[0].amount == 3_500_000
    assert record.launch.guests[0].honorific == "Ông"


def test_the_form_of_linked_models_with_all_its_examples_loads(
    load_text: Callable[[str], Loaded],
) -> None:
    """The sample unit is whole, its signer and representative included."""
    text = uncommented(LINKED).replace("\n  name:\n", "\n  name: A\n", 1)
    unit = text.index("  - name: Trường")
    end = text.index("\n\n", unit)
    record = load_text(f"{text[:end]}\n{text[unit:end]}{text[end:]}").record
    assert isinstance(record, LinkedRecord)
    assert record.units[1].signer.own_title == "Phó Chủ tịch"
    assert record.units[1].representative.title == "Phó Hiệu trưởng"
    assert record.units[1].header == ["TRƯỜNG TRUNG HỌC CƠ SỞ", "TÂN MỸ"]
    assert record.ceremony.tasks[0].task == "Khảo sát, đánh giá tình hình"


@each_form
def test_the_form_shows_every_field_in_the_order_of_the_model(form: RecordForm) -> None:
    """No field is forgotten."""
    shown = re.findall(r"(?:^|[{,])[ #-]*(\w+):(?= |$)", _without_notes(form), flags=re.MULTILINE)
    assert shown == list(names_in_order(form.record))


def _without_notes(form: RecordForm) -> str:
    body = blank_form(form).partition("THU_MUC\n")[2]
    kept = [line for line in body.split("\n") if not re.match(r" *# (?! *- | +\w+:)", line)]
    return "\n".join(re.sub(r"(?<=\S)  # .*", "", line) for line in kept)


@each_form
def test_the_form_begins_with_the_modeline_of_editors(form: RecordForm) -> None:
    """Completion works where the editor knows the YAML language server."""
    assert blank_form(form).startswith(f"# yaml-language-server: $schema={form.schema}\n")
    elsewhere = blank_form(form, "file:///x.json")
    assert elsewhere.startswith("# yaml-language-server: $schema=file:///x.json\n")


@each_form
def test_every_line_of_the_form_fits_a_terminal(form: RecordForm) -> None:
    """Comments are wrapped; sample items carry their label on the line."""
    assert all(len(line) <= 110 for line in blank_form(form).split("\n"))
    assert "\t" not in blank_form(form)


@each_form
def test_the_schema_is_strict_and_speaks_vietnamese(form: RecordForm) -> None:
    """No unknown fields, no English titles, every field explained."""
    schema = json.loads(json_schema(form.record, form.schema))
    parts = [schema, *schema["$defs"].values()]
    objects = [part for part in parts if part.get("type") == "object"]
    assert len(objects) > 15
    for part in objects:
        assert part["additionalProperties"] is False
        assert not part["title"].isascii()
        for field in part["properties"].values():
            assert field["title"]
            assert field["description"]


def test_the_schema_takes_days_and_money_as_people_write_them() -> None:
    """05/9/2026 is a day, 21.500.000 an amount, nothing is nothing."""
    schema = json.loads(json_schema(SELF_MANAGED.record, SELF_MANAGED.schema))
    day = schema["$defs"]["Launch"]["properties"]["day"]["anyOf"]
    assert re.search(day[0]["pattern"], "05/9/2026")
    assert day[1] == {"type": "null"}
    amount = schema["$defs"]["FundItem"]["properties"]["amount"]["anyOf"]
    assert amount[0] == {"type": "integer", "minimum": 0}
    assert re.search(amount[1]["pattern"], "21.500.000")


def test_the_schema_knows_the_bounds_that_the_reader_knows() -> None:
    """Years, periods that YAML reads as numbers, choices, how many units there must be."""
    own, linked = (json.loads(json_schema(one.record, one.schema)) for one in FORMS.values())
    member = own["$defs"]["Member"]["properties"]
    assert member["birth_year"]["anyOf"][0] == {
        "type": "integer",
        "minimum": 1900,
        "maximum": 2100,
    }
    assert member["role"]["default"] == "member"
    assert member["role"]["anyOf"][0]["enum"] == ["head", "deputy", "secretary", "member"]
    period = own["$defs"]["Assessment"]["properties"]["period"]
    assert period["type"] == ["string", "number"]
    assert re.search(period["pattern"], "2026-H1")
    assert not re.search(period["pattern"], "2026-H2")
    units = linked["properties"]["units"]
    assert (units["minItems"], units["maxItems"]) == (FEWEST_UNITS, MOST_UNITS)


def test_the_forms_are_named_as_the_command_says() -> None:
    """`docgen new tu-quan` writes tu-quan.yaml, `docgen new lien-ket` lien-ket.yaml."""
    assert [form.file for form in FORMS.values()] == ["tu-quan.yaml", "lien-ket.yaml"]
