"""What the printer writes for the papers of these tests, kept beside them and accepted by hand.

``pytest tests/printing --update`` accepts it as it is; look at the pages that changed first.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.printing.setting import writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.printing.model.sheets import Paper
    from docgen.printing.refusals import Refusals
    from docgen.printing.typeset import Source

KEPT = Path(__file__).parent / "sources"


@pytest.fixture
def written(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every source of the typesetter that a test has written is the one that was accepted."""
    found: list[str] = []

    def write_paper(paper: Paper, told: Refusals) -> Source:
        source = writer.write_paper(paper, told)
        files = [
            f"// {name} {sha256(data).hexdigest()[:16]}" for name, data in source.files.items()
        ]
        found.append("\n".join([source.text, *files]))
        return source

    monkeypatch.setattr("docgen.printing.builtin.write_paper", write_paper)
    yield
    called = request.node.name
    name = re.sub(r"[^0-9A-Za-z_-]+", "-", called).strip("-")[:70]
    kept = KEPT / request.node.path.stem / f"{name}-{sha256(called.encode()).hexdigest()[:6]}.typ"
    now = "\n// ----\n".join(found) + "\n"
    if request.config.getoption("--update"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(now, encoding="utf-8", newline="\n")
    assert kept.read_text(encoding="utf-8") == now
