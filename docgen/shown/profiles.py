"""The profile of a unit in the terminal and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docgen.errors import Words
from docgen.shown.paint import strong
from docgen.shown.places import as_json as place_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.workflows.profiling import Fact, UnitProfile

_TOLD = Words("Đã khai:", "Told:")
_DERIVED = Words(
    "Suy ra, khỏi phải khai (chưa đúng thì khai vào hồ sơ đơn vị):",
    "Derived, need not be told (tell it in the profile where it is otherwise):",
)
_MISSING = Words("Văn bản cần mà chưa biết:", "Papers need it and it is not known:")
_SURE = {
    "verified": Words("đã đối chiếu", "verified"),
    "known": Words("cần đọc lại", "to be read again"),
}


def lines(found: UnitProfile, lang: str) -> Iterator[str]:
    """What is told, derived with its source, and missing."""
    for head, facts in ((_TOLD, found.told), (_DERIVED, found.derived), (_MISSING, found.missing)):
        if facts:
            yield strong(head.in_language(lang))
            yield from (f"  - {_line(fact, lang)}" for fact in facts)


def _line(fact: Fact, lang: str) -> str:
    label = fact.label.in_language(lang)
    if not fact.value:
        return label
    if fact.rule is None:
        return f"{label}: {fact.value}"
    sure = _SURE[fact.rule.rule.sure].in_language(lang)
    return f"{label}: {fact.value} ({fact.rule.rule.source}; {sure})"


def as_json(found: UnitProfile, lang: str) -> str:
    """The same as JSON: ``told``, ``derived``, ``missing``, each fact with its place."""
    told = {
        "told": [_fact(fact, lang) for fact in found.told],
        "derived": [_fact(fact, lang) for fact in found.derived],
        "missing": [_fact(fact, lang) for fact in found.missing],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _fact(fact: Fact, lang: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "field": fact.field,
        "label": fact.label.in_language(lang),
        "value": fact.value or None,
        **place_json(fact.place),
    }
    if fact.rule is not None:
        shown |= {"source": fact.rule.rule.source, "sure": fact.rule.rule.sure}
    return shown
