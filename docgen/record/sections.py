"""The sections of a record that papers are made about, part by part, each with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.schema.parts import RecordPart

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord


def parts_of(record: AnyRecord, section: str) -> dict[str, RecordPart]:
    """What ``record`` tells in ``section``, by name: the period, else the place (``01``).

    A section that is one part has the name ``""``; one that is not told has no parts.
    """
    told = getattr(record, section, None)
    if told is None:
        return {}
    if isinstance(told, RecordPart):
        return {"": told}
    named = (getattr(part, "period", "") or f"{place:02d}" for place, part in enumerate(told, 1))
    return dict(zip(named, told, strict=True))
