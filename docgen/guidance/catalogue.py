"""The catalogue of models (danh mục mô hình): what each is for and how it works, by default."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.guidance import variants
from docgen.guidance.guidance import guidance
from docgen.guidance.recognition import Names, Reader
from docgen.guidance.shelves import Shelf, key_of
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.guidance.guidance import Guidance
    from docgen.guidance.schema.catalogue import Entry, LinkedEntry, Listed, Variant
    from docgen.guidance.variants import Surroundings
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Model

OWN, LINKED = "self_managed", "linked"


class Meant(Value):
    """Mô hình nào của danh mục: by the code that is told, and by the name; ``None`` where none."""

    by_code: Listed | None
    by_name: Listed | None

    @property
    def used(self) -> Listed | None:
        """The model whose content is used: a code that is told stands before the name."""
        return self.by_code or self.by_name


def _shelf(kind: str) -> Shelf[Entry] | Shelf[LinkedEntry]:
    return guidance().linked_catalogue if kind == LINKED else guidance().catalogue


def listing(kind: str = OWN) -> tuple[Listed, ...]:
    """The models of the appendix, by their numbers: self-managed, or those of ``LINKED``."""
    return _shelf(kind).listed


def meant(model: Model, kind: str = OWN) -> Meant:
    """The catalogue's models that the record's code and name tell, each by itself."""
    return Meant(coded(model.catalogue, kind) if model.catalogue else None, named(model.name, kind))


def find(model: Model, kind: str = OWN) -> Listed | None:
    """The catalogue's model meant by the record: by slug or number when told, else by name.

    ``None`` when the record names a model of its own.
    """
    return meant(model, kind).used


def coded(code: str, kind: str = OWN) -> Listed | None:
    """The model of a slug or number; a name of the catalogue stands for its code."""
    return _shelf(kind).by_code.get(key_of(code)) or named(code, kind)


def named(name: str, kind: str = OWN) -> Listed | None:
    """The model of a name: its own, begun by its own, or with a place in its own."""
    shelf, told = _shelf(kind), key_of(name)
    whole, beginnings = shelf.names
    if told in whole:
        return whole[told]
    begun = [start for start in beginnings if told.startswith(start)]
    if begun:
        return beginnings[max(begun, key=len)]
    return Names(Reader(guidance().recognition), shelf.listed).placed(name)


def content_of(model: Model, kind: str = OWN) -> Entry | LinkedEntry:
    """The main text of the record's model, its variants with it; the general one outside."""
    return _shelf(kind).content(find(model, kind))


def variant(record: Record) -> Variant | None:
    """The variant of a self-managed model that fits the record; ``None`` for the main text."""
    return _own(record)[1]


def linked_variant(record: LinkedRecord) -> Variant | None:
    """The variant of a linked model that fits the record; ``None`` for the main text."""
    content = guidance().linked_catalogue.content(find(record.model, LINKED))
    return variants.choose(content.variants, record.model.variant, variants.around_linked(record))


def entry(record: Record) -> Entry:
    """The default content for the record's model; the general one outside the catalogue."""
    return _own(record)[0]


def _own(record: Record) -> tuple[Entry, Variant | None]:
    model = record.model
    around = variants.around(record)
    return _made(guidance(), model.catalogue, model.name, model.variant, around)


@lru_cache(maxsize=64)
def _made(
    known: Guidance, code: str, name: str, told: str, around: Surroundings
) -> tuple[Entry, Variant | None]:
    """What fills the papers of a self-managed model; every paper asks, by the same few facts."""
    listed = (coded(code) if code else None) or named(name)
    content = known.catalogue.content(listed)
    chosen = variants.choose(content.variants, told, around)
    return variants.made(content, chosen, known.shared.self_managed), chosen


def general() -> Entry:
    """What holds for models outside the catalogue."""
    return guidance().catalogue.content(None)


def linked_entry(record: LinkedRecord) -> LinkedEntry:
    """The default content for a linked model; the general one outside the catalogue."""
    content = guidance().linked_catalogue.content(find(record.model, LINKED))
    return variants.made(content, linked_variant(record), guidance().shared.linked)
