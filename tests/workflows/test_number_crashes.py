"""A number being given and the run cut off: what is told afterwards is what there is."""

from __future__ import annotations

import json
import os
import random
import shutil
from typing import TYPE_CHECKING

import docx
import pytest

from docgen.errors import DocgenError
from docgen.folder import contents
from docgen.folder.manifest import NAME
from docgen.guidance.papers import ESTABLISH
from docgen.workflows.bundling import bundle
from docgen.workflows.desk import Order, Step
from docgen.workflows.numbering import Given, number
from docgen.workflows.packaging import package
from docgen.workflows.paper_status import PaperState
from docgen.workflows.status import status
from tests.dying_deeds import NUMBER, killed, silent
from tests.presses import quick_press
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Problem

SAMPLE = "khu-dan-cu-2026-toi-thieu"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
SAMPLED = 4
posix = pytest.mark.skipif(os.name == "nt", reason="a process is killed as on POSIX")
pytestmark = pytest.mark.usefixtures("press")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """A package whose decision has no number yet."""
    home = tmp_path_factory.mktemp("home")
    record = home / "bản khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    order = Order(record, home / "Hồ sơ", drafted(SAMPLE), "builtin")
    with quick_press():
        package(order, Step(ESTABLISH), silent)
    return order


def copied(order: Order, home: Path) -> Order:
    """The same record and folder at another place."""
    shutil.copytree(order.file.parent, home)
    return order.changed(record=home / order.file.name, folder=home / order.folder.name)


def given(order: Order) -> Given:
    """The number of the decision."""
    return Given("4", NUMBER, order.drafted)


@posix
def test_whatever_moment_number_is_killed_at_the_truth_is_told(made: Order, tmp_path: Path) -> None:
    """Record and folder may be apart: status, a dossier bound anew and the next run say so."""
    whole = killed(copied(made, tmp_path / "whole"), 0, "number")
    assert whole > SAMPLED
    chance = random.Random(12)  # noqa: S311 - the same moments every time
    moments = {1, 3, 4, whole - 1, *chance.sample(range(5, whole - 1), SAMPLED)}
    apart = 0
    for moment in sorted(moments):
        order = copied(made, tmp_path / str(moment))
        assert killed(order, moment, "number") == 0
        apart += _see_told(order, bound=moment % 2 == 0)
        shutil.rmtree(order.file.parent)
    assert apart > 1


def _see_told(order: Order, *, bound: bool) -> bool:
    """Whether record and folder were apart; whichever, it was told, and the next run mends it."""
    in_record = "4567" in order.file.read_text(encoding="utf-8")
    if bound:
        assert _is_apart(bundle(order, silent).remarks) == (in_record and not _has_number(order))
    elif not order.folder.exists():
        with pytest.raises(DocgenError, match="cut off"):
            status(order.folder, order.drafted, order.record)
    contents.recover(order.folder)
    apart = in_record and not _has_number(order)
    found = status(order.folder, order.drafted)
    (state,) = [p.state for item in found.items for p in item.papers if p.stem in DECISION]
    assert state is (PaperState.NUMBERED if _has_number(order) else PaperState.DRAFT)
    assert _is_apart(found.remarks) == apart
    assert bool(_issued(order)) == _has_number(order)
    again = number(order, given(order), silent)
    assert not _is_apart(again.remarks)
    assert _has_number(order)
    assert _issued(order).startswith("4567 ")
    assert not _is_apart(status(order.folder, order.drafted).remarks)
    return apart


def _is_apart(remarks: tuple[Problem, ...]) -> bool:
    return any("do not follow it yet" in one.what.en for one in remarks)


def _has_number(order: Order) -> bool:
    document = docx.Document(str(order.folder / DECISION))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return any("4567" in text for text in cells)


def _issued(order: Order) -> str:
    told = json.loads((order.folder / NAME).read_bytes())["files"][DECISION]
    return str(told.get("issued", ""))


def test_a_number_typed_into_the_record_is_not_in_the_paper_yet(
    made: Order, tmp_path: Path
) -> None:
    """A person writes the number by hand and binds: the paper is a draft until it is drafted."""
    order = copied(made, tmp_path / "own")
    day = f"{order.drafted:%d/%m/%Y}"
    with order.file.open("a", encoding="utf-8") as file:
        file.write(f"papers: {{decision: {{number: 4567, day: {day}}}}}\n")
    assert _is_apart(bundle(order, silent).remarks)
    assert not _issued(order)
    package(order, Step(ESTABLISH), silent)
    assert _has_number(order)
    assert _issued(order)
