"""The catalogue of models (danh mục mô hình): what each is for and how it works, by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.guidance import guidance
from docgen.guidance.shelves import Shelf, key_of

if TYPE_CHECKING:
    from docgen.guidance.schema.catalogue import Entry, LinkedEntry, Listed
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Model

OWN, LINKED = "self_managed", "linked"


def _shelf(kind: str) -> Shelf[Entry] | Shelf[LinkedEntry]:
    return guidance().linked_catalogue if kind == LINKED else guidance().catalogue


def listing(kind: str = OWN) -> tuple[Listed, ...]:
    """The models of the appendix, by their numbers: self-managed, or those of ``LINKED``."""
    return _shelf(kind).listed


def find(model: Model, kind: str = OWN) -> Listed | None:
    """The catalogue's model meant by the record: by slug or number when told, else by name.

    ``None`` when the record names a model of its own.
    """
    told = key_of(model.catalogue or model.name)
    whole, beginnings = _shelf(kind).names
    begun = [start for start in beginnings if told.startswith(start)]
    return whole.get(told) or (beginnings[max(begun, key=len)] if begun else None)


def entry(record: Record) -> Entry:
    """The default content for the record's model; the general one outside the catalogue."""
    return guidance().catalogue.content(find(record.model))


def linked_entry(model: Model) -> LinkedEntry:
    """The default content for a linked model; the general one outside the catalogue."""
    return guidance().linked_catalogue.content(find(model, LINKED))
