"""What is told of a file whose kind (``kind``) is not that of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Problem, Words
from docgen.record.explaining import place_of
from docgen.record.schema.own import Record
from docgen.record.schema.profile import KIND, profile_of
from docgen.record.schema.shape import slots_of
from docgen.record.workbooks.wording import shown_option
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from docgen.record.files.tree import Tree

_KINDS: Final = ("self_managed", "linked")


def is_profile(kind: object) -> bool:
    """Whether ``kind`` is that of a profile, as YAML or a workbook has it."""
    if not isinstance(kind, str):
        return False
    shown = shown_option(slots_of(profile_of(Record))["kind"], KIND)
    return clean_line(kind).casefold() in (KIND, shown.casefold())


def kind_problem(tree: Tree, file: str) -> list[Problem]:
    """Why the kind cannot be taken: both kinds are named, in words."""
    assert isinstance(tree.value, dict)  # noqa: S101 - asked by the caller
    kind = tree.value.get("kind")
    if (isinstance(kind, str) and kind in _KINDS) or ("kind",) in tree.refused:
        return []
    place = place_of(("kind",), tree.marks, file)
    if kind is None or kind == "":
        what = Words("“Loại hình” chưa được khai (bắt buộc)", "“Kind” is missing and is required")
    else:
        listed = _in_cells() if place.sheet else ", ".join(_KINDS)
        what = Words(f"“Loại hình” phải là một trong: {listed}", f"“Kind” must be one of: {listed}")
    return [Problem(place, what, _IN_A_CELL if place.sheet else _IN_A_LINE)]


def _in_cells() -> str:
    """The kinds as the forms have them."""
    from docgen.record.schema.linked import LinkedRecord  # noqa: PLC0415 - for this fault only

    kinds = zip(_KINDS, (Record, LinkedRecord), strict=True)
    return "; ".join(f"“{shown_option(slots_of(root)['kind'], kind)}”" for kind, root in kinds)


_IN_A_LINE = Words(
    "Ghi “kind: self_managed” (mô hình tự quản) hoặc “kind: linked” (mô hình liên kết).",
    "Write “kind: self_managed” (one unit's own model) or “kind: linked” (a model of many units).",
)
_IN_A_CELL = Words(
    "Ghi “mô hình tự quản” hoặc “mô hình liên kết”, đúng với tờ khai đang dùng.",
    "Write “mô hình tự quản” (one unit's own model) or “mô hình liên kết” (a model of many units), "
    "as the form is for.",
)
