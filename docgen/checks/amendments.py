"""Corrections of papers that there are not: nothing could be drafted from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.guidance.papers import paper, paper_ids
from docgen.record.sections import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.amendments import Amendment
    from docgen.record.schema.linked import AnyRecord

SECTION = "amendments"


def astray(loaded: Loaded) -> Iterator[Problem]:
    """An error for each correction or replacement of a paper that the model has not."""
    record = loaded.record
    for place, one in enumerate(record.amendments):
        path = (SECTION, place, "paper")
        if one.paper not in paper_ids(record.kind):
            what = Words(
                f"không có văn bản nào tên “{one.paper}”", f"there is no paper called “{one.paper}”"
            )
            yield remark(loaded, path, what, _HINT, Severity.ERROR)
        elif not _is_told(record, one):
            what = Words(
                f"bản khai không có kỳ, lần “{one.part}” của văn bản này",
                f"the record tells of no “{one.part}” of this paper",
            )
            yield remark(loaded, (SECTION, place, "part"), what, _HINT, Severity.ERROR)


def _is_told(record: AnyRecord, one: Amendment) -> bool:
    section = paper(one.paper, record.kind).section
    return not section or one.part in parts_of(record, section)


_HINT = Words(
    "Để docgen amend tự ghi: docgen amend HỒ_SƠ VĂN_BẢN --reason …; hoặc xóa dòng này.",
    "Have docgen amend write it: docgen amend FOLDER PAPER --reason …; or delete this line.",
)
