"""The sandbox in which templates run; the door to Jinja."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import jinja2
from jinja2 import StrictUndefined, Undefined
from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError as JinjaError
from jinja2 import nodes as nodes  # noqa: PLC0414  handed on to check.py through this door
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.runtime import Context

__all__ = [
    "JinjaError",
    "JinjaTemplate",
    "UnprintableError",
    "clean",
    "compiled",
    "environment",
    "library",
    "nodes",
    "printable",
    "ready",
]

_FORBIDDEN: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff￾￿]"
_MOST_FACTOR: Final = 10**12
_LONGEST: Final = 100
"""Letters or items of a text or list that is repeated."""
_MOST_POWER: Final = 100
_NEWLINES: Final = "\r\n|[\r\x85\u2028\u2029]"


class UnprintableError(JinjaError):
    """A value that would print as Python writes it: a list, a mapping, true or false."""

    def __init__(self, value: object) -> None:
        """``value`` was to be printed."""
        super().__init__(f"a value of type {type(value).__name__} is no text")
        self.value = value


def printable(value: object) -> object:
    """``value`` as :func:`clean` gives it, when it is a text, a number or nothing.

    Raises:
        UnprintableError: it is anything else.
    """
    known = isinstance(value, (str, int, float, Undefined)) or hasattr(value, "__html__")
    if value is not None and (isinstance(value, bool) or not known):
        raise UnprintableError(value)
    return clean(value)


def clean(value: object) -> object:
    """``value`` as it may stand in XML: NFC, no forbidden characters, one kind of newline.

    ``None`` becomes empty; anything but text passes unchanged.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value)
    if not text.isprintable():  # neither forbidden characters nor newlines are
        text = re.sub(_FORBIDDEN, "", re.sub(_NEWLINES, "\n", text))
    return Markup(text) if isinstance(value, Markup) else text  # noqa: S704  was markup already


class _Missing(StrictUndefined):
    """An undefined field, whose error carries nothing but the field's name."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name or self._undefined_hint)


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox in which templates run; a mapping's own keys win over its methods.

    Small numbers are multiplied, and short texts and lists: longer ones may fill the memory.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  as Jinja declares it
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401  as above
        """``left`` times, to the power of or modulo ``right``."""
        most = _MOST_POWER if operator == "**" else _MOST_FACTOR
        is_small = all(isinstance(one, int | float) and abs(one) <= most for one in (left, right))
        if not is_small and not (operator == "*" and _is_short(left, right)):
            raise SecurityError(f"{operator} is for small numbers")
        return super().call_binop(context, operator, left, right)


def _is_short(one: object, other: object) -> bool:
    """Whether a text or list as often as a number says stays short."""
    times, many = sorted((one, other), key=lambda value: not isinstance(value, int))
    return (
        isinstance(times, int)
        and isinstance(many, str | list | tuple)
        and times * len(many) <= _LONGEST
    )


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The one Jinja environment: sandboxed, escaping, strict about missing fields."""
    # Jinja's optimizer works constants out once for each filter of a chain, and again for the next.
    return _Environment(autoescape=True, undefined=_Missing, finalize=printable, optimized=False)


def compiled(source: str) -> CodeType:
    """``source`` as Python's byte code.

    Raises:
        JinjaError: a tag that Jinja does not understand, or of more depth than Python compiles.
    """
    try:
        return environment().compile(source)
    except (SyntaxError, RecursionError, MemoryError) as fault:
        raise JinjaError("nested too deep") from fault


def ready(code: CodeType) -> JinjaTemplate:
    """The template of the byte ``code``, ready to be filled."""
    jinja = environment()
    return JinjaTemplate.from_code(jinja, code, jinja.make_globals(None))


def library() -> Path:
    """Where Jinja itself lies."""
    return Path(jinja2.__file__)
