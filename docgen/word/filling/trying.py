"""A template filled for trial: what filling would refuse, or print as Python, is told before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from docgen.errors import TemplateError
from docgen.word.filling.fill import Properties
from docgen.word.filling.sandbox import UnprintableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.errors import Problem
    from docgen.word.filling.fill import Template

_ANY: Final = Properties("", "", "", date(2000, 1, 1))


class _Group(dict[str, object]):
    """A group of fields that cannot be made a text by any way."""

    def __repr__(self) -> str:
        raise UnprintableError(self)


class _Rows(list[object]):
    """A list that cannot be made a text by any way."""

    def __repr__(self) -> str:
        raise UnprintableError(self)


def tried(template: Template, trials: Iterable[Mapping[str, object]]) -> list[Problem]:
    """What filling ``template`` with the values of each of ``trials`` brings up, each once."""
    found: dict[Problem, None] = {}
    for values in trials:
        try:
            template.fill(_guarded(values), _ANY)
        except TemplateError as error:
            found.update(dict.fromkeys(error.problems))
    return list(found)


def _guarded(values: Mapping[str, object]) -> Mapping[str, object]:
    return _Group({name: _value(value) for name, value in values.items()})


def _value(value: object) -> object:
    if isinstance(value, Mapping):
        return _guarded(value)
    return _Rows(map(_value, value)) if isinstance(value, list | tuple) else value
