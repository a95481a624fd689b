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
    for one in found:
        yield from _rating(one, lang)


def _rating(one: Rated, lang: str) -> Iterator[str]:
    rating = one.rating
    head = _HEAD if one.is_rated else _NO_CLASS
    yield head.in_language(lang).format(
        file=one.loaded.file,
        model=one.loaded.record.model.name,
        period=rating.period,
        name=rating.name.in_language(lang),
    )
    if rating.missing:
        facts = "; ".join(lacks.in_language(lang) for lacks in rating.missing)
        yield "  " + _MISSING.in_language(lang).format(facts=facts)
    elif not one.is_rated:
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
    yield from _after(one, lang)


def _criterion(one: Judged, lang: str) -> str:
    head = _ONE_OF.in_language(lang) if one.alternative else ""
    return (
        f"    - [{_MET[one.met].in_language(lang)}] {head}{one.text.in_language(lang)}"
        f" ({one.basis.in_language(lang)})"
    )


def _after(one: Rated, lang: str) -> Iterator[str]:
    above = one.rating.above
    if above is not None:
        yield "  " + _ABOVE.in_language(lang).format(name=above.name.in_language(lang))
        yield from (_criterion(lacking, lang) for lacking in above.lacking)
    if one.follows is not None:
        yield "  " + _FOLLOWS.in_language(lang).format(
            what=one.follows.what.in_language(lang),
            clause=one.follows.clause,
            who=one.follows.who.in_language(lang),
        )


def ratings_as_json(found: Iterable[Rated], lang: str) -> str:
    """The ratings as JSON: one object a record."""
    return json.dumps([_told(one, lang) for one in found], ensure_ascii=False, indent=2)


def _told(one: Rated, lang: str) -> dict[str, object]:
    rating, above = one.rating, one.rating.above
    return {
        "file": one.loaded.file,
        "model": one.loaded.record.model.name,
        "kind": one.loaded.record.kind,
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
                "criteria": [_told_criterion(criterion, lang) for criterion in judged.criteria],
            }
            for judged in rating.classes
        ],
        "above": None
        if above is None
        else {
            "class": above.id,
            "lacking": [_told_criterion(criterion, lang) for criterion in above.lacking],
        },
        "follows": None
        if one.follows is None
        else {
            "what": one.follows.what.in_language(lang),
            "who": one.follows.who.in_language(lang),
            "clause": one.follows.clause,
        },
    }


def _told_criterion(one: Judged, lang: str) -> dict[str, object]:
    return {
        "id": one.id,
        "clause": one.clause,
        "text": one.text.in_language(lang),
        "met": one.met,
        "basis": one.basis.in_language(lang),
        "one_of": one.alternative,
    }


def deadlines(found: Iterable[Timed], lang: str) -> Iterator[str]:
    """The deadlines line by line, the earliest first."""
    for one in found:
        due = one.deadline
        yield _DUE.in_language(lang).format(
            day=slashed(due.day),
            what=due.what.in_language(lang),
            clause=due.clause,
            custom=_CUSTOM.in_language(lang) if due.custom else "",
            model=one.model,
        )
        to = _TO.in_language(lang).format(to=one.to) if one.to else ""
        yield _WHO.in_language(lang).format(who=one.who) + to


def deadlines_as_json(found: Iterable[Timed], lang: str) -> str:
    """The deadlines as JSON: one object each."""
    rows = [
        {
            "file": one.file,
            "model": one.model,
            "id": one.deadline.id,
            "part": one.deadline.part,
            "day": one.deadline.day.isoformat(),
            "what": one.deadline.what.in_language(lang),
            "clause": one.deadline.clause,
            "who": one.who,
            "to": one.to,
            "custom": one.deadline.custom,
        }
        for one in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
