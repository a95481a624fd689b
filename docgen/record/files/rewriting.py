"""Single values written into a record's YAML, every other byte left as its author typed it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import yaml

from docgen.errors import Place, Problem, RecordError, Words
from docgen.record.files.file import decode
from docgen.record.files.tree import read_tree, read_yaml
from docgen.record.schema.shape import dotted
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import FieldPath

Value: TypeAlias = "str | int | bool | date | None"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\n|\r")
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*(?:[ \t]+(#[^\r\n]*))?")
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_STEP = 2
"""By how much new lines stand further in than the part that they belong to."""


class Edit(NamedTuple):
    """Put ``text`` in place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def set_values(data: bytes, changes: Mapping[FieldPath, Value], file: str = "") -> bytes:
    """The YAML ``data`` with each value of ``changes`` at its path, all else byte for byte.

    Comments, layout, line ends and the byte order mark stay. A missing entry is added at the end
    of its part, ``None`` empties one. What the outcome tells is compared with what was wanted.

    Args:
        data: the bytes of a record.
        changes: single values by path; items of lists must be there already.
        file: the name of the record for messages.

    Raises:
        RecordError: the text is no plain YAML (anchors, tags), or a value cannot be put there
            without changing more.
    """
    for path, value in changes.items():
        data = _set(data, path, value, file)
    return data


def _set(data: bytes, path: FieldPath, value: Value, file: str) -> bytes:
    told = told_in(data, file)
    plain = slashed(value) if isinstance(value, date) else value
    try:
        wanted = _with(told, path, plain)
    except LookupError:
        raise _refused(path, file) from None
    if repr(wanted) == repr(told):
        return data
    edit = _edit(text_of(data), composed(data, file), path, plain)
    made = edited(data, [edit], wanted, file)
    if made is None:
        raise _refused(path, file)
    return made


def text_of(data: bytes) -> str:
    """The text of a record, without its byte order mark."""
    return data.removeprefix(MARK).decode()


def edited(data: bytes, edits: Sequence[Edit], wanted: Plain, file: str) -> bytes | None:
    """``data`` with ``edits``, its byte order mark kept; nothing where ``wanted`` is not told."""
    text, mark = text_of(data), MARK if data.startswith(MARK) else b""
    for edit in sorted(edits, key=lambda one: (-one.start, -one.end)):
        text = text[: edit.start] + edit.text + text[edit.end :]
    made = mark + text.encode()
    try:
        return made if repr(told_in(made, file)) == repr(wanted) else None
    except RecordError:
        return None


def composed(data: bytes, file: str) -> yaml.Node:
    """The nodes of the text, each with its place: one character of the text for one of theirs."""
    root = yaml.compose(decode(data, Path(file)), _LOADER)
    if root is None:
        raise RecordError.at(file, "tệp không khai gì", "the file tells nothing")
    return root


def told_in(data: bytes, file: str) -> Plain:
    """What the YAML ``data`` tells.

    Raises:
        RecordError: it is no plain YAML.
    """
    tree = read_yaml(data, file)
    if tree.problems:
        raise RecordError(*tree.problems)
    return tree.value


def _with(told: Plain, path: FieldPath, value: Plain) -> Plain:
    """A copy of ``told`` with ``value`` at ``path``; ``LookupError`` where it cannot stand."""
    if not path:
        if isinstance(told, dict | list):
            raise LookupError("only single values are set")
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int) and isinstance(told, list) and 0 <= step < len(told):
        return [*told[:step], _with(told[step], rest, value), *told[step + 1 :]]
    told = {} if told in (None, "") else told
    if isinstance(step, str) and isinstance(told, dict):
        if value is None and told.get(step) is None:
            return told
        return {**told, step: _with(told.get(step), rest, value)}
    raise LookupError("neither a part nor an item")


def _refused(path: FieldPath, file: str) -> RecordError:
    name = dotted(path)
    return RecordError(
        Problem(
            Place(file, field=name),
            Words(
                f"không ghi được “{name}” mà giữ nguyên phần còn lại của tệp",
                f"“{name}” cannot be written without changing the rest of the file",
            ),
            Words(f"Ghi tay mục “{name}” vào tệp.", f"Write “{name}” into the file by hand."),
        )
    )


def _edit(text: str, root: yaml.Node, path: FieldPath, value: Plain) -> Edit:
    """The one change that puts ``value`` at ``path`` of the composed ``text``."""
    node, key = root, root
    for depth, step in enumerate(path):
        if isinstance(node, yaml.ScalarNode):
            return _fill(text, key, node, path[depth:], value)
        if isinstance(step, int):
            node = told_items(node)[step]
            continue
        entry = next((pair for pair in node.value if pair[0].value.strip() == step), None)
        if entry is None:
            return _insert(text, node, path[depth:], value)
        key, node = entry
    return _replace(text, node, value)


def told_items(node: yaml.Node) -> list[yaml.Node]:
    """The items that a record has of a list: empty ones are no items."""
    return [
        item for item in node.value if not isinstance(item, yaml.ScalarNode) or item.value.strip()
    ]


