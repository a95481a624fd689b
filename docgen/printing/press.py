"""The press: which printer prints a paper, and what to say when none can."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.errors import Place, PrintRefusedError, Problem, Severity, Words
from docgen.printing.builtin import print_sheets
from docgen.printing.libreoffice import find_libreoffice, need_libreoffice
from docgen.printing.pages import count_pages
from docgen.printing.word import has_word, print_word

if TYPE_CHECKING:
    from collections.abc import Iterable


_LOOK = Words(
    "Xem lại bản in một lượt; muốn chỉ dùng bộ in sẵn thì thêm --printer builtin.",
    "Look the print over once; add --printer builtin to use the built-in printer only.",
)


class Printer(StrEnum):
    """The printers that can be asked for; ``AUTO`` takes the first that prints the paper."""

    BUILTIN = "builtin"
    LIBREOFFICE = "libreoffice"
    WORD = "word"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Print:
    """A printed paper: its PDF, how many pages, which printer made it, what is to be told of it."""

    pdf: bytes
    pages: int
    printer: str
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """Prints papers with one printer, or with the first that can."""

    printer: Printer = Printer.AUTO

    def print(self, docx: bytes, name: str) -> Print:
        """Print ``docx`` (the file's bytes), called ``name`` in messages.

        Raises:
            DocgenError: the file is damaged or unsafe.
            PrintRefusedError: the built-in printer does not print it, and no other is there.
            MissingToolError: the printer asked for is not on this machine.
            OutsideError: LibreOffice or Word failed.
        """
        if self.printer is Printer.AUTO:
            return self._first_able(docx, name)
        return self._with(self.printer, docx, name)

    def print_all(self, papers: Iterable[tuple[str, bytes]]) -> list[Print]:
        """Print ``papers`` (name, .docx bytes) in order; raises as :meth:`print`.

        Papers are taken one by one, as they are drafted; LibreOffice gets all in one call.
        """
        if self.printer is Printer.LIBREOFFICE:
            prints = need_libreoffice().print(list(papers))
            return [Print(pdf, count_pages(pdf), self.printer.value) for pdf in prints]
        return [self.print(docx, name) for name, docx in papers]

    def _first_able(self, docx: bytes, name: str) -> Print:
        try:
            return self._with(Printer.BUILTIN, docx, name)
        except PrintRefusedError as refusal:
            if find_libreoffice() is not None:
                second = self._with(Printer.LIBREOFFICE, docx, name)
            elif has_word():
                second = self._with(Printer.WORD, docx, name)
            else:
                raise
            told = _instead(name, _PROGRAMS[second.printer], refusal)
            return replace(second, remarks=(told, *second.remarks))

    def _with(self, printer: Printer, docx: bytes, name: str) -> Print:
        if printer is Printer.LIBREOFFICE:
            (pdf,) = need_libreoffice().print([(name, docx)])
        elif printer is Printer.WORD:
            pdf = print_word(docx, name)
        else:
            sheets = print_sheets(docx, name)
            return Print(sheets.pdf, count_pages(sheets.pdf), printer.value, sheets.remarks)
        return Print(pdf, count_pages(pdf), printer.value)


_PROGRAMS = {Printer.LIBREOFFICE.value: "LibreOffice", Printer.WORD.value: "Microsoft Word"}


def _instead(name: str, program: str, refusal: PrintRefusedError) -> Problem:
    """That another program printed the paper, and why."""
    first, more = refusal.problems[0].what, len(refusal.problems) - 1
    rest = Words(f" và {more} thứ khác", f" and {more} more") if more else Words("", "")
    what = Words(
        f"{program} in văn bản này, vì {first.vi}{rest.vi}",
        f"{program} printed this paper, for {first.en}{rest.en}",
    )
    return Problem(Place(name), what, _LOOK, Severity.WARNING)
