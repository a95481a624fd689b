"""Pictures read: the file behind one, and what is cut off its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.printing.model.drawings import Picture
from docgen.printing.reading.grammar import R, local
from docgen.printing.reading.metafiles import read_words

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.story import Story

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THOUSANDTHS = 100_000
_KINDS: Final = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
}
_NAMED: Final = {"wmf": "WMF", "emf": "EMF", "bmp": "BMP", "tif": "TIFF", "tiff": "TIFF"}
_EFFECTS = frozenset({"grayscl", "lum", "biLevel", "duotone", "clrChange", "alphaModFix"})


def read_picture(
    fill: _Element | None, reader: Reader, story: Story, faults: list[Words]
) -> Picture | None:
    """The picture of the blip fill ``fill``; ``faults`` takes why there is none."""
    blip = None if fill is None else fill.find(f"{A}blip")
    if fill is None or blip is None:
        faults.append(Words("ảnh không có tệp", "a picture without a file"))
        return None
    if any(local(effect) in _EFFECTS for effect in blip):
        faults.append(Words("ảnh có hiệu ứng màu", "a picture with colour effects"))
    picture = picture_of(blip.get(f"{R}embed", ""), reader, story, faults)
    crop = fill.find(f"{A}srcRect")
    if picture is None or crop is None:
        return picture
    sides = (max(0.0, _share(crop.get(side))) for side in ("l", "t", "r", "b"))
    left, top, right, bottom = sides
    return picture.changed(left=left, top=top, right=right, bottom=bottom)


def picture_of(relation: str, reader: Reader, story: Story, faults: list[Words]) -> Picture | None:
    """The picture that ``relation`` of the story's part leads to."""
    part = story.targets.get(relation, "")
    data = reader.package.parts.get(part, b"")
    kind = next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")
    if kind:
        return Picture(data, kind)
    words = read_words(data)
    if words is not None:
        wide, high, labels = words
        return Picture(b"", "", labels=labels, size=(wide, high))
    ending = part.rpartition(".")[2].lower()
    name = _NAMED.get(ending, ending or "?")
    faults.append(Words(f"ảnh dạng {name}", f"a picture in the format {name}"))
    return None


def _share(text: str | None) -> float:
    try:
        return float(text or 0) / _THOUSANDTHS
    except ValueError:
        return 0.0
