"""YAML text as a plain tree with the place of every value; nothing clever is let in."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import yaml

from docgen.errors import NO_WORDS, Place, Problem, RecordError, Words
from docgen.record.files.file import decode
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.schema.shape import FieldPath

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
Mark: TypeAlias = tuple[int, int] | tuple[int, int, str, int] | tuple[int, int, str, int, str]
"""Line and column, both from 1; in a workbook also the name and number of the sheet.

What another file tells than the record's own (its profile) has the name of that file last.
"""

DEPTH_LIMIT = 12
NODE_LIMIT = 50_000
KEPT = 16
"""Files that are remembered as read, by all their bytes."""

# libyaml is the faster of the two and says the same; a wheel without it still works.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Only what reads back letter for letter becomes a number: 007 and +84 stay text.
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Tree(Value):
    """The values of one YAML text and where each stands (a mapping's entry: at its key)."""

    value: Plain
    marks: dict[FieldPath, Mark]
    problems: tuple[Problem, ...]
    refused: frozenset[FieldPath]
    """Paths whose value was not taken over; what is missing there is no second fault."""
    remarks: tuple[Problem, ...] = ()
    """What should be told and stops nothing."""


@lru_cache(maxsize=KEPT)
def read_yaml(data: bytes, file: str) -> Tree:
    """The tree of a whole file, whose bytes are ``data``; as :func:`read_tree`.

    The same bytes are asked for again and again, so the tree is kept: nobody may change it.
    """
    return read_tree(decode(data, Path(file)), file)


def read_tree(text: str, file: str) -> Tree:
    """The tree of ``text``, with every fault of structure that does not stop the reading.

    Plain scalars become text, whole numbers, ``true`` or ``false``, or nothing; all else (dates,
    ``yes``, ``1:30``, ``007``) stays text. Empty list items vanish.

    Raises:
        RecordError: The text is no YAML, holds more than one document, or is too deep or large.
    """
    builder = _Builder(file, yaml.parse(text, _LOADER))
    try:
        value = builder.document()
    except yaml.YAMLError as error:
        from docgen.record.files.syntax import syntax_problem  # noqa: PLC0415 - for faulty files

        raise RecordError(*builder.problems, syntax_problem(error, text, file)) from None
    return Tree(value, builder.marks, tuple(builder.problems), frozenset(builder.refused))


class _Builder:
    """Builds the tree out of parser events, one call for one node."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self.file = file
        self.events = events
        self.marks: dict[FieldPath, Mark] = {}
        self.problems: list[Problem] = []
        self.refused: set[FieldPath] = set()
        self.nodes = 0

    def document(self) -> Plain:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        value = self.node(next(self.events), ())
        next(self.events)  # the end of the document
        more = next(self.events)
        if not isinstance(more, yaml.StreamEndEvent):
            self.stop(more, *_MANY_DOCUMENTS)
        return value

    def node(self, event: yaml.Event, path: FieldPath) -> Plain:
        self.count(event, path)
        self.marks.setdefault(path, _mark(event))
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, path, *_ALIAS)
            return None
        self.check_decoration(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return _scalar(event)

    def count(self, event: yaml.Event, path: FieldPath) -> None:
        self.nodes += 1
        if self.nodes > NODE_LIMIT:
            self.stop(event, *_TOO_MANY)
        if len(path) > DEPTH_LIMIT:
            self.stop(event, *_TOO_DEEP)

    def check_decoration(self, event: yaml.Event, path: FieldPath) -> None:
        if getattr(event, "anchor", None) is not None:
            self.refuse(event, path, *_ALIAS)
        if getattr(event, "tag", None) is not None:
            self.refuse(event, path, *_TAG)

    def mapping(self, path: FieldPath) -> dict[str, Plain]:
        taken: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, path)
            if key is None or key in taken:
                if key is not None:
                    self.repeated(event, (*path, key))
                _skip(self.events)
                continue
            self.marks[(*path, key)] = _mark(event)
            taken[key] = self.node(next(self.events), (*path, key))
        return taken

    def key(self, event: yaml.Event, path: FieldPath) -> str | None:
        self.count(event, path)
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse(event, path, *_KEY)
            _skip(self.events, event)
            return None
        self.check_decoration(event, (*path, event.value))
        if event.value == "<<" and not event.style:
            self.refuse(event, (*path, "<<"), *_MERGE)
            return None
        return str(event.value).strip()

    def repeated(self, event: yaml.Event, path: FieldPath) -> None:
        first = self.marks[path][0]
        self.refuse(
            event,
            path,
            Words(
                f"“{path[-1]}” được khai hai lần; lần đầu ở dòng {first}",
                f"“{path[-1]}” is given twice; first on line {first}",
            ),
            Words("Giữ lại một dòng, xóa dòng kia.", "Keep one and delete the other."),
        )

    def sequence(self, path: FieldPath) -> list[Plain]:
        taken: list[Plain] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            if isinstance(event, yaml.ScalarEvent) and not event.value.strip():
                self.count(event, path)
                self.check_decoration(event, (*path, len(taken)))
                continue
            taken.append(self.node(event, (*path, len(taken))))
        return taken

    def refuse(self, event: yaml.Event, path: FieldPath, what: Words, hint: Words) -> None:
        line, column = _mark(event)
        self.refused.add(path)
        self.problems.append(Problem(Place(self.file, line, column), what, hint))

    def stop(self, event: yaml.Event, what: Words, hint: Words = NO_WORDS) -> None:
        """Give up at once, as going on would cost too much or mean too little."""
        line, column = _mark(event)
        raise RecordError(*self.problems, Problem(Place(self.file, line, column), what, hint))


def _mark(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _scalar(event: yaml.Event) -> Plain:
    assert isinstance(event, yaml.ScalarEvent)  # noqa: S101 - no other kind of node is left
    value = str(event.value)
    if event.style:
        return value
    if value in _WORDS:
        return _WORDS[value]
    return int(value) if _WHOLE.fullmatch(value) else value


def _skip(events: Iterator[yaml.Event], opened: yaml.Event | None = None) -> None:
    """Leave out the node that ``opened`` begins, or the next node when nothing was opened."""
    event = opened or next(events)
    depth = 0
    while True:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if not depth:
            return
        event = next(events)


_MANY_DOCUMENTS = (
    Words(
        "Tệp chứa nhiều tài liệu YAML (có dòng “---” ở giữa)",
        "The file holds more than one YAML document (a “---” line in the middle)",
    ),
    Words(
        "Mỗi mô hình một tệp: tách phần sau dòng “---” sang tệp khác.",
        "One model, one file: move what follows “---” to another file.",
    ),
)
_ALIAS = (
    Words("Không dùng neo và tham chiếu YAML (& và *)", "YAML anchors and aliases are not taken"),
    Words(
        "Ghi đầy đủ giá trị; nếu chữ bắt đầu bằng & hoặc * thì đặt trong ngoặc kép.",
        "Write the value out; put text that starts with & or * in quotes.",
    ),
)
_MERGE = (
    Words("Không dùng khóa gộp YAML (<<)", "YAML merge keys (<<) are not taken"),
    Words("Ghi đầy đủ từng mục.", "Write every entry out."),
)
_TAG = (
    Words("Không dùng nhãn kiểu YAML (!)", "YAML tags (!) are not taken"),
    Words(
        "Bỏ nhãn; nếu chữ bắt đầu bằng ! thì đặt trong ngoặc kép.",
        "Delete the tag; put text that starts with ! in quotes.",
    ),
)
_KEY = (
    Words("Tên mục phải là một chữ đơn", "The name of an entry must be plain text"),
    Words("Ghi “tên_mục: giá trị”.", "Write “name: value”."),
)
_TOO_DEEP = (
    Words(
        f"Các mục lồng nhau quá {DEPTH_LIMIT} cấp",
        f"Entries are nested more than {DEPTH_LIMIT} levels deep",
    ),
    Words(
        "Xem mẫu: docgen new tu-quan, docgen new lien-ket.",
        "See the blank forms: docgen new tu-quan, docgen new lien-ket.",
    ),
)
_TOO_MANY = (
    Words(
        f"Tệp có hơn {NODE_LIMIT} giá trị, nhiều hơn một hồ sơ cần",
        f"The file holds more than {NODE_LIMIT} values, more than any record needs",
    ),
    Words("Mỗi mô hình một tệp.", "One model, one file."),
)
