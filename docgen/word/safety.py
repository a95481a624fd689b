"""A Word file held against the list of dangers, in all its parts, markup and relations.

Templates, papers edited by hand, attachments; checked, filled, merged, printed or bound: whatever
the door, a file is refused for the same reasons in the same words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docgen.word import dangers, links, live
from docgen.word.dangers import TABLE, TARGETS
from docgen.word.instructions import NESTED, instructions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from docgen.errors import Problem
    from docgen.word.dangers import Danger
    from docgen.word.package import Package

_VML: Final = "{urn:schemas-microsoft-com:vml}*"
_FIRST_WORD: Final = re.compile(rf'\s*({NESTED}|[^\s"\\]+)')
_LINK: Final = "HYPERLINK"
_TELLS_OF_MACROS: Final = re.compile(dangers.MACROS.types.encode())
_BY_TAG: Final = {tag: row for row in TABLE for tag in row.tags}
_BY_FIELD: Final = {word: row for row in TABLE for word in row.fields}
_BY_KIND: Final = {kind: row for row in TABLE for kind in row.kinds}
_BY_TARGET: Final = {kind: row for row in TARGETS for kind in row.kinds}


def faults(package: Package, roots: Mapping[str, Element]) -> list[Problem]:
    """Every unsafe thing in ``package``, each once, in the order of its parts.

    Args:
        package: the opened file.
        roots: the root of every part that is XML.
    """
    found: dict[Problem, None] = {}
    for part in package.parts:
        found.update(dict.fromkeys(_in_names(package, part)))
        if part in roots:
            found.update(dict.fromkeys(_in_markup(package.name, part, roots[part])))
        if part.lower().endswith(".rels"):
            found.update(dict.fromkeys(_in_relations(package, part)))
    return list(found)


def remarks(package: Package) -> Iterator[Problem]:
    """What ``package`` has that is harmless and should be told, as warnings."""
    for part in package.parts:
        if part.lower().endswith(".rels"):
            for relation in package.told_in(part):
                if relation.kind.lower() in dangers.REMOTE_TEMPLATE.kinds:
                    yield dangers.LOCAL_TEMPLATE.problem(package.name, relation.target)
    if any(_is_chart(kind) for kind in package.types.values()):
        yield dangers.CHART.problem(package.name)
    yield from (row.problem(package.name) for row in live.found(package))


def _in_names(package: Package, part: str) -> Iterator[Problem]:
    """What the name of ``part`` and its content type give away."""
    name, kind = part.lower().replace("\\", "/"), package.types.get(part, "")
    if _is_chart_data(package, part):
        return
    for row in _rows_of(name, kind):
        yield row.problem(package.name)
    if name == "[content_types].xml" and _TELLS_OF_MACROS.search(package.parts[part].lower()):
        yield dangers.MACROS.problem(package.name)


@lru_cache(maxsize=1024)
def _rows_of(name: str, kind: str) -> tuple[Danger, ...]:
    """The first danger that the name of a part is, and the first that its content type is."""
    named = (row for row in TABLE if row.parts and re.search(row.parts, name))
    typed = (row for row in TABLE if row.types and re.search(row.types, kind))
    return tuple(row for row in (next(named, None), next(typed, None)) if row is not None)


def _in_markup(name: str, part: str, root: Element) -> Iterator[Problem]:
    if root.getroottree().docinfo.doctype:
        yield dangers.DOCTYPE.problem(name, part)
    for node in root.iter(*_BY_TAG):
        yield _BY_TAG[str(node.tag)].problem(name)
    for code in instructions(root):
        yield from _in_field(name, part, code)
    for shape in root.iter(_VML):
        if shape.get("src"):
            yield dangers.OUTSIDE_PICTURE.problem(name, shape.get("src", ""))
        if not links.is_harmless(shape.get("href", "")):
            yield dangers.ACTING_LINK.problem(name, shape.get("href", ""))


def _in_field(name: str, part: str, code: str) -> Iterator[Problem]:
    first = _FIRST_WORD.match(code)
    word = first[1].upper() if first else ""
    if word in _BY_FIELD:
        yield _BY_FIELD[word].problem(name, f"{part}, {word}".replace(NESTED, "{ }"))
    elif word == _LINK:
        target = links.of_field(code)
        if target.startswith(NESTED) or not links.is_harmless(target):
            yield dangers.ACTING_LINK.problem(name, target.replace(NESTED, "{ }"))


def _in_relations(package: Package, rels: str) -> Iterator[Problem]:
    for relation in package.told_in(rels):
        kind = relation.kind.lower()
        row = _BY_KIND.get(kind)
        if row is not None:
            if relation.external or not _is_chart_data(package, relation.target):
                yield row.problem(package.name)
        elif relation.external and not _may_lead(kind, relation.target):
            row = _BY_TARGET.get(kind, dangers.OUTSIDE)
            yield row.problem(package.name, relation.target)


def _may_lead(kind: str, target: str) -> bool:
    """Whether a relation of ``kind`` may lead out of the file to ``target``."""
    if kind in dangers.ACTING_LINK.kinds:
        return links.is_harmless(target)
    return kind in dangers.REMOTE_TEMPLATE.kinds and links.is_on_this_machine(target)


def _is_chart(kind: str) -> bool:
    return "drawingml.chart+xml" in kind or "chartex+xml" in kind


def _is_chart_data(package: Package, part: str) -> bool:
    """Whether ``part`` is the plain workbook behind a chart, which nobody opens to print it."""
    if not part.lower().endswith(".xlsx"):
        return False
    sources = package.sources.get(part, set())
    return bool(sources) and all(_is_chart(package.types.get(source, "")) for source in sources)
