"""Where a record tells the number and day that the văn thư gave to a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.bodies import partners
from docgen.record.kinds import linked
from docgen.record.schema.parts import Issued, RecordPart
from docgen.record.schema.shape import part_at, slots_of
from docgen.record.sections import parts_of

if TYPE_CHECKING:
    from docgen.guidance.papers import Due
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath

_OPEN = Issued()


def place(record: AnyRecord, due: Due) -> FieldPath:
    """Where ``record`` tells number and day of a paper; empty where it has no place for them.

    The consent of a unit has one only when the record names the unit among the consents.
    """
    if due.paper.told == "dissolution.consents":
        found = partners.consent_place(linked(record), due.copy)
        return () if found is None else ("dissolution", "consents", found)
    section, _, name = due.paper.told.partition(".")
    if not section:
        return _known(record, ("papers", due.paper.id))
    names = list(parts_of(record, section))
    if due.part not in names:
        return ()
    within = (names.index(due.part),) if due.part else ()
    return _known(record, (section, *within, name))


def _known(record: AnyRecord, path: FieldPath) -> FieldPath:
    around = part_at(type(record), path[:-1])
    return path if around is not None and path[-1] in slots_of(around) else ()


def issued(record: AnyRecord, due: Due) -> Issued:
    """Number and day of a paper; both open where the record has no place for them.

    Those of another unit's reply are told, but given by that unit's own registry.
    """
    if due.paper.issuer == due.paper.each == "addressee":
        return partners.addressee(linked(record), due.copy).reply
    path = place(record, due)
    if not path:
        return _OPEN
    told: object = record
    for step in path:
        told = told[step] if isinstance(step, int) else getattr(told, step)  # type: ignore[index]
    return Issued(number=getattr(told, "number", None), day=getattr(told, "day", None))


def unnumbered(record: AnyRecord, path: FieldPath) -> AnyRecord:
    """``record`` as it was before the paper told at ``path`` got its number and day."""
    cleared = _cleared(record, path)
    assert isinstance(cleared, type(record))  # noqa: S101 - a copy of it
    return cleared


def _cleared(told: RecordPart, path: FieldPath) -> RecordPart:
    if not path:
        return told.changed(number=None, day=None)
    name, rest = str(path[0]), path[1:]
    inner = getattr(told, name)
    if isinstance(inner, RecordPart):
        return told.changed(**{name: _cleared(inner, rest)})
    place = rest[0]
    items = [_cleared(item, rest[1:]) if at == place else item for at, item in enumerate(inner)]
    return told.changed(**{name: items})
