"""The text source of a template: front matter and Markdown, read into plain blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, TemplateError, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FRONT_KEYS: Final = ("layout", "title", "summary", "landscape")
HEADINGS: Final = {
    "h1": "Chapter", "h2": "ChapterTitle", "h3": "Section", "h4": "Clause", "h5": "Article",
}  # fmt: skip
FORMS: Final = ("center", "right", "italic")

_FENCE = "---"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PRIVATE = 0xE000  # Jinja tags hide behind private-use letters while Markdown is read
_DIRECTIVE = re.compile(r"^\{%p .*%\}$")
_GRID = re.compile(r"^\{\.(widths|align)\s+([^}]*)\}$")


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
class Source:
    """A template's source: its name, front matter and blocks in reading order."""

    name: str
    layout: str
    title: str
    summary: str
    landscape: bool
    blocks: tuple[Block, ...]


def fault(name: str, line: int, vi: str, en: str) -> TemplateError:
    """The error of one fault in the source ``name`` at ``line`` (from 1)."""
    return TemplateError(Problem(Place(f"{name}.md", line, 1), Words(vi, en)))


def read_source(text: str, name: str) -> Source:
    """The source ``text`` of the template ``name`` as blocks.

    Raises:
        TemplateError: the front matter or the body breaks the grammar; carries the line.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    facts, start = _front_matter(lines, name)
    blocks = _Reader(name, lines[start:], start).read()
    return Source(
        name,
        facts.get("layout", ""),
        facts.get("title", ""),
        facts.get("summary", ""),
        facts.get("landscape", "").lower() == "true",
        blocks,
    )


def _front_matter(lines: Sequence[str], name: str) -> tuple[dict[str, str], int]:
    """The ``key: value`` pairs between two ``---`` lines, and the index of the first body line."""
    if not lines or lines[0].strip() != _FENCE:
        raise fault(name, 1, "thiếu phần đầu giữa hai dòng ---", "no front matter between ---")
    facts: dict[str, str] = {}
    for index, line in enumerate(lines[1:], start=1):
        if line.strip() == _FENCE:
            return facts, index + 1
        if line.strip() and not line.lstrip().startswith("#"):
            key, _, value = line.partition(":")
            if key.strip() not in FRONT_KEYS:
                known = ", ".join(FRONT_KEYS)
                raise fault(
                    name, index + 1,
                    f"không có mục “{key.strip()}” (chỉ có: {known})",
                    f"no such key `{key.strip()}` (known: {known})",
                )  # fmt: skip
            facts[key.strip()] = _unquoted(value.strip())
    raise fault(name, 1, "phần đầu không kết thúc bằng ---", "the front matter is not closed")


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


class _Reader:
    """Reads the body line by line; Markdown proper (emphasis, tables) is left to markdown-it."""

    def __init__(self, name: str, lines: Sequence[str], offset: int) -> None:
        self.name = name
        self.lines = list(lines)
        self.offset = offset
        self.index = 0

    def read(self) -> tuple[Block, ...]:
        blocks = tuple(self._blocks(form="", inside=""))
        if self.index < len(self.lines):
            raise self._fault("dòng ::: không đóng phần nào", "this ::: closes nothing")
        return blocks

    def _fault(self, vi: str, en: str, line: int | None = None) -> TemplateError:
        at = self.index + self.offset + 1 if line is None else line
        return fault(self.name, at, vi, en)

    def _blocks(self, form: str, inside: str) -> Iterator[Block]:
        opened = self.index + self.offset
        pending: list[tuple[int, str]] = []
        while self.index < len(self.lines):
            line = self.lines[self.index].strip()
            if not line.startswith(":::"):
                pending.append((self.index + self.offset + 1, line))
                self.index += 1
                continue
            yield from self._plain(pending, form)
            pending = []
            if line == ":::":
                break
            self.index += 1
            yield from self._container(line[3:].split(), form)
        else:
            if inside:
                raise self._fault(
                    f"phần ::: {inside} chưa đóng", f"`::: {inside}` is not closed", opened
                )
        yield from self._plain(pending, form)

    def _container(self, words: list[str], form: str) -> Iterator[Block]:
        line = self.index + self.offset
        if words == ["pagebreak"]:
            self._close_if_next()
            yield PageBreak()
        elif words and words[0] == "annex" and words[1:] in ([], ["landscape"]):
            inner = tuple(self._blocks("", "annex"))
            self.index += 1
            yield Annex(tuple(_annex_head(inner)), bool(words[1:]), line)
        elif len(words) == 1 and words[0] in FORMS:
            yield from self._blocks(words[0] if not form else form, words[0])
            self.index += 1
        else:
            raise self._fault(
                f"không hiểu phần ::: {' '.join(words)}",
                f"unknown container `::: {' '.join(words)}`",
                line,
            )

    def _close_if_next(self) -> None:
        """Skips a ``:::`` right under ``::: pagebreak``: both ways of writing it are understood."""
        ahead = self.index
        while ahead < len(self.lines) and not self.lines[ahead].strip():
            ahead += 1
        if ahead < len(self.lines) and self.lines[ahead].strip() == ":::":
            self.index = ahead + 1

    def _plain(self, numbered: Sequence[tuple[int, str]], form: str) -> Iterator[Block]:
        shape: dict[str, str] = {}
        table: list[tuple[int, str]] = []
        for number, line in [*numbered, (0, "")]:
            if line.startswith("|"):
                table.append((number, line))
                continue
            if table:
                yield self._grid(table, shape)
                table, shape = [], {}
            if found := _GRID.match(line):
                shape[found[1]] = found[2]
            elif _DIRECTIVE.match(line):
                yield Directive(line, number)
            elif line:
                yield _text(line, number, form)

    def _grid(self, table: Sequence[tuple[int, str]], shape: dict[str, str]) -> Grid:
        first = table[0][0]
        hidden, tags = _hide("\n".join(line for _, line in table))
        rows = [
            tuple(_runs(cell, tags) for cell in cells)
            for cells in _table_cells(_markdown().parse(hidden))
        ]
        if len(rows) < 1:
            raise self._fault(
                "bảng phải có dòng đầu và dòng |---|", "a table needs a head and |---|", first
            )
        count = len(rows[0])
        align = _table_align(hidden, count, shape.get("align", ""))
        widths = self._widths(shape.get("widths", ""), count, first)
        return Grid(rows[0], tuple(rows[1:]), widths, align, first)

    def _widths(self, text: str, count: int, line: int) -> tuple[float, ...]:
        widths = tuple(float(w) for w in text.split()) if text else (1.0,) * count
        if len(widths) != count:
            raise self._fault(
                f"bảng có {count} cột nhưng .widths có {len(widths)} số",
                f"the table has {count} columns, .widths has {len(widths)} numbers",
                line,
            )
        return widths


def _annex_head(blocks: Iterable[Block]) -> Iterator[Block]:
    """The first paragraphs of an annex become its label, its title and its note in brackets."""
    styles = ["AnnexLabel", "AnnexTitle", "AnnexNote"]
    for block in blocks:
        if not styles or isinstance(block, Directive):
            yield block
        elif isinstance(block, Text) and (len(styles) > 1 or _is_note(block)):
            yield replace(block, style=styles.pop(0), form="")
        else:
            styles.clear()
            yield block


def _is_note(block: Text) -> bool:
    text = "".join(run.text for run in block.runs)
    return text.startswith(("(", "{{ paper.attached_to", "{% if"))


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


def _text(line: str, number: int, form: str) -> Text:
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
            text = _shown(token.content, tags).replace("<br>", "\n")
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


def _table_align(hidden: str, count: int, text: str) -> tuple[str, ...]:
    letters = {"l": "left", "c": "center", "r": "right", "j": "both"}
    if text:
        return tuple(letters.get(word[0], "left") for word in text.split())
    marks = [mark.strip() for mark in hidden.split("\n")[1].strip().strip("|").split("|")]
    sides = {(False, False): "left", (True, False): "left", (False, True): "right"}
    return tuple(
        sides.get((mark.startswith(":"), mark.endswith(":")), "center") for mark in marks[:count]
    )
