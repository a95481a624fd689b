"""Patterns such as ``*.yaml``: the shells of Windows hand them over as they are typed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.shown.language import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PATTERN = re.compile(r"[*?\[]")


def spread(
    context: click.Context, param: click.Parameter, paths: Sequence[Path]
) -> tuple[Path, ...]:
    """``paths`` with every pattern replaced by what it fits, in the order of their names."""
    return tuple(file for path in paths for file in _fitting(path, context, param))


def only(context: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """``path``, or the one file that a pattern fits; where it fits several, none is chosen."""
    if path is None:
        return None
    found = list(_fitting(path, context, param))
    if len(found) > 1:
        names = ", ".join(file.name for file in found)
        fault = spoken("“{pattern}” ứng với nhiều tệp ({names}); chỉ ra một tệp")
        raise click.BadParameter(fault.format(pattern=path, names=names), context, param)
    return found[0]


def _fitting(path: Path, context: click.Context, param: click.Parameter) -> Iterator[Path]:
    if not _PATTERN.search(str(path)) or path.exists():
        yield path
        return
    start = Path(path.anchor)
    found = sorted(start.glob(str(path.relative_to(path.anchor))))
    if not found:
        fault = spoken("không có tệp nào ứng với “{pattern}”").format(pattern=path)
        raise click.BadParameter(fault, context, param)
    yield from found
