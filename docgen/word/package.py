"""A .docx opened: the one gate through which every Word file from outside comes."""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.values import Value
from docgen.word import foreign, markup, safety, unpacked
from docgen.word.archive import key, packed, parts_of, too_large, written
from docgen.word.schema import W
from docgen.word.transitional import as_usual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

MAX_XML: Final = 32 << 20  # bytes of what is parsed: a tree takes ten times as much
MOST_PARAGRAPHS: Final = 20_000  # in one part
MOST_NESTED: Final = 10  # tables in tables
CONTENT_TYPES: Final = "[Content_Types].xml"

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)


class Relation(Value):
    """One relation of a part: its kind (the last word of its type), target, and where it leads.

    The target is the name of a part, unless the relation is ``external``.
    """

    id: str
    kind: str
    target: str
    external: bool


class Package(Value, dict=True, eq=False):
    """An opened .docx: its parts by name, all read and within limits.

    ``docx`` are the bytes that another program may be given.
    """

    name: str
    parts: Mapping[str, bytes]
    docx: bytes

    def __repr__(self) -> str:
        """Without what it holds."""
        return f"Package({self.name!r})"

    @cached_property
    def _read(self) -> dict[str, dict[str, Relation]]:
        return {}

    @cached_property
    def _roots(self) -> dict[str, Element]:
        return {}

    @cached_property
    def _told(self) -> dict[str, tuple[Relation, ...]]:
        return {}

    def xml(self, part: str, *, blanks: bool = True) -> Element | None:
        """The root element of ``part``, or None when there is no such part.

        Raises:
            TemplateError: the part is not well-formed XML.
        """
        if blanks and part in self._roots:
            return self._roots.pop(part)  # read at the gate, and nobody's yet
        data = self.parts.get(part)
        return None if data is None else markup.parse(data, self.name, part, blanks=blanks)

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of ``part`` ("" for the package itself) by id."""
        known = self._read.get(part)
        if known is None:
            folder, file = posixpath.split(part)
            rels = self._names.get(key(posixpath.join(folder, "_rels", f"{file}.rels")), "")
            known = {relation.id: relation for relation in self.told_in(rels)}
            self._read[part] = known
        return known

    def told_in(self, rels: str) -> tuple[Relation, ...]:
        """Every relation that the part ``rels`` tells, also those that share an id."""
        if rels not in self._told:
            self._told[rels] = tuple(self._relations(rels))
        return self._told[rels]

    def _relations(self, rels: str) -> Iterator[Relation]:
        folder = posixpath.dirname(posixpath.dirname(key(rels)))
        for told in self._entries(rels, "{*}Relationship"):
            target = told.get("Target", "").strip()
            mode = told.get("TargetMode", "").strip().lower()
            external = mode == "external" or _ADDRESS.match(target) is not None
            if not external:
                inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                target = self._names.get(key(inside), inside)
            kind = told.get("Type", "").strip().rpartition("/")[2]
            yield Relation(told.get("Id", ""), kind, target, external)

    def _entries(self, part: str, *tags: str) -> tuple[Mapping[str, str], ...]:
        """The attributes of the ``tags`` in ``part``, of which many papers have the same."""
        data = self.parts.get(part)
        try:
            return () if data is None else _entries_of(data, tags)
        except TemplateError:
            self.xml(part)  # raises the same, by the names of file and part
            raise

    @cached_property
    def document(self) -> str:
        """The name of the main part, as the package's own relations tell it."""
        return self.related("officeDocument", "")

    def related(self, kind: str, part: str | None = None) -> str:
        """The part that ``part`` (the main part) relates to as ``kind``, "" when none."""
        return next(self.all_related((kind,), part), "")

    def all_related(self, kinds: tuple[str, ...], part: str | None = None) -> Iterator[str]:
        """The parts that ``part`` (the main part) relates to as one of ``kinds``."""
        for relation in self.relations(self.document if part is None else part).values():
            if relation.kind in kinds and not relation.external and relation.target in self.parts:
                yield relation.target

    @cached_property
    def types(self) -> dict[str, str]:
        """The content type of every part that has one, in lower case."""
        told = {
            (one.get("Extension") or key(one.get("PartName", ""))).lower(): one
            for one in self._entries(CONTENT_TYPES, "{*}Default", "{*}Override")
        }
        found = {part: told.get(key(part), told.get(_ending(part))) for part in self.parts}
        return {
            part: one.get("ContentType", "").strip().lower()
            for part, one in found.items()
            if one is not None
        }

    @cached_property
    def sources(self) -> dict[str, set[str]]:
        """Which parts relate to a part, by its name."""
        found: dict[str, set[str]] = {}
        for rels in self.parts:
            if rels.lower().endswith(".rels"):
                folder, file = posixpath.split(rels)
                source = posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])
                for target in (one.target for one in self.told_in(rels) if not one.external):
                    found.setdefault(target, set()).add(self._names.get(key(source), ""))
        return found

    @cached_property
    def remarks(self) -> tuple[Problem, ...]:
        """What is let through and should be told to a person, as warnings."""
        return tuple(safety.remarks(self))

    @cached_property
    def _names(self) -> dict[str, str]:
        return {key(part): part for part in self.parts}

    def xml_parts(self) -> Iterator[str]:
        """The names of all parts that are XML: by their end, or by their content type."""
        for part in self.parts:
            by_type = self.types.get(part, "").endswith("+xml") and "image" not in self.types[part]
            if by_type or _ending(part) in {"xml", "rels"} or part == self.document:
                yield part


