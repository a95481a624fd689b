"""Honours in forms that the model's own regulation has not (Điều 16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.guidance import catalogue
from docgen.law.honours import is_beyond
from docgen.papers.content import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord

_NAMED_BY = 2
"""How many words of a form name it: those of “Giấy khen của Chủ tịch …”."""


def regulated(loaded: Loaded) -> Iterator[Problem]:
    """Forms of honour that the regulation does not name; those that go further up apart."""
    rewards = _rewards(loaded.record)
    for place, told in enumerate(loaded.record.commendations):
        for index, one in enumerate(told.honourees):
            form = " ".join(re.findall(r"\w+", one.form)[:_NAMED_BY])
            if not form or is_beyond(one.form) or form.casefold() in rewards:
                continue
            path = ("commendations", place, "honourees", index, "form")
            what = Words(
                f"Quy chế của mô hình không có hình thức khen thưởng “{one.form}” (Điều 16)",
                f"The model's regulation has no honour “{one.form}” (Article 16)",
            )
            yield remark(loaded, path, what, _NAME_IT)


def _rewards(record: AnyRecord) -> str:
    if record.kind == "linked":
        usual = catalogue.linked_entry(record).rewards
    else:
        usual = catalogue.entry(record).rewards
    return " ".join(chosen(record.content.rewards, usual)).casefold()


_NAME_IT = Words(
    "Ghi một hình thức mà Quy chế có, hoặc bổ sung hình thức này ở “content.rewards”.",
    "Write a form that the regulation names, or add this one in “content.rewards”.",
)
