"""Filling: a template and plain values become a Word file; the door to Jinja and docxtpl."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import BytecodeCache, FileSystemBytecodeCache, StrictUndefined
from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError as JinjaError
from jinja2 import nodes as nodes  # noqa: PLC0414  handed on to check.py through this door
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.word import package, safety
from docgen.word.filling import finishing, tags
from docgen.word.filling.fields import did_you_mean, known_fields
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.etree import _Element as Element

DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
CORE: Final = "docProps/core.xml"

_FILLABLE: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING: Final = 1001  # docxtpl numbers drawings from here
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff￾￿]")
_NEWLINES: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_MARKUP: Final = re.compile(r"<[^>]+>")
_SHOWN: Final = 120  # characters of the faulty paragraph that a message quotes


@dataclass(frozen=True, slots=True)
class Properties:
    """What Word shows under File > Info; ``day`` is the day of drafting."""

    title: str
    subject: str
    author: str
    day: date


def clean(value: object) -> object:
    """``value`` as it may stand in XML: NFC, no forbidden characters, one kind of newline.

    ``None`` becomes empty; anything but text passes unchanged.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = _FORBIDDEN.sub("", _NEWLINES.sub("\n", unicodedata.normalize("NFC", value)))
    return Markup(text) if isinstance(value, Markup) else text  # noqa: S704  was markup already


