"""One paper that cannot be printed never stops the others."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from docgen.errors import RecordError, Severity, Words
from docgen.guidance.papers import ESTABLISH
from docgen.workflows import bundling
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from tests.odd import holding
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "truong-2026-cong-truong"
REGULATION = "van-ban/05-quy-che.docx"


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """A package of which one Word file was replaced by one that is refused."""
    top = tmp_path_factory.mktemp("made")
    record = top / "ban-khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    order = Order(record, top / "kq", drafted(SAMPLE), "builtin")
    package(order, Step(ESTABLISH), silent)
    (order.folder / REGULATION).write_bytes(holding('<w:altChunk r:id="x"/>'))
    return order


def test_the_last_print_stands_for_it_and_it_is_named(made: Order, tmp_path: Path) -> None:
    """All others are bound; the dossier says that it is not whole, and so does the command."""
    shutil.copytree(made.folder.parent, tmp_path / "top")
    folder = tmp_path / "top" / "kq"
    order = Order(folder.parent / "ban-khai.yaml", folder, made.drafted, "builtin")
    before = (folder / "pdf/05-quy-che.pdf").read_bytes()
    bad = (folder / REGULATION).read_bytes()
    told = bundling.bundle(order, silent)
    faults = [one for one in told.remarks if one.severity is Severity.ERROR]
    assert {one.place.file for one in faults} == {REGULATION}
    assert any("altChunk" in one.what.vi for one in faults)
    assert any("05-quy-che" in text or "Quy chế" in text for text in told.missing)
    assert (folder / "pdf/05-quy-che.pdf").read_bytes() == before
    assert (folder / REGULATION).read_bytes() == bad
    with pytest.raises(RecordError, match="altChunk"):
        bundling.bundle(order, silent, complete=True)
