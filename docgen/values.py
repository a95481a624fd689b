"""What is only its values: small records, made by the thousand in a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, dataclass_transform

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable


def field(default_factory: Callable[[], Any]) -> Any:  # noqa: ANN401 - a field of any type
    """A field that ``default_factory`` gives a value where none is told."""
    return msgspec.field(default_factory=default_factory)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(msgspec.Struct, frozen=True):
    """A record of named values, equal to one of the same class and values.

    As a frozen dataclass with slots, which takes forty times as long to define and seven times as
    long to make; a cold run defines and makes enough of them for a person to notice.
    """

    def changed(self, **told: object) -> Self:
        """The record with the values ``told`` in place of its own."""
        return msgspec.structs.replace(self, **told)


@dataclass_transform(field_specifiers=(field,))
class Making(msgspec.Struct):
    """A record in the making: as :class:`Value`, but its values may be set."""
