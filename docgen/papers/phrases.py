"""The words that papers print beside their templates: phrases and names in ``data/``, by subject.

What only one template says stands in that template.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.tables.reading import read
from docgen.tables.rows import Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).parent / "data"


@cache
def _subject(name: str) -> Texts:
    return read(DATA / f"{name}.yaml", Texts)


@cache
def _told(name: str) -> Any:  # noqa: ANN401 - a text, a list of texts or names by value
    subject, *keys = name.split(".")
    told: Any = _subject(subject)
    for key in keys:
        told = told[key]
    return told


def phrase(name: str, /, **facts: object) -> str:
    """The text ``name`` with its ``{...}`` filled by ``facts``.

    Args:
        name: Subject and key, ``bodies.archive``: ``archive`` of ``data/bodies.yaml``.
        facts: What stands in each ``{...}``.

    Raises:
        KeyError: There is no such text, or a fact is missing.
    """
    text: str = _told(name)
    return text.format(**facts)


def names(name: str) -> Mapping[str, str]:
    """What papers call each value of a field: ``{"warning": "cảnh cáo", ...}``.

    Raises:
        KeyError: There are no such names.
    """
    found: Mapping[str, str] = _told(name)
    return found


def lists(name: str) -> Mapping[str, list[str]]:
    """Lists of texts, each by the value that it is for.

    Raises:
        KeyError: There are no such lists.
    """
    found: Mapping[str, list[str]] = _told(name)
    return found


def tables(name: str) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Tables, each by what it is for, as the tuple of its rows.

    Raises:
        KeyError: There are no such tables.
    """
    found: Mapping[str, tuple[Mapping[str, Any], ...]] = _told(name)
    return found


def rows(name: str) -> tuple[Mapping[str, Any], ...]:
    """The rows of the table ``name``.

    Raises:
        KeyError: There is no such table.
    """
    return tuple(_told(name))


def words(name: str) -> tuple[str, ...]:
    """The list of texts ``name``.

    Raises:
        KeyError: There is no such list.
    """
    return tuple(_told(name))
