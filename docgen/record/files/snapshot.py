"""What a record told, kept by a folder as it was when a paper was made from it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord


def snapshot(record: AnyRecord) -> bytes:
    """``record`` as JSON, without what has its default: the same record gives the same bytes."""
    return record.model_dump_json(exclude_defaults=True).encode()


def key_of(data: bytes) -> str:
    """The name under which a snapshot is kept."""
    return sha256(data).hexdigest()[:16]


def thawed(data: bytes) -> AnyRecord | None:
    """The record that a snapshot tells; nothing where this docgen no longer understands it."""
    from docgen.record.schema.linked import AnyRecord  # noqa: PLC0415 - both kinds, rarely wanted

    try:
        return TypeAdapter[AnyRecord](AnyRecord).validate_json(data)
    except ValidationError:
        return None
