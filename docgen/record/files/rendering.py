"""New values as lines of YAML, as people lay out a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.files.rewriting import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.record.files.tree import Plain

STEP = "  "
_WIDEST = 110
"""Characters up to which a new item stands in one line, within braces."""


def named(names: Sequence[str], values: list[Plain], indent: str) -> Iterator[str]:
    """``launch:`` / ``  guests:`` / ``    - …``."""
    for depth, name in enumerate(names):
        yield f"{indent}{STEP * depth}{scalar(name)}:" + (
            "" if values or depth + 1 < len(names) else " []"
        )
    yield from list_lines(values, indent + STEP * len(names))


def nested(names: Sequence[str], shown: str) -> str:
    """``launch: {guests: […]}``."""
    *outer, last = [scalar(name) for name in names]
    told = f"{last}: {shown}"
    for name in reversed(outer):
        told = f"{name}: {{{told}}}"
    return told


def list_lines(values: Sequence[Plain], indent: str) -> Iterator[str]:
    """Each item on lines of its own; short ones of single values within braces."""
    braces = all(
        isinstance(value, dict) and len(flow(value)) <= _WIDEST and _is_bare(value)
        for value in values
    )
    for value in values:
        yield from item_lines(value, indent, braces=braces)


def _is_bare(value: dict[str, Plain]) -> bool:
    return not any(isinstance(inner, dict | list) for inner in value.values())


def item_lines(value: Plain, indent: str, *, braces: bool) -> Iterator[str]:
    """``- {a: 1}``, or ``- a: 1`` with the other fields on lines of their own."""
    if not isinstance(value, dict) or not value or braces:
        yield f"{indent}- {flow(value)}"
        return
    opening = f"{indent}- "
    for line in _fields(value, ""):
        yield opening + line
        opening = f"{indent}{STEP}"


def _fields(value: dict[str, Plain], indent: str) -> Iterator[str]:
    for name, inner in value.items():
        if isinstance(inner, dict) and inner:
            yield f"{indent}{name}:"
            yield from _fields(inner, indent + STEP)
        elif isinstance(inner, list) and inner:
            yield f"{indent}{name}:"
            yield from list_lines(inner, indent + STEP)
        else:
            yield f"{indent}{name}: {flow(inner)}".rstrip()


def flow(value: Plain) -> str:
    """``value`` within one line."""
    if isinstance(value, dict):
        return (
            f"{{{', '.join(f'{name}: {flow(inner)}'.rstrip() for name, inner in value.items())}}}"
        )
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)
