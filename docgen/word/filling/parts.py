"""A part of a template: its Jinja source, and what it becomes filled; the door to docxtpl."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.values import Value
from docgen.word.filling import tags
from docgen.word.filling.fields import did_you_mean, known_fields
from docgen.word.filling.looks import child_of
from docgen.word.filling.losses import losses, openers, torn, unwritten
from docgen.word.filling.sandbox import (
    JinjaError,
    UnprintableError,
    compiled,
    environment,
    ready,
)
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

    from lxml.etree import _Element as Element

    from docgen.word.filling.losses import Loss
    from docgen.word.filling.sandbox import JinjaTemplate, nodes

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CELL, _CELL_PROPERTIES, _SPAN = f"{W}tc", f"{W}tcPr", f"{W}gridSpan"
_FIRST_DRAWING: Final = 1001  # docxtpl numbers drawings from here
_MARKUP: Final = r"<[^>]+>"
_UNCLOSED: Final = "innermost block that needs to be closed"
_SHOWN: Final = 120  # characters of the faulty paragraph that a message quotes


class Part(Value, dict=True):
    """A part with tags in it: its name, its Jinja source and that as byte code."""

    name: str
    source: str
    code: CodeType

    @cached_property
    def jinja(self) -> JinjaTemplate:
        """The compiled template."""
        return ready(self.code)

    def line(self, number: int) -> str:
        """The plain text of the paragraph on line ``number`` (from 1) of the source."""
        return _line(self.source, number)


def _line(source: str, number: int) -> str:
    lines = source.split("\n")
    text = re.sub(_MARKUP, "", lines[number - 1]) if 0 < number <= len(lines) else ""
    return text[:_SHOWN]


def part_of(name: str, part: str, root: Element) -> Part:
    """The part ``part`` with the root element ``root`` of the template ``name``.

    Raises:
        TemplateError: a tag is not closed in its paragraph, or Jinja does not understand it.
    """
    for paragraph in root.iter(f"{W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if tags.is_unclosed(text):
            # Jinja would swallow what follows, up to the next tag, without a word.
            raise _tag_fault(name, part, text[:_SHOWN], "{{ {% … ?")
    xml = etree.tostring(root, encoding="unicode")
    source = jinja_source(xml)
    _guard(name, root, source)
    try:
        return Part(part, source, compiled(source))
    except JinjaError as error:
        where = _line(source, _line_told(source, error))
        raise _tag_fault(name, part, where, str(error)) from None


def _guard(name: str, root: Element, source: str) -> None:
    """Refuse a part of which filling would lose words, tags or values."""
    if lost := losses(root, jinja_source):
        raise TemplateError(*dict.fromkeys(_lost(name, one) for one in lost))
    if outside := [_line(source, _line_of(source, at)) for at in unwritten(source)]:
        raise TemplateError(*(_unwritten(name, where) for where in dict.fromkeys(outside)))
    if across := [_line(source, _line_of(source, at)) for at in torn(source)]:
        raise TemplateError(*(torn_apart(name, where) for where in dict.fromkeys(across)))


def _line_of(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1


def _line_told(source: str, error: JinjaError) -> int:
    """The line of ``source`` to tell of: of a block that nothing closes, where it opens."""
    number = getattr(error, "lineno", 0) or 0
    before = "\n".join(source.split("\n")[:number]) if number else source
    opened = openers(before) if _UNCLOSED in str(error) else []
    return _line_of(source, opened[-1]) if opened else number


def _lost(name: str, loss: Loss) -> Problem:
    where = loss.where[:_SHOWN]
    if loss.is_tag:
        what = Words(
            f"lệnh “{loss.words}” đứng trong hàng hoặc đoạn mà lệnh {{%tr %}}, {{%p %}} thay mất, "
            f"sẽ không chạy: {where}",
            f"the tag `{loss.words}` stands in a row or paragraph that {{%tr %}} or {{%p %}} takes "
            f"away and would be lost: {where}",
        )
    else:
        what = Words(
            f"chữ “{loss.words[:_SHOWN]}” đứng cạnh lệnh {{%p %}}, {{%tr %}} nên sẽ mất: {where}",
            f"the words “{loss.words[:_SHOWN]}” stand beside {{%p %}} or {{%tr %}} and would be "
            f"lost: {where}",
        )
    hint = Words(
        "{%p … %} phải đứng một mình trong đoạn, {%tr … %} một mình trong hàng của nó: một hàng "
        "cho lệnh mở, các hàng được lặp, một hàng cho lệnh đóng.",
        "{%p … %} must be alone in its paragraph and {%tr … %} alone in its row: a row that "
        "opens, the rows that are repeated, a row that closes.",
    )
    return Problem(Place(name), what, hint)


def torn_apart(name: str, where: str) -> Problem:
    """That a tag opens at ``where`` and closes elsewhere."""
    what = Words(
        f"lệnh mở và đóng không cùng một chỗ (khác ô, khác đoạn): {where}",
        f"the tag opens and closes in different cells or paragraphs: {where}",
    )
    return Problem(Place(name), what)


def _unwritten(name: str, where: str) -> Problem:
    what = Words(
        f"giá trị sẽ nằm ngoài chữ của đoạn nên không in ra: {where}",
        f"the value would stand outside any text and not be printed: {where}",
    )
    hint = Words("Viết {{ … }}, không viết {{r … }} hay {{p … }}.", "Write {{ … }}, not {{r … }}.")
    return Problem(Place(name), what, hint)


def parse(part: Part) -> nodes.Template:
    """The syntax tree of ``part``, for those who look into a template without filling it."""
    return environment().parse(part.source)


def jinja_source(xml: str) -> str:
    """The Jinja source of a part, each paragraph on a line of its own (messages count on it)."""
    plain = tags.lifted(xml) if tags.is_plain(xml) else _docxtpl().patch_xml(xml)
    plain = tags.with_characters(plain)
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
    grids = table.iterchildren(f"{W}tblGrid")
    columns = sum(1 for grid in grids for _ in grid.iterchildren(f"{W}gridCol"))
    spans = [[_span(cell) for cell in row.iterchildren(_CELL)] for row in table.iter(f"{W}tr")]
    return max(map(sum, spans), default=0) < columns or max(map(len, spans), default=0) > columns


def _span(cell: Element) -> int:
    """How many columns ``cell`` reaches over."""
    for properties in cell:
        span = child_of(properties, _SPAN) if properties.tag == _CELL_PROPERTIES else None
        if span is not None:
            return int(span.get(f"{W}val", "1"))
    return 1


def _numbered(root: Element) -> Element:
    for number, drawing in enumerate(root.iter(_DRAWING), start=_FIRST_DRAWING):
        drawing.set("id", str(number))
    return root


def _filling_fault(
    name: str, part: Part, context: Mapping[str, object], error: Exception
) -> TemplateError:
    paragraph = part.line(_template_line(error))
    if isinstance(error, UnprintableError):
        return TemplateError(unprintable(name, paragraph, error.value))
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


def unprintable(name: str, paragraph: str, value: object) -> Problem:
    """That ``value``, printed in ``paragraph``, is no text."""
    if isinstance(value, bool):
        what, hint = _YES_NO
    elif isinstance(value, list | tuple | set | frozenset):
        what, hint = _LIST
    else:
        what, hint = _GROUP
    told = Words(f"{what.vi}: {paragraph}", f"{what.en}: {paragraph}")
    return Problem(Place(name), told, hint)


_YES_NO: Final = (
    Words("giá trị là có/không, không phải chữ để in", "the value is true or false, not a text"),
    Words("Viết {% if … %}…{% endif %}.", "Write {% if … %}…{% endif %}."),
)
_LIST: Final = (
    Words("giá trị là danh sách, không phải chữ để in", "the value is a list, not a text"),
    Words(
        "Lặp từng dòng bằng {%p for … %}, hoặc nối lại: {{ … | join('; ') }}.",
        "Repeat it with {%p for … %}, or join it: {{ … | join('; ') }}.",
    ),
)
_GROUP: Final = (
    Words("giá trị là một nhóm trường, không phải chữ để in", "the value is a group of fields"),
    Words("Ghi tên một trường trong nhóm đó.", "Name one of the fields in it."),
)


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
