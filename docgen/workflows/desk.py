"""What all steps of the work share: the order, the step, what is at hand, what was made."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from docgen.errors import RecordError, Severity, Words
from docgen.folder.manifest import State
from docgen.folder.memory import WORD
from docgen.guidance.papers import BOUND_STAGES, Due, due, paper, papers
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.printing.press import Press, Printer
from docgen.record.files.snapshot import key_of, snapshot, thawed
from docgen.values import Value
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.recalling import steps_seen

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.examining import Findings
    from docgen.workflows.settling import Settled
    from docgen.workflows.standing import Standing

_PLAN = "year_plan"

Tell: TypeAlias = Callable[[Words], None]
"""Shows progress."""


class Order(Value):
    """What a person asks for: the record, where the package goes, the day of drafting, how.

    Without a record it is the one that the folder remembers; ``known`` is what that record tells,
    where whoever asks has read it already.
    """

    record: Path | None
    folder: Path
    drafted: date
    printer: str = Printer.AUTO
    templates: Path | None = None
    known: tuple[Loaded, Findings] | None = None

    @property
    def file(self) -> Path:
        """The file of the record, once it is known which."""
        assert self.record is not None  # noqa: S101 - a workflow asks the folder first
        return self.record


class Step(NamedTuple):
    """Một bước: a stage of the model's life, and which part of the record it is about, if one."""

    stage: str
    part: str = ""

    @classmethod
    def of(cls, text: str) -> Step:
        """The step that the manifest names ``text``: ``establish``, ``report 2026-H1``."""
        return cls(*text.split(" ", maxsplit=1))

    def __str__(self) -> str:
        """As the manifest names it."""
        return f"{self.stage} {self.part}".rstrip()


class Package(Value):
    """What was made.

    Attributes:
        files: Paths in the folder, of the papers and dossiers.
        papers: How many papers the step has.
        findings: What the record leaves in doubt or blank.
        notes: Items of the dossier that have no paper yet, and why.
        remarks: What became of papers that a person had changed.
        missing: Items that the dossier must have and has not.
        has_dossier: Whether a dossier was bound.
    """

    files: tuple[str, ...]
    papers: int
    findings: Findings
    notes: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()
    has_dossier: bool = True


class Rehearsed(Value):
    """What a command that writes into the record would do.

    Attributes:
        record: The file that it would write.
        what: That, in words.
        papers: The stems of the papers that it would make again.
        symbol: The number as it would print: ``45/QĐ-UBND``.
        titles: What those papers are, in words, each kind once; the numbered one first.
        doubts: What the number brings into doubt.
    """

    record: Path
    what: Words
    papers: tuple[str, ...]
    symbol: str = ""
    titles: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()


class Desk(Value, dict=True):
    """What a step of the work has at hand: the record, its papers, the press, the folder.

    Attributes:
        order: What was asked for.
        loaded: The record, and where it came from.
        drafter: Fills the templates.
        press: Prints.
        standing: The folder as the step found it.
        made: The steps whose papers the folder holds, this one among them.
        anew: Stems of issued papers that a person asked to have made anew.
        acknowledged: Stems of issued papers of which it is settled what the record says otherwise.
    """

    order: Order
    loaded: Loaded
    drafter: Drafter
    press: Press
    standing: Standing
    made: tuple[Step, ...]
    anew: frozenset[str] = frozenset()
    acknowledged: frozenset[str] = frozenset()

    @classmethod
    def of(cls, order: Order, loaded: Loaded, standing: Standing, *steps: Step) -> Desk:
        """All that is at hand; ``steps`` are made besides those that the folder knows."""
        known = [Step.of(text) for text in standing.known.made] if standing.known else []
        if standing.known and not any(step.stage in _stages(loaded.record) for step in known):
            seen = steps_seen(loaded.record, standing.known.files)
            known += [Step(*step) for step in seen]
        plan = Due(paper(_PLAN, loaded.record.kind))
        told = standing.told_of(f"{WORD}/{plan.file_stem}.docx")
        papers = Papers(loaded.record, order.drafted, planned=thawed(told) if told else None)
        drafter = Drafter(papers, TemplateFolder(order.templates))
        made = tuple(dict.fromkeys([*known, *steps]))
        return cls(order, loaded, drafter, Press(Printer(order.printer)), standing, made)

    @property
    def record(self) -> AnyRecord:
        """The record."""
        return self.loaded.record

    @cached_property
    def snapshot(self) -> bytes:
        """What the record tells, as the folder keeps it."""
        return snapshot(self.record)

    @property
    def knows_steps(self) -> bool:
        """Whether the folder tells its steps, and all of them are known here."""
        known = _stages(self.record)
        before = self.standing.known.made if self.standing.known else ()
        return bool(before) and all(Step.of(text).stage in known for text in before)

    @property
    def has_dossier(self) -> bool:
        """Whether papers of the folder are bound."""
        return any(step.stage in BOUND_STAGES for step in self.made)

    @cached_property
    def told(self) -> str:
        """The key of that."""
        return key_of(self.snapshot)

    @property
    def papers(self) -> Papers:
        """Every paper of the record."""
        return self.drafter.papers

    def dues(self) -> list[Due]:
        """Every paper of every step, each once."""
        every = (paper for step in self.made for paper in due(self.record, step.stage, step.part))
        return list({paper.file_stem: paper for paper in every}.values())

    def state_of(self, paper: Settled, *, is_signed: bool) -> State:
        """How far a paper of the folder has come."""
        if is_signed:
            return State.SIGNED
        told = self.papers.sheet(paper.draft.due).issued.number
        if paper.is_issued or (told is not None and not paper.behind):
            return State.NUMBERED
        return State.EDITED if paper.is_edited else State.DRAFT


def _stages(record: AnyRecord) -> frozenset[str]:
    """The stages of a model's life that have papers."""
    return frozenset(stage for paper in papers(record.kind) for stage in paper.stages)


def sound(findings: Findings) -> Findings:
    """The same findings, when nothing in them stops the work.

    Raises:
        RecordError: something does.
    """
    if any(problem.severity is Severity.ERROR for problem in findings.problems):
        raise RecordError(*findings.problems)
    return findings
