"""The blank form and the schema: fresh, complete, and usable."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.errors import RecordError
from docgen.record.forms import FORM, SCHEMA, blank_form, json_schema, write_forms
from docgen.record.model import Record
from docgen.record.shape import slots_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.record.loading import Loaded
    from docgen.record.model import Told

ROOT = Path(__file__).parents[2]


def names_in_order(part: type[Told]) -> Iterator[str]:
    """The name of every field of the model, as a reader of the form meets them."""
    for slot in slots_of(part).values():
        yield slot.name
        if slot.part:
            yield from names_in_order(slot.part)


def test_the_forms_in_the_repository_are_fresh(tmp_path: Path) -> None:
    """Written anew, both files are the same byte for byte."""
    for path in write_forms(tmp_path):
        assert path.read_bytes() == (ROOT / "forms" / path.name).read_bytes()


def test_the_blank_form_asks_for_three_values_and_no_more(
    load_text: Callable[[str], Loaded],
) -> None:
    """As its head says: issuer.kind, issuer.name, model.name."""
    with pytest.raises(RecordError) as caught:
        load_text(blank_form())
    assert [one.place.field for one in caught.value.problems] == [
        "issuer.kind",
        "issuer.name",
        "model.name",
    ]


def test_the_form_with_the_three_values_is_the_least_record(
    load_text: Callable[[str], Loaded],
) -> None:
    """All that is left empty takes its default, parts with defaults of their own included."""
    text = blank_form()
    for line, value in (("  kind:", " school"), ("  name:", " A"), ("\nmodel:", "")):
        before, _, after = text.partition(line + "\n") if value else text.partition(line)
        text = f"{before}{line}{value}" + ("\n" if value else "") + after
    head, _, tail = text.partition("\nmodel:")
    text = head + "\nmodel:" + tail.replace("\n  name:\n", "\n  name: B\n", 1)
    expected = Record.model_validate(
        {
            "kind": "self_managed",
            "issuer": {"kind": "school", "name": "A"},
            "model": {"name": "B"},
        }
    )
    assert load_text(text).record == expected


def test_the_form_with_all_its_examples_loads(load_text: Callable[[str], Loaded]) -> None:
    """Uncommenting the sample items gives valid YAML with the same fields."""
    text = re.sub(r"^( +)# (- |  \w+:)", r"\1\2", blank_form(), flags=re.MULTILINE)
    text = text.replace("\n  kind:\n", "\n  kind: commune\n", 1).replace("  name:\n", "  name: A\n")
    record = load_text(text).record
    assert isinstance(record, Record)
    assert record.members[0].name == "Trần Thị Bình"
    assert record.funds.items[0].amount == 3_500_000
    assert record.launch.guests[0].honorific == "Ông"


def test_the_form_shows_every_field_in_the_order_of_the_model() -> None:
    """No field is forgotten."""
    shown = re.findall(r"(?:^|[{,])[ #-]*(\w+):(?= |$)", _without_notes(), flags=re.MULTILINE)
    assert shown == list(names_in_order(Record))


def _without_notes() -> str:
    body = blank_form().partition("THU_MUC\n")[2]
    kept = [line for line in body.split("\n") if not re.match(r" *# (?!- |  \w+:)", line)]
    return "\n".join(re.sub(r"(?<=\S)  # .*", "", line) for line in kept)


def test_the_form_begins_with_the_modeline_of_editors() -> None:
    """Completion works where the editor knows the YAML language server."""
    assert blank_form().startswith(f"# yaml-language-server: $schema={SCHEMA}\n")
    assert blank_form("file:///x.json").startswith("# yaml-language-server: $schema=file:///x")


def test_every_line_of_the_form_fits_a_terminal() -> None:
    """Comments are wrapped; sample items carry their label on the line."""
    assert all(len(line) <= 110 for line in blank_form().split("\n"))
    assert "\t" not in blank_form()


def test_the_schema_is_strict_and_speaks_vietnamese() -> None:
    """No unknown fields, no English titles, every field explained."""
    schema = json.loads(json_schema())
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
    schema = json.loads(json_schema())
    day = schema["$defs"]["Launch"]["properties"]["day"]["anyOf"]
    assert re.search(day[0]["pattern"], "05/9/2026")
    assert day[1] == {"type": "null"}
    amount = schema["$defs"]["FundItem"]["properties"]["amount"]["anyOf"]
    assert re.search(amount[1]["pattern"], "21.500.000")


def test_the_form_is_named_as_the_command_says() -> None:
    """`docgen new tu-quan` writes tu-quan.yaml."""
    assert FORM == "tu-quan.yaml"
