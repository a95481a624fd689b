"""Checking a template before it is used: every fault at once, each with its paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.word.filling.fields import did_you_mean
from docgen.word.filling.fill import prepare
from docgen.word.filling.parts import Part, parse
from docgen.word.filling.sandbox import environment, nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_Scope = dict[str, str]

# Filters that hand on the items of a list as they are.
_PASSING: Final = {"list", "sort", "reverse", "unique", "select", "reject", "default"}
_ELEMENT: Final = re.compile(r"<(/?)([\w:]+)(?:>|\s[^>]*?[^/]>)")


def check_template(docx: bytes, name: str, known_fields: Collection[str]) -> list[Problem]:
    """Everything that is wrong with the template ``docx``, in reading order.

    Args:
        docx: the bytes of the .docx.
        name: the file name for messages.
        known_fields: dotted names that a paper may use, as ``fields.known_fields`` gives them.
    """
    try:
        template = prepare(docx, name)
    except TemplateError as error:
        return list(error.problems)
    parts = [member for member in template.members if isinstance(member, Part)]
    problems = [problem for part in parts for problem in _part_problems(part, name, known_fields)]
    return [*template.remarks, *problems]


def _part_problems(part: Part, name: str, known: Collection[str]) -> Iterator[Problem]:
    tree = parse(part)
    own: _Scope = dict.fromkeys(environment().globals, "")
    for path, line in dict.fromkeys(_fields(tree.body, own)):
        if path not in known and not any(field.startswith(f"{path}.") for field in known):
            where = part.line(line)
            what = Words(
                f"không có trường “{path}”, trong đoạn: {where}",
                f"no field `{path}`, in the paragraph: {where}",
            )
            yield Problem(Place(name, field=path), what, did_you_mean(path, known))
    for block in tree.find_all((nodes.If, nodes.For)):
        if any(_is_torn(body) for body in _bodies(block)):
            where = part.line(block.lineno)
            yield Problem(
                Place(name),
                Words(
                    f"lệnh mở và đóng không cùng một chỗ (khác ô, khác đoạn): {where}",
                    f"the tag opens and closes in different cells or paragraphs: {where}",
                ),
            )


def _bodies(block: nodes.Node) -> Iterator[list[nodes.Node]]:
    for _, value in block.iter_fields(only=("body", "else_")):
        yield value


def _is_torn(body: list[nodes.Node]) -> bool:
    """Whether the document falls apart when ``body`` is left out or repeated.

    It does not when every element closed inside is opened again at the end: a condition from one
    paragraph to the next.
    """
    opened: list[str] = []
    closed: list[str] = []
    for node in body:
        for data in node.find_all(nodes.TemplateData) if isinstance(node, nodes.Output) else ():
            for slash, name in _ELEMENT.findall(data.data):
                if not slash:
                    opened.append(name)
                elif opened:
                    opened.pop()
                else:
                    closed.append(name)
    return closed != opened[::-1]


def _fields(body: list[nodes.Node], scope: _Scope) -> Iterator[tuple[str, int]]:
    """Each field that ``body`` reads, as ``(dotted name, line)``; ``set`` names join the scope."""
    for node in body:
        yield from _read(node, scope)


def _read(node: nodes.Node, scope: _Scope) -> Iterator[tuple[str, int]]:
    if isinstance(node, nodes.For):
        yield from _read(node.iter, scope)
        inner = {**scope, "loop": "", **_bound(node.target, _path(node.iter, scope))}
        yield from _fields([*([node.test] if node.test else []), *node.body], inner)
        yield from _fields(node.else_, scope)
    elif isinstance(node, nodes.Assign):
        yield from _read(node.node, scope)
        scope.update(_bound(node.target, _path(node.node, scope)))
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        yield from _fields([node.node.node, *node.args], scope)
    elif isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        if path := _path(node, scope):
            yield path, node.lineno
        if isinstance(node, nodes.Getitem):
            yield from _read(node.arg, scope)
        if not path and not isinstance(node, nodes.Name):
            yield from _read(node.node, scope)
    else:
        yield from _fields(list(node.iter_child_nodes()), scope)


def _bound(target: nodes.Node, path: str) -> Mapping[str, str]:
    """The names that ``target`` binds: one name stands for ``path``, several for nothing known."""
    if isinstance(target, nodes.Name):
        return {target.name: path}
    return {name.name: "" for name in target.find_all(nodes.Name)}


def _path(node: nodes.Node, scope: _Scope) -> str:
    """The dotted name that ``node`` reads, empty when that cannot be told; items go by the list."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Filter) and node.name in _PASSING and node.node is not None:
        return _path(node.node, scope)
    if isinstance(node, nodes.Getattr):
        base = _path(node.node, scope)
        return f"{base}.{node.attr}" if base else ""
    if isinstance(node, nodes.Getitem):
        base = _path(node.node, scope)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return f"{base}.{key}" if base and isinstance(key, str) else base
    return ""
