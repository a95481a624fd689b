"""Honours that the head of the unit cannot give, and that go further up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.law import issuers
from docgen.law.honours import is_beyond

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.loading import Loaded


def honours(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Honours that the decision of a self-managed model's unit cannot give, and leaves out."""
    if loaded.record.kind == "linked":
        return
    of_commune = issuers.kind_of(loaded.record).is_commune
    for place, told in enumerate(loaded.record.commendations):
        day = (told.decision.day or today) if of_commune else None
        for index, one in enumerate(told.honourees):
            if is_beyond(one.form, day):
                path = ("commendations", place, "honourees", index, "form")
                what = Words(
                    f"“{one.form}” vượt thẩm quyền của người quyết định thành lập mô hình",
                    f"“{one.form}” is above what the model's decider may give",
                )
                yield remark(loaded, path, what, _UPWARD)


_UPWARD = Words(
    "Tờ trình đề nghị cấp trên khen thưởng; quyết định của đơn vị không ghi trường hợp này.",
    "The submission asks the level above; the unit's decision leaves this one out.",
)
