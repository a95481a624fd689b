"""A folder that has lost its memory: hashes that are left decide, and nothing is deleted."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from docgen.errors import RecordError
from docgen.workflows.numbering import Given, number
from docgen.workflows.standing import looked_at
from tests.forgetting import DECISION, PLACE, REGULATION, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.forgetting import Folder


@pytest.fixture
def folder(edited: Callable[[str], Folder]) -> Folder:
    """A package whose decision was changed by hand."""
    return edited(DECISION)


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
    before = folder.words()[DECISION]
    folder.tell(PLACE, "Hội trường A")
    told = number(folder.order, Given("4", 45, folder.order.drafted), silent)
    assert folder.words()[DECISION] == before
    beside = folder.place / DECISION.replace(".docx", ".moi.docx")
    assert "45" in "\n".join(one.text for one in docx.Document(str(beside)).paragraphs)
    assert any("render is lost" in one.what.en for one in told.remarks)
    folder.bundle()
    assert folder.words()[DECISION] == before


@pytest.mark.parametrize("made_of", [[], ["tuong-lai 2", "establish"], ["tuong-lai 2"]])
def test_steps_that_nobody_knows_delete_nothing(folder: Folder, made_of: list[str]) -> None:
    """A folder of a newer docgen, or one that does not tell its steps, is bound with all of it."""
    folder.forget(lambda told: told.update(made=made_of))
    before = folder.files()
    assert folder.bundle().papers > 16
    after = folder.files()
    assert after.keys() >= before.keys()
    assert after[DECISION] == before[DECISION]


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
