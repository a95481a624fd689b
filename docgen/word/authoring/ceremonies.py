"""What a signing ceremony needs: an act that all members sign (II.2.2), and their name plates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.word.authoring import layouts
from docgen.word.authoring import wordml as w
from docgen.word.authoring.layouts import PaperFrame, each, line, row_tag, tag
from docgen.word.words import layout_text

if TYPE_CHECKING:
    from docgen.word.authoring.blocks import TemplateSource

LONG_NAME: Final = 16  # letters of a name that still stand on one line of a plate in the large size
_LANDSCAPE_HEIGHT: Final = layouts.PAGE[0] - w.millimetres(
    layouts.MARGINS["top"] + layouts.MARGINS["bottom"]
)
_GUTTER: Final = 140  # twips on either side of a cell, so that two long names stay apart
_SPARE: Final = 60  # twips left of a page, so that one plate and no more stands on it


def _joint(source: TemplateSource, width: int) -> PaperFrame:
    """Every member unit signs, two a row; no block is split, the first keeps with the text."""
    copy_mark = tag("if copy") + line("CopyMark", "{{ copy }}") + tag("endif")
    front = copy_mark + layouts.titled_head(source, width)
    room = w.attributes("spacing", before=w.points(6))
    return PaperFrame(front, _signatures(width) + layouts.recipients(room), "joint")


def _signatures(width: int) -> str:
    sizes = layouts.columns(width, 0.5)
    cells = (w.cell(size, _signer(place)) for place, size in enumerate(sizes))
    rows = (
        row_tag("for pair in paper.signer_pairs", sizes) + w.row(*cells) + row_tag("endfor", sizes)
    )
    return w.paragraph("EndGap") + w.table(sizes, rows, margin=_GUTTER)


def _signer(place: int) -> str:
    """One signer: authority, unit and office, the space for the hand, the name.

    Where several bodies sign, each names itself (Phụ lục I.II.7b): a committee after ``TM.``, any
    other unit over the office. The cell beside an odd last signer stays empty; a cell still needs
    a paragraph.
    """
    who = f"pair[{place}]"
    collective, begins = layout_text("for_collective"), layout_text("collective_begins")
    return (
        tag(f"if {who}")
        + tag(f'if {who}.lines[0].startswith("{collective}")')
        + line("SignLine", f"{{{{ {who}.lines[0] }}}}")
        + line("SignUnit", f'{{{{ {who}.unit.removeprefix("{begins}") | upper }}}}')
        + each("SignLine", f"{who}.lines[1:]")
        + tag("else")
        + line("SignUnit", f"{{{{ {who}.unit | upper }}}}")
        + each("SignLine", f"{who}.lines")
        + tag("endif")
        + line("SignName", f"{{{{ {who}.name }}}}")
        + tag("endif")
        + line("SignGap", "")
    )


def _plates(_: TemplateSource, width: int) -> PaperFrame:
    """One name plate a page: a row as tall as the page, its text in the middle of the sheet."""
    # The left margin is the wider; without the difference the row stands in the sheet's middle.
    width -= w.millimetres(layouts.MARGINS["left"] - layouts.MARGINS["right"])
    rows = (
        row_tag("for place in places", (width,))
        + _plate(width, _place())
        + row_tag("endfor", (width,))
        + row_tag("if not places", (width,))
        + _plate(width, line("PlateName", layout_text("plate")))
        + row_tag("endif", (width,))
    )
    return PaperFrame(w.table((width,), rows), "", "plates", numbered=False)


def _plate(width: int, text: str) -> str:
    middle = w.cell(width, text, properties=w.attributes("vAlign", val="center"))
    return w.row(middle, height=_LANDSCAPE_HEIGHT - _SPARE)


def _place() -> str:
    name = "{{ place.name | upper }}"
    return (
        tag(f"if place.name | length > {LONG_NAME}")
        + line("PlateLongName", name)
        + tag("else")
        + line("PlateName", name)
        + tag("endif")
        + tag("if place.title")
        + line("PlateTitle", "{{ place.title }}")
        + tag("endif")
        + tag("if place.unit")
        + line("PlateUnit", "{{ place.unit }}")
        + tag("endif")
    )


def _plain(source: TemplateSource, _: int) -> PaperFrame:
    """Working notes of a meeting: a title over the text; they are no papers of the State."""
    return PaperFrame(layouts.title(source) + layouts.body_rule(), "")


LAYOUTS: Final = {"joint": _joint, "plates": _plates, "plain": _plain}
