"""The plain blocks that a template's source is read into."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight; a newline is a line break."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph: its style id, its runs, its form (``FORMS`` or empty), its source line."""

    style: str
    runs: tuple[Run, ...]
    form: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Directive:
    """A ``{%p ... %}`` tag alone in its paragraph; it vanishes when the template is filled."""

    tag: str
    line: int = 0

    @property
    def opens(self) -> bool:
        """Whether the tag begins a condition or a loop."""
        return self.tag.split()[1] in {"if", "for"}


@dataclass(frozen=True, slots=True)
class Grid:
    """A bordered table: rows of cells of runs, the relative widths, one alignment per column."""

    head: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    widths: tuple[float, ...]
    align: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A page section of its own, with its own page numbers."""

    blocks: tuple[Block, ...]
    landscape: bool
    line: int = 0


Block = Text | Directive | Grid | PageBreak | Annex


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template's source: its name, front matter and blocks in reading order.

    ``own_head``: its issuer may be an organisation with a head of its own, without Quốc hiệu.
    """

    name: str
    layout: str
    title: str
    summary: str
    landscape: bool
    blocks: tuple[Block, ...]
    own_head: bool = False
