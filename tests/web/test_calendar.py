"""The calendar over all models: late things first, read once, the same for phones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen import api
from docgen.web.screens import calendar
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.asking import Asked

LATE = ROOT / "samples/vong-doi/kha-truong-2026.yaml"


@pytest.fixture
def late(officer: Asked) -> Asked:
    """The desk at the end of the year."""
    officer.desk.today = lambda: date(2026, 11, 30)
    return officer


@pytest.fixture
def models(work: Path) -> list[str]:
    """Two models of one name, with things that are late."""
    names = ["mot", "hai"]
    for name in names:
        lay(work, name, LATE.read_text("utf-8"))
    return names


def lay(work: Path, folder: str, record: str) -> Path:
    """A model with this record."""
    (work / folder).mkdir()
    file = work / folder / "ban-khai.yaml"
    file.write_text(record, "utf-8")
    return file


def read(officer: Asked, address: str = "/lich") -> str:
    """The page, once every model has been read."""
    officer.desk.overviews.whole(api.models_in(officer.desk.work), officer.desk.today())
    return officer.ok(address)


@pytest.mark.usefixtures("models")
def test_models_are_chosen_by_their_names(late: Asked) -> None:
    """Two of one name by their folders too."""
    text = read(late)
    assert text.count("(mot)</option>") == text.count("(hai)</option>") == 1
    assert ">mot</option>" not in text
    one = read(late, "/lich?mo-hinh=mot")
    assert 'href="/m/mot"' in one
    assert 'href="/m/hai"' not in one


@pytest.mark.usefixtures("models")
def test_what_is_late_stands_before_what_comes(late: Asked) -> None:
    """And alone where that is asked."""
    text = read(late)
    assert text.index("<h2>Quá hạn</h2>") < text.index("<h2>Tháng 12/2026</h2>")
    assert "<h2>Tháng" not in read(late, "/lich?loc=tre")


def test_what_a_record_tells_now_leaves_the_calendar(late: Asked, work: Path) -> None:
    """The rows are kept while the files stand, and no longer."""
    file = lay(work, "mot", LATE.read_text("utf-8"))
    assert 'href="/m/mot"' in read(late)
    file.write_text("kind: linked\n", "utf-8")
    text = read(late)
    assert "<h2>Quá hạn</h2>" not in text
    assert "bản khai còn" in text


def test_a_day_further_the_calendar_has_what_has_come_near(late: Asked, work: Path) -> None:
    """Rows are kept for weeks: what comes within ninety days meanwhile is in them."""
    lay(work, "mot", LATE.read_text("utf-8"))
    near = read(late).count('<tr><th scope="row"')
    late.desk.today = lambda: date(2026, 12, 14)
    later = read(late).count('<tr><th scope="row"')
    fresh = type(late.desk.overviews)()
    late.desk.overviews = fresh
    assert later == read(late).count('<tr><th scope="row"')
    assert near


def test_a_record_that_cannot_be_read_is_told(late: Asked, work: Path) -> None:
    """With the way to its model, and the others are there."""
    lay(work, "mot", LATE.read_text("utf-8"))
    (work / "hong").mkdir()
    (work / "hong" / "ban-khai.yaml").write_bytes(b"\xff\xfe\x00")
    text = read(late)
    assert "Chưa tính được hạn" in text
    assert "không đọc được bản khai" in text
    assert 'href="/m/mot"' in text


@pytest.mark.usefixtures("models")
def test_many_things_stand_on_pages(late: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file for phones has all of them, each once."""
    whole = read(late).count('<tr><th scope="row"')
    monkeypatch.setattr(calendar, "_ON_A_PAGE", 3)
    assert read(late).count('<tr><th scope="row"') == 3
    assert "trang=2" in read(late)
    assert late.get("/lich.ics").text.count("BEGIN:VEVENT") == whole


@pytest.mark.usefixtures("models")
def test_the_file_for_phones_waits_for_every_model(late: Asked) -> None:
    """Nothing was read yet, and none is missing."""
    text = late.get("/lich.ics").text.replace("\r\n ", "")
    uids = [line for line in text.splitlines() if line.startswith("UID:")]
    assert len(uids) == read(late).count('<tr><th scope="row"')
