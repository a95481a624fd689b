"""Numbers from the văn thư: into the record and the papers that cite it, and into the register."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest

from docgen.errors import DocgenError, ProtectedWorkError, RecordError, Words
from docgen.record.loading import load
from docgen.workflows.numbering import Given, number
from docgen.workflows.packaging import ESTABLISH, Order, Step, package
from docgen.workflows.registering import register
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SAMPLE = "truong-2026-cong-truong"
DAY = date(2026, 10, 1)


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """The school's package, its record beside it."""
    record = tmp_path / "bản khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    made = Order(record, tmp_path / "Hồ sơ", drafted(SAMPLE), "builtin")
    package(made, Step(ESTABLISH), silent)
    return made


def files(folder: Path) -> dict[str, bytes]:
    """The papers and prints by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for place in ("van-ban", "pdf")
        for path in sorted((folder / place).rglob("*.*"))
    }


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The stems of the papers whose bytes differ."""
    names = {name for name in after if after[name] != before.get(name)}
    return {name.partition("/")[2].rpartition(".")[0] for name in names}


def test_a_number_goes_into_the_record_and_the_papers_that_cite_it(order: Order) -> None:
    """The decision, and those that name it; all others stay to the byte."""
    before, text = files(order.folder), order.record.read_text(encoding="utf-8")
    number(order, Given("4", 45, DAY), silent)
    told = load(order.record).record.papers
    assert (told.decision.number, told.decision.day) == (45, DAY)  # type: ignore[union-attr]
    assert set(text.splitlines()) - set(order.record.read_text(encoding="utf-8").splitlines()) == (
        set()
    )
    assert changed(before, files(order.folder)) == {
        "04-quyet-dinh-thanh-lap",
        "05-quy-che",
        "06-ke-hoach-ra-mat",
        "08-ke-hoach-nam",
    }


@pytest.mark.parametrize(
    "item", ["04", "04-quyet-dinh-thanh-lap", "quyet-dinh-thanh-lap", "decision"]
)
def test_a_paper_is_named_as_people_name_it(item: str, order: Order) -> None:
    """By its item, its file, its template, its name."""
    number(order, Given(item, 45, DAY), silent)
    assert load(order.record).record.papers.decision.number == 45  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("6", "nhiều văn bản"),
        ("06-chuong-trinh-ra-mat", "không lấy số riêng"),
        ("12", "không có văn bản"),
    ],
)
def test_a_paper_that_cannot_be_told_is_refused_with_the_choices(
    item: str, told: str, order: Order
) -> None:
    """Nothing is written; the papers that take numbers are listed."""
    before, text = files(order.folder), order.record.read_bytes()
    with pytest.raises(RecordError) as caught:
        number(order, Given(item, 45, DAY), silent)
    (problem,) = caught.value.problems
    assert told in problem.what.vi
    assert "06-ke-hoach-ra-mat" in problem.hint.vi
    assert (files(order.folder), order.record.read_bytes()) == (before, text)


def test_a_used_number_is_refused(order: Order) -> None:
    """The plans of the school share a series: 64 is the building plan's of the same year."""
    text = order.record.read_bytes()
    with pytest.raises(RecordError, match="taken"):
        number(order, Given("06-ke-hoach-ra-mat", 64, DAY), silent)
    assert order.record.read_bytes() == text


def test_a_number_that_stands_is_replaced_only_when_asked(order: Order) -> None:
    """A slip of the hand does not change a paper that was issued."""
    number(order, Given("4", 45, DAY), silent)
    with pytest.raises(RecordError, match="already"):
        number(order, Given("4", 46, DAY), silent)
    number(order, Given("4", 46, DAY, anew=True), silent)
    assert load(order.record).record.papers.decision.number == 46  # type: ignore[union-attr]


def test_a_failure_leaves_the_record_as_it_was(order: Order) -> None:
    """A print changed by hand stops the work; the record has no number then."""
    text = order.record.read_bytes()
    dossier = order.folder / "ho-so.pdf"
    dossier.write_bytes(dossier.read_bytes() + b"%")
    with pytest.raises(ProtectedWorkError):
        number(order, Given("4", 45, DAY), silent)
    assert order.record.read_bytes() == text


def test_a_record_that_was_moved_is_asked_for(order: Order, tmp_path: Path) -> None:
    """The folder remembers where it was; --record names the new place."""
    moved = order.record.rename(tmp_path / "khác.yaml")
    with pytest.raises(DocgenError) as caught:
        number(order, Given("4", 45, DAY), silent)
    assert "--record" in caught.value.problems[0].hint.vi
    number(order, Given("4", 45, DAY), silent, moved)
    assert load(moved).record.papers.decision.number == 45  # type: ignore[union-attr]


def test_the_register_lists_every_numbered_paper_by_body_and_number(
    order: Order, tmp_path: Path
) -> None:
    """A sheet for each body and year, the Party's by term; papers without number come last."""
    file = tmp_path / "sổ.xlsx"
    count = register([order.folder], file, order.drafted).count
    book = openpyxl.load_workbook(BytesIO(file.read_bytes()))
    rows = {sheet.title: list(sheet.iter_rows(min_row=7, values_only=True)) for sheet in book}
    assert count == sum(len(found) for found in rows.values())
    assert any(title.endswith("2025-2030") for title in rows)
    school = next(found for title, found in rows.items() if title.startswith("Trường"))
    assert school[0][0] == "64/KH-THCSQH"
    assert [row[0] for row in school[1:]] == [None] * (len(school) - 1)
    assert all("Chờ cấp số" in str(row[9]) for row in school[1:])
    assert not any("Như trên" in str(row[4]) for found in rows.values() for row in found)


def test_the_register_is_the_same_bytes_and_never_over_another_file(
    order: Order, tmp_path: Path
) -> None:
    """Made twice it is equal; what stands there stays."""
    one, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    register([order.folder], one, order.drafted)
    register([order.folder], other, order.drafted)
    assert one.read_bytes() == other.read_bytes()
    with pytest.raises(ProtectedWorkError):
        register([order.folder], one, order.drafted)
