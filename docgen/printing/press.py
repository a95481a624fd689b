"""The press: which printer prints a paper, and what to say when none can."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, PrintRefusedError, Problem, Severity, Words
from docgen.printing.builtin import print_sheets, set_sheets, written
from docgen.printing.pages import count_pages
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from docgen.printing.builtin import Sheets


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


class Print(Value):
    """A printed paper: its PDF, how many pages, which printer made it, what is to be told of it."""

    pdf: bytes
    pages: int
    printer: str
    remarks: tuple[Problem, ...] = ()


def _at_once() -> bool:
    return True


class Begun(Value):
    """A print that was begun; asked for, it waits until it is done, and raises what went wrong.

    Attributes:
        finish: Waits for it.
        done: Whether nothing is left to wait for that is set beside.
    """

    finish: Callable[[], Print]
    done: Callable[[], bool] = _at_once

    def __call__(self) -> Print:
        """The print."""
        return self.finish()


_TYPESETTERS = 2
"""Setting a paper takes a little longer than drafting and writing it: two keep up with that."""


@contextmanager
def typesetter() -> Iterator[Executor]:
    """Typst at work beside: while it sets papers, the next ones are drafted, read and written.

    It lets Python go on meanwhile, and takes papers in order, two at a time. What is left is not
    begun where the block ends in a fault.
    """
    pool = ThreadPoolExecutor(_TYPESETTERS, "typesetter")
    try:
        yield pool
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


class Press(Value):
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
        return self._print(docx, name, partial(print_sheets, docx, name))

    def begin(self, docx: bytes, name: str, beside: Executor) -> Begun:
        """Begin to print ``docx``; what :meth:`print` would raise, the print raises when asked for.

        The built-in printer sets the paper ``beside``, the others print it when it is asked for.
        """
        if self.printer not in (Printer.AUTO, Printer.BUILTIN):
            return Begun(partial(self.print, docx, name))
        sheets = _set_beside(docx, name, beside)
        return Begun(partial(self._print, docx, name, sheets.result), sheets.done)

    def print_all(self, papers: Iterable[tuple[str, bytes]]) -> list[Print]:
        """Print ``papers`` (name, .docx bytes) in order; raises as :meth:`print`.

        Papers are taken one by one, as they are drafted; LibreOffice gets all in one call.
        """
        with typesetter() as beside:
            return self.begin_all(papers, beside)()

    def begin_all(
        self, papers: Iterable[tuple[str, bytes]], beside: Executor
    ) -> Callable[[], list[Print]]:
        """Begin to print ``papers`` as :meth:`begin` one; all of them are asked for together."""
        if self.printer is Printer.LIBREOFFICE:
            return partial(_all_by_libreoffice, list(papers))
        begun = [self.begin(docx, name, beside) for name, docx in papers]
        return lambda: [finished() for finished in begun]

    def _print(self, docx: bytes, name: str, sheets: Callable[[], Sheets]) -> Print:
        """The print of ``docx``, of which the built-in printer has the ``sheets``."""
        if self.printer is Printer.LIBREOFFICE:
            return _by_libreoffice(docx, name)
        if self.printer is Printer.WORD:
            return _by_word(docx, name)
        try:
            return _of(sheets())
        except PrintRefusedError as refusal:
            if self.printer is Printer.BUILTIN:
                raise
            return _by_another(docx, name, refusal)


def _set_beside(docx: bytes, name: str, beside: Executor) -> Future[Sheets]:
    """The sheets of ``docx``, read and written here and now, set ``beside``."""
    try:
        return beside.submit(set_sheets, written(docx, name))
    except DocgenError as fault:
        refused: Future[Sheets] = Future()
        refused.set_exception(fault)
        return refused


def _of(sheets: Sheets) -> Print:
    return Print(sheets.pdf, count_pages(sheets.pdf), Printer.BUILTIN.value, sheets.remarks)


def _by_another(docx: bytes, name: str, refusal: PrintRefusedError) -> Print:
    """The print of what the built-in printer refuses, by the first that is on this machine."""
    from docgen.printing.libreoffice import find_libreoffice  # noqa: PLC0415 - few papers need it
    from docgen.printing.word import has_word  # noqa: PLC0415 - as above

    if find_libreoffice() is not None:
        second = _by_libreoffice(docx, name)
    elif has_word():
        second = _by_word(docx, name)
    else:
        raise refusal
    told = _instead(name, _PROGRAMS[second.printer], refusal)
    return second.changed(remarks=(told, *second.remarks))


def _by_libreoffice(docx: bytes, name: str) -> Print:
    (sheet,) = _all_by_libreoffice([(name, docx)])
    return sheet


def _all_by_libreoffice(papers: Sequence[tuple[str, bytes]]) -> list[Print]:
    from docgen.printing.libreoffice import need_libreoffice  # noqa: PLC0415 - as above

    prints = need_libreoffice().print(papers)
    return [Print(pdf, count_pages(pdf), Printer.LIBREOFFICE.value) for pdf in prints]


def _by_word(docx: bytes, name: str) -> Print:
    from docgen.printing.word import print_word  # noqa: PLC0415 - as above

    pdf = print_word(docx, name)
    return Print(pdf, count_pages(pdf), Printer.WORD.value)


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
