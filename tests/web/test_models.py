"""The models on the screen, and the task list of one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import docgen
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.asking import Asked

SAMPLE = ROOT / "samples/xa-2026-to-lien-gia.yaml"


@pytest.fixture
def model(work: Path) -> Path:
    """The folder of a model whose record is whole."""
    folder = work / "to-lien-gia"
    folder.mkdir()
    (folder / "ban-khai.yaml").write_bytes(SAMPLE.read_bytes())
    return folder


def read(officer: Asked, address: str = "/") -> str:
    """The page of the models, once all of them are read."""
    text = officer.ok(address)
    while officer.desk.overviews.is_reading:
        text = officer.ok(address)
    return officer.ok(address) if "Đang đọc" in text else text


@pytest.mark.usefixtures("model")
def test_a_model_is_a_row(officer: Asked) -> None:
    """Name, kind, dossier, what waits."""
    text = read(officer)
    assert "Tổ liên gia tự quản về an ninh, trật tự" in text
    assert "0/8 mục bắt buộc" in text
    assert "Soạn văn bản và hồ sơ" in text


@pytest.mark.usefixtures("model")
def test_models_are_found_without_marks(officer: Asked) -> None:
    """And what is not found is told."""
    read(officer)
    assert 'href="/m/to-lien-gia"' in officer.ok("/?tim=lien+gia+TU+quan")
    assert "Không có mô hình nào khớp “cong truong”." in officer.ok("/?tim=cong+truong")


@pytest.mark.usefixtures("model")
def test_filters_are_links(officer: Asked) -> None:
    """Nothing is late; the dossier is not complete."""
    read(officer)
    assert "<tr data-row>" not in officer.ok("/?loc=qua-han")
    assert "<tr data-row>" in officer.ok("/?loc=chua-day-du")
    assert 'href="/m/to-lien-gia"' in officer.ok("/?loc=khong-co&trang=x")


def test_an_unreadable_record_stays_in_the_list(officer: Asked, model: Path) -> None:
    """With the code of the fault; its own page tells it in full."""
    (model / "ban-khai.yaml").write_bytes(b"\xff\xfe\x00")
    text = read(officer)
    assert "Không đọc được bản khai" in text
    assert 'href="/ma/DG' in text
    assert "Không đọc được bản khai" in officer.get("/m/to-lien-gia").text


def test_the_row_follows_the_record(officer: Asked, model: Path) -> None:
    """A record changed outside is read again."""
    read(officer)
    record = model / "ban-khai.yaml"
    record.write_text(record.read_text("utf-8").replace("Tổ liên gia tự quản", "Tổ liên gia mới"))
    assert "Tổ liên gia mới" in read(officer)


def test_the_task_list_says_what_next(officer: Asked, model: Path) -> None:
    """One sentence with one button; what cannot be done yet is no link and gives its reason."""
    text = officer.ok("/m/to-lien-gia")
    assert "Việc nên làm tiếp: soạn văn bản và hồ sơ." in text
    assert 'href="/m/to-lien-gia/khai/thanh-vien"' in text
    docgen.package(model / "ban-khai.yaml", model / "ho-so", on=date(2026, 9, 1))
    text = officer.ok("/m/to-lien-gia")
    assert "ghi số cho Quyết định thành lập" in text
    assert 'href="/m/to-lien-gia/doi-song/dissolve"' not in text
    assert "chỉ thanh loại mô hình xếp loại Yếu" in text


def test_a_page_has_fifty_rows(officer: Asked, work: Path) -> None:
    """The others are a page further."""
    for number in range(51):
        (work / f"m{number:02}").mkdir()
        (work / f"m{number:02}" / "ban-khai.yaml").write_text("kind: linked\n")
    text = officer.ok("/")
    assert text.count("<tr data-row>") == 50
    assert "trang=2" in text
    assert officer.ok("/?trang=2").count("<tr data-row>") == 1
