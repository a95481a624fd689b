"""What is told, taken as a part of the record: each value as its field reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from docgen.record.schema.parts import RecordPart
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.text.normal import clean_line, clean_text
from docgen.text.numbers import amount_in
from docgen.text.periods import is_period
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.record.schema.shape import FieldPath, Slot

Part = TypeVar("Part", bound=RecordPart)
_DAY = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_ISO_DAY = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_FLAGS: Final = {
    **dict.fromkeys(("true", "t", "yes", "y", "on", "1"), True),
    **dict.fromkeys(("false", "f", "no", "n", "off", "0"), False),
}
"""How programs write a flag that is no flag of YAML's."""


class Reason(StrEnum):
    """Why a value cannot be taken."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_PART = "not_part"
    NOT_LIST = "not_list"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NOT_TEXT = "not_text"
    TOO_LONG = "too_long"
    NOT_PERIOD = "not_period"
    NOT_WHOLE = "not_whole"
    TOO_SMALL = "too_small"
    TOO_GREAT = "too_great"
    NOT_DAY = "not_day"
    NO_SUCH_DAY = "no_such_day"
    NOT_FLAG = "not_flag"
    NOT_CHOICE = "not_choice"


class Fault(Value):
    """A value that cannot be taken.

    Attributes:
        path: Where it stands in the record.
        reason: What is wrong with it.
        value: What was told; of a missing one, the part that it is missing from.
        limit: What it passes, where it passes a limit.
        length: How long it is, where that is too long; characters or items.
    """

    path: FieldPath
    reason: Reason
    value: object
    limit: int = 0
    length: int = 0


class UntakenError(ValueError):
    """What is told is no such part; every fault at once, in the order of the fields."""

    def __init__(self, faults: list[Fault]) -> None:
        """``faults`` are one at least."""
        super().__init__(*(f"{fault.path}: {fault.reason}" for fault in faults))
        self.faults = tuple(faults)


def taken(part: type[Part], told: object) -> Part:
    """The ``part`` that ``told`` tells by the names of its fields; a field not told is as default.

    Texts, whole numbers, days, flags, lists, mappings, and parts that were taken before.

    Raises:
        UntakenError: with every fault of it.
    """
    faults: list[Fault] = []
    found = _part(part, told, (), faults)
    if found is None:
        raise UntakenError(faults)
    return found


def _part(part: type[Part], told: object, path: FieldPath, faults: list[Fault]) -> Part | None:
    """The part, or nothing where anything before it or in it cannot be taken."""
    if isinstance(told, part):
        return told
    if not isinstance(told, Mapping):
        faults.append(Fault(path, Reason.NOT_PART, told))
        return None
    slots, values = slots_of(part), dict[str, Any]()
    for name, slot in slots.items():
        if name in told:
            values[name] = _value(slot, told[name], (*path, name), faults)
        elif slot.required:
            faults.append(Fault((*path, name), Reason.MISSING, told))
    faults += (
        Fault((*path, name), Reason.UNKNOWN, told[name]) for name in told if name not in slots
    )
    return None if faults else part(**values)


def _value(slot: Slot, told: object, path: FieldPath, faults: list[Fault]) -> object:
    """What the field has, or nothing where that cannot be taken."""
    if not slot.many:
        return _one(slot, told, path, faults)
    if not isinstance(told, list | tuple):
        faults.append(Fault(path, Reason.NOT_LIST, told))
        return None
    if slot.least is not None and len(told) < slot.least:
        faults.append(Fault(path, Reason.TOO_FEW, told, slot.least, len(told)))
    if slot.most is not None and len(told) > slot.most:
        faults.append(Fault(path, Reason.TOO_MANY, told, slot.most, len(told)))
    return [_one(slot, item, (*path, place), faults) for place, item in enumerate(told)]


def _one(slot: Slot, told: object, path: FieldPath, faults: list[Fault]) -> object:
    """The value of a field that is no list, or one item of a list."""
    if told is None and slot.unknown:
        return None
    if slot.part is not None:
        return _part(slot.part, told, path, faults)
    try:
        return _READERS[slot.kind](slot, told)
    except _Unfit as fault:
        faults.append(Fault(path, fault.reason, told, fault.limit, fault.length))
        return None


class _Unfit(Exception):  # noqa: N818 - goes no further than to the field that it is told of
    """A value that its field does not take."""

    def __init__(self, reason: Reason, limit: int = 0, length: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.limit, self.length = reason, limit, length


def _line(slot: Slot, told: object) -> str:
    """Numbers and text become one clean line."""
    if isinstance(told, int | float) and not isinstance(told, bool):
        told = str(told)
    if not isinstance(told, str):
        raise _Unfit(Reason.NOT_TEXT)
    return _measured(slot, clean_line(told))


def _text(slot: Slot, told: object) -> str:
    """Text of one or more paragraphs, each a clean line; a list of lines is read as paragraphs."""
    if isinstance(told, list) and all(isinstance(line, str) for line in told):
        told = "\n".join(told)
    if isinstance(told, int) and not isinstance(told, bool):
        told = str(told)
    if not isinstance(told, str):
        raise _Unfit(Reason.NOT_TEXT)
    return _measured(slot, clean_text(told))


def _measured(slot: Slot, text: str) -> str:
    if len(text) > slot.longest:
        raise _Unfit(Reason.TOO_LONG, slot.longest, len(text))
    return text


def _period(slot: Slot, told: object) -> str:
    period = _line(slot, told)
    if period and not is_period(period):
        raise _Unfit(Reason.NOT_PERIOD)
    return period.upper()


def _whole(slot: Slot, told: object) -> int:
    """``21500000``, ``21.500.000`` and ``3,5 triệu`` are numbers; ``500.000`` is never 500."""
    number = amount_in(told) if isinstance(told, str) else told
    if not isinstance(number, int) or isinstance(number, bool):
        raise _Unfit(Reason.NOT_WHOLE)
    if slot.least is not None and number < slot.least:
        raise _Unfit(Reason.TOO_SMALL, slot.least)
    if slot.most is not None and number > slot.most:
        raise _Unfit(Reason.TOO_GREAT, slot.most)
    return number


def _day(_: Slot, told: object) -> date | None:
    """``5/9/2026`` or ``2026-09-05`` becomes a date; an empty text stays unknown."""
    if isinstance(told, datetime):
        told = told.date() if told.time() == time() else None
    if isinstance(told, date):
        return told
    if not isinstance(told, str):
        raise _Unfit(Reason.NOT_DAY)
    if not (text := told.strip()):
        return None
    found = _DAY.fullmatch(text) or re.fullmatch(_ISO_DAY, text)
    if found is None:
        raise _Unfit(Reason.NOT_DAY)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise _Unfit(Reason.NO_SUCH_DAY) from None


def _flag(_: Slot, told: object) -> bool:
    if isinstance(told, bool):
        return told
    flag = _FLAGS.get(str(told).casefold()) if isinstance(told, str | int) else None
    if flag is None:
        raise _Unfit(Reason.NOT_FLAG)
    return flag


def _choice(slot: Slot, told: object) -> str:
    if not isinstance(told, str) or told not in slot.choices:
        raise _Unfit(Reason.NOT_CHOICE)
    return slot.chosen[slot.choices.index(told)]


_READERS: Final[Mapping[FieldKind, Callable[[Slot, object], object]]] = {
    FieldKind.LINE: _line,
    FieldKind.TEXT: _text,
    FieldKind.PERIOD: _period,
    FieldKind.WHOLE: _whole,
    FieldKind.DAY: _day,
    FieldKind.FLAG: _flag,
    FieldKind.CHOICE: _choice,
}
