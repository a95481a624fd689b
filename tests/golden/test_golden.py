"""Golden papers: what each sample's papers say and are made of, accepted by a person.

``pytest tests/golden --update`` accepts the papers as they are; read the difference first.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.guidance.papers import due
from docgen.papers.covers import Bound
from docgen.printing.press import Press, Printer
from tests.golden.reading import outline, parts
from tests.samples import LIFE, ceremony_drafts, drafter, drafts, life_drafts

if TYPE_CHECKING:
    import pytest

HERE = Path(__file__).parent


def volume(sample: str) -> dict[str, bytes]:
    """The cover and the list of documents of a sample, every paper one page long."""
    maker = drafter(sample)
    listed = [one for one in due(maker.record) if one.paper.item is not None]
    bound = [Bound(one, f"docgen:{one.file_stem}", place, 1) for place, one in enumerate(listed, 1)]
    return {
        "bia": maker.cover(bound),
        "muc-luc": maker.listing(bound),
        "ket-thuc": maker.closing(bound),
    }


def papers(sample: str) -> dict[str, bytes]:
    """Every Word file of a sample by a name without folders."""
    if sample in LIFE:
        return {one.due.file_stem.replace("/", "-"): one.docx for one in life_drafts(sample)}
    every = (*drafts(sample), *ceremony_drafts(sample))
    made = {one.due.file_stem.replace("/", "-"): one.docx for one in every}
    return {**made, **volume(sample)}


def agrees(golden: Path, now: str, request: pytest.FixtureRequest) -> bool:
    """Whether ``golden`` holds ``now``; with ``--update`` it is made to."""
    if request.config.getoption("--update"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now, encoding="utf-8", newline="\n")
    return golden.exists() and golden.read_text(encoding="utf-8") == now


def test_every_paper_says_what_was_accepted(
    every_sample: str, request: pytest.FixtureRequest
) -> None:
    """The text and the styles of every paper are those that a person read and accepted."""
    wrong = [
        name
        for name, docx in papers(every_sample).items()
        if not agrees(HERE / every_sample / f"{name}.txt", outline(docx), request)
    ]
    assert not wrong


def test_every_part_of_every_paper_is_the_accepted_one(
    every_sample: str, request: pytest.FixtureRequest
) -> None:
    """Every part of every Word file is, byte for byte, the accepted one."""
    now = {name: parts(docx) for name, docx in papers(every_sample).items()}
    text = json.dumps(now, indent=1, sort_keys=True) + "\n"
    assert agrees(HERE / every_sample / "parts.json", text, request)


def test_every_paper_keeps_its_page_count(
    every_sample: str, request: pytest.FixtureRequest
) -> None:
    """The built-in printer prints every paper, on as many pages as were accepted."""
    press = Press(Printer.BUILTIN)
    pages = {name: press.print(docx, name).pages for name, docx in papers(every_sample).items()}
    text = json.dumps(pages, indent=1, sort_keys=True) + "\n"
    assert agrees(HERE / every_sample / "pages.json", text, request)


def test_no_accepted_paper_is_left_without_its_paper(every_sample: str) -> None:
    """Golden files of papers that are no longer made do not linger."""
    kept = {path.stem for path in (HERE / every_sample).glob("*.txt")}
    assert kept == papers(every_sample).keys()
