"""Layers (optional content) of a PDF: what a viewer hides when the file is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pikepdf

from docgen.scans.outside.values import dictionary, entry, key_of, listed, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docgen.scans.outside.values import Key

    Event = Literal["View", "Print"]

_MOST_TERMS = 500
"""Of a visibility expression."""
_POLICIES = {"/AllOn": all, "/AnyOn": any}
_INVERTED = {"/AllOff": all, "/AnyOff": any}


@dataclass(frozen=True, slots=True)
class _States:
    """Which layers there are and which are off, before viewers apply what each is meant for."""

    off: frozenset[Key]
    on: frozenset[Key]
    listed: frozenset[Key]
    starts_off: bool
    automatic: Mapping[str, frozenset[Key]]


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers of one PDF.

    Attributes:
        are_hidden: Whether any layer is off on screen.
        print_otherwise: Whether any layer is seen only on screen, or only in print.
    """

    _states: _States
    are_hidden: bool = False
    print_otherwise: bool = False

    @classmethod
    def of(cls, pdf: pikepdf.Pdf) -> Layers:
        """The layers of ``pdf`` in the state in which it opens."""
        told = entry(pdf.Root, "/OCProperties")
        start = entry(told, "/D")
        states = _States(
            _keys(entry(start, "/OFF")),
            _keys(entry(start, "/ON")),
            _keys(entry(told, "/OCGs")),
            name_of(entry(start, "/BaseState")) == "/OFF",
            {event: _automatic(start, event) for event in ("View", "Print")},
        )
        layers = cls(states)
        groups = [group for group in listed(entry(told, "/OCGs")) if key_of(group)]
        seen = [(layers.shows(group), layers.shows(group, "Print")) for group in groups]
        return cls(
            states,
            are_hidden=not all(on_screen for on_screen, _ in seen),
            print_otherwise=any(on_screen != in_print for on_screen, in_print in seen),
        )

    def shows(self, membership: object, event: Event = "View") -> bool:
        """Whether what belongs to ``membership`` is seen.

        Args:
            membership: A layer, or a dictionary that combines several; anything else hides
                nothing.
            event: Whether it is looked at or printed.
        """
        if entry(membership, "/OCGs") is None and entry(membership, "/VE") is None:
            return self._is_on(membership, event)
        expression = entry(membership, "/VE")
        if isinstance(expression, pikepdf.Array):
            return self._holds(expression, event, iter(range(_MOST_TERMS)))
        groups = [group for group in listed(entry(membership, "/OCGs")) if key_of(group)]
        if not groups:
            return True
        on = [self._is_on(group, event) for group in groups]
        policy = name_of(entry(membership, "/P"))
        if policy in _INVERTED:
            return _INVERTED[policy](not state for state in on)
        return _POLICIES.get(policy, any)(on)

    def _holds(self, expression: object, event: Event, budget: Iterator[int]) -> bool:
        if not isinstance(expression, pikepdf.Array):
            return self._is_on(expression, event)
        parts = list(expression)
        if not parts or next(budget, None) is None:
            return True
        kind, values = name_of(parts[0]), parts[1:]
        held = (self._holds(value, event, budget) for value in values)
        if kind == "/Not":
            return not next(held, False)
        return any(held) if kind == "/Or" else all(held)

    def _is_on(self, group: object, event: Event) -> bool:
        key = key_of(group)
        if key is None or not isinstance(group, pikepdf.Dictionary) or not _is_for_viewing(group):
            return True
        states = self._states
        if key not in states.listed:
            return True
        on = key not in states.off and (key in states.on or not states.starts_off)
        meant = _meant(group, event)
        if key in states.automatic[event]:
            return on if meant is None else meant
        return on and meant is not False


def _keys(groups: object) -> frozenset[Key]:
    return frozenset(key for group in listed(groups) if (key := key_of(group)))


def _automatic(start: object, event: Event) -> frozenset[Key]:
    """The layers that viewers show or hide by what they are meant for."""
    rules = [rule for rule in listed(entry(start, "/AS")) if name_of(entry(rule, "/Event"))]
    named = (entry(rule, "/OCGs") for rule in rules if _is_about(rule, event))
    return frozenset(key for groups in named for key in _keys(groups))


def _is_about(rule: Any, event: Event) -> bool:  # noqa: ANN401 - a PDF value
    categories = {name_of(category) for category in listed(entry(rule, "/Category"))}
    return name_of(entry(rule, "/Event")) == f"/{event}" and f"/{event}" in categories


def _meant(group: pikepdf.Dictionary, event: Event) -> bool | None:
    """Whether ``group`` is meant to be seen at ``event``; nothing where it does not say."""
    usage = dictionary(dictionary(entry(group, "/Usage")).get(f"/{event}"))
    state = name_of(usage.get(f"/{event}State"))
    return {"/ON": True, "/OFF": False}.get(state)


def _is_for_viewing(group: pikepdf.Dictionary) -> bool:
    """Whether ``group`` decides what is seen; others serve the program that made it."""
    intents = {name_of(intent) for intent in listed(entry(group, "/Intent"))}
    return not intents or bool(intents & {"/View", "/All"})
