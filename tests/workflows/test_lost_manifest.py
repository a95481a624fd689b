"""A folder whose manifest is lost: its copy, then hashes and names decide; nothing is deleted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import docx
import pytest

from docgen.errors import DocgenError
from docgen.folder.manifest import COPY, NAME
from docgen.guidance.papers import REPORT
from docgen.workflows.amending import Amending, amend
from docgen.workflows.desk import Step
from docgen.workflows.numbering import Given, number
from docgen.workflows.packaging import package
from docgen.workflows.paper_status import PaperState
from docgen.workflows.registering import register
from docgen.workflows.standing import looked_at
from docgen.workflows.status import status
from tests.forgetting import DECISION, PLACE, REGULATION, silent
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.forgetting import Folder


@pytest.fixture
def folder(edited: Callable[[str], Folder]) -> Folder:
    """A package whose regulation was changed by hand."""
    return edited(REGULATION)


def _newer(data: bytes) -> bytes:
    """As a later docgen might write it: with what is not known here."""
    told = json.loads(data)
    told["version"] = 9
    for row in told["files"].values():
        row |= {"state": "archived", "seal": True}
    return json.dumps(told).encode()


def _emptied(data: bytes) -> bytes:
    """It knows no file any more."""
    return json.dumps({**json.loads(data), "files": {}}).encode()


DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _: None,
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "no object": lambda _: b"[1, 2]",
    "another's": lambda _: b'{"name": "web", "files": ["index.html"]}',
    "newer": _newer,
    "emptied": _emptied,
    "older": lambda data: data.replace(b'"version": 3', b'"version": 1'),
    "day": lambda data: data.replace(b'"day": "2', b'"day": "x'),
}


def damage(folder: Folder, kind: str, *names: str) -> None:
    """Let the manifests ``names`` suffer ``kind``."""
    for name in names:
        file = folder.place / name
        data = DAMAGES[kind](file.read_bytes())
        if data is None:
            file.unlink()
        else:
            file.write_bytes(data)


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_copy_tells_all_that_the_manifest_told(folder: Folder, kind: str) -> None:
    """One manifest of two is enough: the folder stays as it is, and it is told."""
    before = folder.files()
    damage(folder, kind, NAME)
    assert looked_at(folder.place).known is not None
    made = folder.establish()
    assert folder.files() == before
    assert any(NAME in one.place.file and "copy" in one.what.en for one in made.remarks)
    assert not looked_at(folder.place).remarks


@pytest.mark.parametrize("kind", DAMAGES)
def test_without_either_renders_tell_what_was_edited(folder: Folder, kind: str) -> None:
    """An edit is merged with what the record says anew; former prints are kept, none deleted."""
    before = folder.files()
    damage(folder, kind, NAME, COPY)
    folder.tell(PLACE, "Hội trường A")
    made = folder.establish()
    after = folder.files()
    assert set(before.values()) - set(after.values()) == _redrafted(before, after)
    assert after[REGULATION] == before[REGULATION]
    assert any(NAME in one.place.file for one in made.remarks)


def _redrafted(before: dict[str, bytes], after: dict[str, bytes]) -> set[bytes]:
    """Renders that nobody had touched, and their prints where a hash still told them."""
    return {
        data
        for path, data in before.items()
        if path != REGULATION and path.endswith((".docx", ".pdf")) and after[path] != data
        if data not in after.values()
    }


def test_with_names_alone_every_paper_counts_as_edited(folder: Folder) -> None:
    """Nothing is left but the files: a paper that the record now tells otherwise stays."""
    before = folder.files()
    folder.lose_all()
    folder.tell(PLACE, "Hội trường A")
    made = folder.establish()
    after = folder.files()
    assert set(before.values()) <= set(after.values())
    assert all(after[path] == data for path, data in before.items() if path.endswith(".docx"))
    assert any(path.endswith(".moi.docx") for path in after)
    assert any("no hash tells" in one.what.en for one in made.remarks)
    again = folder.establish()
    assert set(before.values()) <= set(folder.files().values())
    assert not any(NAME in one.place.file for one in again.remarks)


COMMANDS: dict[str, Callable[[Folder], object]] = {
    "establish": lambda folder: folder.establish(),
    "report": lambda folder: package(folder.order, Step(REPORT), silent),
    "number": lambda folder: number(folder.order, Given("4", 45, folder.order.drafted), silent),
    "bundle": lambda folder: folder.bundle(),
    "status": lambda folder: status(folder.place, folder.order.drafted, folder.order.record),
    "register": lambda folder: register(
        [folder.place], folder.place.parent / "so.xlsx", folder.order.drafted, folder.order.record
    ),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("left", ["copy", "renders", "names"])
def test_every_command_works_loses_nothing_and_tells(
    folder: Folder, command: str, left: str
) -> None:
    """Whatever is left of the memory, no word of a person is lost, and the loss is told."""
    if left == "names":
        folder.lose_all()
    else:
        damage(folder, "cut", NAME, *([COPY] if left == "renders" else []))
        damage(folder, "empty", NAME)
    before = folder.files()
    if command == "report":
        _with_report(folder)
    made = COMMANDS[command](folder)
    after = folder.files()
    assert before[REGULATION] in after.values()
    assert before.keys() <= after.keys()
    told: tuple[object, ...] = getattr(made, "remarks")  # noqa: B009 - one of three results
    assert any(NAME in str(one) for one in told)
    if command == "number":
        assert _text(folder.place, DECISION, beside=left == "names").count("45") == 1


def _with_report(folder: Folder) -> None:
    with folder.order.file.open("a", encoding="utf-8") as file:
        file.write("reports:\n- {period: 2026}\n")


def _text(place: Path, path: str, *, beside: bool) -> str:
    name = path.replace(".docx", ".moi.docx") if beside else path
    tables = docx.Document(str(place / name)).tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    return "\n".join(dict.fromkeys(text for text in cells if "Số:" in text))


@pytest.mark.parametrize("left", ["copy", "renders", "names"])
def test_what_was_issued_stays_though_nobody_remembers(folder: Folder, left: str) -> None:
    """A paper that has a number by the record is not drafted anew after it was forgotten."""
    number(folder.order, Given("4", 45, folder.order.drafted), silent)
    if left == "names":
        folder.lose_all()
    else:
        damage(folder, "missing", NAME, *([COPY] if left == "renders" else []))
    before = folder.files()
    folder.tell("Quang Hòa", "Quang Trung")
    made = folder.establish()
    assert folder.files()[DECISION] == before[DECISION]
    assert any("Quang Trung" in one.what.vi for one in made.remarks)
    amended = amend(folder.order, Amending("4", replaces=True), silent)
    assert before[DECISION] in folder.files().values()
    assert amended.papers


def test_the_record_is_found_by_what_it_told(folder: Folder) -> None:
    """No manifest tells where the record is: the one beside the folder that says the same is it."""
    damage(folder, "missing", NAME, COPY)
    other = folder.order.file.with_name("mo-hinh-khac.yaml")
    other.write_bytes(path_of("khu-dan-cu-2026-toi-thieu").read_bytes())
    found = status(folder.place, folder.order.drafted)
    states = {paper.stem: paper.state for item in found.items for paper in item.papers}
    assert states["04-quyet-dinh-thanh-lap"] is PaperState.DRAFT
    assert states["05-quy-che"] is PaperState.EDITED
    folder.order.file.unlink()
    with pytest.raises(DocgenError, match="does not tell its record"):
        status(folder.place, folder.order.drafted)


def test_a_folder_of_another_kind_is_not_taken_for_one(tmp_path: Path) -> None:
    """A manifest.json of another program, Word files of one's own: left alone, as before."""
    (tmp_path / "van-ban").mkdir()
    (tmp_path / "van-ban" / "thư mời.docx").write_bytes(b"PK")
    assert looked_at(tmp_path).known is None
    (tmp_path / NAME).write_bytes(DAMAGES["another's"](b"") or b"")
    with pytest.raises(DocgenError, match="damaged"):
        looked_at(tmp_path)
