"""Checking a template before it is used: every fault at once, each with its paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.word.filling.fields import did_you_mean
from docgen.word.filling.fill import prepare
from docgen.word.filling.parts import Part, parse, torn_apart, unprintable
from docgen.word.filling.sandbox import environment, nodes
from docgen.word.filling.trying import tried

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_Scope = dict[str, str]

# Filters that hand on the items of a list as they are.
_PASSING: Final = {"list", "sort", "reverse", "unique", "select", "reject", "default"}
_ELEMENT: Final = re.compile(r"<(/?)([\w:]+)(?:>|\s[^>]*?[^/]>)")


def check_template(
    docx: bytes,
    name: str,
    known_fields: Collection[str],
    trials: Sequence[Mapping[str, object]] = (),
) -> list[Problem]:
    """Everything that is wrong with the template ``docx``, in reading order.

    Args:
        docx: the bytes of the .docx.
        name: the file name for messages.
        known_fields: dotted names that a paper may use, as ``fields.known_fields`` gives them.
        trials: values of papers that are made with it; it is filled with each for trial.
    """
    try:
        template = prepare(docx, name)
    except TemplateError as error:
        return list(error.problems)
    parts = [member for member in template.members if isinstance(member, Part)]
    problems = [problem for part in parts for problem in _part_problems(part, name, known_fields)]
    printed = [one for part in parts for one in _printed_wrong(part, name, trials)]
    found = list(dict.fromkeys([*problems, *printed])) or tried(template, trials)
    return [*template.remarks, *found]


def _printed_wrong(
    part: Part, name: str, trials: Sequence[Mapping[str, object]]
) -> Iterator[Problem]:
    """Where ``part`` prints a field that is no text, in branches that no trial takes, too."""
    for path, line in dict.fromkeys(_printed(parse(part).body, {})):
        for values in trials:
            value = _value(values, path)
            if isinstance(value, bool | Mapping | list | tuple):
                yield unprintable(name, part.line(line), value)
                break


def _printed(body: list[nodes.Node], scope: _Scope) -> Iterator[tuple[str, int]]:
    """Each field that is printed as it is, as ``(dotted name, line)``."""
    for node in body:
        if isinstance(node, nodes.For):
            items = _path(node.iter, scope)
            bound = _bound(node.target, f"{items}.0" if items else "")
            yield from _printed(node.body, {**scope, "loop": "", **bound})
            yield from _printed(node.else_, scope)
        elif isinstance(node, nodes.Output):
            for child in node.nodes:
                plain = isinstance(child, nodes.Name | nodes.Getattr)
                if plain and (path := _path(child, scope)):
                    yield path, child.lineno
        elif not isinstance(node, nodes.Macro | nodes.CallBlock | nodes.With):
            yield from _printed(list(node.iter_child_nodes()), scope)


def _value(values: object, path: str) -> object:
    """What stands under a dotted name; nothing where there is none. ``0`` is the first item."""
    for key in path.split("."):
        if isinstance(values, list | tuple):
            values = values[0] if values else None
            if key == "0":
                continue
        values = values.get(key) if isinstance(values, Mapping) else None
    return values


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
    yield from _strange(tree, part, name)
    for block in tree.find_all((nodes.If, nodes.For)):
        if any(_is_torn(body) for body in _bodies(block)):
            where = part.line(block.lineno)
            yield torn_apart(name, where)


def _strange(tree: nodes.Template, part: Part, name: str) -> Iterator[Problem]:
    """Filters, tests and tags that filling does not know."""
    jinja = environment()
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = jinja.filters if isinstance(node, nodes.Filter) else jinja.tests
        if node.name not in known:
            where = part.line(node.lineno)
            what = Words(
                f"không có bộ lọc hay phép thử “{node.name}”, trong đoạn: {where}",
                f"there is no filter or test `{node.name}`, in the paragraph: {where}",
            )
            yield Problem(Place(name), what, did_you_mean(node.name, known))
    for taking in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        where = part.line(taking.lineno)
        what = Words(
            f"mẫu không lấy được nội dung của tệp khác (include, import, extends): {where}",
            f"a template cannot take in other files (include, import, extends): {where}",
        )
        hint = Words(
            "Chép nội dung của tệp kia vào mẫu này.", "Copy what the other file says into this one."
        )
        yield Problem(Place(name), what, hint)


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


def _fields(body: Sequence[nodes.Node], scope: _Scope) -> Iterator[tuple[str, int]]:
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
    elif isinstance(node, nodes.Macro | nodes.CallBlock | nodes.With):
        yield from _of_block(node, scope)
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


def _of_block(
    node: nodes.Macro | nodes.CallBlock | nodes.With, scope: _Scope
) -> Iterator[tuple[str, int]]:
    """What a macro, a call or a ``with`` reads, whose own names are none of the fields."""
    if isinstance(node, nodes.With):
        yield from _fields(node.values, scope)
        names = [name for one in node.targets for name in _bound(one, "")]
    else:
        yield from _fields(node.defaults, scope)
        names = [*(argument.name for argument in node.args), "caller", "varargs", "kwargs"]
    if isinstance(node, nodes.Macro):
        scope[node.name] = ""
    elif isinstance(node, nodes.CallBlock):
        yield from _read(node.call, scope)
    yield from _fields(node.body, {**scope, **dict.fromkeys(names, "")})


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
