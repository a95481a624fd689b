"""The words of our Word files: how their styles are called, and what their layouts print."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.tables.reading import read
from docgen.tables.rows import Row, Text, Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA = Path(__file__).parent / "data"
STYLES, LAYOUTS = _DATA / "styles.yaml", _DATA / "layouts.yaml"


class Styles(Row):
    """``styles.yaml``: the names of styles by their ids, and those of Party papers."""

    names: dict[Text, Text]
    party: dict[Text, Text]


def style_name(style: str) -> str:
    """How Word shows the style with that id: ``Lời văn`` for ``Body``; ``KeyError`` if it has none.

    Word renames ids when it saves a file; names stay.
    """
    return _styles().names[style]


def party_style_name(style: str) -> str:
    """The name of the style in Party papers, where it is another; else nothing."""
    return _styles().party.get(style, "")


def layout_text(name: str) -> str:
    """A text that a layout prints (``nation``); ``KeyError`` when there is none."""
    return str(_layouts()[name])


def layout_rows(name: str) -> tuple[Mapping[str, Any], ...]:
    """The rows of a table of a layout; ``KeyError`` when there is none."""
    rows: Any = _layouts()[name]
    return tuple(rows)


def layout_texts(name: str) -> tuple[str, ...]:
    """The texts of a layout that follow one another; ``KeyError`` when there are none."""
    return tuple(map(str, _layouts()[name]))


@cache
def _styles() -> Styles:
    return read(STYLES, Styles)


@cache
def _layouts() -> Texts:
    return read(LAYOUTS, Texts)
