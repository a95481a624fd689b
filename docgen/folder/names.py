"""File names that every system takes: what Windows forbids is forbidden everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORBIDDEN = frozenset('<>:"|?*\\') | {chr(code) for code in range(32)}
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)
_LONGEST = 255
"""Bytes of one name on Linux, UTF-16 units on Windows: the smaller of both is the former."""


def is_portable(path: str) -> bool:
    """Whether ``path`` (relative, with ``/``) may be written on Windows, Linux and macOS alike."""
    return all(_is_portable_name(name) for name in path.split("/"))


def _is_portable_name(name: str) -> bool:
    return (
        name not in ("", ".", "..")
        and name[-1] not in " ."
        and not _FORBIDDEN.intersection(name)
        and name.split(".", maxsplit=1)[0].rstrip().lower() not in _DEVICES
        and len(name.encode(errors="replace")) <= _LONGEST
    )


def refused(paths: Iterable[str]) -> list[str]:
    """Those of ``paths`` that some system would not take, or would take for another of them."""
    seen: set[str] = set()
    out = []
    for path in paths:
        if not is_portable(path) or path.casefold() in seen:
            out.append(path)
        seen.add(path.casefold())
    return out
