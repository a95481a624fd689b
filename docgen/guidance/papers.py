"""Which papers the guidance wants of a model, in which order, and which are due now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.conditions import fulfils, listed, part_fulfils
from docgen.guidance.guidance import guidance
from docgen.record.sections import parts_of
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from docgen.guidance.schema.items import Item
    from docgen.guidance.schema.papers import Paper
    from docgen.record.schema.linked import AnyRecord

SELF_MANAGED = "self_managed"
ESTABLISH, CEREMONY = "establish", "ceremony"
RATE, REPORT, REORGANIZE, RENEW = "rate", "report", "reorganize", "renew"
COMMEND, DISCIPLINE, REPLICATE, DISSOLVE = "commend", "discipline", "replicate", "dissolve"
AMEND = "amend"
BOUND_STAGES = frozenset({ESTABLISH, REPORT, REORGANIZE, DISSOLVE})
"""The stages whose papers go into the dossier (II.1.4, II.2.4, II.3)."""


class Due(Value):
    """Một văn bản phải lập: a paper, and which copy (from 1) where several are made.

    ``of`` is the count of copies to be signed, each kept by one of the units that sign; ``part``
    names the part of the record that the paper is about (``2026-H1``, ``01``), if any.
    """

    paper: Paper
    copy: int | None = None
    of: int | None = None
    part: str = ""

    @property
    def is_listed(self) -> bool:
        """Whether it goes into the dossier; copies to be signed do not."""
        return self.paper.item is not None and self.of is None

    @property
    def file_stem(self) -> str:
        """``03-bao-cao-de-xuat``, ``06-giay-moi-01``, ``phu/to-trinh``: ASCII, no personal data."""
        part = f"-{self.part}" if self.part else ""
        suffix = part if self.copy is None else f"{part}-{self.copy:02d}"
        folder = "phu/" if self.paper.item is None else f"{self.paper.item:02d}-"
        folder = f"ban-ky/{folder}" if self.of else folder
        return f"{folder}{self.paper.file_name}{suffix}"


def papers(kind: str = SELF_MANAGED) -> tuple[Paper, ...]:
    """Every paper of the life of a model of ``kind``, in the order of the data."""
    return guidance().papers.of(kind)


def paper(paper_id: str, kind: str = SELF_MANAGED) -> Paper:
    """The paper named ``paper_id``; ``KeyError`` when there is none."""
    return guidance().papers_by_id[kind][paper_id]


def paper_ids(kind: str = SELF_MANAGED) -> Collection[str]:
    """The names of all papers."""
    return guidance().papers_by_id[kind].keys()


def told_in_record(paper: Paper) -> bool:
    """Whether a record tells number and day of the paper under ``papers``.

    Papers about a section have theirs there; what each of many issues for itself has many.
    """
    return paper.numbered and not paper.section and paper.issuer != paper.each


def items(kind: str = SELF_MANAGED) -> tuple[Item, ...]:
    """The dossier list of the guidance (self-managed: II.1.4; linked: II.2.4), in its order.

    After it comes what the end of the model adds (II.3).
    """
    return guidance().items.of(kind).items


def item(number: int, kind: str = SELF_MANAGED) -> Item:
    """The item with that number in the dossier list; ``KeyError`` when there is none."""
    return {item.number: item for item in items(kind)}[number]


def due(record: AnyRecord, stage: str = ESTABLISH, part: str = "") -> list[Due]:
    """The papers of ``record`` at ``stage``, in dossier order, then the process.

    Papers about a section of the record are made for each part told there, or for ``part`` only.

    A paper made for each guest is made once with an open name when no guest is told; an act that
    all units sign is made at the ceremony once for each of them.
    """
    wanted = [
        paper
        for paper in papers(record.kind)
        if stage in paper.stages and fulfils(paper.when, record)
    ]
    return [
        copy.changed(part=name)
        for paper in wanted
        for name in _parts(paper, record)
        if part in ("", name)
        for copy in _copies(paper, record, stage)
    ]


def _parts(paper: Paper, record: AnyRecord) -> Iterable[str]:
    if not paper.section:
        return ("",)
    told = parts_of(record, paper.section).items()
    return [name for name, about in told if part_fulfils(paper.when, record, about)]


def _copies(paper: Paper, record: AnyRecord, stage: str) -> list[Due]:
    if paper.signing and stage == CEREMONY and record.kind == "linked":
        count = len(record.units)
        return [Due(paper, number, count) for number in range(1, count + 1)]
    if not paper.each:
        return [Due(paper)]
    return [Due(paper, number + 1) for number in range(max(1, len(listed(paper.each, record))))]
