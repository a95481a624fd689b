"""The codes of fields as they stand in a paper, inner ones first."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.word.instructions import NESTED, instructions

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def mark(kind: str) -> str:
    """Where a field begins, where its result does, where it ends."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str, tag: str = "instrText") -> str:
    """A piece of the code of a field."""
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


BEGIN, SEPARATE, END = mark("begin"), mark("separate"), mark("end")


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("", []),
        ('<w:fldSimple w:instr=" DATE "/>', [" DATE "]),
        ("<w:fldSimple/>", [""]),
        (BEGIN + code(" DA") + code("TE ") + SEPARATE + END, [" DATE "]),
        (BEGIN + code("DATE") + END, ["DATE"]),
        (BEGIN + code("DATE", "delInstrText") + END, ["DATE"]),
        (BEGIN + code("") + END, [""]),
        (code("ALONE"), ["ALONE"]),
        (SEPARATE + END, []),
        (BEGIN + code("A") + SEPARATE + code("IN RESULT") + END, ["A", "IN RESULT"]),
        (
            BEGIN
            + code("IF ")
            + BEGIN
            + code("B")
            + SEPARATE
            + END
            + code(" = 1")
            + SEPARATE
            + END,
            ["B", f"IF {NESTED} = 1"],
        ),
        (BEGIN + code("A") + SEPARATE + BEGIN + code("B") + END + END, ["A", "B"]),
        (BEGIN + code("A") + SEPARATE + END + BEGIN + code("B") + END, ["A", "B"]),
        (BEGIN + code("NEVER CLOSED"), ["NEVER CLOSED"]),
        (BEGIN + code("A") + SEPARATE, ["A"]),
    ],
)
def test_every_code_is_told(content: str, codes: list[str]) -> None:
    """Simple, in pieces, deleted, inside each other, torn: none escapes the gate."""
    root = etree.fromstring(f"<w:p {_NAMESPACE}>{content}</w:p>")
    assert list(instructions(root)) == codes
