"""Papers without a folder: drafted, printed and bound, all as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.guidance.papers import BOUND_STAGES, due
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.printing.press import Press, Printer
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.binding import dossiers
from docgen.workflows.desk import sound
from docgen.workflows.dossiers import Printed
from docgen.workflows.examining import find
from docgen.workflows.permitting import permit
from docgen.workflows.settling import Settled

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.workflows.desk import Step
    from docgen.workflows.examining import Findings


@dataclass(frozen=True, slots=True)
class Loose:
    """Các văn bản của một bước, kept by whoever asked for them.

    Attributes:
        papers: Each paper as a Word file, with its print.
        dossiers: ``ho-so.pdf`` by its path, one for every unit that keeps a dossier; none where
            the papers of the step are in no dossier.
        findings: What the record leaves in doubt or blank.
    """

    papers: tuple[LoosePaper, ...]
    dossiers: dict[str, bytes]
    findings: Findings


@dataclass(frozen=True, slots=True)
class LoosePaper:
    """Một văn bản, with its print.

    Attributes:
        name: ``04-quyet-dinh-thanh-lap``.
        title: What it is, in words.
        docx: The Word file.
        pdf: Its print.
        pages: How many pages that has.
    """

    name: str
    title: str
    docx: bytes
    pdf: bytes
    pages: int


def make(
    loaded: Loaded,
    step: Step,
    drafted: date,
    *,
    printer: str = Printer.AUTO,
    templates: Path | None = None,
) -> Loose:
    """Draft, print and bind the papers of ``step``; nothing is written to the disk.

    Raises:
        RecordError: the record has problems, or the model may not take the step.
        TemplateError: a template has problems.
        MissingToolError: no printer prints one of the papers.
        OutsideError: an outside program failed.
    """
    findings = sound(find(loaded, drafted))
    taken = permit(loaded, step)
    drafter = Drafter(Papers(loaded.record, drafted), TemplateFolder(templates))
    press = Press(Printer(printer))
    prints = _printed(drafter, press, taken)
    bound = dossiers(drafter, press, prints) if taken.stage in BOUND_STAGES else ()
    return Loose(tuple(map(_loose, prints)), dict(bound), findings)


def _printed(drafter: Drafter, press: Press, step: Step) -> list[Printed]:
    every = due(drafter.record, step.stage, step.part)
    drafts = [drafter.draft(due_) for due_ in every]
    papers = [Settled(draft, draft.docx, draft.docx) for draft in drafts]
    prints = press.print_all((f"{paper.stem}.docx", paper.docx) for paper in papers)
    return list(map(Printed, papers, prints))


def _loose(printed: Printed) -> LoosePaper:
    paper = printed.paper
    return LoosePaper(paper.stem, paper.draft.title, paper.docx, printed.pdf, printed.pages)
