"""``ratings.yaml``: classes, the criteria of each (III.1), and the facts they rest on."""

from typing import Annotated, Literal, TypeAlias

from docgen.guidance.schema.kinds import OfEach
from docgen.tables.rows import NOT_EMPTY, Name, Phrase, Row, Text

Value: TypeAlias = str | bool
"""A value of a fact."""


class Class(Row, rename={"is_any": "any"}, kw_only=True):
    """Một loại: what it is called, where it is defined, its roles, what follows from it."""

    name: Phrase
    clause: Text
    is_any: bool = False
    spreads: bool = False
    may_spread: bool = False
    dissolves: bool = False
    follows: Phrase
    follows_clause: Text
    proposal: Text

    @property
    def is_made_known(self) -> bool:
        """Whether its models are made known and spread, or may be."""
        return self.spreads or self.may_spread


class FactRow(Row, kw_only=True):
    """Một dữ kiện: what it is called, where it is told, and what each of its values says.

    The head of ``facts`` in ``ratings.yaml`` explains each field.
    """

    evidence: Literal["said", "denied", "none", "some", "dossier"] = "said"
    told: str = ""
    label: Phrase
    values: dict[Value, Phrase]


class Criterion(Phrase, kw_only=True):
    """Một tiêu chí; the head of ``ratings.yaml`` explains each field."""

    id: Name
    fact: str = ""
    met_by: tuple[Value, ...] = ()
    counted: Literal["", "notices", "honours"] = ""
    levels: tuple[Literal["unit", "commune", "district", "province", "ministry"], ...] = ()
    forms: tuple[Literal["certificate", "merit", "higher", "other"], ...] = ()
    two_tier: str = ""


class Criteria(Row, rename={"common": "all"}):
    """The criteria of one class: the common ones, and those of which one is enough."""

    common: tuple[Criterion, ...]
    one_of: tuple[Criterion, ...] = ()


class Ratings(Row):
    """All of them; classes go from the best to the worst in ``order``."""

    order: Annotated[tuple[Name, ...], NOT_EMPTY]
    classes: dict[Name, Class]
    actors: OfEach[dict[Name, Phrase]]
    facts: dict[Name, FactRow]
    criteria: OfEach[dict[Name, Criteria]]
