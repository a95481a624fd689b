"""Manifests at random: whatever a folder remembers of itself, no word of a person's is lost.

By hand, long: ``python -m tests.fuzz.manifests --minutes 10``.
"""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from docgen.errors import DocgenError, Words
from docgen.folder.manifest import COPY, NAME
from docgen.guidance.papers import ESTABLISH
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from docgen.workflows.status import status
from tests.fuzz.changes import WRITTEN, swapped
from tests.fuzz.harness import main
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

SAMPLE = "khu-dan-cu-2026-toi-thieu"
EDITED = "van-ban/05-quy-che.docx"
_STRING = re.compile(rb'"[^"\n]*"')
_LINE = re.compile(rb"(?m)^.*\n")


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@cache
def _made() -> Order:
    """A package in which a paper was changed by hand."""
    home = Path(tempfile.mkdtemp(prefix="docgen-fuzz-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    record = home / "ban-khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    order = Order(record, home / "kq", drafted(SAMPLE), "builtin")
    package(order, Step(ESTABLISH), silent)
    edited = docx.Document(str(order.folder / EDITED))
    edited.paragraphs[12].add_run(" Thêm bằng tay.")
    edited.save(str(order.folder / EDITED))
    return order


class Manifests:
    """``manifest.json`` of a package folder; its copy is as it was, changed alike, or lost."""

    name = "manifests"

    def seeds(self) -> Mapping[str, bytes]:
        """The manifest as it is written."""
        return {"manifest": (_made().folder / NAME).read_bytes()}

    def changed(self, data: bytes, dice: random.Random) -> bytes:
        """Strings and lines swapped, or bytes."""
        if dice.random() < 0.6:
            return swapped(data, dice, dice.choice((_STRING, _LINE)))
        return dice.choice(WRITTEN)(data, dice)

    def verdict(self, data: bytes) -> str:
        """The package is drafted again, or it is said why not: every person's byte is there."""
        made = _made()
        with tempfile.TemporaryDirectory(prefix="docgen-fuzz-") as home:
            folder = Path(home) / "kq"
            shutil.copytree(made.folder, folder)
            (folder / NAME).write_bytes(data)
            if len(data) % 3:
                (folder / COPY).write_bytes(data if len(data) % 3 == 1 else b"")
            return self._told(Order(made.record, folder, made.drafted, "builtin"))

    def _told(self, order: Order) -> str:
        mine = (order.folder / EDITED).read_bytes()
        words = {path.name for path in (order.folder / "van-ban").rglob("*.docx")}
        try:
            status(order.folder, order.drafted, order.record)
            package(order, Step(ESTABLISH), silent)
        except DocgenError as fault:
            verdict = type(fault).__name__
        else:
            verdict = "drafted"
        there = {path.read_bytes() for path in order.folder.rglob("*.docx")}
        assert mine in there
        assert words <= {path.name for path in (order.folder / "van-ban").rglob("*.docx")}
        return verdict


if __name__ == "__main__":
    main(Manifests())
