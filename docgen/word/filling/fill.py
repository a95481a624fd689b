"""Filling: a template and plain values become a Word file."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from docgen.errors import Severity, TemplateError, Words
from docgen.values import Value
from docgen.word import unpacked
from docgen.word.archive import Member, content, packed, written
from docgen.word.fence import fenced
from docgen.word.filling import elsewhere, finishing, kept
from docgen.word.filling.looks import StyleLook, looks
from docgen.word.filling.parts import Part, part_of, rendered
from docgen.word.filling.sandbox import clean
from docgen.word.markup import built, serialised
from docgen.word.package import open_package
from docgen.word.properties import core_properties
from docgen.word.wording import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lxml.etree import _Element as Element

    from docgen.errors import Problem
    from docgen.word.package import Package

_FILLED: Final = ("header", "footer", "footnotes", "endnotes")
"""The kinds of relations of the main part to parts that may hold tags."""
_ODD: Final = Words(
    "không dùng làm mẫu được: có chỗ không đúng định dạng của Word",
    "no use as a template: something in it is not as Word writes it",
)


_OF_PART: Final = 3
"""Values kept of a part with tags; of any other there are more."""


class Properties(Value):
    """What Word shows under File > Info; ``day`` is the day of drafting."""

    title: str
    subject: str
    author: str
    day: date


class Template(Value):
    """A template read, checked and compiled once; fill it as often as you like.

    Attributes:
        name: What it is called in messages.
        members: Its parts in order, those with tags as such.
        document: The name of the main part.
        core: The name of the part with the properties, "" when there is none.
        looks: How each of its paragraph styles writes, by style id.
        remarks: What is let through and should be told to a person.
    """

    name: str
    members: tuple[Member | Part, ...]
    document: str
    core: str
    looks: Mapping[str, StyleLook]
    remarks: tuple[Problem, ...] = ()

    def fill(self, context: Mapping[str, object], properties: Properties) -> bytes:
        """The .docx (bytes) of this template with the values of ``context``.

        Raises:
            TemplateError: a field is missing, a tag fails, or tags tear the document.
        """
        with fenced(self.name, _ODD):
            roots = self._filled(context, properties)
            filled = {name: serialised(root) for name, root in roots.items()}
            members = [_with_words(one, filled) for one in self.members]
            docx = written(members)
        parts = {one.name: filled.get(one.name) or content(one) for one in members}
        unpacked.keep(docx, parts, words_in(roots[self.document]), roots)
        return docx

    def _filled(self, context: Mapping[str, object], properties: Properties) -> dict[str, Element]:
        """The roots of all that is filled: parts with tags, and the properties."""
        parts = (one for one in self.members if isinstance(one, Part))
        roots = {part.name: rendered(self.name, part, context) for part in parts}
        finishing.finish(roots[self.document], self.looks)
        if self.core:
            roots[self.core] = _core(properties)
        return roots


def _with_words(member: Member | Part, filled: Mapping[str, bytes]) -> Member:
    if isinstance(member, Part) or member.name in filled:
        return packed(member.name, filled[member.name])
    return member


def _core(properties: Properties) -> Element:
    xml = core_properties(
        str(clean(properties.title)),
        str(clean(properties.subject)),
        str(clean(properties.author)),
        properties.day,
    )
    return built(xml)


@lru_cache(maxsize=128)
def prepare(data: bytes, name: str) -> Template:
    """The template ``name`` from the bytes of its .docx; kept, so the same bytes cost once.

    Raises:
        TemplateError: damaged, unsafe, or a tag that Jinja does not understand.
    """
    with suppress(TypeError, ValueError):  # what was kept is not as we keep it
        if (known := kept.find(data)) is not None:
            return _recalled(name, *known)
    made = _prepared(data, name)
    if not made.remarks:
        kept.keep(data, _told(made))
    return made


def _told(made: Template) -> tuple[object, ...]:
    """What is kept of a template, as plain values."""
    members = [
        (member.name, member.source, member.code)
        if isinstance(member, Part)
        else (member.name, member.crc, member.size, member.data, member.method)
        for member in made.members
    ]
    styles = [
        (key, look.name, look.size, look.bold, look.italic, look.before)
        for key, look in made.looks.items()
    ]
    return made.document, made.core, styles, members


def _recalled(
    name: str, document: str, core: str, styles: list[Any], members: list[Any]
) -> Template:
    """The template ``name`` of what was kept of it."""
    made = tuple(Part(*told) if len(told) == _OF_PART else Member(*told) for told in members)
    return Template(name, made, document, core, {key: StyleLook(*told) for key, *told in styles})


def _prepared(data: bytes, name: str) -> Template:
    package = open_package(data, name)
    filled = {package.document, *package.all_related(_FILLED)}
    stray = tuple(elsewhere.faults(package, filled))
    if errors := [one for one in stray if one.severity is Severity.ERROR]:
        raise TemplateError(*errors)
    styles = package.parts.get(package.related("styles"), b"<styles/>")
    with fenced(name, _ODD):
        by_id = looks(styles)
        members = tuple(
            _member(package, part, content) if part in filled else _packed(part, content)
            for part, content in package.parts.items()
        )
    core = package.related("core-properties", "")
    return Template(name, members, package.document, core, by_id, (*package.remarks, *stray))


def _member(package: Package, part: str, content: bytes) -> Member | Part:
    root = package.xml(part, blanks=False) if part == package.document or b"{" in content else None
    return _packed(part, content) if root is None else part_of(package.name, part, root)


@lru_cache(maxsize=256)
def _packed(part: str, content: bytes) -> Member:
    return packed(part, content)
