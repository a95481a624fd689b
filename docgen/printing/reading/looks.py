"""Values of letters made into a look: fonts chosen, theme asked, one sign for each thing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docgen.printing import families
from docgen.printing.families import FAMILIES, SERIF, SYMBOLS
from docgen.printing.model.looks import Letters
from docgen.printing.reading.forms import border
from docgen.printing.reading.theme import Theme
from docgen.printing.refusals import Remark
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docgen.errors import Words
    from docgen.printing.reading.grammar import Values

_PLAIN = (
    *("size", "bold", "italic", "underline", "underline_color", "color", "spacing", "kerned"),
    *("ligatures", "raised", "script", "caps", "small_caps", "hidden"),
)


class Look(Value):
    """Letters, and what of them is told or refused where text stands in them.

    ``font`` is the font asked for; ``other`` is the family of letters outside ASCII. ``pictures``
    says that its letters are pictures, ``old`` that they are from before Unicode.
    """

    letters: Letters
    font: str = SERIF
    other: str = SERIF
    faults: tuple[Words, ...] = ()
    remarks: tuple[Words, ...] = ()
    deleted: bool = False
    pictures: bool = False
    old: bool = False

    def parted(self, text: str) -> Iterator[tuple[Letters, str]]:
        """``text`` cut where letters outside ASCII have a font of their own."""
        beyond = self.letters.changed(face=self.other)
        for is_plain, part in groupby(text, str.isascii):
            yield self.letters if is_plain else beyond, "".join(part)

    def with_faults(self, faults: tuple[Words, ...]) -> Look:
        """The same look with ``faults`` of what it was made from."""
        return self.changed(faults=faults) if faults else self


class Looks(Value):
    """Makes looks by the theme and the table of fonts of one paper."""

    theme: Theme = field(default_factory=Theme)
    kinds: Mapping[str, str] = field(default_factory=dict)
    """The family ("roman", "swiss"...) of each font in the paper's table of fonts."""

    def look(self, values: Values) -> Look:
        """The look that ``values`` make."""
        name = self._font(values.get("ascii") or values.get("other"))
        beyond = self._font(values.get("other")) if values.get("other") else name
        chosen, other = (families.choose(font, self.kinds.get(font, "")) for font in (name, beyond))
        plain = {key: values[key] for key in _PLAIN if key in values}
        letters = Letters(
            **plain,
            face=chosen.family,
            strike=_strike(values),
            fill=values.get("highlight") or values.get("fill", ""),
            box=border(values.get("box")),
        )
        if values.get("theme_color"):
            part, tint, shade = values["theme_color"]
            letters = letters.changed(color=self.theme.color(part, tint, shade, letters.color))
        remarks = tuple(
            _substituted(font, FAMILIES[choice.family].printed)
            for font, choice in {name: chosen, beyond: other}.items()
            if choice.remark
        )
        return Look(
            letters,
            name,
            other.family,
            (),
            remarks,
            bool(values.get("deleted")),
            pictures=name.lower() in SYMBOLS,
            old=families.is_old(name),
        )

    def _font(self, name: str | None) -> str:
        if name and name.startswith("+"):
            name = self.theme.font(name[1:])
        return name or SERIF


def _strike(values: Values) -> str:
    if values.get("strike_twice"):
        return "double"
    return "single" if values.get("strike_once") else ""


def _substituted(asked: str, given: str) -> Remark:
    return Remark(
        f"phông chữ “{asked}” không có kèm bộ in sẵn: in bằng {given}, "
        "dòng có thể ngắt khác bản in của Word",
        f"the font “{asked}” does not come with the built-in printer: printed in {given}, "
        "lines may break differently from Word's",
    )
