"""A folder whose manifest is lost: its copy, then hashes and names decide; nothing is deleted."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import docx
import pytest

from docgen.errors import DocgenError, Words
from docgen.folder.manifest import COPY, NAME
from docgen.guidance.papers import ESTABLISH, REPORT
from docgen.workflows import bundling
from docgen.workflows.amending import Amending, amend
from docgen.workflows.desk import Order, Step
from docgen.workflows.numbering import Given, number
from docgen.workflows.packaging import package
from docgen.workflows.paper_status import PaperState
from docgen.workflows.registering import register
from docgen.workflows.standing import looked_at
from docgen.workflows.status import status
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


SAMPLE = "truong-2026-cong-truong"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
REGULATION = "van-ban/05-quy-che.docx"
BASES = ".docgen/goc.zip"


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class Folder:
    """A package made from a sample, in which one paper was changed by hand, one has a number."""

    order: Order

    @property
    def place(self) -> Path:
        """The folder."""
        return self.order.folder

    def files(self) -> dict[str, bytes]:
        """Every file by its path, but for what the folder writes about itself."""
        found = {
            path.relative_to(self.place).as_posix(): path.read_bytes()
            for path in self.place.rglob("*")
            if path.is_file()
        }
        return {path: data for path, data in found.items() if path not in (NAME, COPY, BASES)}

    def tell(self, old: str, new: str) -> None:
        """Change what the record says."""
        text = self.order.file.read_text(encoding="utf-8")
        assert old in text
        self.order.file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The package, made once."""
    top = tmp_path_factory.mktemp("made")
    record = top / "ban-khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    order = Order(record, top / "kq", drafted(SAMPLE), "builtin")
    package(order, Step(ESTABLISH), silent)
    document = docx.Document(str(order.folder / REGULATION))
    document.paragraphs[12].add_run(" Thêm bằng tay.")
    document.save(str(order.folder / REGULATION))
    bundling.bundle(order, silent)
    return Folder(order)


@pytest.fixture
def folder(made: Folder, tmp_path: Path) -> Folder:
    """A copy of it to do with as one likes."""
    shutil.copytree(made.order.file.parent, tmp_path / "top")
    top = tmp_path / "top"
    return Folder(replace(made.order, record=top / "ban-khai.yaml", folder=top / "kq"))


def _newer(data: bytes) -> bytes:
    """As a later docgen might write it: with what is not known here."""
    told = json.loads(data)
    told["version"] = 9
    for row in told["files"].values():
        row |= {"state": "archived", "seal": True}
    return json.dumps(told).encode()


DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _: None,
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "no object": lambda _: b"[1, 2]",
    "another's": lambda _: b'{"name": "web", "files": ["index.html"]}',
    "newer": _newer,
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


def lose_all(folder: Folder) -> None:
    """Leave of the folder's memory nothing: as when its papers alone are copied elsewhere."""
    shutil.rmtree(folder.place / ".docgen")
    (folder.place / NAME).unlink()


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_copy_tells_all_that_the_manifest_told(folder: Folder, kind: str) -> None:
    """One manifest of two is enough: the folder stays as it is, and it is told."""
    before = folder.files()
    damage(folder, kind, NAME)
    assert looked_at(folder.place).known is not None
    made = package(folder.order, Step(ESTABLISH), silent)
    assert folder.files() == before
    assert any(NAME in one.place.file and "copy" in one.what.en for one in made.remarks)
    assert not looked_at(folder.place).remarks


@pytest.mark.parametrize("kind", DAMAGES)
def test_without_either_renders_tell_what_was_edited(folder: Folder, kind: str) -> None:
    """An edit is merged with what the record says anew; former prints are kept, none deleted."""
    before = folder.files()
    damage(folder, kind, NAME, COPY)
    folder.tell("Sân Trường Trung học cơ sở Quang Hòa", "Hội trường A")
    made = package(folder.order, Step(ESTABLISH), silent)
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
    lose_all(folder)
    folder.tell("Sân Trường Trung học cơ sở Quang Hòa", "Hội trường A")
    made = package(folder.order, Step(ESTABLISH), silent)
    after = folder.files()
    assert set(before.values()) <= set(after.values())
    assert all(after[path] == data for path, data in before.items() if path.endswith(".docx"))
    assert any(path.endswith(".moi.docx") for path in after)
    assert any("no hash tells" in one.what.en for one in made.remarks)
    again = package(folder.order, Step(ESTABLISH), silent)
    assert set(before.values()) <= set(folder.files().values())
    assert not any(NAME in one.place.file for one in again.remarks)


COMMANDS: dict[str, Callable[[Folder], object]] = {
    "establish": lambda folder: package(folder.order, Step(ESTABLISH), silent),
    "report": lambda folder: package(folder.order, Step(REPORT), silent),
    "number": lambda folder: number(folder.order, Given("4", 45, folder.order.drafted), silent),
    "bundle": lambda folder: bundling.bundle(folder.order, silent),
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
        lose_all(folder)
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
        lose_all(folder)
    else:
        damage(folder, "missing", NAME, *([COPY] if left == "renders" else []))
    before = folder.files()
    folder.tell("Quang Hòa", "Quang Trung")
    made = package(folder.order, Step(ESTABLISH), silent)
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
