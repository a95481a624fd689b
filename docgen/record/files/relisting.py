"""The items of a list in a record's YAML put in another order, left out, added; all else kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import yaml

from docgen.errors import Place, Problem, RecordError, Words
from docgen.record.files.rendering import STEP, flow, item_lines, list_lines, named, nested
from docgen.record.files.rewriting import (
    Edit,
    after_line,
    composed,
    edited,
    end_of,
    is_flow,
    text_of,
    told_in,
    told_items,
)
from docgen.record.schema.shape import dotted
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import FieldPath

Item: TypeAlias = "int | New"
"""An item of the list as it stands, by its place from 0; or a new one."""

_COMMENT = re.compile(r"(?:^|[ \t])#", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\n|\r")


class New(Value):
    """A new item: what it tells."""

    value: Plain


def set_list(data: bytes, path: FieldPath, items: Sequence[Item], file: str = "") -> bytes:
    """The YAML ``data`` with the list at ``path`` made of ``items``, all else byte for byte.

    Items that stay keep their letters and their comments; comments of those that go stay.

    Args:
        data: The bytes of a record.
        path: Where the list stands, or shall stand.
        items: Old items by their places, new ones by their values.
        file: The name of the record for messages.

    Raises:
        RecordError: the text is no plain YAML, or the list cannot be written without changing more.
    """
    told = told_in(data, file)
    try:
        old = _listed(_at(told, path))
        made_of = [old[item] if isinstance(item, int) else item.value for item in items]
        wanted = _with(told, path, made_of)
    except LookupError:
        raise _refused(path, file) from None
    if repr(wanted) == repr(told):
        return data
    try:
        edits = _edits(text_of(data), composed(data, file), path, items)
        made = edited(data, edits, wanted, file)
    except (RecordError, LookupError):
        made = None
    if made is None:
        raise _refused(path, file)
    return made


def _at(told: Plain, path: FieldPath) -> Plain:
    for step in path:
        if isinstance(step, int) and isinstance(told, list):
            told = told[step]
        elif isinstance(step, str) and isinstance(told, dict | None | str):
            told = told.get(step) if isinstance(told, dict) else None
        else:
            raise LookupError(dotted(path))  # noqa: TRY004 - as any path that leads nowhere
    return told


def _listed(value: Plain) -> list[Plain]:
    if value in (None, ""):
        return []
    if not isinstance(value, list):
        raise LookupError("no list")  # noqa: TRY004 - as any path that leads nowhere
    return value


def _with(told: Plain, path: FieldPath, value: list[Plain]) -> Plain:
    """A copy of ``told`` with the list ``value`` at ``path``."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int) and isinstance(told, list):
        return [*told[:step], _with(told[step], rest, value), *told[step + 1 :]]
    told = {} if told in (None, "") else told
    if isinstance(step, str) and isinstance(told, dict):
        return {**told, step: _with(told.get(step), rest, value)}
    raise LookupError("neither a part nor an item")


def _edits(text: str, root: yaml.Node, path: FieldPath, items: Sequence[Item]) -> list[Edit]:
    node, key, inside_flow = root, root, False
    for depth, step in enumerate(path):
        inside_flow = inside_flow or is_flow(node)
        if isinstance(node, yaml.ScalarNode):
            return [_begun(text, key, node, path[depth:], items, inside_flow=inside_flow)]
        if isinstance(step, int):
            node = told_items(node)[step]
            continue
        entry = next((pair for pair in node.value if pair[0].value.strip() == step), None)
        if entry is None:
            return [_added(text, node, path[depth:], items, inside_flow=inside_flow)]
        key, node = entry
    if isinstance(node, yaml.ScalarNode):
        return [_begun(text, key, node, (), items, inside_flow=inside_flow)]
    if is_flow(node):
        return [_flow_again(text, key, node, items, inside_flow=inside_flow)]
    return _rearranged(text, key, node, items)


def _added(
    text: str, node: yaml.Node, rest: FieldPath, items: Sequence[Item], *, inside_flow: bool
) -> Edit:
    """A list that its part does not name yet."""
    names = [str(step) for step in rest]
    if inside_flow:
        told = nested(names, flow(_values(items)))
        inside = text[: node.end_mark.index - 1].rstrip()
        comma = "" if inside.endswith(("{", ",")) else ","
        gap = "" if inside.endswith("{") else " "
        return Edit(len(inside), len(inside), f"{comma}{gap}{told}")
    indent = " " * node.start_mark.column
    return after_line(text, end_of(text, node), list(named(names, _values(items), indent)))


def _begun(
    text: str,
    key: yaml.Node,
    node: yaml.Node,
    rest: FieldPath,
    items: Sequence[Item],
    *,
    inside_flow: bool,
) -> Edit:
    """A list in place of nothing."""
    if node.value.strip() not in ("", "~", "null", "Null", "NULL"):
        raise LookupError("a value stands there")
    names = [str(step) for step in rest]
    start, end = node.start_mark.index, node.end_mark.index
    if inside_flow:
        at = len(text[:start].rstrip(" ")) if start == end else start
        told = nested(names, flow(_values(items))) if names else flow(_values(items))
        shown = f"{{{told}}}" if names else told
        return Edit(at, end, f" {shown}")
    return _below_key(text, key, (start, end), list(_under(key, names, _values(items))))


