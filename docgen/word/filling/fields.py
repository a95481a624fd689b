"""The names of the fields that a paper may use, and the nearest one to a misspelt name."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def known_fields(context: Mapping[str, object]) -> frozenset[str]:
    """The dotted names of all fields in ``context``; an item of a list goes by the list's name."""
    return frozenset(_names(context, ""))


def _names(value: object, path: str) -> Iterator[str]:
    if path:
        yield path
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _names(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _names(inner, path)


def did_you_mean(name: str, known: Iterable[str]) -> Words:
    """A hint with the known field nearest to ``name``, which may be dotted or a last part only."""
    fields = sorted(known)
    near = get_close_matches(name, fields, n=1)
    if not near:
        last = {field.rpartition(".")[2]: field for field in reversed(fields)}
        near = [last[key] for key in get_close_matches(name.rpartition(".")[2], last, n=1)]
    return Words(f"có phải là {near[0]}?", f"did you mean {near[0]}?") if near else NO_WORDS
