"""The workbook of a summary; the same models give the same bytes."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from docgen.batches.numbers import twice
from docgen.guidance.classes import class_of, order
from docgen.papers.phrases import names, phrase, rows, tables, words
from docgen.papers.spreadsheets import Column, Tables
from docgen.text.dates import slashed
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import Any

    from docgen.batches.facts import Facts, Summed

    Line = list[str | int]


class Known(NamedTuple):
    """A model whose record can be read: where it stands, its facts, how many faults it has."""

    place: str
    facts: Facts
    faults: int


def workbook(found: Sequence[Summed], day: date) -> bytes:
    """The models one by one; counted by commune, kind, catalogue and period; what is to be done."""
    known = [Known(one.place, one.facts, len(one.errors)) for one in found if one.facts]
    lines: dict[str, Iterable[Line]] = {
        "models": _models(known),
        "communes": _counted(known, lambda facts: [(facts.province, facts.commune)]),
        "by_kind": _counted(known, lambda facts: [(names("summary.kinds")[facts.kind],)]),
        "by_entry": _counted(known, lambda facts: [(facts.listed or phrase("summary.outside"),)]),
        "by_period": _by_period(known),
        "lacks": _lacks(known),
        "overdue": _overdue(known),
        "numbers": _numbers(known),
        "faults": _faults(found),
    }
    heads = (phrase("summary.title"), phrase("summary.as_of", day=slashed(day)))
    book = Tables(phrase("summary.title"))
    for name, title in names("summary.sheets").items():
        book.add(title, heads, _columns(name), lines[name])
    return book.to_bytes()


def _columns(name: str) -> list[Column]:
    """The columns of a sheet; those that count have one for each class, from the best."""
    own = _read(tables("summary.columns")[name])
    if name not in words("summary.counted"):
        return own
    (like,) = _read(rows("summary.counts.of_class"))
    titles = [*map(_class, order()), phrase("summary.none")]
    classes = [like.changed(title=title) for title in titles]
    before, after = _read(rows("summary.counts.before")), _read(rows("summary.counts.after"))
    return [*own, *before, *classes, *after]


def _read(columns: Iterable[Mapping[str, Any]]) -> list[Column]:
    return [Column(**column) for column in columns]


def _models(known: Iterable[Known]) -> Iterator[Line]:
    for number, (place, facts, faults) in enumerate(known, start=1):
        yield [
            number,
            facts.province,
            facts.commune,
            facts.unit,
            facts.model,
            names("summary.kinds")[facts.kind],
            facts.listed or phrase("summary.outside"),
            facts.period,
            _class(facts.rating),
            _whole(facts),
            _dossier(facts),
            "; ".join(_late(facts)),
            faults,
            place,
        ]


def _class(rating: str) -> str:
    return class_of(rating).name.words.vi if rating else phrase("summary.none")


def _whole(facts: Facts) -> str:
    if facts.dossier is None:
        return ""
    return phrase("summary.whole", whole=facts.dossier.whole, due=facts.dossier.due)


def _dossier(facts: Facts) -> str:
    if facts.dossier is None:
        return phrase("summary.not_made")
    return "; ".join(one.text for one in facts.dossier.lacks) or phrase("summary.complete")


def _late(facts: Facts) -> Iterator[str]:
    for one in facts.overdue:
        yield phrase("summary.late", what=one.what.vi, day=slashed(one.day))


def _counted(
    known: Sequence[Known], heads_of: Callable[[Facts], Iterable[tuple[str, ...]]]
) -> Iterator[Line]:
    """A line for each head that the models have, and one for all of them."""
    groups: defaultdict[tuple[str, ...], list[Known]] = defaultdict(list)
    for one in known:
        for head in heads_of(one.facts):
            groups[head].append(one)
    for head in sorted(groups):
        yield [*head, *_counts(groups[head], Counter(one.facts.rating for one in groups[head]))]
    width = len(next(iter(groups), ("",)))
    total = Counter(one.facts.rating for one in known)
    yield [*[""] * (width - 1), phrase("summary.total"), *_counts(known, total)]


def _by_period(known: Sequence[Known]) -> Iterator[Line]:
    """A line for each period that was assessed, each model by its class then."""
    groups: defaultdict[str, list[Known]] = defaultdict(list)
    ratings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in known:
        for period, rating in one.facts.ratings:
            groups[period].append(one)
            ratings[period][rating] += 1
    for period in sorted(groups):
        yield [period, *_counts(groups[period], ratings[period])]


def _counts(there: Sequence[Known], ratings: Counter[str]) -> Line:
    dossiers = [one.facts.dossier for one in there]
    open_ = sum(one is None or bool(one.lacks) for one in dossiers)
    late = sum(bool(one.facts.overdue) for one in there)
    wrong = sum(bool(one.faults) for one in there)
    of_classes = [ratings[one] for one in order()]
    return [len(there), *of_classes, ratings[""], open_, late, wrong]


def _lacks(known: Iterable[Known]) -> Iterator[Line]:
    for place, facts, _ in known:
        for one in facts.dossier.lacks if facts.dossier else ():
            yield [facts.commune, facts.model, one.item, one.text, place]


def _overdue(known: Iterable[Known]) -> Iterator[Line]:
    every = [(one, late) for one in known for late in one.facts.overdue]
    for one, late in sorted(every, key=lambda pair: (pair[1].day, pair[1].id, pair[0].place)):
        head: Line = [slashed(late.day), late.what.vi, late.clause]
        yield [*head, one.facts.commune, one.facts.model, one.place]


def _numbers(known: Iterable[Known]) -> Iterator[Line]:
    for given, again, first in twice((one.place, one.facts) for one in known):
        yield [given.text, first_upper(given.series.body), given.series.period, again, first]


def _faults(found: Iterable[Summed]) -> Iterator[Line]:
    for one in found:
        for problem in one.errors:
            yield [one.place, str(problem.place), problem.what.vi, problem.hint.vi]
