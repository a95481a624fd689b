"""Content that fits the place: the variant of a model by what the record tells of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from docgen.guidance.schema.catalogue import Texts
from docgen.guidance.shelves import key_of
from docgen.text.normal import clean_line
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.guidance.schema.catalogue import Shared, Variant, When, Work
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.own import Record

MAIN = "chung"
"""By this a record asks for the main text of a model, whatever its place."""
_TITLES = ("head_title", "deputy_title", "member_title", "members_source", "people")
_TEXTS = ("form", "purpose", "necessity", "function")
Content = TypeVar("Content", bound=Texts)


class Surroundings(Value):
    """Mô hình ở đâu, của ai: what the record tells that variants are chosen by.

    Attributes:
        names: Where words are looked for, one after another: the model's name, its place, units.
        units: The deciding unit, or the place when it begins with a unit's name.
        kinds: The kind of the deciding unit.
        members: The kinds of member units.
    """

    names: tuple[str, ...]
    units: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    proposer: str = ""
    members: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()


def around(record: Record) -> Surroundings:
    """What a self-managed model's record tells."""
    return Surroundings(
        names=(record.model.name, record.model.scope, record.issuer.name),
        units=(record.issuer.name, record.model.scope),
        kinds=(str(record.issuer.kind),),
        proposer=record.proposer.name,
    )


def around_linked(record: LinkedRecord) -> Surroundings:
    """What a linked model's record tells."""
    return Surroundings(
        names=(record.model.name, record.model.scope, " ".join(one.name for one in record.units)),
        members=tuple(str(one.kind) for one in record.units),
        provinces=tuple(dict.fromkeys(one.province for one in record.units if one.province)),
    )


def choose(variants: tuple[Variant, ...], told: str, place: Surroundings) -> Variant | None:
    """The variant that the record tells by id or words, else the first that fits; or the main.

    Words are looked for in the model's name before they are in its place and its units.
    """
    asked = told.strip().casefold()
    if asked:
        return next((one for one in variants if is_called(one, asked)), None)
    for name in place.names:
        for one in variants:
            if _fits(one.when, name, place):
                return one
    return None


def is_called(variant: Variant, told: str) -> bool:
    """Whether ``told`` is the variant's id, or its words."""
    return told.strip().casefold() in {variant.id, variant.vi.casefold(), variant.en.casefold()}


def _fits(when: When, name: str, place: Surroundings) -> bool:
    tests = (
        (when.names, _begins(key_of(place.names[0]), when.names)),
        (when.units, _begun(place.units, when.units)),
        (when.kinds, not set(when.kinds).isdisjoint(place.kinds)),
        (when.words, any(_has(name, word) for word in when.words)),
        (when.proposer_without, _lacks(place.proposer, when.proposer_without)),
        (when.members, not set(when.members).isdisjoint(place.members)),
        (when.no_members, set(when.no_members).isdisjoint(place.members)),
        (when.several_provinces, len(place.provinces) > 1),
    )
    asked = [holds for told, holds in tests if told]
    return bool(asked) and all(asked)


def _begun(units: tuple[str, ...], openings: tuple[str, ...]) -> bool:
    return any(_begins(unit, openings) for unit in units)


def _lacks(proposer: str, words: tuple[str, ...]) -> bool:
    """Whether a proposer is told, and is called by none of ``words``."""
    return bool(proposer) and not any(_has(proposer, word) for word in words)


@lru_cache(maxsize=1024)
def _begins(name: str, openings: tuple[str, ...]) -> bool:
    told = clean_line(name).casefold()
    return any(re.match(rf"{re.escape(one.casefold())}\b", told) for one in openings)


@lru_cache(maxsize=1024)
def _has(name: str, word: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word.casefold())}\b", clean_line(name).casefold()))


def varied(content: Content, variant: Variant) -> Content:
    """``content`` with what ``variant`` tells in place of it, or beside it."""
    own = variant.by_name()
    plain = (*_TITLES, *_TEXTS)
    texts = {name: own[name] for name in plain if own[name] and hasattr(content, name)}
    lists = {name: own[name] for name in content.by_name() if name in own and name not in plain}
    whole = {name: told for name, told in lists.items() if told and name != "activities"}
    varied_one = content.changed(**texts, **whole)
    more = {
        name: (*getattr(varied_one, name), *told) for name, told in (variant.more or {}).items()
    }
    works = _works(content.activities, variant.activities)
    return varied_one.changed(**more, activities=works)


def _works(usual: tuple[Work, ...], own: tuple[Work, ...]) -> tuple[Work, ...]:
    """The usual activities, the ``own`` ones in place of those of the same time."""
    left = list(own)
    works: list[Work] = []
    for work in usual:
        mine = [one for one in left if one.when == work.when]
        works += mine or [work]
        left = [one for one in left if one.when != work.when]
    return (*works, *left)


def joined(content: Content, shared: Shared) -> Content:
    """``content`` with the lines of all models: targets first, the others last."""
    ends = {
        "targets": (*shared.targets, *content.targets),
        "powers": (*content.powers, *shared.powers),
        "meetings": (*content.meetings, *shared.meetings),
    }
    kept = {name: lines for name, lines in ends.items() if name not in content.without}
    return content.changed(**kept)


def made(content: Content, variant: Variant | None, shared: Shared) -> Content:
    """The content of a model as papers take it."""
    return joined(varied(content, variant) if variant else content, shared)
