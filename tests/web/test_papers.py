"""Papers on the desk, asked raw: leafed through, beside the form, as pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from docgen.errors import PrintRefusedError
from tests.samples import path_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.asking import Asked

SPARSE = "khu-dan-cu-2026-toi-thieu"
DECISION = "04-quyet-dinh-thanh-lap"


@pytest.fixture(autouse=True)
def record(work: Path) -> Path:
    """A record that tells hardly anything."""
    folder = work / "ngo-pho"
    folder.mkdir()
    (folder / "ban-khai.yaml").write_bytes(path_of(SPARSE).read_bytes())
    return folder / "ban-khai.yaml"


def typed(officer: Asked, **fields: str) -> str:
    """The paper beside the form with ``fields`` typed into it."""
    told = {name.replace("__", "."): text for name, text in fields.items()}
    return officer.post("/m/ngo-pho/xem-thu", told).text


def key_in(text: str) -> str:
    """The print that an answer shows."""
    found = re.search(r'data-key="(\w+)"', text)
    assert found is not None
    return found[1]


def test_the_first_paper_leads_to_the_others(officer: Asked) -> None:
    """Each by a link, one after the other."""
    answer = officer.get("/m/ngo-pho/xem")
    assert answer.headers["location"] == "/m/ngo-pho/xem/01-nghi-quyet"
    text = officer.ok("/m/ngo-pho/xem/01-nghi-quyet")
    assert 'rel="next" href="/m/ngo-pho/xem/02-ke-hoach-xay-dung"' in text
    assert f'href="/m/ngo-pho/xem/{DECISION}"' in text
    assert 'rel="prev"' not in text


def test_blanks_lead_to_the_steps_that_ask(officer: Asked) -> None:
    """On the picture and in the list."""
    text = officer.ok("/m/ngo-pho/xem/03-bao-cao-de-xuat")
    assert text.count('href="/m/ngo-pho/khai/khao-sat#survey.general"') == 2
    assert "/m/ngo-pho/khai/don-vi#proposer.name" in text


def test_a_page_is_a_picture_of_one_of_two_widths(officer: Asked) -> None:
    """Other widths, pages and prints there are none of; nothing of it stays in the browser."""
    key = key_in(officer.ok(f"/m/ngo-pho/xem/{DECISION}"))
    answer = officer.get(f"/anh/{key}/0/720.png")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["cache-control"] == "no-store"
    for wrong in (f"/anh/{key}/0/721.png", f"/anh/{key}/99/720.png", "/anh/khac/0/720.png"):
        assert officer.get(wrong).status_code == 404


def test_a_paper_that_is_not_there_is_not_found(officer: Asked) -> None:
    """Nor is a way out of the list."""
    for name in ("99-khong-co", "phu/khong-co", "%2e%2e%2fban-khai.yaml"):
        assert officer.get(f"/m/ngo-pho/xem/{name}").status_code == 404


def test_what_is_typed_is_in_the_paper_and_nowhere_else(officer: Asked, record: Path) -> None:
    """The line that changed against the paper first shown is marked; nothing is written."""
    before = {path: path.read_bytes() for path in record.parent.rglob("*") if path.is_file()}
    first = key_in(typed(officer, _muc="issuer"))
    text = typed(officer, issuer__head__name="Lò Thị Mai", _muc="issuer", _truoc=first)
    assert "1 dòng đổi" in text
    assert text.count('class="changed"') == 1
    assert {path: path.read_bytes() for path in before} == before
    assert {path.name for path in record.parent.rglob("*") if path.is_file()} == {record.name}


def test_a_value_that_cannot_be_counts_as_not_told(officer: Asked) -> None:
    """The paper is shown all the same."""
    text = typed(officer, launch__day="31/2/2026", launch__place="Nhà văn hóa", _muc="launch")
    assert 'data-name="06-ke-hoach-ra-mat"' in text
    assert "Nhà văn hóa" in text


def test_the_field_at_hand_chooses_the_paper(officer: Asked) -> None:
    """The one shown stays while it says what the field tells; the others are offered."""
    text = typed(officer, _truong="survey.general", _muc="survey")
    assert 'data-name="03-bao-cao-de-xuat"' in text
    assert 'data-show="01-nghi-quyet"' in text
    stays = typed(officer, _truong="survey.general", **{"_van-ban": "01-nghi-quyet"})
    assert 'data-name="01-nghi-quyet"' in stays
    other = typed(officer, _truong="consultation.chair", **{"_van-ban": "01-nghi-quyet"})
    assert 'data-name="phu/bien-ban-lay-y-kien"' in other


def test_a_refused_print_is_told_with_its_code(
    officer: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the form and among the papers."""

    def refuse(*_: object) -> None:
        raise PrintRefusedError.at("x", "bộ in sẵn có không in được", "not printed")

    monkeypatch.setattr("docgen.printing.press.print_sheets", refuse)
    told = {"front": "Mặt trận thử in", "_muc": "recipients"}
    answer = officer.post("/m/ngo-pho/xem-thu", told)
    assert answer.status_code == 422
    assert re.search(r"Chưa in được văn bản này.*DG\d+", answer.text, re.DOTALL)


def test_a_record_of_which_nothing_can_be_read_is_told(officer: Asked, record: Path) -> None:
    """In words, on a page."""
    record.write_text("- không phải bản khai\n", "utf-8")
    answer = officer.get("/m/ngo-pho/xem")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
