"""The catalogue of models as it is listed: code, name, for whom, which variants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.guidance import catalogue
from docgen.guidance.guidance import guidance

if TYPE_CHECKING:
    from docgen.errors import Words
    from docgen.guidance.schema.catalogue import Listed, Variant


@dataclass(frozen=True, slots=True)
class CatalogueVariant:
    """Biến thể của một mô hình: the code that a record may tell, and for which place it is."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """Một mô hình của danh mục (phụ lục Hướng dẫn 1923/HD-BCĐ).

    Attributes:
        kind: ``self_managed`` or ``linked``.
        number: Its number in the appendix.
        code: Its slug; a record may tell either.
        name: Its name.
        aliases: Other names by which it is recognised.
        fits: The kinds of unit for which it is.
        variants: Its contents for some places, each chosen by what a record tells.
    """

    kind: str
    number: int
    code: str
    name: str
    aliases: tuple[str, ...]
    fits: tuple[str, ...]
    variants: tuple[CatalogueVariant, ...]


def models() -> list[CatalogueModel]:
    """The models of the appendix: the self-managed, then the linked, each by number.

    Raises:
        DataError: a file of the catalogue has problems.
    """
    shelves = guidance()
    own = [
        _model(catalogue.OWN, head, shelves.catalogue.content(head).variants)
        for head in catalogue.listing()
    ]
    linked = [
        _model(catalogue.LINKED, head, shelves.linked_catalogue.content(head).variants)
        for head in catalogue.listing(catalogue.LINKED)
    ]
    return own + linked


def _model(kind: str, head: Listed, variants: tuple[Variant, ...]) -> CatalogueModel:
    found = tuple(CatalogueVariant(one.id, one.words) for one in variants)
    return CatalogueModel(kind, head.number, head.slug, head.name, head.aliases, head.fits, found)
