"""The folder of rating papers that loses its memory: worked on as any other, no word lost."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from docgen.errors import ProtectedWorkError
from docgen.folder.manifest import COPY, NAME
from docgen.folder.memory import BASES
from docgen.workflows.rating import Asked, rate
from docgen.workflows.rating_papers import Wish, papers
from tests.forgetting import REGULATION
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.errors import Words
    from tests.forgetting import Folder

DAY = date(2026, 11, 10)
SHEET = "van-ban/phieu-danh-gia-2026-01.docx"
REPORT = "van-ban/bao-cao-khao-sat-2026.docx"
pytestmark = pytest.mark.usefixtures("press")


class Rating:
    """A record, and the folder of its rating papers."""

    def __init__(self, top: Path) -> None:
        """Both below ``top``; the papers are made."""
        self.record, self.folder = top / "ban-khai.yaml", top / "xep-loai"
        self.record.write_bytes(path_of("vong-doi/tot-xa-2026").read_bytes())
        self.heard: list[Words] = []
        self.ask()

    def ask(self) -> list[str]:
        """Rate, and draft the papers; what was told meanwhile."""
        self.heard = []
        papers(rate(Asked((self.record,), DAY, "2026")), DAY, Wish(self.folder), self.heard.append)
        return [words.en for words in self.heard]

    def edit(self, path: str) -> bytes:
        """Words of a person's in the paper at ``path``; its bytes."""
        document = docx.Document(str(self.folder / path))
        document.paragraphs[-1].add_run(" Thêm bằng tay.")
        document.save(str(self.folder / path))
        return (self.folder / path).read_bytes()

    def tell_otherwise(self) -> None:
        """Let the record name another person."""
        text = self.record.read_text("utf-8")
        assert "Nguyễn Đình Khải" in text
        self.record.write_text(text.replace("Nguyễn Đình Khải", "Người Khác"), "utf-8")

    def lose(self, *, renders: bool) -> None:
        """Lose both manifests, and the renders as well."""
        (self.folder / NAME).unlink()
        (self.folder / COPY).unlink()
        if renders:
            shutil.rmtree(self.folder / ".docgen")

    def files(self) -> dict[str, bytes]:
        """What stands there, but for what the folder writes about itself."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and path.name != NAME and ".docgen" not in path.parts
        }


@pytest.fixture
def rating(tmp_path: Path) -> Rating:
    """Papers just made."""
    return Rating(tmp_path)


def test_with_names_alone_an_edit_stays_and_stays_again(rating: Rating) -> None:
    """No run takes what may be a person's for its own; what it cannot follow is told each time."""
    edited = rating.edit(SHEET)
    rating.lose(renders=True)
    before = rating.files()
    rating.tell_otherwise()
    told = rating.ask()
    assert any("no hash tells" in one for one in told)
    for _ in range(2):
        assert rating.files()[SHEET] == edited
        assert {path: rating.files()[path] for path in (SHEET, REPORT)} == {
            path: before[path] for path in (SHEET, REPORT)
        }
        assert set(before.values()) <= set(rating.files().values())
        assert any("may have been changed by hand" in one for one in told)
        told = rating.ask()
    assert not any("no hash tells" in one for one in told)


def test_a_file_that_may_be_edited_is_drafted_anew_when_it_is_cleared_away(rating: Rating) -> None:
    """What the message says to do, done."""
    rating.lose(renders=True)
    rating.tell_otherwise()
    rating.ask()
    before = rating.files()
    (rating.folder / REPORT).unlink()
    rating.ask()
    assert rating.files()[REPORT] != before[REPORT]
    assert rating.files()[SHEET] == before[SHEET]
    assert not any("bao-cao" in one for one in rating.ask())


def test_what_says_the_same_as_the_record_is_ours_again(rating: Rating) -> None:
    """The draft is, byte for byte, what stands there: the next change of the record is followed."""
    before = rating.files()
    rating.lose(renders=True)
    assert not any("may have been" in one for one in rating.ask())
    assert rating.files() == before
    rating.tell_otherwise()
    rating.ask()
    assert rating.files()[REPORT] != before[REPORT]


def test_renders_tell_what_was_edited(rating: Rating) -> None:
    """With the manifests alone lost all is as before: drafts follow, an edit stops the run."""
    before = rating.files()
    rating.lose(renders=False)
    rating.tell_otherwise()
    rating.ask()
    assert rating.files()[REPORT] != before[REPORT]
    edited = rating.edit(SHEET)
    rating.lose(renders=False)
    with pytest.raises(ProtectedWorkError, match="phieu-danh-gia"):
        rating.ask()
    assert rating.files()[SHEET] == edited


@pytest.mark.parametrize("data", [b"", b"PK nothing"])
def test_renders_that_are_damaged_stop_nothing(rating: Rating, data: bytes) -> None:
    """With a manifest that tells all hashes the papers are known without them."""
    before = rating.files()
    (rating.folder / BASES).write_bytes(data)
    assert any(".docgen" in one for one in rating.ask())
    assert rating.files() == before
    assert rating.ask() == ["Drafting and printing the papers…"]


def test_a_package_without_memory_is_not_taken_for_a_folder_of_ratings(
    rating: Rating, edited: Callable[[str], Folder]
) -> None:
    """Papers of another step are known by their names where no manifest tells the step."""
    folder = edited(REGULATION)
    folder.lose_all()
    before = folder.files()
    found = rate(Asked((rating.record,), DAY, "2026"))
    with pytest.raises(ProtectedWorkError, match="another step"):
        papers(found, DAY, Wish(folder.place), rating.heard.append)
    assert folder.files() == before


def test_a_number_that_the_record_tells_no_longer_does_not_open_the_sheet(rating: Rating) -> None:
    """What was issued stays issued, whatever becomes of the record."""
    text = rating.record.read_text("utf-8")
    told = "    survey_report: {number: 71, day: 06/11/2026}\n"
    whole = text.replace("    dossier: scientific\n", f"    dossier: scientific\n{told}")
    assert whole != text
    rating.record.write_text(whole, "utf-8")
    rating.ask()
    issued = rating.files()[REPORT]
    rating.record.write_text(text, "utf-8")
    rating.tell_otherwise()
    rating.ask()
    assert rating.files()[REPORT] == issued
    manifest = json.loads((rating.folder / NAME).read_bytes())
    assert manifest["files"][REPORT]["issued"].startswith("71 ")
