"""The words of our Word files: how their styles are called, and what their layouts print."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).parent / "data"
# The C loader where the wheel has it: the same language, ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _read(name: str) -> Any:  # noqa: ANN401 - names and texts
    text = (_DATA / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, see above


def style_name(style: str) -> str:
    """How Word shows the style with that id: ``Lời văn`` for ``Body``; ``KeyError`` if it has none.

    Word renames ids when it saves a file; names stay.
    """
    name: str = _read("styles")["names"][style]
    return name


def party_style_name(style: str) -> str:
    """The name of the style in Party papers, where it is another; else nothing."""
    name: str = _read("styles")["party"].get(style, "")
    return name


def layout_text(name: str) -> str:
    """A text that a layout prints (``nation``); ``KeyError`` when there is none."""
    text: str = _read("layouts")[name]
    return text


def layout_rows(name: str) -> tuple[dict[str, Any], ...]:
    """The rows of a table of a layout; ``KeyError`` when there is none."""
    return tuple(_read("layouts")[name])


def layout_texts(name: str) -> tuple[str, ...]:
    """The texts of a layout that follow one another; ``KeyError`` when there are none."""
    return tuple(_read("layouts")[name])
