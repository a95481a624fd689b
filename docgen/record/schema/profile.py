"""The profile of a unit (hồ sơ đơn vị): what all records of its models tell alike, told once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import create_model

from docgen.record.schema.fields import About
from docgen.record.schema.parts import RecordRoot

if TYPE_CHECKING:
    from docgen.record.schema.own import Record

KIND: Final = "profile"
SHARED: Final = (
    *("issuer", "proposer", "party", "police", "security_desk", "steering_committee", "front"),
    *("approver", "consent", "bases", "numbered_laws", "guidance_applies", "recipients"),
)
"""The fields of a record that belong to the unit, not to one of its models."""


class Profile(RecordRoot):
    """Hồ sơ đơn vị."""


@lru_cache(maxsize=4)
def profile_of(record: type[Record]) -> type[RecordRoot]:
    """The profile for records of the class ``record``: its shared fields, declared only there."""
    kind = About("Loại tệp: profile (hồ sơ đơn vị)", "Kind of file")
    fields: dict[str, Any] = {"kind": (Annotated[Literal["profile"], kind], ...)}
    infos = record.model_fields
    fields |= {name: (infos[name].annotation, infos[name]) for name in SHARED}
    made: type[RecordRoot] = create_model(
        Profile.__name__, __base__=Profile, __doc__=Profile.__doc__, **fields
    )
    return made
