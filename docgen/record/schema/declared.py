"""The fields of a part as they are declared, and parts made of the fields of others."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from msgspec import NODEFAULT, defstruct, structs

from docgen.record.schema.fields import About
from docgen.record.schema.parts import RecordPart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Part = TypeVar("Part", bound=RecordPart)


class Declared(NamedTuple):
    """A field as a part declares it: what it takes, and what it has where none is told."""

    annotation: Any
    default: Any = NODEFAULT

    @property
    def required(self) -> bool:
        """Whether the part cannot be without it."""
        return self.default is NODEFAULT


def declared(part: type[RecordPart]) -> dict[str, Declared]:
    """The fields of ``part`` by name: those of the part that it extends first, in their order."""
    fields = {one.name: one for one in structs.fields(part)}
    bases = (one for one in reversed(part.__mro__) if issubclass(one, RecordPart))
    names = (name for one in bases for name in one.__struct_fields__)
    return {
        name: Declared(fields[name].type, _default(fields[name]))
        for name in dict.fromkeys(names)
        if not name.startswith("_")
    }


def _default(field: structs.FieldInfo) -> Any:  # noqa: ANN401 - a field may hold anything
    made = field.default_factory
    return field.default if made is NODEFAULT else cast("Callable[[], Any]", made)()


def extended(part: type[Part], fields: Mapping[str, Declared]) -> type[Part]:
    """``part`` with ``fields`` beside its own, or in their place; called as it is."""
    told = [(name, *one[: 1 if one.required else 2]) for name, one in fields.items()]
    made = defstruct(
        part.__name__,
        told,
        bases=(part,),
        module=part.__module__,
        namespace={"__doc__": part.__doc__},
        kw_only=True,
    )
    return cast("type[Part]", made)


def told_as(annotation: Any, **about: object) -> Any:  # noqa: ANN401 - annotations have no common type
    """``annotation`` with what is told ``about`` it changed."""
    notes = (
        note.changed(**about) if isinstance(note, About) else note
        for note in annotation.__metadata__
    )
    return Annotated[(get_args(annotation)[0], *notes)]


def bare(annotation: Any) -> tuple[Any, bool]:  # noqa: ANN401 - annotations have no common type
    """``annotation`` without ``Annotated`` and ``| None``; whether there was the latter."""
    if hasattr(annotation, "__metadata__"):
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        (only,) = (argument for argument in get_args(annotation) if argument is not NoneType)
        return bare(only)[0], True
    return annotation, False
