"""The workbook of many models (sổ nhiều mô hình): a row a model, its members and units beside it.

Everything in it is a field of a record or of a profile, declared only there.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import create_model

from docgen.record.schema.fields import About, Line
from docgen.record.schema.parts import RecordPart, RecordRoot

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

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


class Province(RecordRoot):
    """Sổ khai nhiều mô hình."""


class UnitRow(RecordPart):
    """Một đơn vị."""


class OneModel(RecordPart):
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
    fields: dict[str, Any] = {
        "kind": (Annotated[Literal["province"], kind], ...),
        DECIDERS: (Annotated[list[_unit_row(profile)], units], []),  # type: ignore[misc]
        OWN: (Annotated[list[_row(own)], alone], []),  # type: ignore[misc]
        LINKED: (Annotated[list[_row(linked)], joint], []),  # type: ignore[misc]
    }
    made: type[RecordRoot] = create_model(
        Province.__name__, __base__=Province, __doc__=Province.__doc__, **fields
    )
    return made


def _unit_row(profile: type[RecordRoot]) -> Any:  # noqa: ANN401 - pydantic makes the class
    infos = profile.model_fields
    fields: Any = {name: (infos[name].annotation, infos[name]) for name in infos if name != "kind"}
    return create_model(UnitRow.__name__, __base__=UnitRow, __doc__=UnitRow.__doc__, **fields)


def _row(record: type[RecordPart]) -> Any:  # noqa: ANN401 - as above
    infos = record.model_fields
    names = [name for name in _SECTIONS if name in infos]
    fields: Any = {DECIDER: (Annotated[Line, _UNIT], "")}
    fields |= {name: (infos[name].annotation, _shown(name, infos[name])) for name in names}
    return create_model(OneModel.__name__, __base__=OneModel, __doc__=OneModel.__doc__, **fields)


def _shown(name: str, info: FieldInfo) -> FieldInfo:
    """The field as the record has it, its sheets hidden at first where it is not for everyone."""
    if name in _AT_ONCE:
        return info
    made = copy(info)
    made.metadata = [
        one.changed(later=True) if isinstance(one, About) else one for one in info.metadata
    ]
    return made
