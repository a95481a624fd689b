"""Records at random, in YAML and in workbooks: read and looked through, or told with the place.

By hand, long: ``python -m tests.fuzz.records --minutes 10``; workbooks with ``--workbooks``.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.record.loading import load
from docgen.record.workbooks.making import workbook_of
from docgen.workflows.examining import find
from docgen.workflows.opening import loaded
from tests.fuzz import packed
from tests.fuzz.changes import WRITTEN, swapped
from tests.fuzz.harness import main
from tests.fuzz.told import well
from tests.samples import path_of

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

_SAMPLES = ("khu-dan-cu-2026-toi-thieu", "truong-2026-cong-truong", "lien-ket/giap-ranh-2026")
_LINE = re.compile(rb"(?m)^.*\n")
_VALUE = re.compile(rb"(?<=: )[^\n#]+")
_KEY = re.compile(rb"\w+(?=:)")
_DAY = date(2026, 10, 1)


@cache
def _texts() -> Mapping[str, bytes]:
    return {name: path_of(name).read_bytes() for name in _SAMPLES}


@cache
def _workbooks() -> Mapping[str, bytes]:
    return {name: workbook_of(load(path_of(name)).record, name) for name in _SAMPLES[:2]}


@dataclass(frozen=True, slots=True)
class Records:
    """What a person tells of a model, as text or as a workbook."""

    workbooks: bool = False

    @property
    def name(self) -> str:
        """What they are called."""
        return "workbooks" if self.workbooks else "records"

    def seeds(self) -> Mapping[str, bytes]:
        """Records of several models."""
        return _workbooks() if self.workbooks else _texts()

    def changed(self, data: bytes, dice: random.Random) -> bytes:
        """Lines, keys and values swapped; cells, or bytes."""
        if self.workbooks:
            return packed.changed(data, dice)
        if dice.random() < 0.6:
            return swapped(data, dice, dice.choice((_LINE, _VALUE, _KEY)))
        return dice.choice(WRITTEN)(data, dice)

    def verdict(self, data: bytes) -> str:
        """Read and looked through; or told, each problem with the file."""
        file = Path("ban-khai.xlsx" if self.workbooks else "ban-khai.yaml")
        try:
            findings = find(loaded(data, file), _DAY)
        except DocgenError as fault:
            well(fault.problems, str(file))
            return "told"
        return "doubted" if findings.problems else "read"


if __name__ == "__main__":
    wants = "--workbooks" in sys.argv
    main(Records(wants), [one for one in sys.argv[1:] if one != "--workbooks"])
