"""Annexes numbered as they follow: none for one, for more Roman, in Party papers Arabic numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.text.numbers import roman
from docgen.word.schema import W
from docgen.word.words import layout_text, party_style_name, style_name

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element as Element

LABEL: Final = style_name("AnnexLabel")
_BARE: Final = layout_text("annex")
_OF_PARTY: Final = party_style_name("Superior")
"""A style that Party papers alone have."""


def number(labels: Sequence[Element], styles: Collection[str]) -> None:
    """Numbers the annexes of a filled paper: Nghị định 30/2020, Phụ lục I, III.1; HD 05, 2.II.1.

    Args:
        labels: the paragraphs of style ``LABEL`` in their order, changed in place.
        styles: the names of the paper's styles; they say whose form it has.

    A label that says more than “Phụ lục” was numbered by the author of the template: then all stay.
    """
    texts = [[text for text in label.iter(f"{W}t") if text.text] for label in labels]
    said = ["".join(text.text or "" for text in one).strip() for one in texts]
    if len(labels) < _SEVERAL or any(words != _BARE for words in said):
        return
    written = str if _OF_PARTY in styles else roman
    for place, runs in enumerate(texts, 1):
        runs[-1].text = f"{(runs[-1].text or '').rstrip()} {written(place)}"


_SEVERAL = 2
