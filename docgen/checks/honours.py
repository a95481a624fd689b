"""Forms of honour: those that the head of the unit gives, and those that go further up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.guidance.data import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded


@cache
def _beyond() -> tuple[str, ...]:
    return tuple(read("honours")["beyond"])


def is_beyond(form: str) -> bool:
    """Whether a form, as people write it, is above what the unit's head may give."""
    return form.strip().casefold().startswith(_beyond())


def honours(loaded: Loaded) -> Iterator[Problem]:
    """Honours that the decision of a self-managed model's unit cannot give, and leaves out."""
    if loaded.record.kind == "linked":
        return
    for place, told in enumerate(loaded.record.commendations):
        for index, one in enumerate(told.honourees):
            if is_beyond(one.form):
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
