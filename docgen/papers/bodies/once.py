"""Work on a part of a record that many papers ask for, done once while the part is there."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from weakref import ref

from docgen.law.law import law

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.law.law import Law
    from docgen.record.schema.parts import RecordPart

Part = TypeVar("Part", bound="RecordPart")
More = ParamSpec("More")
Made = TypeVar("Made")


def once(
    work: Callable[Concatenate[Part, More], Made],
) -> Callable[Concatenate[Part, More], Made]:
    """``work`` on a part and what else tells it apart, under the law in use.

    Nobody changes the part, nor what is made of it; that is forgotten with the part.
    """
    known: dict[int, tuple[ref[Part], Law, dict[object, Made]]] = {}

    @wraps(work)
    def done(part: Part, /, *more: More.args, **told: More.kwargs) -> Made:
        place = id(part)
        found = known.get(place)
        if found is None or found[0]() is not part or found[1] is not law():
            found = ref(part, lambda _: known.pop(place, None)), law(), {}
            known[place] = found
        made, key = found[2], (more, *told.items())
        if key not in made:
            made[key] = work(part, *more, **told)
        return made[key]

    return done