def _replace(text: str, node: yaml.Node, value: Plain) -> Edit:
    start, end = node.start_mark.index, end_of(text, node)
    new = scalar(value)
    if start == end:
        start = end = len(text[:start].rstrip(" "))
        colon = "" if text[start - 1 : start] in ":-" else ":"
        gap = len(text[end:]) - len(text[end:].lstrip(" "))
        closed = text[end + gap : end + gap + 1] in (",", "}", "]")
        return Edit(start, end + gap if closed else end, f"{colon} {new}")
    head = _BLOCK_HEAD.match(text, start) if _is_block(node) else None
    if head and head[1]:
        new = f"{new}  {head[1]}"
    closes = text[end : end + 1] in (",", "}", "]")
    if not new and not closes:
        start -= len(text[:start]) - len(text[:start].rstrip(" "))
    return Edit(start, end, new)


def _fill(text: str, key: yaml.Node, node: yaml.Node, rest: FieldPath, value: Plain) -> Edit:
    """A part in place of nothing: ``papers:`` gets its first entry."""
    names = [str(step) for step in rest]
    start, end = node.start_mark.index, node.end_mark.index
    if start == end:
        start = end = len(text[:start].rstrip(" "))
    if start == end and len(names) > 1 and _opens_line(text, key):
        indent = " " * (key.start_mark.column + _STEP)
        return after_line(text, start, _lines(names, value, indent))
    new = scalar(value)
    for name in reversed(names):
        new = f"{{{scalar(name)}: {new}}}"
    return Edit(start, end, new if start < end else f" {new}")


def _opens_line(text: str, key: yaml.Node) -> bool:
    """Whether nothing but indent and dashes stands before ``key``, as in block style."""
    start: int = key.start_mark.index
    return not text[start - key.start_mark.column : start].strip(" -")


def _insert(text: str, node: yaml.Node, rest: FieldPath, value: Plain) -> Edit:
    """A new entry at the end of a part."""
    names = [str(step) for step in rest]
    if not is_flow(node):
        last = end_of(text, node)
        return after_line(text, last, _lines(names, value, " " * node.start_mark.column))
    (line,) = _lines(names, value, "", flow=True)
    inside = text[: node.end_mark.index - 1].rstrip(" ")
    if not node.value:
        return Edit(node.start_mark.index + 1, node.end_mark.index - 1, line)
    last_value = node.value[-1][1]
    if last_value.start_mark.index < last_value.end_mark.index:
        end = end_of(text, last_value)
        return Edit(end, end, f", {line}")
    comma = " " if inside.endswith(",") else " , "
    return Edit(len(inside), node.end_mark.index - 1, f"{comma}{line}")


def _lines(names: Sequence[str], value: Plain, indent: str, *, flow: bool = False) -> list[str]:
    """``a:`` / ``  b: {c: value}``: parts line by line, the innermost within braces."""
    *outer, last = [scalar(name) for name in names]
    line = f"{last}: {scalar(value)}"
    if outer:
        line = f"{outer.pop()}: {{{line}}}"
    if flow:
        for name in reversed(outer):
            line = f"{name}: {{{line}}}"
        return [line]
    steps = [f"{indent}{' ' * _STEP * depth}" for depth in range(len(outer) + 1)]
    return [f"{step}{name}:" for step, name in zip(steps, outer, strict=False)] + [
        f"{steps[-1]}{line}"
    ]


def after_line(text: str, place: int, lines: Sequence[str]) -> Edit:
    """New ``lines`` after the line in which ``place`` is, ended as lines of the text are."""
    found = _LINE_END.search(text, place)
    usual = found or _LINE_END.search(text)
    newline = usual[0] if usual else "\n"
    at = found.start() if found else len(text)
    return Edit(at, at, "".join(f"{newline}{line}" for line in lines))


def end_of(text: str, node: yaml.Node) -> int:
    """Where the last character of ``node`` ends, without the blank lines that follow it."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(text[start:end].rstrip()) if _is_block(node) else end
    if is_flow(node) or not node.value:
        ended: int = node.end_mark.index
        return ended
    last = node.value[-1]
    return end_of(text, last[1] if isinstance(node, yaml.MappingNode) else last)


def _is_block(node: yaml.Node) -> bool:
    """Whether the scalar is a block (``|``, ``>``) of lines."""
    return getattr(node, "style", None) in ("|", ">")


def is_flow(node: yaml.Node) -> bool:
    """Whether the part or list stands in braces or brackets."""
    return bool(getattr(node, "flow_style", False))


def scalar(value: Plain) -> str:
    """``value`` as YAML that reads back as it, in block and in flow style."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return "" if value is None else str(value)
    try:
        read = read_tree(f"{{a: {value}}}", "")
    except RecordError:
        return _quoted(value)
    same = repr(read.value) == repr({"a": value}) and not read.problems
    return value if same and "\n" not in value else _quoted(value)


def _quoted(value: str) -> str:
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