def open_package(docx: bytes, name: str) -> Package:
    """Open ``docx`` (the file's bytes), called ``name`` in messages.

    Raises:
        TemplateError: it is no .docx, damaged, far larger than any paper, or carries something of
            the list in ``safety``; every reason at once.
    """
    found = parts_of(docx, name)
    if kind := foreign.of_parts(found):
        raise TemplateError(kind.problem(name))
    parts = as_usual(found)
    if parts is not found:
        docx = written(packed(part, data) for part, data in parts.items())
    package = Package(name, parts, docx)
    if CONTENT_TYPES not in parts or not package.document:
        raise TemplateError(foreign.NO_DOCX.problem(name))
    read = package._roots  # noqa: SLF001 - its own gate
    read.update(unpacked.roots_of(docx))
    roots = _roots(package)
    if problems := safety.faults(package, roots):
        raise TemplateError(*problems)
    read.update(roots)
    main = package.xml(package.document)
    if main is None or main.tag != f"{W}document":
        raise TemplateError(foreign.NO_DOCX.problem(name))
    read[package.document] = main
    if len(_PASSED) > _MOST_PASSED:
        _PASSED.clear()
    _PASSED.update(_mark(package.parts[part]) for part in roots)
    return package


_MOST_PASSED: Final = 20_000
_PASSED: Final[set[bytes]] = set()
"""The marks of what passed the gate before: papers of one template share all parts but a few."""


def _mark(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _roots(package: Package) -> dict[str, Element]:
    """The roots of all parts that are XML and new, as long and as nested as a paper may be."""
    texts = list(package.xml_parts())
    if sum(len(package.parts[part]) for part in texts) > MAX_XML:
        raise too_large(package.name)
    new = [part for part in texts if _mark(package.parts[part]) not in _PASSED]
    roots = {part: root for part in new if (root := package.xml(part)) is not None}
    if not all(_is_like_a_paper(root) for root in roots.values()):
        what = Words("dài hoặc lồng bảng bất thường", "longer or more nested than any paper")
        hint = Words(
            "Mở tệp bằng Word, bỏ bớt bảng lồng trong bảng hoặc chép phần cần dùng sang tệp mới.",
            "Open it in Word, take tables out of tables or copy what you need to a new file.",
        )
        raise TemplateError(Problem(Place(package.name), what, hint))
    return roots


def _is_like_a_paper(root: Element) -> bool:
    nested = (sum(1 for _ in table.iterancestors(f"{W}tbl")) for table in root.iter(f"{W}tbl"))
    count = sum(1 for _ in root.iter(f"{W}p"))
    return count <= MOST_PARAGRAPHS and max(nested, default=0) <= MOST_NESTED


@lru_cache(maxsize=128)
def _entries_of(data: bytes, tags: tuple[str, ...]) -> tuple[Mapping[str, str], ...]:
    root = markup.parse(data, "")
    return tuple({str(key): str(value) for key, value in one.items()} for one in root.iter(*tags))


def _ending(part: str) -> str:
    return part.rpartition("/")[2].rpartition(".")[2].lower()
