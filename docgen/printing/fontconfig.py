"""The bundled fonts for LibreOffice on Linux: a font configuration of its own around the machine's.

What a machine has under the same names may be older: Debian's former Liberation lacks half of the
Vietnamese letters, and every ạ ế ơ would come from another font. Nothing is written beside ours.
"""

from __future__ import annotations

import os
import shutil
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docgen.printing.families import FAMILIES
from docgen.printing.fontfile import FONTS, OFFICE_FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OF_THE_MACHINE: Final = Path("/etc/fonts/fonts.conf")
_CONF: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
<include ignore_missing="yes">{machine}</include>
<selectfont>
<rejectfont>{theirs}</rejectfont>
<acceptfont>{ours}</acceptfont>
</selectfont>
{aliases}
</fontconfig>
"""
_PATTERN: Final = '<pattern><patelt name="{name}"><string>{value}</string></patelt></pattern>'
_ALIAS: Final = (
    '<alias binding="same"><family>{asked}</family>'
    "<accept><family>{given}</family></accept></alias>"
)


def settings(folder: Path, machine: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What LibreOffice must be told to see our fonts before those of the machine.

    Args:
        folder: Where the configuration, the fonts and their cache are put; ours until the end.
        machine: The environment, which may name a configuration of the machine.

    Returns:
        Variables of the environment; none where fonts are not found by fontconfig.
    """
    if sys.platform in ("win32", "darwin"):
        return {}
    fonts = folder / "fonts"
    fonts.mkdir()
    ours = [_put(font, fonts) for place in (FONTS, OFFICE_FONTS) for font in _in(place)]
    conf = folder / "fonts.conf"
    conf.write_text(_written(folder, ours, _known(machine)), "utf-8")
    return {"FONTCONFIG_FILE": str(conf)}


def _in(place: Path) -> Iterator[Path]:
    yield from sorted(place.glob("*.ttf"))


def _put(font: Path, folder: Path) -> Path:
    """A link to ``font`` in ``folder``, or a copy where none can be made."""
    target = folder / font.name
    try:
        target.symlink_to(font)
    except OSError:
        shutil.copyfile(font, target)
    return target


def _known(machine: Mapping[str, str]) -> Path:
    """The configuration that programs use without ours."""
    named = machine.get("FONTCONFIG_FILE")
    folder = machine.get("FONTCONFIG_PATH")
    if named:
        return Path(folder or "/", named)
    return Path(folder, "fonts.conf") if folder else _OF_THE_MACHINE


def _written(folder: Path, ours: list[Path], machine: Path) -> str:
    families = sorted({family.printed for family in FAMILIES.values()})
    aliases = [(asked, family.printed) for asked, family in FAMILIES.items() if family.exact]
    return _CONF.format(
        fonts=escape(str(folder / "fonts")),
        cache=escape(str(folder / "cache")),
        machine=escape(str(machine)),
        theirs="".join(_PATTERN.format(name="family", value=family) for family in families),
        ours="".join(_PATTERN.format(name="file", value=escape(str(file))) for file in ours),
        aliases="\n".join(_ALIAS.format(asked=asked, given=given) for asked, given in aliases),
    )