def _under(key: yaml.Node, names: Sequence[str], values: list[Plain]) -> Iterator[str]:
    indent = " " * key.start_mark.column + STEP
    if names:
        yield from named(names, values, indent)
    else:
        yield from list_lines(values, indent)


def _below_key(text: str, key: yaml.Node, span: tuple[int, int], lines: Sequence[str]) -> Edit:
    """``lines`` on the lines below ``key``, in place of what stands at ``span`` in its own line."""
    start, end = span
    place = len(text[:start].rstrip(" ")) if start == end else start
    found = _LINE_END.search(text, end)
    rest = text[end : found.start() if found else len(text)]
    newline = (found or _LINE_END.search(text) or re.match(r"", text))[0] or "\n"  # type: ignore[index]
    before = text[key.start_mark.index : place].rstrip(" ")
    at = key.start_mark.index + len(before)
    kept = f" {rest.strip()}" if rest.strip() else ""
    shown = "".join(f"{newline}{line}" for line in lines)
    return Edit(at, end + len(rest), f"{kept}{shown}")


def _flow_again(
    text: str, key: yaml.Node, node: yaml.Node, items: Sequence[Item], *, inside_flow: bool
) -> Edit:
    """A list in brackets, written anew."""
    start, end = node.start_mark.index, node.end_mark.index
    if _COMMENT.search(text[start:end]):
        raise LookupError("comments inside the brackets would be lost")
    old = told_items(node)
    values = [_kept_text(text, old, item) for item in items]
    parts = any(isinstance(item, New) and isinstance(item.value, dict) for item in items)
    if parts and not inside_flow:
        told = [_plain_of(text, old, item) for item in items]
        return _below_key(text, key, (start, end), list(_under(key, (), told)))
    return Edit(start, end, f"[{', '.join(values)}]")


def _kept_text(text: str, old: Sequence[yaml.Node], item: Item) -> str:
    if isinstance(item, New):
        return flow(item.value)
    node = old[item]
    return text[node.start_mark.index : node.end_mark.index]


def _plain_of(text: str, old: Sequence[yaml.Node], item: Item) -> Plain:
    if isinstance(item, New):
        return item.value
    from docgen.record.files.tree import read_tree  # noqa: PLC0415

    return read_tree(_kept_text(text, old, item), "").value


def _rearranged(text: str, key: yaml.Node, node: yaml.Node, items: Sequence[Item]) -> list[Edit]:
    """A list of lines: the lines of each item go where it goes."""
    newline = (_LINE_END.search(text) or ["\n"])[0]
    indent = " " * node.start_mark.column
    spans = list(_spans(text, node))
    in_braces = any(is_flow(item) for item in node.value)
    lines: list[str] = []
    for item in items:
        if isinstance(item, int):
            lines.append(text[spans[item][0] : spans[item][1]])
        else:
            lines += item_lines(item.value, indent, braces=in_braces)
    gone = set(range(len(spans))) - {item for item in items if isinstance(item, int)}
    notes = [note for place in sorted(gone) for note in _notes(text[slice(*spans[place])])]
    shown = newline.join(line.rstrip("\r\n") for line in (*lines, *notes))
    start, end = spans[0][0], spans[-1][1]
    if items:
        return [Edit(start, end, shown)]
    colon = text.index(":", key.end_mark.index) + 1
    first = text[:start].rstrip("\r\n") if not shown else text[:start]
    return [Edit(colon, colon, " []"), Edit(len(first), end, shown)]


def _spans(text: str, node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Where the lines of each item begin and end, with the comments above it."""
    line = text.rfind("\n", 0, node.start_mark.index) + 1
    if text[line : node.start_mark.index].strip():
        raise LookupError("the list begins within a line")
    start = line
    for item in node.value:
        found = _LINE_END.search(text, max(end_of(text, item), start))
        end = found.start() if found else len(text)
        if isinstance(item, yaml.ScalarNode) and not item.value.strip():
            continue
        yield start, end
        start = found.end() if found else len(text)


def _notes(chunk: str) -> list[str]:
    return [line for line in chunk.splitlines() if line.lstrip().startswith("#")]


def _values(items: Sequence[Item]) -> list[Plain]:
    if any(isinstance(item, int) for item in items):
        raise LookupError("there are no items yet")
    return [item.value for item in items if isinstance(item, New)]


def _refused(path: FieldPath, file: str) -> RecordError:
    name = dotted(path)
    return RecordError(
        Problem(
            Place(file, field=name),
            Words(
                f"không sửa được danh sách “{name}” mà giữ nguyên phần còn lại của tệp",
                f"the list “{name}” cannot be changed without changing the rest of the file",
            ),
            Words(
                f"Viết mục “{name}” thành từng dòng “- …” rồi làm lại.",
                f"Write “{name}” line by line, “- …”, then do it again.",
            ),
        )
    )
