"""The catalogue of models of the guidance's appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.workflows.listing import CatalogueModel


def catalogue() -> list[CatalogueModel]:
    """The models of the catalogue, the self-managed first: codes, names, variants.

    Raises:
        DataError: a file of the catalogue has problems.
    """
    from docgen.workflows import listing  # noqa: PLC0415 - each call loads what it needs

    return listing.models()
