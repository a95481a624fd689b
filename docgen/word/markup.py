"""The XML of a part: read without entities, network or recovery, and written the one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.word.fence import FAULTS, SAVE_AGAIN

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def canonical(xml: str) -> bytes:
    """``xml`` as one part: checked to be well formed and serialised the one way."""
    return serialised(built(xml))


def built(xml: str) -> Element:
    """The root of ``xml``, which is our own and well formed."""
    return etree.fromstring(xml)


def serialised(root: Element) -> bytes:
    """``root`` as a part."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def parse(data: bytes, name: str, part: str = "", *, blanks: bool = True) -> Element:
    """The root of ``data``; comments and processing instructions are left out.

    Args:
        data: the XML.
        name: the name of the file, for messages.
        part: the name of the part, for messages; where none is told, ``name`` is one.
        blanks: whether text that is only white space stays.

    Raises:
        TemplateError: it is not well-formed.
    """
    parser = etree.XMLParser(
        remove_blank_text=not blanks,
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
    )
    try:
        return etree.fromstring(data, parser)
    except FAULTS as fault:
        what = Words(f"phần {part or name} bị hỏng", f"the part {part or name} is damaged")
        raise TemplateError(Problem(Place(name), what, SAVE_AGAIN)) from fault
