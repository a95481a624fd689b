"""The codes of the fields of a Word part, joined again however Word or a stranger cut them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

NESTED: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a code for a field inside it, whose result is not known."""
_CHAR, _SIMPLE = f"{W}fldChar", f"{W}fldSimple"
_CODE, _DELETED = f"{W}instrText", f"{W}delInstrText"


def instructions(root: Element) -> Iterator[str]:
    """The code of every field in ``root``, fields inside fields before those around them."""
    waiting: list[list[str] | None] = []  # None: its result has begun
    for node in root.iter(_CHAR, _SIMPLE, _CODE, _DELETED):
        inner = waiting[-1] if waiting else None
        stage = node.get(f"{W}fldCharType", "")
        if node.tag == _SIMPLE:
            yield node.get(f"{W}instr", "")
        elif node.tag != _CHAR:
            text = node.text or ""
            if inner is None:
                yield text  # a code outside of any field: looked at all the same
            else:
                inner.append(text)
        elif stage == "begin":
            if inner is not None:
                inner.append(NESTED)
            waiting.append([])
        elif waiting:
            if inner is not None:
                yield "".join(inner)
            waiting.pop()
            if stage == "separate":
                waiting.append(None)
    yield from ("".join(code) for code in waiting if code is not None)
