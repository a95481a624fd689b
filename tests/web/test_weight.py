"""What a page weighs, and how often files are read for it: budgets that no clock has to measure."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
import yaml

from docgen.record.workbooks import opening, reading
from docgen.record.workbooks.making import workbook_of
from docgen.workflows.opening import built, load
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.web.asking import Asked

SAMPLE = path_of("xa-2026-to-lien-gia")
STEPS = ("don-vi", "mo-hinh", "thanh-vien", "khao-sat", "ke-hoach", "hoi-nghi")


@pytest.fixture
def book(work: Path) -> Path:
    """A model whose record is a workbook."""
    file = work / "mot" / "ban-khai.xlsx"
    file.parent.mkdir()
    file.write_bytes(workbook_of(load(SAMPLE).record, "a"))
    return file


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every time that a workbook is read."""
    found: list[str] = []
    read: Callable[..., object] = opening.open_sheets

    def counted(data: bytes, file: str, *more: object) -> object:
        found.append(file)
        return read(data, file, *more)

    monkeypatch.setattr(reading, "open_sheets", counted)
    return found


def test_pages_over_a_workbook_read_it_once(
    officer: Asked, book: Path, readings: list[str]
) -> None:
    """Every step, the answers, the tasks, the rating, the life, the calendar: one reading."""
    for page in ("", *(f"/khai/{step}" for step in STEPS), "/khai/xem-lai", "/xep-loai"):
        officer.ok(f"/m/mot{page}")
    officer.ok("/m/mot/doi-song")
    officer.ok("/lich?mo-hinh=mot")
    assert readings == [str(book)]


def test_a_workbook_of_the_same_size_and_time_is_another_all_the_same(
    officer: Asked, book: Path
) -> None:
    """What is kept is known by all the bytes: nothing stale is ever shown."""
    assert "Vũ Văn Thắng" in officer.ok("/m/mot/khai/thanh-vien")
    state = book.stat()
    told = yaml.safe_load(SAMPLE.read_text("utf-8"))
    told["members"][0]["name"] = "Vũ Văn Thẳng"
    data = workbook_of(built(told, str(book)).record, "a")
    book.write_bytes(data)
    os.utime(book, ns=(state.st_atime_ns, state.st_mtime_ns))
    text = officer.ok("/m/mot/khai/thanh-vien")
    assert "Vũ Văn Thẳng" in text
    assert "Vũ Văn Thắng" not in text


def test_saving_into_a_workbook_reads_what_was_written(
    officer: Asked, book: Path, readings: list[str]
) -> None:
    """Once before, once after: the page that follows shows what the file holds now."""
    text = officer.ok("/m/mot/khai/don-vi")
    revision = text.split('name="revision" value="')[1].split('"')[0]
    told = {"revision": revision, "step": "don-vi", "front": "Mặt trận mới"}
    assert officer.post("/m/mot/khai/luu", told).status_code == 200
    assert "Mặt trận mới" in officer.ok("/m/mot/khai/don-vi")
    assert load(book).record.front == "Mặt trận mới"  # type: ignore[union-attr]
    assert len(readings) == 2


def test_a_step_with_sixty_members_is_within_its_budget(officer: Asked, work: Path) -> None:
    """120 KB, whatever their names are."""
    told = yaml.safe_load(SAMPLE.read_text("utf-8"))
    person = told["members"][-1]
    told["members"] += [
        {**person, "name": f"Nguyễn Thị Phương Thảo {place}"}
        for place in range(60 - len(told["members"]))
    ]
    file = work / "mot" / "ban-khai.yaml"
    file.parent.mkdir()
    file.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    assert len(officer.get("/m/mot/khai/thanh-vien").content) <= 120 * 1024
