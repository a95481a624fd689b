"""What a person lays beside the papers and nobody reads is told, with what to do."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from docgen.guidance.papers import ESTABLISH
from docgen.workflows.bundling import bundle
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from docgen.workflows.status import status
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from docgen.errors import Problem, Words

SAMPLE = "khu-dan-cu-2026-toi-thieu"
BESIDE = {
    "05-quy-che.odt": "a paper is a .docx file",
    "05-quy-che - Copy.docx": "no paper of the package has this name",
    "~$-quy-che.docx": "has the paper open",
    ".~lock.05-quy-che.docx#": "has the paper open",
    "05-quy-che.DOC": "a paper is a .docx file",
}


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """A package with files of other kinds beside its papers, and a note."""
    home = tmp_path_factory.mktemp("home")
    record = home / "ban-khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    made = Order(record, home / "kq", drafted(SAMPLE), "builtin")
    package(made, Step(ESTABLISH), silent)
    assert not status(made.folder, made.drafted).remarks
    for name in BESIDE:
        shutil.copy(made.folder / "van-ban/05-quy-che.docx", made.folder / "van-ban" / name)
    (made.folder / "van-ban" / "ghi chú.txt").write_bytes(b"note")
    return made


def told(remarks: tuple[Problem, ...]) -> dict[str, str]:
    """What is said of each file in van-ban/ that is not used."""
    return {
        one.place.file.removeprefix("van-ban/"): one.what.en
        for one in remarks
        if "not used" in one.what.en
    }


@pytest.mark.parametrize("command", ["establish", "bundle", "status"])
def test_files_that_are_not_used_are_told_with_the_reason(order: Order, command: str) -> None:
    """Each by name; notes of a person's are nobody's matter; all of them stay."""
    remarks = {
        "establish": lambda: package(order, Step(ESTABLISH), silent).remarks,
        "bundle": lambda: bundle(order, silent).remarks,
        "status": lambda: status(order.folder, order.drafted).remarks,
    }[command]()
    found = told(remarks)
    assert found.keys() == BESIDE.keys()
    assert all(reason in found[name] for name, reason in BESIDE.items())
    assert all((order.folder / "van-ban" / name).is_file() for name in BESIDE)


ASTRAY = (
    "04-quyet-dinh-thanh-lap.jpg",
    "bản ký.PDF",
    "pdf/04-quyet-dinh-thanh-lap-da-ky.pdf",
    "van-ban/04-quyet-dinh-thanh-lap.pdf",
    "van-ban/phu/to-trinh.tiff",
)


@pytest.mark.parametrize("command", ["bundle", "status"])
def test_scans_that_lie_beside_da_ky_are_told(order: Order, command: str) -> None:
    """In the package itself, beside the papers and beside the prints; all of them stay."""
    for name in ASTRAY:
        (order.folder / name).write_bytes(b"scan")
    remarks = (
        bundle(order, silent).remarks
        if command == "bundle"
        else status(order.folder, order.drafted).remarks
    )
    told = {one.place.file for one in remarks if "read from da-ky/ only" in one.what.en}
    assert told == set(ASTRAY)
    for name in ASTRAY:
        (order.folder / name).unlink()
