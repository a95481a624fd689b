"""One paragraph style of our documents, by the name that Word shows, as WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docgen.word.authoring.wordml import attributes, paragraph_properties, points, single_borders
from docgen.word.words import style_name

RULE_WIDTH: Final = 6  # eighths of a point
BAR_WIDTH: Final = 72  # the same, for the bars of a chart
_BAR_COLOR: Final = "404040"  # dark enough for a copy in black and white


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style; sizes and spaces in points, indents in twips, ``None`` = inherited."""

    id: str
    based: str = "Normal"
    following: str = ""
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    grey: bool = False
    align: str = ""
    before: float | None = None
    after: float | None = None
    exact: float | None = None
    multiple: float | None = None
    indents: tuple[tuple[str, int], ...] = ()
    keep_next: bool = False
    outline: int | None = None
    ruled: bool = False
    bar: bool = False
    own_name: str = ""

    @property
    def name(self) -> str:
        """How Word shows it."""
        return self.own_name or style_name(self.id)

    def paragraph(self) -> str:
        """The ``w:pPr`` of the style."""
        children = [self._spacing(), attributes("ind", **dict(self.indents)) * bool(self.indents)]
        children += ["<w:keepNext/>"] * self.keep_next
        children += [attributes("jc", val=self.align)] * bool(self.align)
        if self.outline is not None:
            children.append(attributes("outlineLvl", val=self.outline))
        if self.ruled:
            children.append(f"<w:pBdr>{single_borders(RULE_WIDTH, ['top'])}</w:pBdr>")
        if self.bar:
            line = single_borders(BAR_WIDTH, ["top"], _BAR_COLOR)
            children.append(f"<w:pBdr>{line}</w:pBdr>")
        return paragraph_properties(child for child in children if child)

    def _spacing(self) -> str:
        line = rule = None
        if self.exact is not None:
            line, rule = points(self.exact), "exact"
        elif self.multiple is not None:
            line, rule = round(self.multiple * 240), "auto"
        space = {
            "before": None if self.before is None else points(self.before),
            "after": None if self.after is None else points(self.after),
            "line": line,
            "lineRule": rule,
        }
        return attributes("spacing", **space) if any(v is not None for v in space.values()) else ""

    def run(self) -> str:
        """The ``w:rPr`` of the style."""
        marks = _toggle("b", on=self.bold) + _toggle("i", on=self.italic)
        marks += '<w:color w:val="808080"/>' * self.grey
        if self.size is not None:
            half_points = round(self.size * 2)
            marks += f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        marks += '<w:u w:val="single"/>' * self.underline
        return f"<w:rPr>{marks}</w:rPr>" if marks else ""

    def xml(self) -> str:
        """The ``w:style`` element."""
        follow = attributes("next", val=self.following) if self.following else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based}"/>{follow}'
            f"<w:qFormat/>{self.paragraph()}{self.run()}</w:style>"
        )


def _toggle(tag: str, *, on: bool | None) -> str:
    return "" if on is None else (f"<w:{tag}/>" if on else f'<w:{tag} w:val="0"/>')
