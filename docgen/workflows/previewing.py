"""Papers looked at before they are written: drafted and printed in memory, nothing on the disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, RecordError, Words
from docgen.guidance.guidance import guidance
from docgen.guidance.papers import CEREMONY, ESTABLISH, due
from docgen.law.law import law
from docgen.papers.bodies.offices import model_name
from docgen.papers.covers import item_title
from docgen.papers.drafting import Drafter
from docgen.papers.feeds import may_feed
from docgen.papers.gaps import gaps
from docgen.papers.sheet import Papers
from docgen.printing import facsimile
from docgen.printing.press import Press, Printer
from docgen.recent import Recent
from docgen.record.files.snapshot import key_of, snapshot
from docgen.text.neighbours import Sides, partners
from docgen.text.rewording import new_lines
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.as_issued import as_issued
from docgen.workflows.desk import Step
from docgen.workflows.tracing import Traced, traced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from docgen.guidance.papers import Due
    from docgen.record.loading import Loaded
    from docgen.workflows.as_issued import AsIssued


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: papers of which steps, on which day, the package where there is one."""

    drafted: date
    steps: tuple[Step, ...] = (Step(ESTABLISH), Step(CEREMONY))
    package: Path | None = None
    templates: Path | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """Một văn bản của bộ, not yet drafted.

    Attributes:
        name: ``04-quyet-dinh-thanh-lap``.
        title: What it is, in words.
        brief: The same without the name of the model.
        paper: The id of its row in the guidance's data.
        item: ``4. Quyết định thành lập Mô hình``; ``""`` where it is no item of the dossier.
    """

    name: str
    title: str
    brief: str
    paper: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A blank or a mark on a page, counted from 0, and the field that fills it, if known."""

    text: str
    page: int
    boxes: tuple[facsimile.Box, ...]
    field: str = ""
    label: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Changed:
    """A line of a print that an earlier one did not have: page and line, both from 0."""

    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Preview:
    """Một văn bản xem trước.

    Attributes:
        leaf: Which paper.
        key: Names this print until it is forgotten; another print has another key.
        pages: Its pages, with the words line by line.
        gaps: What is blank or marked in it, in reading order.
        issued: How it was issued, where the package holds it so; what is shown is that print.
    """

    leaf: Leaf
    key: str
    pages: tuple[facsimile.Page, ...]
    gaps: tuple[Gap, ...]
    issued: AsIssued | None = None


@dataclass(frozen=True, slots=True)
class _Print:
    name: str
    pdf: bytes
    pages: tuple[facsimile.Page, ...]


_PRINTS: Recent[str, _Print] = Recent(48)
_PDFS: Recent[str, bytes] = Recent(48)
_DRAFTERS: Recent[object, Drafter] = Recent(6)
_TRACED: Recent[object, tuple[Traced, ...]] = Recent(200)
_PICTURES: Recent[tuple[str, int, int], bytes] = Recent(60)


def leaves(loaded: Loaded, look: Look) -> tuple[Leaf, ...]:
    """Every paper of the steps, in the order of the dossier."""
    drafter = _drafter(loaded, look)
    return tuple(_leaf(drafter, one) for one in _dues(drafter, look).values())


def preview(loaded: Loaded, name: str, look: Look) -> Preview:
    """The paper called ``name`` as the record of now has it, or as it was issued.

    Raises:
        RecordError: the steps have no such paper.
        TemplateError: its template has problems.
        PrintRefusedError: the built-in printer does not print it.
        MissingToolError: prints cannot be shown on this machine.
        OutsideError: the disk failed.
    """
    drafter = _drafter(loaded, look)
    one = _due(drafter, look, name)
    stays = as_issued(loaded, drafter, one, look.package) if look.package else None
    pdf = stays.pdf if stays else _printed(drafter.draft(one).docx, name)
    shown = _shown(pdf, name)
    found = tuple(
        Gap(gap.text, number, gap.boxes)
        for number, page in enumerate(shown.pages)
        for gap in page.found
    )
    key = sha256(pdf).hexdigest()[:16]
    return Preview(_leaf(drafter, one), key, shown.pages, () if stays else found, stays)


def filled_by(loaded: Loaded, shown: Preview, look: Look) -> tuple[Gap, ...]:
    """The gaps of ``shown``, each with the field that fills it; as :func:`preview`, but slower.

    Raises:
        RecordError: as :func:`preview`.
        TemplateError: as :func:`preview`.
    """
    if not shown.gaps:
        return ()
    drafter = _drafter(loaded, look)
    one = _due(drafter, look, shown.leaf.name)
    kind, paper = loaded.record.kind, one.paper.id
    told = _TRACED.of(
        (shown.key, key_of(snapshot(loaded.record)), look.drafted),
        lambda: tuple(traced(loaded, drafter, one, lambda field: may_feed(kind, field, paper))),
    )
    found = [gap for page in shown.pages for gap in page.found]
    named = list(shown.gaps)
    for text in {gap.text for gap in found}:
        here = [place for place, gap in enumerate(found) if gap.text == text]
        there = [gap for gap in told if gap.text == text]
        sides = [Sides(found[place].before, found[place].after) for place in here]
        for place, partner in zip(here, partners(sides, _sides(there)), strict=True):
            if partner is not None:
                gap = there[partner]
                named[place] = replace(named[place], field=gap.field, label=gap.label)
    return tuple(named)


def _sides(told: Sequence[Traced]) -> list[Sides]:
    return [Sides(gap.before[-_AROUND:], gap.after[:_AROUND]) for gap in told]


_AROUND = 80
"""Characters on each side of a blank that are compared."""


def changed(before: str, now: str) -> tuple[Changed, ...]:
    """The lines of the print ``now`` that say what the print ``before`` did not; by their keys.

    None where either is forgotten.
    """
    old, new = _PRINTS.get(before), _PRINTS.get(now)
    if old is None or new is None or before == now:
        return ()
    lines = [(page, line) for page, one in enumerate(new.pages) for line in range(len(one.lines))]
    return tuple(Changed(*lines[place]) for place in new_lines(_lines(old), _lines(new)))


def picture(key: str, page: int, width: int) -> bytes:
    """The PNG of one page, from 0, of the print ``key``, ``width`` pixels wide.

    Raises:
        LookupError: the print is forgotten, or has no such page.
        MissingToolError: as :func:`preview`.
    """
    shown = _PRINTS.get(key)
    if shown is None:
        raise LookupError(key)
    drawn = (key, page, width)
    return _PICTURES.of(drawn, lambda: facsimile.picture(shown.pdf, shown.name, page, width))


def _drafter(loaded: Loaded, look: Look) -> Drafter:
    """The drafter of a record on a day; the same as long as nothing it was made from changes."""
    made_from = (key_of(snapshot(loaded.record)), look.drafted, look.templates, guidance(), law())

    def make() -> Drafter:
        return Drafter(Papers(loaded.record, look.drafted), TemplateFolder(look.templates))

    return _DRAFTERS.of(made_from, make)


def _dues(drafter: Drafter, look: Look) -> dict[str, Due]:
    every = (one for step in look.steps for one in due(drafter.record, step.stage, step.part))
    return {one.file_stem: one for one in every}


def _due(drafter: Drafter, look: Look, name: str) -> Due:
    found = _dues(drafter, look).get(name)
    if found is None:
        raise RecordError.at(name, "không có văn bản này", "there is no such paper")
    return found


def _leaf(drafter: Drafter, one: Due) -> Leaf:
    number = one.paper.item if one.is_listed else None
    item = item_title(drafter.record, number) if number else ""
    title, model = drafter.named(one).title, model_name(drafter.record)
    brief = title.replace(model, model.partition(" “")[0])
    return Leaf(one.file_stem, title, brief, one.paper.id, item)


def _printed(docx: bytes, name: str) -> bytes:
    press = Press(Printer.BUILTIN)
    return _PDFS.of(sha256(docx).hexdigest(), lambda: press.print(docx, f"{name}.docx").pdf)


def _shown(pdf: bytes, name: str) -> _Print:
    key = sha256(pdf).hexdigest()[:16]
    return _PRINTS.of(key, lambda: _Print(name, pdf, facsimile.pages(pdf, name, gaps())))


def _lines(shown: _Print) -> list[str]:
    return [line.text for page in shown.pages for line in page.lines]
