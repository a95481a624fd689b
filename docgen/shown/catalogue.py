"""The catalogue of models as a person reads it, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docgen.errors import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.workflows.listing import CatalogueModel

_KINDS = {
    "self_managed": Words("Mô hình tự quản (self_managed):", "Self-managed models (self_managed):"),
    "linked": Words("Mô hình liên kết (linked):", "Linked models (linked):"),
}
_VARIANTS = Words("biến thể", "variants")


def lines(found: Iterable[CatalogueModel], lang: str) -> Iterator[str]:
    """Each model with its number and code, its variants below."""
    kind = ""
    for model in found:
        if model.kind != kind:
            kind = model.kind
            yield _KINDS[kind].in_language(lang)
        yield f"  {model.number:>2}  {model.name}"
        yield f"      {model.code}"
        if model.variants:
            told = (f"{one.code} ({one.name.in_language(lang)})" for one in model.variants)
            yield f"      {_VARIANTS.in_language(lang)}: {', '.join(told)}"


def as_json(found: Iterable[CatalogueModel], lang: str) -> str:
    """The same as JSON: one object a model."""
    told = [
        {
            "kind": model.kind,
            "number": model.number,
            "code": model.code,
            "name": model.name,
            "aliases": list(model.aliases),
            "fits": list(model.fits),
            "variants": [
                {"code": one.code, "name": one.name.in_language(lang)} for one in model.variants
            ],
        }
        for model in found
    ]
    return json.dumps(told, ensure_ascii=False, indent=2)
