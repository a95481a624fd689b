"""The profile of a unit (hồ sơ đơn vị): what all records of its models tell alike, told once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Final, Literal

from docgen.record.schema.declared import Declared, declared, extended
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


class Profile(RecordRoot, kw_only=True):
    """Hồ sơ đơn vị."""


@lru_cache(maxsize=4)
def profile_of(record: type[Record]) -> type[RecordRoot]:
    """The profile for records of the class ``record``: its shared fields, declared only there."""
    kind = About("Loại tệp: profile (hồ sơ đơn vị)", "Kind of file")
    known = declared(record)
    fields = {"kind": Declared(Annotated[Literal["profile"], kind])}
    return extended(Profile, fields | {name: known[name] for name in SHARED})
