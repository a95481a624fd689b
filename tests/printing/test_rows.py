"""Lists over several pages: no page ends with the first row alone, none begins with the last alone.

Held for the built-in printer; that LibreOffice breaks pages alike is ``test_every_paper.py``.
"""

from __future__ import annotations

import io
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pdfplumber
import pytest

from docgen.printing.press import Press, Printer
from docgen.word.authoring.compile import compile_template
from docgen.word.filling.fill import Properties, prepare
from tests.printing.fidelity import read_words
from tests.printing.letters import read_leaves
from tests.printing.sampled import papers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.printing.letters import Leaf

_TOP, _BOTTOM = 80, 110
"""Points from the edges of a page within which a list goes on from, or to, another page."""
_HEAD_AND_ONE = 2


def lone_rows(pdf: bytes) -> list[int]:
    """The pages that hold, of a list that goes on, its repeated head and a single row."""
    leaves = read_leaves(pdf)
    broken = [
        number for number, (leaf, after) in enumerate(pairwise(leaves)) if _goes_on(leaf, after)
    ]
    if not broken:
        return []
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            number + 1 + (len(below.rows) <= _HEAD_AND_ONE)
            for number in broken
            for above, below in _broken(*map(_drawn, opened.pages[number : number + 2]))
            if len(below.rows) <= _HEAD_AND_ONE or len(above.rows) <= _HEAD_AND_ONE
        ]


def _goes_on(leaf: Leaf, after: Leaf) -> bool:
    """Whether lines are drawn at the foot of one page and at the head of the next."""
    foot = any(bottom > leaf.height - _BOTTOM for _, _, _, bottom in leaf.rules)
    return foot and any(top < _TOP for _, top, _, _ in after.rules)


def _drawn(page: Any) -> tuple[list[Any], float]:
    tables = [one for one in page.find_tables() if len(one.rows[0].cells) > 1]
    return tables, float(page.height)


def _broken(page: tuple[list[Any], float], below: tuple[list[Any], float]) -> Iterator[Any]:
    """The list at the foot of one page that goes on at the head of the next."""
    (tables, height), (after, _) = page, below
    if tables and after and tables[-1].bbox[3] > height - _BOTTOM and after[0].bbox[1] < _TOP:
        columns = [
            [round(cell[0]) for cell in row.cells if cell]
            for row in (tables[-1].rows[-1], after[0].rows[0])
        ]
        if columns[0] == columns[1]:
            yield tables[-1], after[0]


SOURCE = """---
layout: named
title: BÁO CÁO
---

{%p for line in before %}

{{ line }}

{%p endfor %}

{.widths 1 5}
| STT | Nội dung |
|---|---|
| {%tr for line in rows %} | |
| {{ loop.index }} | {{ line }} |
| {%tr endfor %} | |

Sau bảng.
"""


@pytest.mark.parametrize("above", range(0, 26, 5))
@pytest.mark.parametrize("rows", range(22, 30))
def test_no_row_of_a_list_is_alone_on_a_page(above: int, rows: int) -> None:
    """Wherever the page ends in the list, two rows at least stand on either side."""
    template = prepare(compile_template(SOURCE, "x"), "x")
    head = {"title": "", "superior": [], "issuer": ["A"], "number": "", "place_date": ""}
    sign = {"lines": ["B"], "capacity": [], "name": "C"}
    told = {"header": head, "to": [], "replaces": [], "sign": sign, "recipients": []}
    lines = [f"Việc thứ {number}." for number in range(rows)]
    docx = template.fill(
        {"paper": told, "before": ["Lời văn."] * above, "rows": lines},
        Properties("Báo cáo", "Mô hình", "Ủy ban", date(2026, 10, 1)),
    )
    assert not lone_rows(Press(Printer.BUILTIN).print(docx, "x").pdf)


def empty_pages(pdf: bytes) -> list[int]:
    """The pages after the first that hold nothing but their number."""
    return [number for number, told in enumerate(read_words(pdf)[1:], 2) if len(told) <= 1]


def test_no_sample_leaves_a_row_alone_or_a_page_empty(every_sample: str) -> None:
    """Every list of every paper of every sample, the list of documents among them."""
    press = Press(Printer.BUILTIN)
    prints = {name: press.print(docx, name).pdf for name, docx in papers(every_sample).items()}
    found = {name: [*lone_rows(pdf), *empty_pages(pdf)] for name, pdf in prints.items()}
    assert not {name: pages for name, pages in found.items() if pages}
