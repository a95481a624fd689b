"""Papers of a few plain lines, in the styles of our own."""

from __future__ import annotations

from functools import cache

from lxml import etree

from tests.hands import DOCUMENT, W, parts, with_part
from tests.samples import SAMPLES, drafts


@cache
def shell() -> bytes:
    """A paper with every style."""
    return drafts(SAMPLES[0])[0].docx


def page(*content: str | tuple[str, str]) -> bytes:
    """A paper of paragraphs only, in the style Body or in ``(style, text)``."""
    root = etree.fromstring(parts(shell())[DOCUMENT])
    body = root.find(f"{W}body")
    assert body is not None
    last = body[-1]
    body[:] = []
    for piece in content:
        style, text = piece if isinstance(piece, tuple) else ("Body", piece)
        paragraph = etree.SubElement(body, f"{W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", style)
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
    body.append(last)
    return with_part(shell(), DOCUMENT, lambda _: etree.tostring(root))
