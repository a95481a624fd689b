"""Words and tags of a template that filling would lose: the guard over every way to lose them.

Each stretch of words outside tags, and the inside of each tag, is replaced by a sentinel; then the
part is made into Jinja source as for filling. A sentinel that is not found again stood where
``{%p %}`` or ``{%tr %}`` takes the paragraph or row away with all that is in it.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.values import Value
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

_TAG: Final = r"(?s)(\{\{|\{%|\{#)(-?)((?:p|tr|tc|r)(?=\s))?(.*?)(-?)(\}\}|%\}|#\})"
_KEPT: Final = r"\s*(?:colspan|cellbg|vm|hm)\b"
"""What docxtpl reads inside a tag by itself."""
_SENTINEL: Final = "qz{}zq"
_FOUND: Final = r"qz(\d+)zq"
_STATEMENT: Final = r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
_MARKUP: Final = r"<(/?)([\w:]+)(?:\s[^>]*)?(/?)>"
_WRITTEN: Final = ("t", "instrText", "delText", "title", "subject", "creator", "description")


class Loss(Value):
    """What would be lost: the words, and the paragraph or row that it stands in."""

    words: str
    where: str
    is_tag: bool = False


def losses(root: Element, source: Callable[[str], str]) -> list[Loss]:
    """Every stretch of words and every tag of the part ``root`` that its Jinja source lacks.

    Args:
        root: The root of the part.
        source: Makes the Jinja source of its XML.
    """
    marked = copy.deepcopy(root)
    told: list[Loss] = []
    for paragraph in marked.iter(f"{W}p"):
        _mark(paragraph, told)
    made = source(etree.tostring(marked, encoding="unicode"))
    kept = {int(number) for number in re.findall(_FOUND, made)}
    return [loss for number, loss in enumerate(told) if number not in kept]


def _mark(paragraph: Element, told: list[Loss]) -> None:
    nodes = [node for node in paragraph.iter(f"{W}t") if node.text]
    text = "".join(node.text or "" for node in nodes)
    changes: list[tuple[int, int, str]] = []
    for start, end, is_tag in _stretches(text):
        changes.append((start, end, _SENTINEL.format(len(told))))
        told.append(Loss(text[start:end].strip(), text, is_tag))
    _put(nodes, changes)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """What to mark in a paragraph: where it begins and ends, and whether it is in a tag."""
    done = 0
    for tag in re.finditer(_TAG, text):
        yield from _words(text, done, tag.start())
        done = tag.end()
        if tag[1] != "{#" and not re.match(_KEPT, tag[4]):
            start, end = tag.span(4)
            blanks = len(tag[4]) - len(tag[4].lstrip())
            yield min(start + max(blanks, 1), end), end, True
    yield from _words(text, done, len(text))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    if text[start:end].strip():
        yield start, end, False


def _put(nodes: list[Element], changes: list[tuple[int, int, str]]) -> None:
    """Make the ``changes`` (from, to, new) of the joined text of ``nodes``."""
    at = 0
    for node in nodes:
        old = node.text or ""
        new, done = "", 0
        for start, end, put in changes:
            first, last = max(start - at, 0), min(end - at, len(old))
            if first < last:
                new += old[done:first] + (put if start >= at else "")
                done = last
        node.text = new + old[done:]
        at += len(old)


def unwritten(source: str) -> Iterator[int]:
    """Where ``source`` has an expression whose value would stand outside any text of Word."""
    inside, in_attribute, done = False, False, 0
    for found in re.finditer(_STATEMENT, source):
        chunk = source[done : found.start()]
        for markup in re.finditer(_MARKUP, chunk):
            name = markup[2].rpartition(":")[2]
            inside = not markup[1] and not markup[3] and name in _WRITTEN
        if "<" in chunk or ">" in chunk:
            in_attribute = chunk.rfind("<") > chunk.rfind(">")
        done = found.end()
        if found[0].startswith("{{") and not inside and not in_attribute:
            yield found.start()


def openers(source: str) -> list[int]:
    """Where ``source`` opens blocks that nothing closes, the innermost last."""
    return [start for start, end in _blocks(source) if end < 0]


def torn(source: str) -> Iterator[int]:
    """Where ``source`` opens a block in one cell of a table that it closes in another.

    Left out or repeated, it would lose or repeat cells.
    """
    for start, end in _blocks(source):
        left = source.find(_END_OF_CELL, start, max(end, start))
        if left >= 0 and not re.search(_CELL, source[start:left]):
            yield start


def _blocks(source: str) -> list[tuple[int, int]]:
    """Where each block begins and its end tag does, -1 where nothing closes it; inner ones last."""
    waiting: list[tuple[str, int]] = []
    closed: list[tuple[int, int]] = []
    for found in re.finditer(_COMMAND, source):
        word = found[1]
        if word in _BLOCKS and not (word == "set" and "=" in found[2]):
            waiting.append((word, found.start()))
        elif word.startswith("end") and waiting and waiting[-1][0] == word[3:]:
            closed.append((waiting.pop()[1], found.start()))
    return sorted([*closed, *((start, -1) for _, start in waiting)])


_COMMAND: Final = r"(?s)\{%-?\s*(\w+)(.*?)%\}"
_CELL: Final = r"<w:tc[ >]"
_END_OF_CELL: Final = "</w:tc>"
_BLOCKS: Final = frozenset(
    {"for", "if", "macro", "call", "filter", "set", "block", "with", "autoescape", "raw"}
)
