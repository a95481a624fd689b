"""Who leads a linked model, and who takes the chair when; apart from the record, to load fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.units import Unit


def lead_of(record: LinkedRecord) -> Unit:
    """The unit that leads the building of the model; the first one where none is named."""
    return next((unit for unit in record.units if unit.lead), record.units[0])


def others_of(record: LinkedRecord) -> tuple[Unit, ...]:
    """The units that are asked to join: all but the one that leads."""
    lead = lead_of(record)
    return tuple(unit for unit in record.units if unit is not lead)


def chairs_of(record: LinkedRecord) -> tuple[Unit, ...]:
    """The units that take the chair, in the order of their turns; empty where no turn is told."""
    turns = [(unit.turn, unit) for unit in record.units if unit.turn is not None]
    return tuple(unit for _, unit in sorted(turns, key=lambda pair: pair[0]))
