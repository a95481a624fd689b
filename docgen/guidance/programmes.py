"""The usual programme of a launch or of a signing ceremony, for records that tell none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.conditions import fulfils
from docgen.guidance.guidance import guidance

if TYPE_CHECKING:
    from docgen.guidance.schema.programmes import Part
    from docgen.record.schema.linked import AnyRecord


def parts(kind: str) -> tuple[Part, ...]:
    """Every part of the programme of a model of ``kind``, in its order."""
    return guidance().programmes.of(kind)


def wanted(record: AnyRecord) -> list[Part]:
    """The parts that the conference of ``record`` has."""
    return [part for part in parts(record.kind) if fulfils(part.when, record)]
