"""The steps of a model's life: what is allowed, what is refused and why, where the papers go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from docgen.errors import RecordError
from docgen.guidance.papers import (
    COMMEND,
    DISCIPLINE,
    DISSOLVE,
    ESTABLISH,
    REORGANIZE,
    REPLICATE,
    REPORT,
)
from docgen.workflows.desk import Order, Package, Step
from docgen.workflows.packaging import package
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docgen.errors import Problem, Words

GOOD, FAIR, AVERAGE = "tot-xa-2026", "kha-truong-2026", "trung-binh-doanh-nghiep-2024"
WEAK, WEAK_LINKED = "yeu-co-quan-2026", "yeu-lien-ket-2026"


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


def order_of(sample: str, folder: Path) -> Order:
    """An order for one of the samples of a model's life."""
    name = f"vong-doi/{sample}"
    return Order(path_of(name), folder, drafted(name), "builtin")


def step(sample: str, folder: Path, stage: str, part: str = "") -> Package:
    """Take a step with a sample."""
    return package(order_of(sample, folder), Step(stage, part), silent)


def refusal(sample: str, folder: Path, stage: str, part: str = "") -> tuple[Problem, ...]:
    """Why the step is refused; nothing is written."""
    with pytest.raises(RecordError) as caught:
        step(sample, folder, stage, part)
    assert not folder.exists()
    return caught.value.problems


@pytest.mark.parametrize("sample", [GOOD, FAIR, AVERAGE])
def test_only_a_weak_model_is_dissolved(sample: str, tmp_path: Path) -> None:
    """The class is named, and each criterion of Yếu with the fact that it rests on (II.3)."""
    first, *criteria = refusal(sample, tmp_path / "a", DISSOLVE)
    assert "II.3" in first.what.vi
    assert first.place.line
    assert len(criteria) == 3
    assert all(one.what.vi.startswith("III.1.4") for one in criteria)


def test_a_weak_model_is_dissolved_at_the_end_of_its_dossier(tmp_path: Path) -> None:
    """Report, decision, notice and handing-over stand after the papers of the founding (II.3)."""
    order = order_of(WEAK, tmp_path / "a")
    package(order, Step(ESTABLISH), silent)
    pages = len(PdfReader(order.folder / "ho-so.pdf").pages)
    made = package(order, Step(DISSOLVE), silent)
    assert made.papers == 4
    outline = [str(one["/Title"]) for one in _flat(PdfReader(order.folder / "ho-so.pdf").outline)]
    assert outline[-1] == "Chứng từ kết thúc"
    assert any(one.startswith("11. Văn bản thanh loại") for one in outline)
    assert len(PdfReader(order.folder / "ho-so.pdf").pages) > pages


def _flat(outline: Sequence[Any]) -> list[Any]:
    found: list[Any] = []
    for one in outline:
        found += _flat(one) if isinstance(one, list) else [one]
    return found


def test_every_chair_of_a_weak_linked_model_consents_in_writing(tmp_path: Path) -> None:
    """One consent for each other unit that takes the chair, and a joint paper (II.3)."""
    made = step(WEAK_LINKED, tmp_path / "a", DISSOLVE)
    words = [one for one in made.files if one.endswith(".docx")]
    assert sum("dong-y-thanh-loai" in one for one in words) == 2
    assert sum("thong-nhat-thanh-loai" in one for one in words) == 1
    assert sum(one.endswith("ho-so.pdf") for one in made.files) == 3


@pytest.mark.parametrize("sample", [GOOD, FAIR])
def test_good_and_fair_models_are_made_known(sample: str, tmp_path: Path) -> None:
    """A notice for models worth spreading, of the latest period (III.2, III.3)."""
    made = step(sample, tmp_path / "a", REPLICATE)
    assert made.papers == 1
    assert not made.has_dossier


@pytest.mark.parametrize("sample", [AVERAGE, WEAK, WEAK_LINKED])
def test_other_models_are_not_made_known(sample: str, tmp_path: Path) -> None:
    """The class is named, and the criteria of Khá that are not met."""
    first, *criteria = refusal(sample, tmp_path / "a", REPLICATE)
    assert "III.2" in first.what.vi
    assert criteria


def test_reports_become_their_item_of_the_dossier(tmp_path: Path) -> None:
    """Item 9 (II.1.4); one period, or all that are told; those that are due are missed by name."""
    order = order_of(FAIR, tmp_path / "a")
    package(order, Step(ESTABLISH), silent)
    made = package(order, Step(REPORT, "2026-H1"), silent)
    assert made.papers == 1
    assert (order.folder / "van-ban/09-bao-cao-dinh-ky-2026-H1.docx").exists()
    assert not (order.folder / "van-ban/09-bao-cao-dinh-ky-2025-H1.docx").exists()
    package(order, Step(REPORT), silent)
    assert (order.folder / "van-ban/09-bao-cao-dinh-ky-2025-H1.docx").exists()
    assert (order.folder / "van-ban/04-quyet-dinh-thanh-lap.docx").exists()
    assert [name.partition("(")[2] for name in made.missing] == [
        "06 tháng đầu năm 2025)",
        "năm 2025)",
    ]


def test_a_report_alone_is_no_whole_dossier(tmp_path: Path) -> None:
    """The cover names every mandatory item, and every report due, that is not there."""
    made = step(FAIR, tmp_path / "a", REPORT, "2026-H1")
    numbers = [name.partition(".")[0] for name in made.missing]
    assert numbers == ["1", "2", "3", "4", "5", "6", "8", "9", "9"]
    cover = PdfReader(tmp_path / "a" / "ho-so.pdf").pages[0].extract_text()
    assert "Hồ sơ chưa đầy đủ" in " ".join(cover.split())


@pytest.mark.parametrize(
    ("sample", "stage", "part", "section"),
    [
        (FAIR, REPORT, "2019", "reports"),
        (FAIR, REORGANIZE, "", "reorganizations"),
        (WEAK, COMMEND, "", "commendations"),
        (GOOD, DISCIPLINE, "", "disciplines"),
    ],
)
def test_what_is_not_told_is_not_drafted(
    sample: str, stage: str, part: str, section: str, tmp_path: Path
) -> None:
    """The section that is missing is named, with what to do."""
    (problem,) = refusal(sample, tmp_path / "a", stage, part)
    assert section in problem.what.vi
    assert problem.hint.vi


def test_linked_models_have_no_disciplines(tmp_path: Path) -> None:
    """II.1.3 is about the members of self-managed models."""
    (problem,) = refusal(WEAK_LINKED, tmp_path / "a", DISCIPLINE)
    assert "tự quản" in problem.what.vi
