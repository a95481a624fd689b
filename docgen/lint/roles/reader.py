"""A Word file cut into its papers: the main one, acts attached to it, annexes; each in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.lint.roles import anchors, regimes
from docgen.lint.roles.closing import ending_start, read_ending
from docgen.lint.roles.head import read_head, split_at_tabs
from docgen.lint.roles.kinds import kind_of
from docgen.lint.roles.model import Line, Part, Sheet, Sure, by_role, whole
from docgen.lint.roles.structure import is_heading, read_text
from docgen.lint.roles.title import read_opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.lint.reading.model import WordFile

_LEAST: Final = 2
"""So many known parts make a text a paper: a letter to a friend has none."""
_KNOWN: Final = frozenset(
    {
        "nation", "motto", "party_title", "number", "place_date", "kind", "addressee",
        "recipients_label", "sign_authority", "annex_label", "attached_note", "enacting", "basis",
    }
)  # fmt: skip


def sheets(file: WordFile) -> list[Sheet]:
    """The papers in ``file``, in reading order; empty when nothing looks like one."""
    lines = [line for paragraph in file.paragraphs for line in split_at_tabs(whole(paragraph))]
    found: list[Sheet] = []
    for place, group in _cut(lines):
        sheet = _sheet(file, place, group, found[-1] if found else None)
        if len(_KNOWN & sheet.roles.keys()) >= _LEAST or (place == "annex" and sheet.roles):
            found.append(sheet)
    return found


def _cut(lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """``lines`` in groups of one paper each, with ``main`` or ``annex``."""
    starts = dict(_starts(lines))
    edges = sorted(starts)
    if not edges or edges[0] != 0:
        head = lines[: edges[0]] if edges else lines
        if any(not line.is_blank for line in head) and not (edges and len(head) < _FEW):
            yield "main", head
        elif edges:
            starts[0] = starts.pop(edges[0])
            edges[0] = 0
    for at, start in enumerate(edges):
        end = edges[at + 1] if at + 1 < len(edges) else len(lines)
        yield starts[start], lines[start:end]


_FEW: Final = 12
"""Lines that may stand over a head: marks of copies, stamps."""


def _starts(lines: list[Line]) -> Iterator[tuple[int, str]]:
    """Where papers begin: at a Quốc hiệu, a title of the Party, an annex on a page of its own."""
    ended = False
    told = False
    for at, line in enumerate(lines):
        if line.is_blank or line.paragraph.bordered or line.paragraph.boxed:
            continue
        if anchors.is_nation(line) or anchors.is_party(line) or anchors.is_union(line):
            yield _block_start(lines, at), "main"
            ended = False
        elif _opens_annex(line, first=not told, ended=ended) or (
            anchors.is_annex(line) and line.table and _block_breaks(lines, at)
        ):
            yield at, "annex"
            ended = False
        ended = ended or (anchors.is_recipients(line) and line.said.endswith(":"))
        told = True


def _block_breaks(lines: list[Line], at: int) -> bool:
    return any(line.paragraph.breaks for line in lines[max(at - 2, 0) : at + 1])


def _opens_annex(line: Line, *, first: bool, ended: bool) -> bool:
    if line.table:
        return False
    titled = line.centred or line.capitals
    if anchors.is_annex(line):
        return first or (titled and (line.paragraph.breaks or ended))
    return ended and line.paragraph.breaks and titled


def _block_start(lines: list[Line], at: int) -> int:
    """The first line of the table that holds the head, or the line itself."""
    table = lines[at].table
    while at > 0 and table and lines[at - 1].table == table:
        at -= 1
    while not table and at > 0 and lines[at - 1].paragraph is lines[at].paragraph:
        at -= 1
    return at


def _sheet(file: WordFile, place: str, lines: list[Line], before: Sheet | None) -> Sheet:
    parts = _annex(lines) if place == "annex" else _paper(lines)
    roles = by_role(parts)
    roles["page_number"] = _page_numbers(file, lines)
    if place == "main" and "attached_note" in roles:
        place = "attached"
    own, day = regimes.regime(roles), regimes.day(roles)
    if before is not None:
        day = day or before.day
        if not own or (place == "annex" and own != "normative"):
            own = before.regime
    return Sheet(
        file=file,
        place=place,
        lines=tuple(lines),
        parts=tuple(parts),
        regime=own,
        paper=regimes.paper(roles),
        day=day,
        roles=roles,
    )


def _page_numbers(file: WordFile, lines: list[Line]) -> list[Part]:
    """The paragraphs that show the number of the page, of all sections of one paper."""
    sections = dict.fromkeys(line.paragraph.section for line in lines)
    shown = [
        paragraph
        for number in sections
        for header in file.sections[number].headers
        if header.kind == "header"
        for paragraph in header.numbered
    ]
    return [Part("page_number", whole(paragraph), Sure.CERTAIN) for paragraph in shown]


def _paper(lines: Sequence[Line]) -> list[Part]:
    head = read_head(lines)
    opening = read_opening(lines, head.end, letter=head.has("letter_summary"))
    end = ending_start(lines, opening.end)
    text = read_text(lines[opening.end : end])
    return [*head.parts, *opening.parts, *text, *read_ending(lines[end:])]


def _annex(lines: Sequence[Line]) -> list[Part]:
    """An annex: its label, its title, the note that says to what it belongs, its text."""
    parts: list[Part] = []
    at = 0
    labelled = noted = False
    while at < len(lines):
        line = lines[at]
        role = _annex_role(line, labelled=labelled, noted=noted)
        if not role:
            break
        noted = noted or role == "annex_note"
        labelled = labelled or role == "annex_label"
        parts.append(Part(role, line, Sure.CERTAIN))
        at += 1
    opening = read_opening(lines, at, letter=True)
    end = ending_start(lines, opening.end)
    text = read_text(lines[opening.end : end])
    return [*parts, *opening.parts, *text, *read_ending(lines[end:])]


def _annex_role(line: Line, *, labelled: bool, noted: bool) -> str:
    """What a line of the front of an annex is; empty where its text begins."""
    if line.is_blank or not any(char.isalnum() for char in line.text):
        return "rule" if line.paragraph.drawn else "blank"
    if line.table:
        return ""
    if not labelled and (anchors.is_annex(line) or (kind_of(line) and _shaped(line))):
        return "annex_label"
    if anchors.is_attached(line) or (line.centred and line.said.endswith(")")):
        return "annex_note"
    titled = line.centred or (line.capitals and line.heavy)
    return "annex_title" if titled and not noted and not is_heading(line) else ""


def _shaped(line: Line) -> bool:
    return line.centred or line.capitals
