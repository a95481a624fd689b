"""Edited papers at random: merged and printed, or refused by name.

By hand, long: ``python -m tests.fuzz.papers --minutes 10``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.guidance.papers import due
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.printing.builtin import print_sheets
from docgen.printing.pages import is_whole
from docgen.record.loading import load
from docgen.word.filling.templates import TemplateFolder
from docgen.word.merging.merge import merge
from docgen.word.package import open_package
from docgen.word.stilled import stilled
from tests.fuzz import packed
from tests.fuzz.harness import main
from tests.fuzz.told import well
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

_SAMPLE = "khu-dan-cu-2026-toi-thieu"
_FILE = "van-ban/04.docx"


@cache
def _seeds() -> Mapping[str, bytes]:
    papers = Papers(load(path_of(_SAMPLE)).record, drafted(_SAMPLE))
    drafter = Drafter(papers, TemplateFolder())
    dues = due(papers.record)[:6]
    return {one.file_stem: drafter.draft(one).docx for one in dues}


class Edited:
    """Word files that a person saved over docgen's."""

    name = "papers"

    def seeds(self) -> Mapping[str, bytes]:
        """Papers as docgen drafts them."""
        return _seeds()

    def changed(self, data: bytes, dice: random.Random) -> bytes:
        """Elements and words in it, or its bytes."""
        return packed.changed(data, dice)

    def verdict(self, data: bytes) -> str:
        """Refused by name; or merged into what opens, stilled, and printed or refused by kind."""
        base, new = (self.seeds()[name] for name in sorted(self.seeds())[:2])
        try:
            stilled(open_package(data, _FILE))
            merged = merge(base, data, new, _FILE)
            if merged.docx is not None:
                open_package(merged.docx, _FILE)
            printed = print_sheets(data, _FILE)
        except DocgenError as fault:
            well(fault.problems, _FILE)
            return type(fault).__name__
        assert is_whole(printed.pdf)
        return "printed"


if __name__ == "__main__":
    main(Edited())
