"""The text source of a template: front matter, containers and tables, read into plain blocks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.word.authoring import markdown
from docgen.word.authoring.blocks import (
    Annex,
    Block,
    Directive,
    Grid,
    PageBreak,
    TemplateSource,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FRONT_KEYS: Final = ("layout", "title", "summary", "landscape", "own_head")
FORMS: Final = ("center", "right", "italic")

_FENCE: Final = "---"
_DIRECTIVE: Final = re.compile(r"\{%p [^%}]*%\}")
_STRAY: Final = re.compile(r"\{%(?:p|tr) ")
_GRID: Final = re.compile(r"\{\.(widths|align)\s+([^}]*)\}")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


def fault(name: str, line: int, vi: str, en: str) -> TemplateError:
    """The error of one fault in the source ``name`` at ``line`` (from 1)."""
    return TemplateError(Problem(Place(f"{name}.md", line, 1), Words(vi, en)))


def read_source(text: str, name: str) -> TemplateSource:
    """The source ``text`` of the template ``name`` as blocks.

    Raises:
        TemplateError: the front matter or the body breaks the grammar; carries the line.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    facts, start = _front_matter(lines, name)
    blocks = _SourceReader(name, lines[start:], start).read()
    return TemplateSource(
        name,
        facts.get("layout", ""),
        facts.get("title", ""),
        facts.get("summary", ""),
        facts.get("landscape", "").lower() == "true",
        blocks,
        facts.get("own_head", "").lower() == "true",
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


class _SourceReader:
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
            yield from self._blocks(form or words[0], words[0])
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
            if found := _GRID.fullmatch(line):
                shape[found[1]] = found[2]
            elif _DIRECTIVE.fullmatch(line):
                yield Directive(line, number)
            elif _STRAY.search(line):
                raise self._fault(
                    "lệnh {%p %} phải đứng một mình trên dòng; {%tr %} chỉ đứng trong ô bảng",
                    "{%p %} stands alone on its line; {%tr %} stands in a table cell only",
                    number,
                )
            elif line:
                yield markdown.text_block(line, number, form)

    def _grid(self, table: Sequence[tuple[int, str]], shape: dict[str, str]) -> Grid:
        first, text = table[0][0], "\n".join(line for _, line in table)
        rows = markdown.table_rows(text)
        if not rows:
            raise self._fault(
                "bảng phải có dòng đầu và dòng |---|", "a table needs a head and |---|", first
            )
        count = len(rows[0])
        align = markdown.table_align(text, shape.get("align", ""), count)
        widths = self._numbers(shape.get("widths", ""), count, first)
        if len(align) != count:
            raise self._fault(
                f"bảng có {count} cột nhưng .align có {len(align)} chữ",
                f"the table has {count} columns, .align has {len(align)} letters",
                first,
            )
        return Grid(rows[0], tuple(rows[1:]), widths, align, first)

    def _numbers(self, text: str, count: int, line: int) -> tuple[float, ...]:
        words = text.split() or ["1"] * count
        if len(words) != count or not all(_NUMBER.fullmatch(word) for word in words):
            raise self._fault(
                f"bảng có {count} cột: .widths phải có {count} số",
                f"the table has {count} columns: .widths needs {count} numbers",
                line,
            )
        return tuple(float(word) for word in words)


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
