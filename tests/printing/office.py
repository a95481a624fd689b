"""LibreOffice as the reference: it sees the fonts that the built-in printer uses, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing import process
from docgen.printing.glyphs import FONTS, OFFICE_FONTS
from docgen.printing.libreoffice import find_libreoffice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OFFICE = find_libreoffice()
_AT_ONCE = 40
"""Files that LibreOffice is given in one call: it loses some of hundreds."""
_STANDS_FOR = {
    "Times New Roman": "Liberation Serif",
    "Arial": "Liberation Sans",
    "Courier New": "Liberation Mono",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
}
_FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>{more}</dir><cachedir>{cache}</cachedir>{aliases}
<match target="pattern">{known}
<edit name="family" mode="assign" binding="strong"><string>Liberation Serif</string></edit>
</match></fontconfig>"""
_UNKNOWN = '<test qual="all" name="family" compare="not_eq"><string>{family}</string></test>'
_ALIAS = (
    '<alias binding="same"><family>{asked}</family>'
    "<prefer><family>{given}</family></prefer></alias>"
)


def fonts_conf(folder: Path) -> Path:
    """A FONTCONFIG_FILE by which LibreOffice sees our fonts only; its cache is in ``folder``."""
    aliases = "".join(_ALIAS.format(asked=a, given=g) for a, g in _STANDS_FOR.items())
    families = (*_STANDS_FOR, *_STANDS_FOR.values(), "Noto Emoji", "Docgen Symbols")
    known = "".join(_UNKNOWN.format(family=family) for family in families)
    path = folder / "fonts.conf"
    path.write_text(
        _FONTS_CONF.format(
            fonts=FONTS, more=OFFICE_FONTS, cache=folder / "cache", aliases=aliases, known=known
        ),
        "utf-8",
    )
    return path


def saved(papers: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """``papers`` (name: .docx bytes) as they are after a save by LibreOffice."""
    before, after = folder / "before", folder / "after"
    before.mkdir(parents=True)
    places = {name: f"{index}.docx" for index, name in enumerate(papers)}
    for name, docx in papers.items():
        (before / places[name]).write_bytes(docx)
    for start in range(0, len(places), _AT_ONCE):
        _save([before / f"{index}.docx" for index in range(len(places))][start:][:_AT_ONCE], after)
    return {name: (after / place).read_bytes() for name, place in places.items()}


def _save(papers: list[Path], after: Path) -> None:
    assert OFFICE is not None
    command = [
        str(OFFICE.program),
        f"-env:UserInstallation={after.with_name('profile').as_uri()}",
        *("--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(after), *map(str, papers)),
    ]
    outcome = process.run(command, time_limit=600, folder=after.parent)
    assert outcome.code == 0, outcome.said
