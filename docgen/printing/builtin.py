"""The built-in printer: a .docx read, written as Typst, and set, or refused by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.printing.reading.paper import read_paper
from docgen.printing.refusals import Refusals
from docgen.printing.setting.writer import write_paper
from docgen.printing.typeset import typeset

if TYPE_CHECKING:
    from docgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Sheets:
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
    found = Refusals(name)
    paper = read_paper(docx, name, found)
    source = write_paper(paper, found)
    found.raise_any()
    pdf = typeset(source, name, paper.about.modified)
    return Sheets(pdf, found.remarks())
