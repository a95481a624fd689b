"""Markdown inside one line or one table: emphasis and cells; Jinja tags are kept out of its way."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from docgen.word.authoring.blocks import Run, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

HEADINGS: Final = {
    "h1": "Chapter", "h2": "ChapterTitle", "h3": "Section", "h4": "Clause", "h5": "Article",
}  # fmt: skip

# Underscores hide with the tags: rows of them are blanks to fill in, not emphasis.
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|_", re.DOTALL)
_BREAK: Final = re.compile(r"\s*<br>\s*")
_PRIVATE: Final = 0xE000  # Jinja tags hide behind private-use letters while Markdown is read

Cells = tuple[tuple[Run, ...], ...]


def table_rows(text: str) -> list[Cells]:
    """The rows of a pipe table, its head first; none if ``text`` is not one."""
    hidden, tags = _hide(text)
    tokens = _markdown().parse(hidden)
    return [tuple(_runs(cell, tags) for cell in cells) for cells in _table_cells(tokens)]


def table_align(text: str, letters: str, count: int) -> tuple[str, ...]:
    """One alignment per column: from ``letters`` (``c l r j b``) or from the ``|:-:|`` line."""
    if letters:
        return tuple(_LETTERS.get(word[0], "left") for word in letters.split())
    marks = [mark.strip() for mark in text.split("\n")[1].strip("| ").split("|")]
    return tuple(_SIDES[mark.startswith(":"), mark.endswith(":")] for mark in marks[:count])


BAR: Final = "bar"  # a column of bars, whose texts say how long each is
_LETTERS: Final = {"l": "left", "c": "center", "r": "right", "j": "both", "b": BAR}
_SIDES: Final = {
    (False, False): "left",
    (True, False): "left",
    (False, True): "right",
    (True, True): "center",
}


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  authoring only: never paid when filling

    return MarkdownIt("zero").enable(["emphasis", "escape", "heading", "table"])


def _hide(text: str) -> tuple[str, list[str]]:
    """``text`` with each Jinja tag replaced by one private letter, and the tags."""
    tags: list[str] = []

    def take(match: re.Match[str]) -> str:
        tags.append(match[0])
        return chr(_PRIVATE + len(tags) - 1)

    return _TAG.sub(take, text), tags


def _shown(text: str, tags: Sequence[str]) -> str:
    last = _PRIVATE + len(tags)
    return "".join(tags[ord(c) - _PRIVATE] if _PRIVATE <= ord(c) < last else c for c in text)


def text_block(line: str, number: int, form: str) -> Text:
    """The paragraph on source line ``number``; ``form`` is one of ``FORMS`` or empty."""
    hidden, tags = _hide(line)
    tokens = _markdown().parse(hidden)
    style = HEADINGS.get(tokens[0].tag, "Body")
    runs = _runs(next(token for token in tokens if token.type == "inline"), tags)
    if form == "italic":
        runs = tuple(replace(run, italic=True) for run in runs)
    return Text(style, runs, form if form != "italic" else "", number)


def _runs(inline: Token, tags: Sequence[str]) -> tuple[Run, ...]:
    """The runs of an inline token; neighbours of equal weight are joined."""
    bold = italic = 0
    runs: list[Run] = []
    for token in inline.children or ():
        step = token.nesting
        bold += step * (token.tag == "strong")
        italic += step * (token.tag == "em")
        if token.content and not step:
            text = _BREAK.sub("\n", _shown(token.content, tags))
            piece = Run(text, bold > 0, italic > 0)
            if runs and replace(runs[-1], text="") == replace(piece, text=""):
                runs[-1] = replace(piece, text=runs[-1].text + text)
            else:
                runs.append(piece)
    return tuple(runs)


def _table_cells(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The inline tokens of each table row, the head row first."""
    cells: list[Token] = []
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline" and token.level > 1:
            cells.append(token)
        elif token.type == "tr_close":
            yield cells
