"""The screen while typesetters are at work: what they say of their own breakdowns stays off it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERRORS = 2
"""The number under which every program writes to the screen."""


class Screen:
    """Whether what is written to the screen gets there; many threads may ask."""

    def __init__(self) -> None:
        """Nobody is at work."""
        self._turn = Lock()
        self._working = 0
        self._kept: int | None = None

    @contextmanager
    def kept_clear(self) -> Iterator[None]:
        """Until the last who is at work is done, nothing gets to the screen."""
        with self._turn:
            self._working += 1
            if self._working == 1:
                self._kept = _copied()
                self._turn_off()
        try:
            yield
        finally:
            with self._turn:
                self._working -= 1
                if not self._working and self._kept is not None:
                    os.dup2(self._kept, _ERRORS)
                    os.close(self._kept)
                    self._kept = None

    @contextmanager
    def lit(self) -> Iterator[None]:
        """What is written inside gets to the screen, whoever is at work."""
        with self._turn:
            if self._kept is not None:
                os.dup2(self._kept, _ERRORS)
            try:
                yield
            finally:
                self._turn_off()

    def _turn_off(self) -> None:
        """Lead nowhere what is written to the screen, where it is kept clear."""
        if self._kept is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, _ERRORS)
            os.close(nowhere)


def _copied() -> int | None:
    """A number of its own for the screen; none where there is no screen."""
    try:
        return os.dup(_ERRORS)
    except OSError:
        return None


SCREEN: Final = Screen()
