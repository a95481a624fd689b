"""What a person reads of ratings and deadlines in the terminal, in both languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.guidance.ratings import Judged
    from docgen.workflows.rating import Rated
    from docgen.workflows.timing import Timed

_MET = {
    True: Words("đạt", "met"),
    False: Words("không đạt", "not met"),
    None: Words("chưa rõ", "not known"),
}
_HEAD = Words(
    "{file}: {model}, kỳ {period}: xếp loại {name}", "{file}: {model}, {period}: rated {name}"
)
_NO_CLASS = Words("{file}: {model}, kỳ {period}: {name}", "{file}: {model}, {period}: {name}")
_MISSING = Words("Thiếu dữ kiện: {facts}", "Facts missing: {facts}")
_UNCLASSED = Words(
    "Hướng dẫn không xếp trường hợp này vào loại nào; người có thẩm quyền xem xét, quyết định.",
    "The guidance gives no class for this; it is for the competent person to decide.",
)
_CLASS = Words("Loại {name} (mục {clause}): {met}", "{name} ({clause}): {met}")
_ONE_OF = Words("một trong hai: ", "one of two: ")
_ABOVE = Words("Còn thiếu để xếp loại {name}:", "Lacking for {name}:")
_FOLLOWS = Words(
    "Việc phải làm: {what} (mục {clause}); trách nhiệm: {who}.",
    "What follows: {what} ({clause}); by: {who}.",
)
_DUE = Words(
    "{day}: {what} (mục {clause}){custom}; {model}", "{day}: {what} ({clause}){custom}; {model}"
)
_WHO = Words("    ai làm: {who}", "    who: {who}")
_TO = Words("; gửi: {to}", "; to: {to}")
_CUSTOM = Words(", theo thông lệ", ", by custom")


def ratings(found: Iterable[Rated], lang: str) -> Iterator[str]:
    """The ratings line by line: class, every criterion, the class above, what follows."""
    for rated in found:
        yield from _rating(rated, lang)


def _rating(rated: Rated, lang: str) -> Iterator[str]:
    rating = rated.rating
    head = _HEAD if rated.is_rated else _NO_CLASS
    yield head.in_language(lang).format(
        file=rated.loaded.file,
        model=rated.loaded.record.model.name,
        period=rating.period,
        name=rating.name.in_language(lang),
    )
    if rating.missing:
        facts = "; ".join(lacks.in_language(lang) for lacks in rating.missing)
        yield "  " + _MISSING.in_language(lang).format(facts=facts)
    elif not rated.is_rated:
        yield "  " + _UNCLASSED.in_language(lang)
    for note in rating.notes:
        yield f"  {note.in_language(lang)}"
    for judged in rating.classes:
        yield "  " + _CLASS.in_language(lang).format(
            name=judged.name.in_language(lang),
            clause=judged.clause,
            met=_MET[judged.met].in_language(lang),
        )
        yield from (_criterion(criterion, lang) for criterion in judged.criteria)
    yield from _after(rated, lang)


def _criterion(criterion: Judged, lang: str) -> str:
    head = _ONE_OF.in_language(lang) if criterion.alternative else ""
    return (
        f"    - [{_MET[criterion.met].in_language(lang)}] {head}{criterion.text.in_language(lang)}"
        f" ({criterion.basis.in_language(lang)})"
    )


def _after(rated: Rated, lang: str) -> Iterator[str]:
    above = rated.rating.above
    if above is not None:
        yield "  " + _ABOVE.in_language(lang).format(name=above.name.in_language(lang))
        yield from (_criterion(lacking, lang) for lacking in above.lacking)
    if rated.follows is not None:
        yield "  " + _FOLLOWS.in_language(lang).format(
            what=rated.follows.what.in_language(lang),
            clause=rated.follows.clause,
            who=rated.follows.who.in_language(lang),
        )


def ratings_as_json(found: Iterable[Rated], lang: str) -> str:
    """The ratings as JSON: one object a record."""
    return json.dumps([_rating_json(rated, lang) for rated in found], ensure_ascii=False, indent=2)


def _rating_json(rated: Rated, lang: str) -> dict[str, object]:
    rating, above = rated.rating, rated.rating.above
    return {
        "file": rated.loaded.file,
        "model": rated.loaded.record.model.name,
        "kind": rated.loaded.record.kind,
        "period": rating.period,
        "outcome": rating.outcome.value,
        "class": rating.id,
        "name": rating.name.in_language(lang),
        "missing": [lacks.in_language(lang) for lacks in rating.missing],
        "notes": [note.in_language(lang) for note in rating.notes],
        "classes": [
            {
                "class": judged.id,
                "clause": judged.clause,
                "met": judged.met,
                "criteria": [_criterion_json(criterion, lang) for criterion in judged.criteria],
            }
            for judged in rating.classes
        ],
        "above": None
        if above is None
        else {
            "class": above.id,
            "lacking": [_criterion_json(criterion, lang) for criterion in above.lacking],
        },
        "follows": None
        if rated.follows is None
        else {
            "what": rated.follows.what.in_language(lang),
            "who": rated.follows.who.in_language(lang),
            "clause": rated.follows.clause,
        },
    }


def _criterion_json(criterion: Judged, lang: str) -> dict[str, object]:
    return {
        "id": criterion.id,
        "clause": criterion.clause,
        "text": criterion.text.in_language(lang),
        "met": criterion.met,
        "basis": criterion.basis.in_language(lang),
        "one_of": criterion.alternative,
    }


def deadlines(found: Iterable[Timed], lang: str) -> Iterator[str]:
    """The deadlines line by line, the earliest first."""
    for timed in found:
        due = timed.deadline
        yield _DUE.in_language(lang).format(
            day=slashed(due.day),
            what=due.what.in_language(lang),
            clause=due.clause,
            custom=_CUSTOM.in_language(lang) if due.custom else "",
            model=timed.model,
        )
        to = _TO.in_language(lang).format(to=timed.to) if timed.to else ""
        yield _WHO.in_language(lang).format(who=timed.who) + to


def deadlines_as_json(found: Iterable[Timed], lang: str) -> str:
    """The deadlines as JSON: one object each."""
    rows = [
        {
            "file": timed.file,
            "model": timed.model,
            "id": timed.deadline.id,
            "part": timed.deadline.part,
            "day": timed.deadline.day.isoformat(),
            "what": timed.deadline.what.in_language(lang),
            "clause": timed.deadline.clause,
            "who": timed.who,
            "to": timed.to,
            "custom": timed.deadline.custom,
        }
        for timed in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
