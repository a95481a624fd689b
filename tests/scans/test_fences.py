"""Fences at the doors to outside libraries: nothing that they throw passes as it is."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NoReturn

import pikepdf
import pytest
from PIL import Image, UnidentifiedImageError
from pypdf.errors import PdfReadError

from docgen.dossier import source
from docgen.dossier.fence import fenced
from docgen.dossier.source import Source
from docgen.errors import DocgenError, OutsideError, RecordError
from docgen.scans import one_file, screening
from docgen.scans.outside import flate, notes, opening, paper
from docgen.scans.pictures import to_pdf
from tests import foreign
from tests.foreign import picture, saved

if TYPE_CHECKING:
    from collections.abc import Callable


class PanicError(BaseException):
    """What a library in Rust throws: no ``Exception``."""


THROWN: tuple[BaseException, ...] = (
    AssertionError("x"),
    AttributeError("x"),
    KeyError("x"),
    MemoryError("std::bad_alloc"),
    OSError("x"),
    OverflowError("x"),
    PanicError("x"),
    PdfReadError("x"),
    RecursionError("x"),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"),
    UnidentifiedImageError("x"),
    ZeroDivisionError("x"),
    pikepdf.PdfError("x"),
    pikepdf.DependencyError("x"),
    struct.error("x"),
    zlib.error("x"),
)
MEANT = (KeyboardInterrupt(), SystemExit(1))


def throwing(thrown: BaseException) -> Callable[..., NoReturn]:
    """A function that throws, whatever it is called with."""

    def throw(*_: object, **__: object) -> NoReturn:
        raise thrown

    return throw


DOORS = (
    (opening, "_read"),
    (screening, "looked_through"),
    (flate, "look"),
    (notes, "shape_of"),
    (paper, "inline_sizes"),
)


@pytest.mark.parametrize("thrown", THROWN, ids=lambda thrown: type(thrown).__name__)
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door[1])
def test_nothing_of_qpdf_passes(
    door: tuple[object, str], thrown: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it is thrown while a PDF is read, a person reads which file and what to do."""
    note = pikepdf.Dictionary(Subtype=pikepdf.Name.Square, Rect=[0, 0, 9, 9])
    pdf = foreign.pdf(change=lambda new: setattr(new.pages[0], "Annots", pikepdf.Array([note])))
    module, name = door
    monkeypatch.setattr(module, name, throwing(thrown))
    with pytest.raises(RecordError) as caught:
        one_file.let_in(pdf, "da-ky/04.pdf")
    (problem,) = caught.value.problems
    assert problem.place.file == "da-ky/04.pdf"
    assert all((*problem.what, *problem.hint))


@pytest.mark.parametrize("thrown", THROWN, ids=lambda thrown: type(thrown).__name__)
def test_nothing_of_pillow_passes(thrown: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor what is thrown while a picture is read."""
    data = saved(picture(9, 9), "PNG")
    monkeypatch.setattr(Image, "open", throwing(thrown))
    with pytest.raises(RecordError) as caught:
        to_pdf(data, "da-ky/04.png", 1)
    assert caught.value.problems[0].place.file == "da-ky/04.png"


@pytest.mark.parametrize("thrown", THROWN, ids=lambda thrown: type(thrown).__name__)
def test_nothing_of_pypdf_passes(thrown: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor what is thrown while a PDF is opened to be bound."""
    pdf = foreign.pdf()
    monkeypatch.setattr(source, "_opened", throwing(thrown))
    with pytest.raises((OutsideError, RecordError)) as caught:
        Source(pdf, "5. Quy chế")
    assert caught.value.problems[0].place.file == "5. Quy chế"


@pytest.mark.parametrize("thrown", MEANT, ids=lambda thrown: type(thrown).__name__)
def test_what_a_person_means_passes(thrown: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C ends the program, whoever is at work."""
    monkeypatch.setattr(opening, "_read", throwing(thrown))
    with pytest.raises(type(thrown)):
        one_file.let_in(foreign.pdf(), "x")


def test_our_own_errors_pass_a_fence() -> None:
    """They say more than the fence could."""
    own = RecordError.at("x", "một", "one")
    with pytest.raises(RecordError) as caught, fenced(lambda _: DocgenError()):
        raise own
    assert caught.value is own
