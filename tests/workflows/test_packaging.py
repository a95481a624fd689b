"""The folder through a model's life: edits by hand kept and merged, steps added, scans bound in."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
import pytest
from pypdf import PdfReader

from docgen.errors import Place, ProtectedWorkError, RecordError, Words
from docgen.guidance.papers import CEREMONY, ESTABLISH
from docgen.workflows import bundling
from docgen.workflows.desk import Order, Package, Step
from docgen.workflows.packaging import package
from docgen.workflows.status import ItemState, ItemStatus, status
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAMPLE = "truong-2026-cong-truong"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
REGULATION = "van-ban/05-quy-che.docx"


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class Bench:
    """A record of one's own and the folder made from it."""

    order: Order

    @property
    def folder(self) -> Path:
        """The folder."""
        return self.order.folder

    def make(self, step: Step | None = None) -> Package:
        """Run a step; the establishment where none is named."""
        return package(self.order, step or Step(ESTABLISH), silent)

    def bundle(self, *, complete: bool = False) -> Package:
        """Bind the dossier from the folder."""
        return bundling.bundle(self.order, silent, complete=complete)

    def files(self) -> dict[str, bytes]:
        """Every file of the folder by its path."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def change(self, old: str, new: str) -> None:
        """Change the record."""
        text = self.order.file.read_text(encoding="utf-8")
        assert old in text
        self.order.file.write_text(text.replace(old, new), encoding="utf-8")

    def edit(self, path: str, deed: Callable[[docx.document.Document], None]) -> bytes:
        """Change a Word file by hand; its new bytes."""
        document = docx.Document(str(self.folder / path))
        deed(document)
        document.save(str(self.folder / path))
        return (self.folder / path).read_bytes()

    def text(self, path: str) -> str:
        """All words of a Word file."""
        document = docx.Document(str(self.folder / path))
        return "\n".join(paragraph.text for paragraph in document.paragraphs)

    def states(self) -> dict[str, str]:
        """The state of each Word file by the manifest."""
        told = json.loads((self.folder / "manifest.json").read_bytes())["files"]
        return {name: row["state"] for name, row in told.items() if name.endswith(".docx")}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """The school's record, not yet made into a folder."""
    record = tmp_path / "bản khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    return Bench(Order(record, tmp_path / "Hồ sơ", drafted(SAMPLE), "builtin"))


def add_words(words: str, start: str) -> Callable[[docx.document.Document], None]:
    """Put ``words`` behind the first paragraph that begins with ``start``."""

    def deed(document: docx.document.Document) -> None:
        found = next(one for one in document.paragraphs if one.text.startswith(start))
        found.add_run(words)

    return deed


def changed(before: dict[str, bytes], after: dict[str, bytes], folder: str) -> set[str]:
    """The names under ``folder`` whose bytes differ, or that are on one side only."""
    return {
        name
        for name in before.keys() | after.keys()
        if name.startswith(folder) and before.get(name) != after.get(name)
    }


def test_the_same_record_on_another_day_changes_no_paper(bench: Bench) -> None:
    """The day of drafting alone makes no paper new."""
    bench.make()
    before = bench.files()
    later = bench.order.drafted.replace(day=3)
    Bench(bench.order.changed(drafted=later)).make()
    assert changed(before, bench.files(), "van-ban") == set()
    assert changed(before, bench.files(), "pdf") == set()


def test_only_papers_whose_text_changes_are_made_again(bench: Bench) -> None:
    """A new venue touches the papers of the conference and no others."""
    bench.make()
    before = bench.files()
    bench.change("Sân Trường Trung học cơ sở Quang Hòa", "Hội trường A")
    bench.make()
    papers = changed(before, bench.files(), "van-ban")
    assert papers
    assert all("/06-" in name or "/phu/" in name for name in papers), papers


def test_an_edit_and_a_change_elsewhere_are_merged(bench: Bench) -> None:
    """Both are in the file; the person's version before the merge is kept."""
    bench.make()
    plan = "van-ban/06-ke-hoach-ra-mat.docx"
    mine = bench.edit(plan, add_words(" (đã thống nhất với Đoàn trường)", "1. "))
    bench.change("Sân Trường Trung học cơ sở Quang Hòa", "Hội trường A")
    made = bench.make()
    text = bench.text(plan)
    assert "(đã thống nhất với Đoàn trường)" in text
    assert "Hội trường A" in text
    kept = [data for name, data in bench.files().items() if name.startswith("ban-cu/")]
    assert kept == [mine]
    assert bench.states()[plan] == "edited"
    assert any(one.place == Place(plan) for one in made.remarks)


def test_kept_versions_outlive_later_runs(bench: Bench) -> None:
    """What merging replaced is never taken away."""
    test_an_edit_and_a_change_elsewhere_are_merged(bench)
    kept = {name: data for name, data in bench.files().items() if name.startswith("ban-cu/")}
    bench.change("Hội trường A", "Hội trường B")
    bench.make()
    after = bench.files()
    assert kept
    assert all(after[name] == data for name, data in kept.items())


def test_an_edit_of_what_changes_is_left_alone_with_the_draft_beside_it(bench: Bench) -> None:
    """The person's file stays to the byte; the new draft lies beside it; differences are told."""
    bench.make()
    plan = "van-ban/06-ke-hoach-ra-mat.docx"

    def deed(document: docx.document.Document) -> None:
        for one in document.paragraphs:
            if "Sân Trường" in one.text:
                one.add_run(" hoặc nhà đa năng")

    mine = bench.edit(plan, deed)
    bench.change("Sân Trường Trung học cơ sở Quang Hòa", "Hội trường A")
    made = bench.make()
    assert (bench.folder / plan).read_bytes() == mine
    beside = "van-ban/06-ke-hoach-ra-mat.moi.docx"
    assert "Hội trường A" in bench.text(beside)
    told = [one.what.vi for one in made.remarks]
    assert any(beside in one for one in told)
    assert any("nhà đa năng" in one and "Hội trường A" in one for one in told)


