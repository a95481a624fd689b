"""Scans in a folder of papers: what counts as signed is what is bound, told alike everywhere."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest
from pypdf import PdfReader

from docgen.errors import RecordError, Severity, Words
from docgen.guidance.papers import ESTABLISH
from docgen.workflows import status as standing
from docgen.workflows.bundling import bundle
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from docgen.workflows.status import ItemState, Status
from tests import foreign
from tests.samples import drafted, path_of
from tests.spelled import page

SAMPLE = "truong-2026-cong-truong"
DECISION = "04-quyet-dinh-thanh-lap"
FIELD = page(
    entries=b"/Annots[6 0 R]",
    catalog=b"/AcroForm<</Fields[6 0 R]/NeedAppearances true>>",
    more={
        6: b"<</Subtype/Widget/FT/Tx/F 4/T(ten)/Rect[72 600 400 630]/DA(/F 14 Tf)"
        b"/V<FEFF004E0067007500791EC5006E>>>"
    },
)


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """A folder made from a sample."""
    place = tmp_path_factory.mktemp("hồ sơ")
    record = place / f"{SAMPLE}.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    made = Order(record, place / "ra", drafted(SAMPLE))
    package(made, Step(ESTABLISH), silent)
    return made


@pytest.fixture(autouse=True)
def _empty(order: Order) -> None:
    for path in (order.folder / "da-ky").iterdir():
        path.unlink()


def drop(order: Order, name: str, data: bytes) -> None:
    """Put a file into ``da-ky/``."""
    (order.folder / "da-ky" / name).write_bytes(data)


def looked_at(order: Order) -> Status:
    """How far the folder has come."""
    return standing.status(order.folder, order.drafted)


def state_of(status: Status, item: int) -> ItemState:
    """How far an item has come."""
    return next(found.state for found in status.items if found.place.item.number == item)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"Not a scan at all, only words.\n",
            "đây không phải là bản quét mà là tệp văn bản thường",
        ),
        (b"", "tệp rỗng, không có nội dung"),
        (foreign.pdf(3)[:700], "tệp PDF bị cắt cụt (thiếu phần cuối)"),
        (foreign.under_password(), "tệp PDF bị khóa bằng mật khẩu"),
        (foreign.pdf(change=foreign.with_script), "tệp PDF có mã lệnh hoặc nội dung tự chạy"),
    ],
    ids=["text", "empty", "cut", "locked", "script"],
)
def test_what_cannot_be_bound_does_not_count_as_signed(
    order: Order, data: bytes, said: str
) -> None:
    """Status says why, in the words of bundle, and leaves the paper what it is."""
    before = state_of(looked_at(order), 4)
    drop(order, f"{DECISION}.pdf", data)
    status = looked_at(order)
    assert state_of(status, 4) is before is not ItemState.SIGNED
    (told,) = (problem for problem in status.remarks if problem.severity is Severity.ERROR)
    assert said in told.what.vi
    with pytest.raises(RecordError) as caught:
        bundle(order, silent)
    assert caught.value.problems == (told,)


def test_what_is_bound_counts_as_signed_everywhere(order: Order) -> None:
    """Status, manifest and dossier agree."""
    drop(order, f"{DECISION}.pdf", foreign.pdf())
    assert state_of(looked_at(order), 4) is ItemState.SIGNED
    bundle(order, silent)
    files = json.loads((order.folder / "manifest.json").read_bytes())["files"]
    assert files[f"van-ban/{DECISION}.docx"]["state"] == "signed"
    assert "Scan page 1" in text_of(order)


def test_a_scan_of_a_paper_that_was_taken_away_brings_it_back(order: Order) -> None:
    """A signed paper is issued: its Word file comes back as it was, and its scan is bound."""
    word = order.folder / "van-ban" / f"{DECISION}.docx"
    kept = word.read_bytes()
    word.unlink()
    drop(order, f"{DECISION}.pdf", foreign.pdf())
    assert state_of(looked_at(order), 4) is ItemState.SIGNED
    bundle(order, silent)
    assert word.read_bytes() == kept
    assert "Scan page 1" in text_of(order)


def test_a_scan_of_a_paper_that_the_folder_never_had_is_no_signature(order: Order) -> None:
    """The record asks for a paper since: its scan is not bound, and told to fit no paper."""
    before = order.file.read_bytes()
    order.file.write_bytes(before + b"\npilot: {}\n")
    try:
        drop(order, "07-ke-hoach-mo-hinh-diem.pdf", foreign.pdf())
        status = looked_at(order)
        assert state_of(status, 7) is not ItemState.SIGNED
        assert "tên tệp không ứng với giấy tờ nào" in {one.what.vi for one in status.remarks}
        told = bundle(order, silent).remarks
        assert "tên tệp không ứng với giấy tờ nào" in {one.what.vi for one in told}
    finally:
        order.file.write_bytes(before)


def test_what_was_typed_into_a_form_stands_in_the_dossier(order: Order) -> None:
    """With the letters of Vietnamese, whatever font the form names."""
    drop(order, f"{DECISION}.pdf", FIELD)
    assert looked_at(order).remarks == ()
    bundle(order, silent)
    with pikepdf.open(order.folder / "ho-so.pdf") as pdf:
        looks = [
            note.AP.N for leaf in pdf.pages for note in leaf.get("/Annots", []) if "/AP" in note
        ]
        assert len(looks) == 1
        assert pdf.check_pdf_syntax() == []


def text_of(order: Order) -> str:
    """All words of the dossier."""
    data = (order.folder / "ho-so.pdf").read_bytes()
    return "\n".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(data)).pages)
