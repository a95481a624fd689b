"""A Word file as it reads: changes accepted, fields that would be reckoned anew by what they say.

Other programs print pending changes as markup, and the day of printing for the day in the paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.word.archive import packed, written
from docgen.word.live import is_live
from docgen.word.markup import parse, serialised
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.word.package import Package

_KEPT: Final = frozenset(f"{W}{name}" for name in ("ins", "moveTo"))
_GONE: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_NOTES: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange"),
        *("tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellMerge"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
    )
)
"""What says of a change that there was one, and nothing else."""
_P, _PPR, _RPR, _TR, _TRPR = f"{W}p", f"{W}pPr", f"{W}rPr", f"{W}tr", f"{W}trPr"
_TC, _SECT, _TBL = f"{W}tc", f"{W}sectPr", f"{W}tbl"
_CHAR, _SIMPLE, _CODE, _RUN = f"{W}fldChar", f"{W}fldSimple", f"{W}instrText", f"{W}r"
_REACHING: Final = ("{*}dataBinding", f"{W}updateFields")
"""What has a program fetch or reckon the text of controls and fields anew."""


def stilled(package: Package) -> bytes:
    """``package`` with nothing left in it that prints otherwise than it reads.

    Raises:
        TemplateError: a part is not well-formed.
    """
    parts = dict(package.parts)
    for part in package.xml_parts():
        root = parse(parts[part], package.name, part)
        if _accept(root) | _freeze(root):
            parts[part] = serialised(root)
    if all(parts[part] is data for part, data in package.parts.items()):
        return package.docx
    return written(packed(part, data) for part, data in parts.items())


# -- tracked changes --


def _accept(root: Element) -> bool:
    """Accept every change in ``root``; whether there was one."""
    found = [*root.iter(*_KEPT, *_GONE, *_NOTES, f"{W}cellDel")]
    for node in reversed(found):  # those inside before those around them
        parent = node.getparent()
        if parent is None:
            continue
        if parent.tag == _TRPR and node.tag in _GONE:
            _remove(parent.getparent())
        elif node.tag == f"{W}cellDel":
            _remove(next(node.iterancestors(_TC), None))
        elif parent.tag == _RPR and node.tag in _GONE:
            _join(node)
        elif node.tag in _KEPT:
            _unwrap(node)
        else:
            parent.remove(node)
    for table in [*root.iter(_TBL)]:
        if table.find(_TR) is None and table.getparent() is not None:
            _remove(table)
    return bool(found)


def _join(mark: Element) -> None:
    """The end of a paragraph is deleted: what it holds begins the next one."""
    properties = mark.getparent()
    paragraph = next(mark.iterancestors(_P), None)
    if properties is not None:
        properties.remove(mark)
    following = paragraph.getnext() if paragraph is not None else None
    if paragraph is None or paragraph.find(f"{_PPR}/{_SECT}") is not None:
        return
    if following is None or following.tag != _P:
        return
    place = 0 if following.find(_PPR) is None else 1
    held = [child for child in paragraph if child.tag != _PPR]
    for offset, child in enumerate(held):
        following.insert(place + offset, child)
    _remove(paragraph)


def _unwrap(node: Element) -> None:
    """What ``node`` holds, in its place."""
    parent = node.getparent()
    if parent is None:
        return
    place = parent.index(node)
    for offset, child in enumerate([*node]):
        parent.insert(place + offset, child)
    parent.remove(node)


def _remove(node: Element | None) -> None:
    parent = node.getparent() if node is not None else None
    if node is not None and parent is not None:
        parent.remove(node)


# -- fields and controls --


class _Field:
    """A field that is open: its code, the marks of it that go where it is live."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self.marks: list[Element] = []
        self.in_result = False

    @property
    def is_live(self) -> bool:
        return is_live("".join(self.code))


def _freeze(root: Element) -> bool:
    """Leave of live fields their result, of bound controls their text; whether there was one."""
    bound = [*root.iter(*_REACHING)]
    simple = [one for one in root.iter(_SIMPLE) if is_live(one.get(f"{W}instr", ""))]
    live = [mark for one in _fields(root) if one.is_live for mark in one.marks]
    for node in (*bound, *live):
        _remove(node)
    for node in simple:
        _unwrap(node)
    return bool(bound or simple or live)


def _fields(root: Element) -> Iterator[_Field]:
    """The fields of ``root`` that begin and end in it, each with what is not its result."""
    waiting: list[_Field] = []
    for run in root.iter(_RUN):
        for node in run:
            stage = node.get(f"{W}fldCharType", "") if node.tag == _CHAR else ""
            if stage == "begin":
                waiting.append(_Field())
            _take(waiting, node, stage)
            if stage == "separate" and waiting:
                waiting[-1].in_result = True
            elif stage == "end" and waiting:
                yield waiting.pop()


def _take(waiting: list[_Field], node: Element, stage: str) -> None:
    """Note ``node`` with the innermost field that it is a mark of, or in whose code it stands."""
    if stage and waiting:
        waiting[-1].marks.append(node)
    for one in waiting:
        if not one.in_result and node.tag != _RPR:
            one.marks.append(node)
    if waiting and node.tag == _CODE and not waiting[-1].in_result:
        waiting[-1].code.append(node.text or "")
