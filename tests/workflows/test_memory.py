"""A folder that has lost its memory: hashes that are left decide, and nothing is deleted."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import docx
import pytest

from docgen.errors import RecordError, Words
from docgen.guidance.papers import ESTABLISH
from docgen.workflows import bundling
from docgen.workflows.desk import Order, Step
from docgen.workflows.numbering import Given, number
from docgen.workflows.packaging import package
from docgen.workflows.standing import looked_at
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.workflows.desk import Package

SAMPLE = "truong-2026-cong-truong"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
REGULATION = "van-ban/05-quy-che.docx"


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class Folder:
    """A package made from a sample, in which one paper was changed by hand."""

    order: Order
    edited: bytes

    @property
    def place(self) -> Path:
        """The folder."""
        return self.order.folder

    def establish(self) -> Package:
        """Draft the package again."""
        return package(self.order, Step(ESTABLISH), silent)

    def bundle(self) -> Package:
        """Bind the dossier from what stands there."""
        return bundling.bundle(self.order, silent)

    def words(self) -> dict[str, bytes]:
        """Every Word file under ``van-ban/`` by its path."""
        paths = sorted((self.place / "van-ban").rglob("*.docx"))
        return {path.relative_to(self.place).as_posix(): path.read_bytes() for path in paths}

    def forget(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change what the manifest says."""
        file = self.place / "manifest.json"
        told = json.loads(file.read_bytes())
        change(told)
        file.write_text(json.dumps(told), encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The package, made once."""
    top = tmp_path_factory.mktemp("made")
    record = top / "ban-khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    order = Order(record, top / "kq", drafted(SAMPLE), "builtin")
    package(order, Step(ESTABLISH), silent)
    document = docx.Document(str(order.folder / DECISION))
    document.paragraphs[8].add_run(" Thêm bằng tay.")
    document.save(str(order.folder / DECISION))
    return Folder(order, (order.folder / DECISION).read_bytes())


@pytest.fixture
def folder(made: Folder, tmp_path: Path) -> Folder:
    """A copy of it to do with as one likes."""
    shutil.copytree(made.order.file.parent, tmp_path / "top")
    top = tmp_path / "top"
    order = Order(top / "ban-khai.yaml", top / "kq", made.order.drafted, "builtin")
    return Folder(order, made.edited)


def _without_some(packed: bytes) -> bytes:
    """The renders without that of the edited paper."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != DECISION:
                new.writestr(name, old.read(name))
    return made.getvalue()


LOSSES: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _: None,
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "strange": lambda _: b"PK\x03\x04 nothing of the kind",
    "older": _without_some,
}


def _lose(folder: Folder, kind: str) -> None:
    file = folder.place / ".docgen" / "goc.zip"
    data = LOSSES[kind](file.read_bytes())
    if data is None:
        shutil.rmtree(file.parent)
    else:
        file.write_bytes(data)


@pytest.mark.parametrize("kind", LOSSES)
def test_what_nobody_changed_is_its_own_render(folder: Folder, kind: str) -> None:
    """A paper is known by its hash where the render is lost; an edited one is not; it is told."""
    _lose(folder, kind)
    there = looked_at(folder.place)
    assert there.base(REGULATION) == folder.words()[REGULATION]
    assert there.base(DECISION) is None
    assert ".docgen" in there.remarks[0].what.vi


@pytest.mark.parametrize("kind", ["missing", "cut"])
def test_renders_that_are_lost_cost_no_word(folder: Folder, kind: str) -> None:
    """An edited paper stays, all others are recognised by their hashes; nothing is deleted."""
    before = folder.words()
    _lose(folder, kind)
    assert any(".docgen" in one.what.vi for one in folder.bundle().remarks)
    assert folder.words() == before
    folder.establish()
    assert folder.words() == before
    states = json.loads((folder.place / "manifest.json").read_bytes())["files"]
    assert states[DECISION]["state"] == "edited"


def test_an_edit_over_a_lost_render_is_left_alone_and_told(folder: Folder) -> None:
    """A changed record meets a file that nobody can tell from an edited one: both are kept."""
    _lose(folder, "missing")
    text = folder.order.file.read_text(encoding="utf-8")
    old, new = "Sân Trường Trung học cơ sở Quang Hòa", "Hội trường A"
    folder.order.file.write_text(text.replace(old, new), encoding="utf-8")
    told = number(folder.order, Given("4", 45, folder.order.drafted), silent)
    assert (folder.place / DECISION).read_bytes() == folder.edited
    beside = folder.place / DECISION.replace(".docx", ".moi.docx")
    assert "45" in "\n".join(one.text for one in docx.Document(str(beside)).paragraphs)
    assert any("render is lost" in one.what.en for one in told.remarks)
    folder.bundle()
    assert (folder.place / DECISION).read_bytes() == folder.edited


@pytest.mark.parametrize("made_of", [[], ["tuong-lai 2", "establish"]])
def test_steps_that_nobody_knows_delete_nothing(folder: Folder, made_of: list[str]) -> None:
    """A folder of a newer docgen, or one that does not tell its steps, is bound with all of it."""
    folder.forget(lambda told: told.update(made=made_of))
    before = {path for path in folder.place.rglob("*") if path.is_file()}
    assert folder.bundle().papers > 16
    assert {path for path in folder.place.rglob("*") if path.is_file()} >= before
    assert (folder.place / DECISION).read_bytes() == folder.edited


def test_a_folder_without_papers_is_not_bound(folder: Folder) -> None:
    """No paper, no dossier: it is said, and the dossier that stands there stays."""
    dossier = (folder.place / "ho-so.pdf").read_bytes()
    shutil.rmtree(folder.place / "van-ban")
    _lose(folder, "missing")
    with pytest.raises(RecordError, match="no paper to bind"):
        folder.bundle()
    assert (folder.place / "ho-so.pdf").read_bytes() == dossier


def test_a_render_of_another_state_does_not_count(folder: Folder) -> None:
    """A ``.docgen`` brought back from an older copy is held against the hashes of the manifest."""
    store = folder.place / ".docgen" / "goc.zip"
    with zipfile.ZipFile(store, "w") as archive:
        archive.writestr(DECISION, folder.words()[REGULATION])
    assert looked_at(folder.place).base(DECISION) is None
