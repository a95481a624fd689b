"""Records of either kind as hypothesis draws them, for tests of what holds for every record."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from docgen.record.joining import FIELD
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.record.schema.units import FEWEST_UNITS, Unit
from docgen.record.taking import taken
from docgen.text.normal import clean_line, clean_text

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import Slot

_TURNS, _YEARS, _NUMBERS = (1, 30), (2000, 2100), (1, 99_999)
_WITHIN = {"turn": _TURNS, "year": _YEARS, "birth_year": _YEARS}
_MOST = 3


def records(root: type[RecordPart]) -> SearchStrategy[RecordPart]:
    """Records of the kind that ``root`` is, each as the loader would make it."""
    return _parts(root).map(partial(taken, root))


def _parts(part: type[RecordPart]) -> SearchStrategy[dict[str, Any]]:
    slots = {name: slot for name, slot in slots_of(part).items() if name != FIELD}
    needed = {name: _field(slot) for name, slot in slots.items() if slot.required}
    other = {name: _field(slot) for name, slot in slots.items() if not slot.required}
    return st.fixed_dictionaries(needed, optional=other)


def _field(slot: Slot) -> SearchStrategy[Any]:
    """Values of a field that the file shows; a field that is left out has its default."""
    if not slot.many:
        return _value(slot).filter(_told)
    fewest = FEWEST_UNITS if slot.part is Unit else int(slot.required)
    return st.lists(_value(slot).filter(_told), min_size=fewest, max_size=_MOST)


def _told(value: object) -> bool:
    """Whether the file shows the value: empty texts and groups of nothing are "not told"."""
    if isinstance(value, dict):
        return any(_told(item) for item in value.values())
    return value not in ("", None, [])


def _value(slot: Slot) -> SearchStrategy[Any]:
    if slot.part is not None:
        return _parts(slot.part)
    values: dict[FieldKind, SearchStrategy[Any]] = {
        FieldKind.LINE: st.text(max_size=12).map(clean_line),
        FieldKind.TEXT: st.text(max_size=24).map(clean_text),
        FieldKind.DAY: st.dates(date(2010, 1, 1), date(2030, 12, 31)),
        FieldKind.WHOLE: st.integers(*_WITHIN.get(slot.name, _NUMBERS)),
        FieldKind.FLAG: st.booleans(),
        FieldKind.PERIOD: st.sampled_from(("2026", "2026-H1")),
        FieldKind.CHOICE: st.sampled_from(slot.choices or ("",)),
    }
    return values[slot.kind]
