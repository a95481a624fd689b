"""Word files as offices write them, invented at random: headings, lists, tables, odd forms.

The same number gives the same file. What the printer does with them is held against LibreOffice
by ``python -m benchmarks.fidelity --invented COUNT``.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.printing.docx import STYLES, cell, docx, paragraph, row, run, section, table

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = """\
căn cứ luật tổ chức chính quyền địa phương theo đề nghị của trưởng công an xã về việc thành
lập mô hình tự quản an ninh trật tự tại khu dân cư ủy ban nhân dân yêu cầu các đơn vị phối
hợp thực hiện nghiêm túc nhiệm vụ được giao, bảo đảm đúng quy định; báo cáo trước ngày 20/12
"""
_ALIGNED = ("both", "both", "left", "center", "right")
_LETTERS = (
    *("<w:b/>", "<w:i/>", '<w:u w:val="single"/>', "<w:strike/>", "<w:caps/>", "<w:smallCaps/>"),
    *('<w:sz w:val="22"/>', '<w:sz w:val="32"/>', '<w:highlight w:val="yellow"/>'),
    *('<w:spacing w:val="10"/>', '<w:vertAlign w:val="superscript"/>', '<w:color w:val="C00000"/>'),
)
_LINE = 'w:sz="4" w:space="1" w:color="auto"'
_FORMS = (
    *("<w:keepNext/>", "<w:keepLines/>", "<w:pageBreakBefore/>", '<w:widowControl w:val="0"/>'),
    f'<w:pBdr><w:top w:val="single" {_LINE}/><w:bottom w:val="double" {_LINE}/></w:pBdr>',
)
_WIDE = 9071
"""Between the margins of an upright page, in twips."""


class _Office:
    """A clerk who never writes the same paper twice."""

    def __init__(self, seed: int) -> None:
        """Write the paper of the number ``seed``; every other is plain."""
        self._dice = random.Random(seed)  # noqa: S311 - for looks alone
        self._wild = seed % 2 == 1
        self._open = section(header=False, title_page=False)

    def paper(self) -> bytes:
        """The Word file."""
        kinds: dict[Callable[[], str], int] = {
            self._text: 60,
            self._heading: 8,
            self._list: 8,
            self._table: 14,
            paragraph: 6,
            self._section: 4 if self._wild else 0,
        }
        made = self._dice.choices(list(kinds), list(kinds.values()), k=self._dice.randint(14, 40))
        return docx("".join(block() for block in made), self._open, styles=_styles(self._dice))

    def _words(self, most: int) -> str:
        return " ".join(self._dice.choices(_WORDS.split(), k=self._dice.randint(1, most)))

    def _seldom(self, share: float, text: str) -> str:
        return text if self._dice.random() < share else ""

    def _spacing(self) -> str:
        before, after = self._dice.choices((0, 60, 120, 240), k=2)
        rule = self._dice.choice(("auto", "auto", "exact", "atLeast"))
        line = self._dice.choice((240, 276, 360) if rule == "auto" else (320, 360, 400))
        told = f'w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"'
        return f"<w:spacing {told}/>"

    def _form(self) -> str:
        first = self._dice.choice(('w:firstLine="567"', 'w:firstLine="720"', 'w:hanging="283"'))
        aligned = self._dice.choice(_ALIGNED if self._wild else _ALIGNED[:3])
        odd = self._seldom(0.2, self._dice.choice(_FORMS)) if self._wild else ""
        return (
            f"{odd}{self._seldom(0.5, self._spacing())}"
            f'<w:ind w:left="{self._dice.choice((0, 0, 283, 567))}" {first}/>'
            f'<w:jc w:val="{aligned}"/>'
        )

    def _runs(self) -> str:
        letters = (self._seldom(0.3, self._dice.choice(_LETTERS[: None if self._wild else 2])),)
        count = self._dice.randint(1, 3)
        return "".join(run(f"{self._words(30)} ", *letters) for _ in range(count))

    def _text(self) -> str:
        return paragraph("", self._form(), inner=self._runs())

    def _heading(self) -> str:
        return paragraph(self._words(8), '<w:pStyle w:val="Article"/>')

    def _list(self) -> str:
        hanging = '<w:ind w:left="720" w:hanging="360"/>'
        return "".join(
            paragraph("", hanging, inner=run(f"{number}.\t{self._words(40)} "))
            for number in range(1, self._dice.randint(3, 7))
        )

    def _table(self) -> str:
        columns = self._dice.randint(2, 5)
        wide = _WIDE // columns
        rows = "".join(self._row(columns, wide) for _ in range(self._dice.randint(2, 8)))
        drawn = table(rows, [wide] * columns, borders=self._dice.random() < 0.8)  # noqa: PLR2004
        return drawn + paragraph(self._words(6))

    def _row(self, columns: int, wide: int) -> str:
        high = self._dice.choice(("atLeast", "exact"))
        form = self._seldom(0.15, f'<w:trHeight w:val="510" w:hRule="{high}"/>')
        stands = ("top", "center", "bottom") if self._wild else ("top",)
        cells = (
            cell(
                paragraph(self._words(8), f'<w:jc w:val="{self._dice.choice(_ALIGNED[2:4])}"/>'),
                wide,
                f'<w:vAlign w:val="{self._dice.choice(stands)}"/>',
            )
            for _ in range(columns)
        )
        return row("".join(cells), form)

    def _section(self) -> str:
        ended, lying = self._open, self._dice.random() < 0.5  # noqa: PLR2004
        self._open = section(header=False, title_page=False, landscape=lying)
        return f"<w:p><w:pPr>{ended}</w:pPr></w:p>"


def _styles(dice: random.Random) -> str:
    """The styles of `tests.printing.docx`, in a usual size and font."""
    size, font = dice.choice((24, 26, 28)), dice.choice(("Times New Roman", "Arial", "Calibri"))
    return STYLES.replace('"28"', f'"{size}"').replace("Times New Roman", font)


def invented(count: int, first: int = 0) -> dict[str, bytes]:
    """``count`` Word files by their names, those numbered from ``first``."""
    return {f"{seed:04}.docx": _Office(seed).paper() for seed in range(first, first + count)}
