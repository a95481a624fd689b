"""The grid of signatures of a joint regulation, printed: whole blocks, whoever prints it."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

import pdfplumber
import pytest

from docgen.guidance.papers import CEREMONY, due
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.printing.libreoffice import find_libreoffice
from docgen.printing.press import Press, Printer
from docgen.record.schema.linked import LinkedRecord
from docgen.record.taking import taken
from docgen.word.filling.templates import TemplateFolder

COUNTS = (2, 3, 7, 12, 20)
KINDS = ("commune", "school", "enterprise", "residential", "agency", "army")
LONG = "Công ty Cổ phần Đầu tư Xây dựng và Thương mại Dịch vụ Tổng hợp"


def told(place: int) -> dict[str, object]:
    """A unit whose name and signer are found on a page by a number; long names, deputies, ranks."""
    signer: dict[str, object] = {"name": f"Người Ký S{place:02d}"}
    if place % 3 == 1:
        signer |= {"signing": "deputy", "title": "Tổng Giám đốc", "own_title": "Phó Tổng Giám đốc"}
    name = f"{LONG} U{place:02d}" if place % 2 else f"đơn vị U{place:02d}"
    return {"name": name, "kind": KINDS[place % len(KINDS)], "signer": signer}


@cache
def copies(count: int) -> tuple[bytes, ...]:
    """The signing copies of the regulation of ``count`` units."""
    units = [told(place) for place in range(count)]
    record = taken(
        LinkedRecord, {"kind": "linked", "model": {"name": "Cụm An ninh liên hoàn"}, "units": units}
    )
    drafter = Drafter(Papers(record, date(2026, 9, 1)), TemplateFolder())
    wanted = [one for one in due(record, CEREMONY) if one.paper.id == "regulation"]
    return tuple(drafter.draft(one).docx for one in wanted)


def pages(pdf: bytes, most: int | None = None) -> list[str]:
    """The text of each page, of the first ``most`` only where it is given."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages[:most]]


def assert_whole(pdf: bytes, count: int) -> None:
    """Every unit stands in capitals on the very page on which its signer's name stands."""
    whole = pages(pdf)
    annex = next(number for number, page in enumerate(whole) if "DANH SÁCH" in page)
    printed = whole[:annex]
    for place in range(count):
        (signed,) = [number for number, page in enumerate(printed) if f"Ký S{place:02d}" in page]
        after = printed[signed].index(f"Ký S{place:02d}")
        assert f"U{place:02d}" in printed[signed][:after], f"unit {place} of {count}"
    grid = [number for number, page in enumerate(printed) if "Ký S" in page]
    assert grid == list(range(grid[0], grid[-1] + 1))


@pytest.mark.parametrize("count", COUNTS)
def test_the_built_in_printer_keeps_every_block_whole(count: int) -> None:
    """No signature is parted from its unit and office by the end of a page."""
    assert_whole(Press(Printer.BUILTIN).print(copies(count)[0], "quy-che.docx").pdf, count)


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not on this machine")
def test_libreoffice_keeps_every_block_whole() -> None:
    """The same in an office program, for all counts at once."""
    office = find_libreoffice()
    assert office is not None
    printed = office.print([(f"quy-che-{count}", copies(count)[0]) for count in COUNTS])
    for count, pdf in zip(COUNTS, printed, strict=True):
        assert_whole(pdf, count)


@pytest.mark.parametrize("count", COUNTS)
def test_every_unit_signs_a_copy_of_its_own(count: int) -> None:
    """As many copies as units, each with its own number of the whole."""
    made = copies(count)
    assert len(made) == count
    press = Press(Printer.BUILTIN)
    for number in {1, count}:
        (first,) = pages(press.print(made[number - 1], "quy-che.docx").pdf, 1)
        assert f"Bản số {number}/{count}" in first
