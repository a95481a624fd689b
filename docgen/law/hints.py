"""Advice that data files give, with the act that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, Words
from docgen.law.acts import short

if TYPE_CHECKING:
    from docgen.law.schema.hints import Hint


def advice(hint: Hint, **parts: str) -> Words:
    """The hint with its act and ``parts`` filled in; ``KeyError`` for an unknown one."""
    named = short(hint.act) if hint.act else NO_WORDS
    return Words(hint.vi.format(act=named.vi, **parts), hint.en.format(act=named.en, **parts))
