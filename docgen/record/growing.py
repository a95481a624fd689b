"""Records that may tell more than the program itself names: what only data files know of.

A paper, a kind of unit, a fact that stands in a data file alone gets its field in the record; all
that derives from the fields (messages, forms, workbooks, places of numbers) has it too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol, TypeAlias

from msgspec import Meta

from docgen.record.schema.declared import Declared, declared, extended, told_as
from docgen.record.schema.fields import About, Whole
from docgen.record.schema.parts import Issued
from docgen.record.schema.shape import slots_of
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart

Answers: TypeAlias = Literal["flag", "count"] | tuple[str, ...]
"""What a fact may be: true or false, how many, or one of some words."""


class NewFact(Value):
    """A fact that an assessment may tell."""

    name: str
    about: About
    answers: Answers


class Growth(Value):
    """What data files name beyond the record.

    Attributes:
        papers: Papers whose number and day a record may tell, by their ids.
        kinds: Kinds of deciding unit (linked: of member unit), each with what it is called.
        facts: Facts that an assessment may tell.
        models: The models of the catalogue: what a form offers, and the name behind it.
    """

    papers: tuple[tuple[str, About], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    facts: tuple[NewFact, ...] = ()
    models: tuple[tuple[str, str], ...] = ()


class Grow(Protocol):
    """Gives the record that may tell what data files name.

    ``told`` are the sections that the record tells: what belongs to others need not be looked up.
    """

    def __call__(self, root: type[AnyRecord], told: Collection[str], /) -> type[AnyRecord]:
        """The record that stands for ``root``."""


def as_it_is(root: type[AnyRecord], _: Collection[str]) -> type[AnyRecord]:
    """A record that tells what the program itself names, and nothing else."""
    return root


@lru_cache(maxsize=16)
def grown(root: type[AnyRecord], more: Growth) -> type[AnyRecord]:
    """``root`` with the fields and choices of ``more``; names that it has already are left out."""
    if more == Growth():
        return root
    where = "issuer" if "issuer" in slots_of(root) else "units"
    wanted = {
        "papers": {name: _issued(about) for name, about in more.papers},
        "assessments": {fact.name: _fact(fact) for fact in more.facts},
    }
    added = {section: _unknown(_part(root, section), new) for section, new in wanted.items()}
    added[where] = _kinds(_part(root, where), more.kinds)
    added["model"] = _offered(_part(root, "model"), "catalogue", more.models)
    titled = [*slots_of(_part(root, "papers")).values()]
    known = tuple((slot.label.vi, slot.name) for slot in titled)
    added["amendments"] = _offered(_part(root, "amendments"), "paper", known)
    fields = {
        section: _instead(root, section, extended(_part(root, section), new))
        for section, new in added.items()
        if new
    }
    return extended(root, fields) if fields else root


def _unknown(part: type[RecordPart], new: dict[str, Declared]) -> dict[str, Declared]:
    return {name: field for name, field in new.items() if name not in slots_of(part)}


def _part(root: type[RecordPart], name: str) -> type[RecordPart]:
    part = slots_of(root)[name].part
    assert part is not None  # noqa: S101 - asked for parts only
    return part


def _instead(root: type[RecordPart], name: str, part: type[RecordPart]) -> Declared:
    """The field of ``root`` with ``part`` in place of what it held, all else as it was."""
    field, many = declared(root)[name], slots_of(root)[name].many
    held: Any = list[part] if many else part  # type: ignore[valid-type]
    annotation: Any = Annotated[(held, *field.annotation.__metadata__)]
    if field.required:
        return Declared(annotation)
    return Declared(annotation, [] if many else part())


def _issued(about: About) -> Declared:
    return Declared(Annotated[Issued, about], Issued())


def _kinds(part: type[RecordPart], more: Iterable[tuple[str, str]]) -> dict[str, Declared]:
    """The choice of kinds in ``part`` with those of ``more``; nothing where none is new."""
    slot = slots_of(part)["kind"]
    new = {name: called for name, called in more if name not in slot.choices}
    if not new:
        return {}
    said = ", ".join(f"{name} ({called})" for name, called in new.items())
    kinds: Any = Literal[(*slot.choices, *new)]
    about = slot.about.changed(vi=f"{slot.about.vi}, {said}")
    return {"kind": Declared(Annotated[kinds, about])}


def _offered(
    part: type[RecordPart], name: str, offers: tuple[tuple[str, str], ...]
) -> dict[str, Declared]:
    """The field ``name`` with what its cell offers; other words may still be told."""
    if not offers:
        return {}
    field = declared(part)[name]
    return {name: field._replace(annotation=told_as(field.annotation, offers=offers))}


def _fact(fact: NewFact) -> Declared:
    if fact.answers == "flag":
        return Declared(Annotated[bool | None, fact.about], None)
    if fact.answers == "count":
        return Declared(Annotated[Whole | None, Meta(ge=0), fact.about], None)
    words: Any = Literal[fact.answers]
    return Declared(Annotated[words | None, fact.about], None)
