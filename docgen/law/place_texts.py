"""Texts that name provinces and communes: by the names of another day, and what is wrong on one."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.law.law import law
from docgen.law.places import Called, called, renamings
from docgen.text.names import first_upper, same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.law.law import Law
    from docgen.law.places import Renaming

_WORD = re.compile(r"\w+|,")
_CITED = re.compile(r"\bsố \d+\S*/.* ngày ", re.IGNORECASE)


class Told(Value):
    """Một dòng nói tên nơi chốn, and what is known about it.

    Attributes:
        text: What is told.
        is_province: It is the name of a province and nothing more: its kind may be left out.
        within: The proper names of the province in which the communes of the text lie, in small
            letters; nothing where it is not known.
        since: From which day it is told to hold.
    """

    text: str
    is_province: bool = False
    within: frozenset[str] = frozenset()
    since: date = date.min


class Misnamed(Value):
    """Tên không đúng ngày: what is said, the renaming that it misses, what would be right.

    ``right`` is empty where nobody can know it; ``is_early``: the name was not in use yet.
    """

    said: str
    right: str
    renaming: Renaming
    is_early: bool


class _Word(Value):
    key: str
    start: int
    end: int


def as_of_day(told: Told, day: date) -> str:
    """The text with the names of ``day``; names that follow no rule stay as they are.

    Cited papers, names told to be former ones, and proper names of schools, firms and the like
    stay. A name is taken back to an earlier day only where one place alone became it.
    """
    text = told.text
    if not _may_name(text):
        return text
    for one in renamings():
        if told.since < one.since <= day and _may_say(text, one.was):
            text = _put(told.changed(text=text), one, one.was, one.now)
    if told.since == date.min:
        for one in reversed(renamings()):
            if day < one.since and _may_say(text, one.now) and _can_go_back(one, told, day):
                text = _put(told.changed(text=text), one, one.now, one.was)
    return text


def misnamed(told: Told, day: date) -> Misnamed | None:
    """The first name in the text that is not in use on ``day``, or nothing."""
    if not _may_name(told.text):
        return None
    for one in renamings():
        if one.since <= day and (said := _said(told, one, one.was)):
            return Misnamed(said, _right(told, said, day), one, is_early=False)
        if day < one.since and _is_early(one, told, day) and (said := _said(told, one, one.now)):
            return Misnamed(said, _right(told, said, day), one, is_early=True)
    return None


def _right(told: Told, said: str, day: date) -> str:
    """What ``said`` is called on ``day``; empty where that cannot be known."""
    found = as_of_day(told.changed(text=said, since=date.min), day)
    return "" if found == said else found


def _said(told: Told, one: Renaming, place: Called) -> str:
    """How the text names ``place``; empty when it does not."""
    found = next(_found(told, one, place, own_names=True), None)
    return told.text[found[0] : found[1]] if found else ""


def _can_go_back(one: Renaming, told: Told, day: date) -> bool:
    """Whether what has the new name had the old one on ``day``, and no other."""
    if one.is_merger or not _is_early(one, told, day):
        return False
    return all(
        not other.is_merger or other.now != one.was or other.since <= day for other in renamings()
    )


def _is_early(one: Renaming, told: Told, day: date) -> bool:
    """Whether the new name, on a day before its first, can be no name of something else.

    Before the districts ended a city within a province could bear it; a commune of the new name
    could be there before.
    """
    if one.is_merger:
        return False
    if one.within:
        return _two_tiers() <= day
    cities_too = one.now.is_city and day < _two_tiers()
    return told.is_province or not cities_too


def _two_tiers() -> date:
    return law().eras.districts.since


def _put(told: Told, one: Renaming, old: Called, new: Called) -> str:
    """The text with ``new`` for every mention of ``old``, its letter case kept."""
    text = told.text
    for start, end, form in reversed([*_found(told, one, old)]):
        written = _in_form(form, new)
        said = text[start:end]
        if said.isupper():
            written = written.upper()
        elif said[:1].isupper() and not said.split()[0].isupper():
            written = first_upper(written)
        text = text[:start] + written + text[end:]
    return text


def _in_form(form: str, place: Called) -> str:
    """``place`` as ``form`` names it: with its kind, by its proper name, after ``tỉnh ủy``."""
    if form == _BARE:
        return place.name
    told = next((row for row in law().places.forms if row.of_province == form), None)
    if told is None:
        return str(place)
    return f"{told.of_city if place.is_city else told.of_province} {place.name}"


_BARE, _WHOLE = "bare", "whole"


def _found(
    told: Told, one: Renaming, place: Called, *, own_names: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Where the text names ``place``: from, to, in which form.

    ``own_names``: also within the proper name of a school, a firm and the like.
    """
    if not _may_say(told.text, place):
        return
    known = {same_name_key(name) for name in told.within}
    if one.within and same_name_key(one.within) not in known:
        return
    if _CITED.search(told.text):
        return
    words = _words(told.text)
    keys = tuple(word.key for word in words)
    if told.is_province and keys == _keys(place.name) and one.was.name != one.now.name:
        yield words[0].start, words[-1].end, _BARE
        return
    at = 0
    while at < len(words):
        for said, form in _forms(law(), place):
            end = at + len(said)
            if tuple(word.key for word in words[at:end]) == said and _is_meant(
                words, at, end, own_names=own_names
            ):
                yield words[at].start, words[end - 1].end, form
                at = end - 1
                break
        at += 1


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(same_name_key(met[0]), met.start(), met.end()) for met in _WORD.finditer(text)
    )


def _is_meant(words: tuple[_Word, ...], at: int, end: int, *, own_names: bool) -> bool:
    """Whether the name is one that follows the place: no former one, no part of a proper name."""
    after = " ".join(word.key for word in words[end : end + 2])
    before = [word.key for word in words[:at]]
    if any(after.startswith(same_name_key(word)) for word in law().places.former):
        return False
    if own_names:
        return True
    while "," in before:
        before = before[before.index(",") + 1 :]
    said = f" {' '.join(before)} "
    return not any(f" {same_name_key(word)} " in said for word in law().places.own_names)


@lru_cache(maxsize=512)
def _forms(known: Law, place: Called) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The ways to name ``place``, each by the keys of its words and what it is called."""
    told = known.places
    also = (row.written for row in told.also if row.kind == place.kind.casefold())
    kinds = [place.kind, *(kind for written in also for kind in written)]
    found = [(_keys(f"{kind} {place.name}"), _WHOLE) for kind in kinds]
    for row in told.forms:
        opening = row.of_city if place.is_city else row.of_province
        found.append((_keys(f"{opening} {place.name}"), row.of_province))
    return tuple(found)


@lru_cache(maxsize=1024)
def _keys(name: str) -> tuple[str, ...]:
    return tuple(same_name_key(word) for word in re.findall(r"\w+", name))


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return " ".join(_keys(text))


def _may_say(text: str, place: Called) -> bool:
    """Whether the text holds the proper name of ``place``, in whatever words."""
    return _folded(place.name) in _folded(text)


def _may_name(text: str) -> bool:
    """Whether the text holds the proper name of a place that was renamed: most texts do not."""
    return _names_one(law(), text)


@lru_cache(maxsize=4096)
def _names_one(known: Law, text: str) -> bool:
    folded = _folded(text)
    return any(name in folded for name in _names(known))


@lru_cache(maxsize=2)
def _names(known: Law) -> frozenset[str]:
    told = known.places
    rows = [row for row in (*told.provinces, *told.communes) if row.becomes]
    names = {called(row.name).name for row in rows} | {called(row.becomes).name for row in rows}
    return frozenset(" ".join(_keys(name)) for name in names)
