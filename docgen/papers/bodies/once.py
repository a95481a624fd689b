"""Work on a part of a record that many papers ask for, done once while the part is there."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import ref

from docgen.law.law import law

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.law.law import Law
    from docgen.record.schema.parts import RecordPart

Part = TypeVar("Part", bound="RecordPart")
Made = TypeVar("Made")


def once(work: Callable[[Part], Made]) -> Callable[[Part], Made]:
    """``work`` on a part, which nobody changes, under the law in use; forgotten with the part."""
    known: dict[int, tuple[ref[Part], Law, Made]] = {}

    @wraps(work)
    def done(part: Part) -> Made:
        place = id(part)
        found = known.get(place)
        if found is not None and found[0]() is part and found[1] is law():
            return found[2]
        made = work(part)
        known[place] = ref(part, lambda _: known.pop(place, None)), law(), made
        return made

    return done
