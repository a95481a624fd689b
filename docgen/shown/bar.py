"""How far work has come: words as they come, and a bar with a count on work that takes long."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING, Final

import click

from docgen.errors import Counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from docgen.errors import Words

PATIENCE: Final = 2.0
"""Seconds of work that need no bar."""


class Bar:
    """Shows words on standard error; counted ones as a bar, once the work takes long.

    Where nobody looks on (a file, a pipe), or with NO_COLOR or a dumb terminal, there is no bar.
    """

    def __init__(self, lang: str, clock: Callable[[], float] = monotonic) -> None:
        """Words come in the language ``lang``; ``clock`` tells seconds."""
        self._lang, self._clock, self._began = lang, clock, clock()
        self._bar: Any = None

    def __call__(self, words: Words) -> None:
        """Show ``words``."""
        if not isinstance(words, Counted):
            self._close()
            click.echo(words.in_language(self._lang), err=True)
            return
        if self._bar is None and self._is_wanted(words):
            label = words.in_language(self._lang)
            self._bar = click.progressbar(
                length=words.total, label=label, file=sys.stderr, show_pos=True, show_eta=False
            )
        if self._bar is not None:
            self._bar.update(words.done - self._bar.pos)
            if words.done == words.total:
                self._close()

    def _is_wanted(self, words: Counted) -> bool:
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        late = self._clock() - self._began >= PATIENCE
        return late and not plain and sys.stderr.isatty() and words.done < words.total

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None