class _Missing(StrictUndefined):
    """An undefined field, whose error carries nothing but the field's name."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name or self._undefined_hint)


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox in which templates run; a mapping's own keys win over its methods."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  as Jinja declares it
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The one Jinja environment: sandboxed, escaping, strict about missing fields."""
    return _Environment(autoescape=True, undefined=_Missing, finalize=clean)


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags in it: its name, its Jinja source and the compiled template."""

    name: str
    source: str
    jinja: JinjaTemplate

    def line(self, number: int) -> str:
        """The plain text of the paragraph on line ``number`` (from 1) of the source."""
        lines = self.source.split("\n")
        text = _MARKUP.sub("", lines[number - 1]) if 0 < number <= len(lines) else ""
        return text[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Template:
    """A template read, checked and compiled once; fill it as often as you like."""

    name: str
    members: tuple[package.Member | Part, ...]
    styles: bytes

    def fill(self, context: Mapping[str, object], properties: Properties) -> bytes:
        """The .docx (bytes) of this template with the values of ``context``.

        Raises:
            TemplateError: a field is missing, a tag fails, or tags tear the document.
        """
        return package.written(self._members(context, properties))

    def _members(
        self, context: Mapping[str, object], properties: Properties
    ) -> Iterator[package.Member]:
        for member in self.members:
            if isinstance(member, Part):
                yield package.packed(member.name, self._part(member, context))
            elif member.name == CORE:
                yield package.packed(CORE, _core(properties))
            else:
                yield member

    def _part(self, part: Part, context: Mapping[str, object]) -> bytes:
        root = rendered(self.name, part, context)
        if part.name == DOCUMENT:
            finishing.finish(root, self.styles)
        return etree.tostring(root, encoding="UTF-8", standalone=True)


def _core(properties: Properties) -> bytes:
    xml = package.core_properties(
        str(clean(properties.title)),
        str(clean(properties.subject)),
        str(clean(properties.author)),
        properties.day,
    )
    return package.canonical(xml)


@lru_cache(maxsize=128)
def prepare(data: bytes, name: str) -> Template:
    """The template ``name`` from the bytes of its .docx; kept, so the same bytes cost once.

    Raises:
        TemplateError: damaged, unsafe, or a tag that Jinja does not understand.
    """
    parts = package.parts_of(data, name)
    if faults := safety.faults(parts, name):
        raise TemplateError(*faults)
    if DOCUMENT not in parts or "[Content_Types].xml" not in parts:
        raise TemplateError.at(
            name, "không phải tài liệu Word (.docx)", "not a Word document (.docx)"
        )
    members = tuple(_member(part, content, name) for part, content in parts.items())
    return Template(name, members, parts.get(STYLES, b"<styles/>"))


def _member(part: str, content: bytes, name: str) -> package.Member | Part:
    fillable = _FILLABLE.fullmatch(part) and (part == DOCUMENT or b"{" in content)
    return _compiled(part, content, name) if fillable else _packed(part, content)


@lru_cache(maxsize=256)
def _packed(part: str, content: bytes) -> package.Member:
    return package.packed(part, content)


def _compiled(part: str, content: bytes, name: str) -> Part:
    source = jinja_source(_xml(part, content, name))
    try:
        return Part(part, source, _jinja(source))
    except JinjaError as error:
        number = getattr(error, "lineno", 0) or 0
        place = Part(part, source, JinjaTemplate("")).line(number)
        raise _tag_fault(name, part, place, str(error)) from None


def _jinja(source: str) -> JinjaTemplate:
    """``source`` compiled, or as it was compiled from the very same text in an earlier run."""
    jinja, store = environment(), _store()
    if store is None:
        return jinja.from_string(source)
    # Named by its text: two texts of one template, shipped and restyled, are both kept.
    bucket = store.get_bucket(jinja, f"docgen {store.get_source_checksum(source)}", None, source)
    if bucket.code is None:
        bucket.code = jinja.compile(source)
        with suppress(OSError):  # a full or read-only disk costs time, not the paper
            store.set_bucket(bucket)
    return JinjaTemplate.from_code(jinja, bucket.code, jinja.make_globals(None))


@cache
def _store() -> BytecodeCache | None:
    """Jinja's own store in the user's temporary folder, closed to others; None without one."""
    try:
        return FileSystemBytecodeCache()
    except (OSError, RuntimeError):
        return None


def parse(part: Part) -> nodes.Template:
    """The syntax tree of ``part``, for those who look into a template without filling it."""
    return environment().parse(part.source)


def _xml(part: str, content: bytes, name: str) -> str:
    """``content`` read without entities or network, and written as docxtpl reads it."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise TemplateError.at(
            name, f"phần {part} bị hỏng", f"the part {part} is damaged"
        ) from None
    for paragraph in root.iter(f"{W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if tags.is_unclosed(text):
            # Jinja would swallow what follows, up to the next tag, without a word.
            raise _tag_fault(name, part, text[:_SHOWN], "{{ {% … ?")
    return etree.tostring(root, encoding="unicode")


def jinja_source(xml: str) -> str:
    """The Jinja source of a part, each paragraph on a line of its own (messages count on it)."""
    plain = tags.lifted(xml) if tags.is_plain(xml) else _docxtpl().patch_xml(xml)
    return tags.literal_braces(plain.replace("<w:p ", "\n<w:p ").replace("<w:p>", "\n<w:p>"))


def _docxtpl() -> Any:  # noqa: ANN401  the library carries no types
    """The library itself, for documents whose tags Word has split or that use its rarer tags."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # noqa: PLC0415  slow

    return DocxTemplate("")


def rendered(name: str, part: Part, context: Mapping[str, object]) -> Element:
    """The root element of ``part`` filled with ``context``, before the rule pass.

    Raises:
        TemplateError: a field is missing, a tag fails, or tags tear the document.
    """
    try:
        text = part.jinja.render(context)
    except (JinjaError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise _filling_fault(name, part, context, error) from None
    text = text.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
    try:
        root = etree.fromstring(tags.broken_lines(text))
    except etree.XMLSyntaxError:
        raise TemplateError.at(
            name,
            "lệnh mẫu mở và đóng không cùng một chỗ (khác ô, khác đoạn)",
            "tags open and close in different cells or paragraphs",
        ) from None
    return _numbered(_squared(root, text))


def _squared(root: Element, text: str) -> Element:
    """``root``, its grids mended by docxtpl where column loops changed the count of cells."""
    uneven = any(_is_uneven(table) for table in root.iter(f"{W}tbl"))
    return _docxtpl().fix_tables(tags.broken_lines(text)) if uneven else root


def _is_uneven(table: Element) -> bool:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    spans = [
        [int(s.get(f"{W}val", "1")) if (s := c.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
         for c in row.findall(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]  # fmt: skip
    return max(map(sum, spans), default=0) < columns or max(map(len, spans), default=0) > columns


def _numbered(root: Element) -> Element:
    for number, drawing in enumerate(root.iter(_DRAWING), start=_FIRST_DRAWING):
        drawing.set("id", str(number))
    return root


def _filling_fault(
    name: str, part: Part, context: Mapping[str, object], error: Exception
) -> TemplateError:
    paragraph = part.line(_template_line(error))
    if isinstance(error, JinjaError) and str(error).isidentifier():
        field = str(error)
        what = Words(
            f"không có trường “{field}”, trong đoạn: {paragraph}",
            f"no field `{field}`, in the paragraph: {paragraph}",
        )
        written = re.search(rf"(?:\w+\.)+{field}\b", paragraph)
        hint = did_you_mean(written[0] if written else field, known_fields(context))
        return TemplateError(Problem(Place(name, field=field), what, hint))
    return _tag_fault(name, part.name, paragraph, str(error))


def _template_line(error: Exception) -> int:
    """The line of the Jinja source at which ``error`` was raised, 0 if unknown."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _tag_fault(name: str, part: str, paragraph: str, reason: str) -> TemplateError:
    what = Words(
        f"lệnh mẫu sai trong {part}, đoạn: {paragraph} ({reason})",
        f"broken tag in {part}, paragraph: {paragraph} ({reason})",
    )
    hint = Words(
        "mỗi lệnh {{ }} hoặc {% %} phải viết liền, mở và đóng đủ cặp",
        "write every {{ }} or {% %} in one piece and close what you open",
    )
    return TemplateError(Problem(Place(name), what, hint))
