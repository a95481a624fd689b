"""The language of papers to be signed: no word of the program, no fault of form, one register."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import docgen.guidance
from tests.golden.reading import paragraphs
from tests.golden.test_golden import papers
from tests.samples import LIFE, ROOT, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUE = Path(docgen.guidance.__file__).parent / "data" / "catalogue"
NEVER = {
    "a word of the program": r"bản khai|chưa khai(?! báo)|thư mục|dữ kiện|chưa được tính",
    "an instruction to the clerk": r"ghi vào bảng|\(nếu vắng mặt, ghi rõ|điền vào",
    "a note of eras inside a text": r"\(không còn",
    "what keeps the paper said twice": r"VT, VT\b|Hồ sơ Mô hình, Hồ sơ",
    "words below the register": r"kẻ gian|lúng túng|làm dở",
    "a clause as the guidance numbers it": r"\b[mM]ục (?:I|II|III|IV|V)\.\d|điểm \d+ và điểm \d",
    "plans of plans": r"xây dựng Kế hoạch xây dựng",
    "a count of nothing": r"\b00 (?:mô hình|người|thành viên|cá nhân|tập thể)|\b(?:Tốt|Khá) 00",
    "end marks that meet": r"[;,:]\s*[.;,](?!\.)|(?<![.…])\.\s?\.(?![./…])|\.;",
    "society's society": r"xã hội (?:xã|phường|thị trấn) ",
    "an unnumbered turn": r"Luân phiên chủ trì: thứ",
}
"""What no paper says, by the kind of fault."""
OF_OFFICIALS = re.compile(r"khiển trách|cảnh cáo")
"""Disciplinary measures against officials: no form for members of a model (II.1.1.3)."""
_CRITERION = "từ khiển trách trở lên"
_NUMBERED = re.compile(r"(?P<number>\d{1,2})\. ")
_LETTERED = re.compile(r"(?P<letter>[a-zđ])\) ")
_ITEM = re.compile(r"\d{1,2}\. |[a-zđ]\) |[-+] ")


class Line(NamedTuple):
    """A paragraph of a paper of a sample."""

    paper: str
    style: str
    text: str


@cache
def lines(sample: str) -> tuple[tuple[Line, ...], ...]:
    """Every paper of a sample, a paragraph a line."""
    return tuple(
        tuple(Line(name, style, text) for style, text in paragraphs(docx))
        for name, docx in papers(sample).items()
    )


def _told(line: Line) -> str:
    return f"{line.paper}: {line.text}"


ALL = pytest.mark.parametrize("sample", [*SAMPLES, *LIFE])


@ALL
def test_papers_say_nothing_that_is_never_said(sample: str) -> None:
    """No kind of fault that a chief of office would send back."""
    found = [
        f"{kind}: {_told(line)}"
        for paper in lines(sample)
        for line in paper
        for kind, pattern in NEVER.items()
        if re.search(pattern, line.text)
    ]
    assert not found


def test_default_contents_say_nothing_that_is_never_said() -> None:
    """The texts of the catalogue keep the same language."""
    found = [
        f"{kind}: {path.name}: {line.strip()}"
        for path in sorted(CATALOGUE.rglob("*.yaml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.lstrip().startswith("#")
        for kind, pattern in NEVER.items()
        if kind != "end marks that meet" and re.search(pattern, line)
    ]
    assert not found


@ALL
def test_members_are_disciplined_in_forms_of_the_model_only(sample: str) -> None:
    """Khiển trách, cảnh cáo are for officials; the criterion of linked models speaks of them."""
    found = [
        _told(line)
        for paper in lines(sample)
        for line in paper
        if OF_OFFICIALS.search(line.text.replace(_CRITERION, "")) and "bị kỷ luật" not in line.text
    ]
    assert not found


@ALL
def test_khoan_are_sentences(sample: str) -> None:
    """A khoản ends with a full stop; with ``;`` only under a lead-in that ends with a colon."""
    found = [
        _told(line)
        for paper in lines(sample)
        for lead, line in _with_lead(paper)
        if _NUMBERED.match(line.text) and line.text.endswith(";") and not lead.endswith(":")
    ]
    assert not found


def _with_lead(paper: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """Each body paragraph with the nearest paragraph before it that is no item of a list."""
    lead = ""
    for line in paper:
        if line.style == "Body":
            yield lead, line
        if not _ITEM.match(line.text):
            lead = line.text


@ALL
def test_no_list_has_one_item(sample: str) -> None:
    """A lone a) has a b) after it, a lone 1. has a 2."""
    found = [
        _told(line)
        for paper in lines(sample)
        for place, line in enumerate(paper)
        if line.style == "Body"
        and (
            (line.text.startswith("a) ") and not _goes_on(paper[place + 1 :], "b) "))
            or (line.text.startswith("1. ") and not _goes_on(paper[place + 1 :], "2. "))
        )
    ]
    assert not found


def _goes_on(after: tuple[Line, ...], begins: str) -> bool:
    """Whether the list goes on before the next heading or article."""
    for line in after:
        if line.text.startswith(begins):
            return True
        if line.style in ("Section", "Article", "EndGap", "ChapterTitle"):
            return False
    return False


@ALL
def test_cells_begin_with_a_capital(sample: str) -> None:
    """The text of a cell begins as a sentence; units of measure are words, not sentences."""
    found = [
        _told(line)
        for paper in lines(sample)
        for line in paper
        if line.style == "TableText" and len(line.text.split()) > _WORDS and line.text[0].islower()
    ]
    assert not found


_WORDS = 3


def test_the_submission_counts_the_regulation_as_it_is() -> None:
    """“08 chương, 23 điều”: as many as the regulation it submits has."""
    regulation = (ROOT / "templates/quy-che.md").read_text("utf-8")
    chapters, articles = regulation.count("\n# Chương"), regulation.count("\n##### Điều")
    submission = (ROOT / "templates/to-trinh-phe-duyet.md").read_text("utf-8")
    assert f"Quy chế gồm {chapters:02d} chương, {articles} điều" in submission
