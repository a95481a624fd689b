"""The pictures of README.md: ``python -m manual.pictures`` makes them; needs LibreOffice.

Pages of the sample's papers as the built-in printer makes them, the Excel form as LibreOffice
shows it; all in ``docs/images/``. What is drawn as SVG is made by `manual.pages`.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from docgen import api
from docgen.printing.libreoffice import need_libreoffice
from manual.pages import DOCS
from tests.printing.office import fonts_conf
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAMPLE = path_of("xa-2026-to-lien-gia")
_DAY = date(2026, 9, 1)
_PAGE_SCALE, _FORM_SCALE = 60 / 72, 110 / 72
_COLOURS = 32
_EDGE = 12


class Page(NamedTuple):
    """A picture: its name, the printed file in the folder, and which page of it."""

    name: str
    file: str
    page: int


_PAGES = (
    Page("nghi-quyet", "pdf/01-*.pdf", 0),
    Page("quyet-dinh", "pdf/04-*.pdf", 0),
    Page("quy-che", "pdf/05-*.pdf", -1),
    Page("muc-luc", "ho-so.pdf", 1),
)


def papers(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Pages of the sample's papers."""
    api.package(_SAMPLE, folder, on=_DAY)
    for name, file, page in _PAGES:
        (found,) = folder.glob(file)
        yield name, drawn(found, page, _PAGE_SCALE)


def forms(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """The first page of the blank form, and of the one that tells the sample."""
    blank, filled = folder / "to-khai-trong.xlsx", folder / "to-khai-da-dien.xlsx"
    api.keep_form("tu-quan", blank)
    api.convert(_SAMPLE, filled)
    for form in (blank, filled):
        _convert(form)
        yield form.stem, cropped(drawn(form.with_suffix(".pdf"), 0, _FORM_SCALE))


def drawn(pdf: Path, page: int, scale: float) -> Image.Image:
    """One page as a picture."""
    opened = pypdfium2.PdfDocument(pdf)
    picture: Image.Image = opened[page % len(opened)].render(scale=scale).to_pil()
    return picture


def cropped(picture: Image.Image) -> Image.Image:
    """``picture`` without the white around it."""
    white = Image.new(picture.mode, picture.size, "white")
    box = ImageChops.difference(picture, white).getbbox() or (0, 0, *picture.size)
    left, top, right, bottom = box
    return picture.crop((max(left - _EDGE, 0), max(top - _EDGE, 0), right + _EDGE, bottom + _EDGE))


def _convert(form: Path) -> None:
    """The workbook as LibreOffice prints it, beside it."""
    command = [
        str(need_libreoffice().program),
        f"-env:UserInstallation={(form.parent / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(form.parent), str(form)),
    ]
    fonts = str(fonts_conf(form.parent))
    subprocess.run(command, check=True, env=os.environ | {"FONTCONFIG_FILE": fonts})  # noqa: S603


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, picture in (*papers(folder / "ho-so"), *forms(folder)):
            small = picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)
            small.save(DOCS / "images" / f"{stem}.png", optimize=True)


if __name__ == "__main__":
    main()
