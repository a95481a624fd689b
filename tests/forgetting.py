"""Packages in which one paper was changed by hand, to be robbed of their memory."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import docx

from docgen.folder.manifest import COPY, NAME
from docgen.guidance.papers import ESTABLISH
from docgen.workflows import bundling
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.errors import Words
    from docgen.workflows.desk import Package

SAMPLE = "truong-2026-cong-truong"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
REGULATION = "van-ban/05-quy-che.docx"
BASES = ".docgen/goc.zip"
PLACE = "Sân Trường Trung học cơ sở Quang Hòa"
"""What the record says and its papers print."""
_PARAGRAPH = 8


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class Folder:
    """A package made from a sample, in which the paper at ``edited`` was changed by hand."""

    order: Order
    edited: str

    @classmethod
    def made(cls, top: Path, edited: str) -> Folder:
        """A new one below ``top``."""
        record = top / "ban-khai.yaml"
        record.write_bytes(path_of(SAMPLE).read_bytes())
        folder = cls(Order(record, top / "kq", drafted(SAMPLE), "builtin"), edited)
        folder.establish()
        document = docx.Document(str(folder.place / edited))
        document.paragraphs[_PARAGRAPH].add_run(" Thêm bằng tay.")
        document.save(str(folder.place / edited))
        folder.bundle()
        return folder

    def copied(self, top: Path) -> Folder:
        """The same with its record at ``top``."""
        shutil.copytree(self.order.file.parent, top)
        order = self.order.changed(record=top / "ban-khai.yaml", folder=top / "kq")
        return Folder(order, self.edited)

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

    def files(self) -> dict[str, bytes]:
        """Every file by its path, but for what the folder writes about itself."""
        found = {
            path.relative_to(self.place).as_posix(): path.read_bytes()
            for path in self.place.rglob("*")
            if path.is_file()
        }
        return {path: data for path, data in found.items() if path not in (NAME, COPY, BASES)}

    def words(self) -> dict[str, bytes]:
        """Every Word file under ``van-ban/`` by its path."""
        return {path: data for path, data in self.files().items() if path.startswith("van-ban/")}

    def tell(self, old: str, new: str) -> None:
        """Change what the record says."""
        text = self.order.file.read_text(encoding="utf-8")
        assert old in text
        self.order.file.write_text(text.replace(old, new), encoding="utf-8")

    def forget(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change what the manifest says."""
        file = self.place / NAME
        told = json.loads(file.read_bytes())
        change(told)
        file.write_text(json.dumps(told), encoding="utf-8")

    def lose_all(self) -> None:
        """Leave of its memory nothing: as when its papers alone are copied elsewhere."""
        shutil.rmtree(self.place / ".docgen")
        (self.place / NAME).unlink()
