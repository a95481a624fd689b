"""The built-in printer: a .docx read, written as Typst, and set, or refused by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.reading.paper import read_paper
from docgen.printing.refusals import Refusals
from docgen.printing.setting.writer import write_paper
from docgen.printing.typeset import typeset
from docgen.values import Value

if TYPE_CHECKING:
    from datetime import datetime

    from docgen.errors import Problem
    from docgen.printing.typeset import Source


class Written(Value):
    """A paper read and written as Typst, still to be set; its name in messages, its day."""

    source: Source
    name: str
    modified: datetime | None
    remarks: tuple[Problem, ...]


class Sheets(Value):
    """A print: the PDF, and what is to be told of it."""

    pdf: bytes
    remarks: tuple[Problem, ...] = ()


def print_builtin(docx: bytes, name: str) -> bytes:
    """The PDF of `print_sheets` alone; raises as it does."""
    return print_sheets(docx, name).pdf


def print_sheets(docx: bytes, name: str) -> Sheets:
    """The tagged PDF/A-2b of ``docx``; the same bytes in give the same bytes out.

    Args:
        docx: the file's bytes.
        name: what it is called in messages.

    Raises:
        DocgenError: ``docx`` is damaged or unsafe.
        PrintRefusedError: something in it is not printed; everything of the kind at once.
    """
    return set_sheets(written(docx, name))


def written(docx: bytes, name: str) -> Written:
    """The paper as Typst takes it; raises as :func:`print_sheets` where it is not printed."""
    found = Refusals(name)
    paper = read_paper(docx, name, found)
    source = write_paper(paper, found)
    found.raise_any()
    return Written(source, name, paper.about.modified, tuple(found.remarks()))


def set_sheets(paper: Written) -> Sheets:
    """The print of what is written; raises where Typst breaks down over it."""
    return Sheets(typeset(paper.source, paper.name, paper.modified), paper.remarks)
