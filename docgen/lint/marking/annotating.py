"""A copy with real Word comments: what is, what should be, and the clause, at each place."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.errors import Words
from docgen.lint import wording
from docgen.lint.marking.copies import copy_of, text_node
from docgen.word.markup import parse, serialised
from docgen.word.package import CONTENT_TYPES, open_package
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lxml.etree import _Element as Element

    from docgen.lint.holding import Held, Judged
    from docgen.lint.marking.copies import Copy
    from docgen.lint.reading.model import Paragraph, Run
    from docgen.lint.rulebook.model import Outcome

_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TOLD: Final = Words(
    "{rule}: {found}; phải là {wanted}. {remedy} ({clause})",
    "{rule}: {found}; must be {wanted}. {remedy} ({clause})",
)

Spot = tuple[int, tuple[int, int] | None]
"""A paragraph, and the span of its text that a comment is about."""


def annotated(held: Held, data: bytes, day: date, lang: str) -> bytes:
    """A copy of ``data`` with a comment in ``lang`` at each place where ``held`` found something.

    Raises:
        TemplateError: the gate for files from outside refuses it.
    """
    copy = copy_of(data, held.file.name, day)
    part = _comments_part(copy, data)
    comments = parse(copy.parts.get(part, copy.file.parts.get(part, b"")), part)
    for (number, span), findings in _spots(held, copy).items():
        paragraph = copy.file.by_number[number]
        mark = _comment(copy, comments, findings, lang)
        _around(paragraph, span, mark)
    copy.parts[part] = serialised(comments)
    return copy.bytes()


def _spots(held: Held, copy: Copy) -> dict[Spot, list[Outcome]]:
    """The findings by the place that their comment stands at, in reading order."""
    spots: dict[Spot, list[Outcome]] = {}
    for paper in held.papers:
        for one in paper.findings:
            spots.setdefault(_spot(one, paper, copy), []).append(one)
    return dict(sorted(spots.items(), key=lambda spot: (spot[0][0], spot[0][1] or (0, 0))))


def _spot(one: Outcome, paper: Judged, copy: Copy) -> Spot:
    """Where the comment on a finding stands: Word takes none in headers and text boxes."""
    paragraph = one.part.line.paragraph if one.part else None
    if paragraph is not None and paragraph.number:
        if not paragraph.boxed:
            return paragraph.number, one.reading.span if one.reading else None
        return _before(paragraph.number, copy), None
    section = one.reading.section if one.reading else None
    for line in paper.sheet.lines:
        told = line.paragraph
        if not line.is_blank and not told.boxed and section in {None, told.section}:
            return told.number, None
    return _before(paper.sheet.lines[0].paragraph.number, copy), None


def _before(number: int, copy: Copy) -> int:
    """The last paragraph up to ``number`` that stands in no text box."""
    free = [one.number for one in copy.file.paragraphs if not one.boxed and one.number <= number]
    return free[-1] if free else copy.file.paragraphs[0].number


def _comment(
    copy: Copy, comments: Element, findings: Iterable[Outcome], lang: str
) -> str:  # fmt: skip
    """Add one comment with a line for each finding; its id."""
    comment = copy.mark("comment")
    comment.set(f"{W}initials", "dg")
    for one in findings:
        told = _TOLD.in_language(lang).format(
            rule=one.rule.id,
            found=wording.found(one).in_language(lang),
            wanted=wording.wanted(one).in_language(lang),
            remedy=one.rule.remedy.in_language(lang),
            clause=one.rule.cited,
        )
        paragraph = etree.SubElement(comment, f"{W}p")
        etree.SubElement(paragraph, f"{W}r").append(text_node("t", told))
    comments.append(comment)
    return comment.get(f"{W}id", "")


def _around(paragraph: Paragraph, span: tuple[int, int] | None, mark: str) -> None:
    """Set the range of a comment around the runs of a span, or around the whole paragraph."""
    runs = _runs(paragraph, span)
    start, end = (etree.Element(W + tag) for tag in ("commentRangeStart", "commentRangeEnd"))
    reference = etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}commentReference").set(f"{W}id", mark)
    for element in (start, end):
        element.set(f"{W}id", mark)
    if runs:
        runs[0].element.addprevious(start)
        runs[-1].element.addnext(end)
    else:
        properties = paragraph.element.find(f"{W}pPr")
        paragraph.element.insert(0 if properties is None else 1, start)
        paragraph.element.append(end)
    end.addnext(reference)


def _runs(paragraph: Paragraph, span: tuple[int, int] | None) -> list[Run]:
    """The runs that a span touches; those inside another field or link leave the whole."""
    low, high = span if span is not None else (0, len(paragraph.text))
    runs = [run for run in paragraph.runs if run.start < high and run.end > low]
    plain = all(run.element.getparent() is paragraph.element for run in runs)
    return runs if plain else []


def _comments_part(copy: Copy, data: bytes) -> str:
    """The part that holds the comments, made and related to the main part where there is none."""
    source = open_package(data, copy.file.name)
    if told := source.related("comments"):
        return told
    part = posixpath.join(posixpath.dirname(source.document), "comments.xml")
    copy.parts[part] = serialised(etree.Element(f"{W}comments", nsmap={"w": W[1:-1]}))
    _relate(copy, source.document, part)
    types = parse(source.parts[CONTENT_TYPES], CONTENT_TYPES)
    etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{part}", ContentType=_CONTENT)
    copy.parts[CONTENT_TYPES] = serialised(types)
    return part


def _relate(copy: Copy, document: str, part: str) -> None:
    folder, base = posixpath.split(document)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    data = copy.file.parts.get(name)
    root = etree.Element(f"{_RELATIONS}Relationships") if data is None else parse(data, name)
    taken = {one.get("Id", "") for one in root}
    number = next(at for at in range(1, len(taken) + 2) if f"rIdComments{at}" not in taken)
    etree.SubElement(
        root,
        f"{_RELATIONS}Relationship",
        Id=f"rIdComments{number}",
        Type=_KIND,
        Target=posixpath.basename(part),
    )
    copy.parts[name] = serialised(root)
