"""A Word paper as text that a person can read and compare: one line a paragraph."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(docx: bytes) -> dict[str, str]:
    """The hash of every part of the file, by its name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


def outline(docx: bytes) -> str:
    """The paper line by line: style, a bar, the text; rows of tables under ``|``."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join(_lines(root)) + "\n"


def paragraphs(docx: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph of the paper."""
    rows = (line.split(" | ", 1) for line in outline(docx).splitlines() if " | " in line)
    return [(row[0].strip(), row[1]) for row in rows]


def _lines(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{W}p", f"{W}tr", f"{W}sectPr"):
        if element.tag == f"{W}tr":
            yield "| row"
        elif element.tag == f"{W}sectPr":
            yield "= section"
        else:
            yield f"{_style(element):>14} | {_text(element)}".rstrip()


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _text(paragraph: etree._Element) -> str:
    text = ""
    for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}instrText"):
        if element.tag in {f"{W}t", f"{W}instrText"}:
            text += element.text or ""
        else:
            text += "⏎" if element.tag == f"{W}br" else "⇥"
    return text