def test_a_new_draft_that_was_cleared_away_is_settled(bench: Bench) -> None:
    """Deleting the draft beside the file says that it was taken over: no more remarks."""
    test_an_edit_of_what_changes_is_left_alone_with_the_draft_beside_it(bench)
    (bench.folder / "van-ban/06-ke-hoach-ra-mat.moi.docx").unlink()
    mine = (bench.folder / "van-ban/06-ke-hoach-ra-mat.docx").read_bytes()
    made = bench.make()
    assert made.remarks == ()
    assert (bench.folder / "van-ban/06-ke-hoach-ra-mat.docx").read_bytes() == mine
    assert not (bench.folder / "van-ban/06-ke-hoach-ra-mat.moi.docx").exists()


def test_an_edited_paper_that_is_no_longer_due_stays(bench: Bench) -> None:
    """A pilot plan that a person worked on outlives the pilot; an untouched one goes."""
    bench.change("consent: ", "pilot: {period: năm học 2026 - 2027}\nconsent: ")
    bench.make()
    plan = "van-ban/07-ke-hoach-mo-hinh-diem.docx"
    mine = bench.edit(plan, add_words(" (sửa)", "1. "))
    bench.change("pilot: {period: năm học 2026 - 2027}\n", "")
    bench.make()
    assert (bench.folder / plan).read_bytes() == mine
    bench.make()
    assert (bench.folder / plan).read_bytes() == mine
    assert not (bench.folder / "pdf/07-ke-hoach-mo-hinh-diem.pdf").exists()


def test_steps_gather_in_one_folder(bench: Bench) -> None:
    """The launch adds its papers; those of the establishment stay, the dossier too."""
    bench.make()
    before = bench.files()
    bench.make(Step(CEREMONY))
    after = bench.files()
    assert changed(before, after, "van-ban/0") == set()
    assert "van-ban/phu/loi-dan.docx" in after
    told = json.loads(after["manifest.json"])
    assert told["made"] == ["establish", "ceremony"]
    assert told["record_file"] == "../bản khai.yaml"


def test_a_deleted_paper_is_missing_until_it_is_drafted_again(bench: Bench) -> None:
    """Bundling does not bring it back: the cover says what is missing; drafting does."""
    bench.make()
    (bench.folder / REGULATION).unlink()
    made = bench.bundle()
    assert [one[:2] for one in made.missing] == ["5."]
    cover = PdfReader(bench.folder / "ho-so.pdf").pages[0].extract_text()
    assert "Hồ sơ chưa đầy đủ" in " ".join(cover.split())
    state = {one.place.item.number: one.state for one in status_of(bench)}
    assert state[5] is ItemState.MISSING
    bench.make()
    assert (bench.folder / REGULATION).exists()
    assert bench.bundle().missing == ()


def test_a_dossier_that_must_be_complete_is_not_bound_when_it_is_not(bench: Bench) -> None:
    """The item is named, and the last dossier stays."""
    bench.make()
    (bench.folder / REGULATION).unlink()
    before = bench.files()
    with pytest.raises(RecordError, match="item 5"):
        bench.bundle(complete=True)
    assert bench.files() == before


def status_of(bench: Bench) -> tuple[ItemStatus, ...]:
    """The items of the folder's status."""
    return status(bench.folder, bench.order.drafted).items


def test_status_tells_drafts_edits_numbers_scans_apart(bench: Bench) -> None:
    """Each paper by what became of it; mandatory and optional items too."""
    bench.make()
    bench.edit(REGULATION, add_words(" (sửa)", "Điều 1"))
    scan = (bench.folder / "pdf/08-ke-hoach-nam.pdf").read_bytes()
    (bench.folder / "da-ky/08-ke-hoach-nam.pdf").write_bytes(scan)
    items = {one.place.item.number: one for one in status_of(bench)}
    assert items[5].state is ItemState.EDITED
    assert items[8].state is ItemState.SIGNED
    assert items[7].state is ItemState.NOT_APPLICABLE
    assert items[9].state is ItemState.NOT_DUE
    assert items[1].state in {ItemState.DRAFT, ItemState.NUMBERED}


def test_the_dossier_has_the_edited_words(bench: Bench) -> None:
    """Bundling prints a paper that was edited, and only that one."""
    bench.make()
    before = bench.files()
    bench.edit(REGULATION, add_words(" và nội dung sửa tay", "Điều 1"))
    bench.bundle()
    after = bench.files()
    assert changed(before, after, "pdf") == {"pdf/05-quy-che.pdf"}
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(after["ho-so.pdf"])).pages)
    assert "nội dung sửa tay" in " ".join(text.split())


def test_a_dossier_changed_by_hand_is_not_overwritten(bench: Bench) -> None:
    """A person may have signed or marked the PDF itself."""
    bench.make()
    dossier = bench.folder / "ho-so.pdf"
    dossier.write_bytes(dossier.read_bytes() + b"%")
    before = bench.files()
    with pytest.raises(ProtectedWorkError, match=r"ho-so\.pdf"):
        bench.bundle()
    assert bench.files() == before


def test_the_manifest_holds_nothing_personal(bench: Bench) -> None:
    """Hashes and names of papers only."""
    bench.make()
    told = (bench.folder / "manifest.json").read_text(encoding="utf-8")
    assert "Phạm Thị Ngọc Bích" not in told
    assert "Quang Hòa" not in told
