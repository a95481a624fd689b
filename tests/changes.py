"""A copy of the data files, to be changed for one test, and what papers then say."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from docgen.guidance.papers import due
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.tables.source import ROOMS, SHIPPED
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.soundness import check
from tests.golden.reading import paragraphs

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.loading import Loaded


TODAY = date(2026, 9, 1)


def text_of(docx: bytes) -> str:
    """What a paper says, a line for each paragraph; tables too."""
    return "\n".join(text for _, text in paragraphs(docx))


def least(**more: object) -> dict[str, Any]:
    """The shortest record of a self-managed model, and what the test is about."""
    told = {
        "kind": "self_managed",
        "issuer": {"kind": "commune", "name": "xã Tân Mỹ", "province": "tỉnh Bắc Ninh"},
        "model": {"name": "Tổ tuần tra nhân dân", "scope": "xã Tân Mỹ"},
    }
    return {**told, **more}


def texts(record: Loaded, templates: Path | None = None) -> dict[str, str]:
    """What each paper of the founding says, by its stem."""
    maker = Drafter(Papers(record.record, TODAY), TemplateFolder(templates))
    return {paper.file_stem: text_of(maker.draft(paper).docx) for paper in due(record.record)}


@dataclass(frozen=True)
class Data:
    """A folder with the data of law and guidance."""

    root: Path

    def file(self, name: str) -> Path:
        """A data file: ``guidance/papers``."""
        return self.root / f"{name}.yaml"

    def change(self, name: str, old: str, new: str) -> None:
        """Write ``new`` in place of the first ``old``, which must be there."""
        text = self.file(name).read_text("utf-8")
        assert old in text
        self.file(name).write_text(text.replace(old, new, 1), "utf-8")

    def add(self, name: str, text: str) -> None:
        """Write ``text`` at the end of a file."""
        with self.file(name).open("a", encoding="utf-8") as file:
            file.write(text)

    def line(self, name: str, text: str) -> int:
        """The first line of a file that holds ``text``."""
        lines = self.file(name).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if text in line)

    def faults(self) -> list[Problem]:
        """What checking the data tells."""
        return check(self.root)


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """A copy of the shipped data."""
    for room in ROOMS:
        shutil.copytree(SHIPPED.of(room), tmp_path / "data" / room)
    return Data(tmp_path / "data")
