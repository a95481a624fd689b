"""The built-in printer: a .docx read, written as Typst, and set, or refused by name."""

from __future__ import annotations

from docgen.printing.reading.paper import read_paper
from docgen.printing.refusals import Refusals
from docgen.printing.setting.paper import write_paper
from docgen.printing.typeset import typeset


def print_builtin(docx: bytes, name: str) -> bytes:
    """The tagged PDF/A-2b of ``docx``; the same bytes in give the same bytes out.

    Args:
        docx: the file's bytes.
        name: what it is called in messages.

    Raises:
        DocgenError: ``docx`` is damaged or unsafe.
        PrintRefusedError: something in it is not printed; everything of the kind at once.
    """
    paper = read_paper(docx, name)
    refusals = Refusals(name)
    source = write_paper(paper, refusals)
    refusals.raise_any()
    return typeset(source, name, paper.about.modified)
