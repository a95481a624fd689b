"""Names that cannot be meant as they are typed: of people with signs in them, of no province."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.law.law import law
from docgen.law.places import called
from docgen.record.schema.shape import label_of
from docgen.text.names import families, same_name_key
from docgen.text.slugs import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath

ONE_PERSON: Final = Words(
    "Mỗi chỗ chỉ ghi một người; danh sách thì mỗi người một dòng.",
    "One person in one place; in a list, one person a row.",
)
_NO_NAME: Final = re.compile(r"\d{4}|[()?*_=@#<>]")
"""What no name of a person has: a year, brackets, signs."""
_LONG: Final = 6
"""Words from which a name may be that of two people, a line of the cell each."""


def of_a_person(loaded: Loaded, path: FieldPath, value: str) -> Iterator[Problem]:
    """Signs in the name of a person; two names that stand together."""
    label = label_of(type(loaded.record), path)
    if _NO_NAME.search(value):
        yield remark(
            loaded,
            path,
            Words(
                f"“{label.vi}” có số hoặc dấu không thuộc họ tên: “{value}”",
                f"“{label.en}” has figures or signs that no name has: “{value}”",
            ),
            Words(
                "Chỉ ghi họ và tên; năm sinh, chức danh ghi ở mục riêng.",
                "Write the name only; birth and office have fields of their own.",
            ),
        )
    elif _runs_on(value):
        yield remark(
            loaded,
            path,
            Words(
                f"“{label.vi}” dài như họ tên của hai người: “{value}”",
                f"“{label.en}” is as long as the names of two people: “{value}”",
            ),
            ONE_PERSON,
        )


def _runs_on(value: str) -> bool:
    """Whether a name goes on with another: a family name, and two words or more after it."""
    words = value.split()
    if len(words) < _LONG:
        return False
    known = {same_name_key(one) for one in families()}
    begins = same_name_key(words[0]) in known
    return begins and any(same_name_key(word) in known for word in words[2:-1])


def of_a_province(loaded: Loaded, path: FieldPath, value: str) -> Iterator[Problem]:
    """A name without its kind that is none of the provinces', of today or of before."""
    if called(value).kind:
        return
    known = {same_name_key(called(row.name).name): row.name for row in law().places.provinces}
    if same_name_key(value) in known or plain(value) in _alike(known.values()):
        return
    label = label_of(type(loaded.record), path)
    yield remark(
        loaded,
        path,
        Words(
            f"“{label.vi}”: không có tỉnh, thành phố nào tên “{value}”",
            f"“{label.en}”: there is no province called “{value}”",
        ),
        Words(
            "Ghi đủ chữ và đúng dấu, có “tỉnh” hoặc “thành phố” ở trước; tên đã bỏ từ trước năm "
            "2024 thì ghi tên nay.",
            "Write it in full, with its marks and its kind before it; of a name given up before "
            "2024, write that of today.",
        ),
    )


def _alike(names: Iterable[str]) -> set[str]:
    """Names with a dash in them, as they are written without it."""
    return {plain(called(name).name) for name in names if "-" in name}
