"""The workbook of many models (sổ nhiều mô hình): a row a model, its members and units beside it.

Everything in it is a field of a record or of a profile, declared only there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from docgen.record.schema.declared import Declared, declared, extended, told_as
from docgen.record.schema.fields import About, Line
from docgen.record.schema.parts import RecordPart, RecordRoot

if TYPE_CHECKING:
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.own import Record

KIND: Final = "province"
DECIDERS, OWN, LINKED = "deciders", "own", "linked"
"""The lists of the workbook: units that decide, models of one unit, models of many."""
KINDS: Final = {OWN: "self_managed", LINKED: "linked"}
"""The kind of the record that a row of each list is."""
DECIDER: Final = "profile"
"""The field of a row that names the unit whose profile tells the rest."""
_SECTIONS: Final = (
    *("model", "units", "members", "directive", "committee", "security_bodies", "survey"),
    *("letter", "consultation", "launch", "ceremony", "year_plan", "schedule", "funds", "cameras"),
    *("review", "assessments", "reports", "reorganizations", "papers"),
)
"""What a row may tell; whoever needs more of a record keeps that model in a file of its own."""
_AT_ONCE: Final = frozenset({"model", "units", "members", "directive", "committee", "papers"})
"""What is shown from the start; the sheets of the others wait, hidden, until they are needed."""
_UNIT = About(
    "Đơn vị: chọn tên đã khai ở trang “Đơn vị”, hoặc ghi số thứ tự ở trang đó",
    "The unit, as named on its sheet",
    "Ủy ban nhân dân xã Tân Mỹ",
)


class Province(RecordRoot, kw_only=True):
    """Sổ khai nhiều mô hình."""


class UnitRow(RecordPart, kw_only=True):
    """Một đơn vị."""


class OneModel(RecordPart, kw_only=True):
    """Một mô hình."""


@lru_cache(maxsize=4)
def province_of(
    own: type[Record], linked: type[LinkedRecord], profile: type[RecordRoot]
) -> type[RecordRoot]:
    """The workbook of models of both kinds, whose units are told as ``profile`` tells them."""
    kind = About("Loại tệp: province (sổ nhiều mô hình)", "Kind of file")
    units = About("Xã, cơ quan, doanh nghiệp, nhà trường", "Units", sheet="Đơn vị")
    alone = About("Mô hình tự quản", "Models of one unit")
    joint = About("Mô hình liên kết", "Models of many units")
    rows: dict[str, tuple[Any, About]] = {
        DECIDERS: (_unit_row(profile), units),
        OWN: (_row(own), alone),
        LINKED: (_row(linked), joint),
    }
    lists = {
        name: Declared(Annotated[list[row], about], [])  # type: ignore[valid-type]
        for name, (row, about) in rows.items()
    }
    return extended(Province, {"kind": Declared(Annotated[Literal["province"], kind])} | lists)


def _unit_row(profile: type[RecordRoot]) -> type[UnitRow]:
    fields = declared(profile)
    return extended(UnitRow, {name: one for name, one in fields.items() if name != "kind"})


def _row(record: type[RecordPart]) -> type[OneModel]:
    fields = declared(record)
    shown = {name: _shown(name, fields[name]) for name in _SECTIONS if name in fields}
    return extended(OneModel, {DECIDER: Declared(Annotated[Line, _UNIT], "")} | shown)


def _shown(name: str, field: Declared) -> Declared:
    """The field as the record has it, its sheets hidden at first where it is not for everyone."""
    if name in _AT_ONCE:
        return field
    return field._replace(annotation=told_as(field.annotation, later=True))
