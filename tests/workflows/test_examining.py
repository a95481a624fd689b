"""Examining a record: what stands in it and what the guidance says of it, told together."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from docgen.checks.blanks import check
from docgen.checks.inspection import check as check_by_law
from docgen.errors import ProtectedWorkError
from docgen.record.files.tree import read_tree
from docgen.record.schema.fields import Blank
from docgen.shown.codes import code_of
from docgen.workflows.examining import find, keep_form
from docgen.workflows.opening import load
from tests.doubts import TODAY
from tests.samples import ROOT, drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.doubts import LoadText

LINKED = sorted((ROOT / "samples" / "lien-ket").glob("*.yaml"))
RENAMED = "DG380"
DOUBTFUL = """\
members: [{name: A, birth_year: 1901}, {name: A}]
papers: {decision: {number: 1}}
front: Ủy ban MTTQ thị trấn Vôi 👮
party: {signer: {name: TS. A}}
"""


def test_every_sample_is_beyond_doubt_on_its_day(sample: str) -> None:
    """Each sample names its day of drafting; only the least one lacks its survey."""
    problems = find(load(path_of(sample)), drafted(sample)).problems
    fields = [problem.place.field for problem in problems]
    assert fields == (["survey"] if sample.endswith("toi-thieu") else [])


def test_every_sample_of_a_model_at_work_is_beyond_doubt_on_its_day(life: str) -> None:
    """Nothing is doubted and no text is missing; what the registry gives may be open.

    That a place is called otherwise by now is told, and asks for nothing.
    """
    found = find(load(path_of(life)), drafted(life))
    assert [one for one in found.problems if code_of(one) != RENAMED] == []
    assert all(one.kind is Blank.HOLE for one in found.blanks)


@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.stem)
def test_every_linked_sample_is_beyond_doubt_on_its_day(path: Path) -> None:
    """Whole, and in order; only numbers and days of papers and of replies may be open."""
    text = path.read_text(encoding="utf-8")
    told = re.search(r"--date (\d{4}-\d{2}-\d{2})", text)
    assert told
    found = find(load(path), date.fromisoformat(told[1]))
    assert found.problems == ()
    assert all(re.match(r"papers\.|units\[\d\]\.reply\.", one.field) for one in found.blanks)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "samples").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_every_sample_fits_the_schema_that_it_names(path: Path) -> None:
    """An editor that knows the schema underlines nothing in a sample."""
    text = path.read_text(encoding="utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)", text)
    assert named
    schema = json.loads((path.parent / named[1]).read_text(encoding="utf-8"))
    told = read_tree(text, path.name).value
    assert [one.message for one in Draft202012Validator(schema).iter_errors(told)] == []


@pytest.mark.parametrize("kind", ["tu-quan", "lien-ket"])
def test_the_blank_form_is_the_one_in_the_repository_and_never_overwrites(
    tmp_path: Path, kind: str
) -> None:
    """Each kind has its own, with the schema of this machine; a file there stays as it is."""
    file = tmp_path / "ban-khai.yaml"
    keep_form(kind, file)
    schema = (ROOT / "forms" / f"{kind}.schema.json").as_uri()
    kept = (ROOT / "forms" / f"{kind}.yaml").read_text(encoding="utf-8")
    expected = kept.replace(f"$schema={kind}.schema.json", f"$schema={schema}", 1)
    assert file.read_text(encoding="utf-8") == expected
    with pytest.raises(ProtectedWorkError):
        keep_form(kind, file)


def test_doubts_of_both_kinds_come_in_the_order_of_the_file(
    load_text: LoadText, least: str
) -> None:
    """A reader goes down the file once, and meets nothing twice."""
    loaded = load_text(least + DOUBTFUL)
    problems = find(loaded, TODAY).problems
    places = [(one.place.line or 0, one.place.column or 0) for one in problems]
    assert places == sorted(places)
    assert len(problems) == len(set(problems))
    assert set(problems) == {*check(loaded), *check_by_law(loaded, TODAY)}
    assert check(loaded)
    assert check_by_law(loaded, TODAY)
