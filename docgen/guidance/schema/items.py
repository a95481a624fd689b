"""``items.yaml``: what the dossier of a model holds (II.1.4, II.2.4)."""

from typing import Literal

from docgen.guidance.schema.kinds import OfEach
from docgen.tables.rows import Count, Phrase, Row, Text


class Item(Row):
    """Một mục của danh mục hồ sơ (II.1.4): its number, its title with ``{leader}`` open."""

    number: Count
    title: Text
    needed: Literal["always", "if_any"]
    due: Literal["establish", "later", "dissolve"]
    absent_vi: str = ""
    absent_en: str = ""


class Contents(Row):
    """Danh mục hồ sơ: the article that lists the items, and the items in their order."""

    article: Text
    items: tuple[Item, ...]


class Incomplete(Phrase):
    """What the guidance makes of an incomplete dossier, and where it says so."""

    clause: Text


class Items(OfEach[Contents]):
    """The list of each kind of model."""

    incomplete: Incomplete
