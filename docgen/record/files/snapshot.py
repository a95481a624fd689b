"""What a record told, kept by a folder as it was when a paper was made from it."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from docgen.record.schema.parts import RecordPart
from docgen.record.schema.shape import slots_of
from docgen.record.taking import taken

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord


def snapshot(record: AnyRecord) -> bytes:
    """``record`` as JSON, without what has its default: the same record gives the same bytes."""
    return json.dumps(_kept(record), ensure_ascii=False, separators=(",", ":")).encode()


def _kept(value: Any) -> Any:  # noqa: ANN401 - a field may hold anything that a slot takes
    if isinstance(value, RecordPart):
        told = ((slot, getattr(value, name)) for name, slot in slots_of(type(value)).items())
        return {slot.name: _kept(one) for slot, one in told if slot.required or one != slot.default}
    if isinstance(value, list):
        return [_kept(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def key_of(data: bytes) -> str:
    """The name under which a snapshot is kept."""
    return sha256(data).hexdigest()[:16]


def thawed(data: bytes) -> AnyRecord | None:
    """The record that a snapshot tells; nothing where this docgen no longer understands it."""
    from docgen.record.schema.linked import LinkedRecord  # noqa: PLC0415 - both kinds, rarely wanted
    from docgen.record.schema.own import Record  # noqa: PLC0415 - as above

    try:
        told = json.loads(data)
        linked = isinstance(told, dict) and told.get("kind") == "linked"
        return taken(LinkedRecord, told) if linked else taken(Record, told)
    except ValueError:
        return None
