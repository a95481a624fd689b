"""Numbers that one body gave to two papers (NĐ 30/2020, Điều 15), over the records of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.batches.facts import Facts, Given


def twice(every: Iterable[tuple[str, Facts]]) -> Iterator[tuple[Given, str, str]]:
    """Each number that another record has, too: the number, the place, that of the first.

    Bodies of one name in two provinces, or in two communes of it, are two.
    """
    met: dict[tuple[str, str, Given], str] = {}
    for place, facts in every:
        for given in dict.fromkeys(facts.numbers):
            first = met.setdefault((facts.province, facts.commune, given), place)
            if first != place:
                yield given, place, first
