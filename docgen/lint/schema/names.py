"""``kinds.yaml``, ``names.yaml``, ``words.yaml``: what papers, bodies and parts are called."""

from __future__ import annotations

from typing import Literal

from docgen.tables.rows import Phrase, Row, Text


class KindRow(Row, kw_only=True):
    """Tên loại văn bản: its symbol in numbers, and whose papers it names."""

    id: Text
    name: Text
    symbol: str = ""
    of: Literal["decree", "list", "law", "party"]


class Beginnings(Row, kw_only=True):
    """Words that begin the names of bodies, in lower case."""

    state: tuple[Text, ...]
    party: tuple[Text, ...]


class KindTable(Row, kw_only=True):
    """``kinds.yaml``."""

    kinds: tuple[KindRow, ...]
    bodies: Beginnings


class NameTable(Row, kw_only=True):
    """``names.yaml``: bodies as they are written."""

    bodies: tuple[Text, ...]


class TakeRow(Row, kw_only=True):
    """What is read off a paper: its name, its unit, how each of its values is called."""

    name: Phrase | None = None
    unit: str | Phrase = ""
    percent: bool = False
    values: dict[bool | int | str, Phrase] | None = None


class WordTable(Row, kw_only=True):
    """``words.yaml``."""

    roles: dict[str, Phrase]
    takes: dict[str, TakeRow]
    sides: dict[str, Phrase]
