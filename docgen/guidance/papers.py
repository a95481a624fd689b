"""Which papers the guidance wants of a model, in which order, and which are due now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen.guidance.data import frozen, read
from docgen.record.cases import above_model
from docgen.record.schema.meetings import Conference
from docgen.record.sections import parts_of
from docgen.record.turns import chairs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docgen.record.schema.linked import AnyRecord

SELF_MANAGED = "self_managed"
ESTABLISH, CEREMONY = "establish", "ceremony"
RATE, REPORT, REORGANIZE, RENEW = "rate", "report", "reorganize", "renew"
COMMEND, DISCIPLINE, REPLICATE, DISSOLVE = "commend", "discipline", "replicate", "dissolve"
BOUND_STAGES = frozenset({ESTABLISH, REPORT, REORGANIZE, DISSOLVE})
"""The stages whose papers go into the dossier (II.1.4, II.2.4, II.3)."""
_LINKED = "lk-"
"""How the templates of linked models begin; their files do without it."""


@dataclass(frozen=True, slots=True)
class Item:
    """Một mục của danh mục hồ sơ (II.1.4): number from 1, title with ``{leader}`` open."""

    number: int
    title: str
    needed: str
    due: str
    absent_vi: str = ""
    absent_en: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Một loại văn bản: a row of ``papers.yaml``, whose head explains each field."""

    id: str
    template: str
    kind: str
    symbol: str
    issuer: str
    article: str
    summary: str
    item: int | None = None
    signer: str = "issuer"
    act: str = "personal"
    meeting: str = "consultation"
    numbered: bool = True
    per_holder: bool = False
    dated: bool = True
    when: str = "always"
    stages: tuple[str, ...] = (ESTABLISH,)
    signing: bool = False
    each: str = ""
    attached_to: str = ""
    told: str = ""
    request_of: str = ""
    to: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """How its files are called, without number and end."""
        return self.template.removeprefix(_LINKED)

    @property
    def section(self) -> str:
        """The section of the record that the paper is about; empty for the model as a whole."""
        return self.told.partition(".")[0]

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: the kind is not printed and gives no symbol."""
        return self.kind == "Công văn"


@dataclass(frozen=True, slots=True)
class Due:
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


# The conditions that data files may name, each a plain question to the record.
_CONDITIONS: dict[str, Callable[[Any], bool]] = {
    "always": lambda _: True,
    "consent_letter": lambda record: record.consent == "letter",
    "pilot": lambda record: record.pilot is not None,
    "committee": lambda record: record.committee is not None,
}

# The conditions on the part of the record that a paper is about.
_PART_CONDITIONS: dict[str, Callable[[Any, Any], bool]] = {
    "meeting": lambda _, about: about.meeting != Conference(),
    "above_model": above_model,
}

# For whom a paper is made one by one, and how many there are.
_COPIES: dict[str, Callable[[Any], int]] = {
    "guest": lambda record: len(record.launch.guests),
    "addressee": lambda record: len(record.units) - 1,
    "chair": lambda record: len(chairs_of(record)),
    "guest_or_unit": lambda record: len(record.ceremony.guests) + len(record.units) - 1,
}


def _paper(row: dict[str, Any]) -> Paper:
    return Paper(**frozen(row))


@cache
def papers(kind: str = SELF_MANAGED) -> tuple[Paper, ...]:
    """Every paper of the establishment of a model of ``kind``, in the order of the data."""
    return tuple(_paper(row) for row in read("papers")[kind])


@cache
def paper(paper_id: str, kind: str = SELF_MANAGED) -> Paper:
    """The paper named ``paper_id``; ``KeyError`` when there is none."""
    return {one.id: one for one in papers(kind)}[paper_id]


@cache
def paper_ids(kind: str = SELF_MANAGED) -> frozenset[str]:
    """The names of all papers."""
    return frozenset(one.id for one in papers(kind))


@cache
def items(kind: str = SELF_MANAGED) -> tuple[Item, ...]:
    """The dossier list of the guidance (self-managed: II.1.4; linked: II.2.4), in its order.

    After it comes what the end of the model adds (II.3).
    """
    return tuple(Item(**row) for row in read("items")[kind]["items"])


def item(number: int, kind: str = SELF_MANAGED) -> Item:
    """The item with that number in the dossier list; ``KeyError`` when there is none."""
    return {one.number: one for one in items(kind)}[number]


def fulfils(condition: str, record: AnyRecord) -> bool:
    """Whether ``record`` fulfils a condition that the data names.

    Those on a part of the record are asked of each part.
    """
    return condition in _PART_CONDITIONS or _CONDITIONS[condition](record)


def due(record: AnyRecord, stage: str = ESTABLISH, part: str = "") -> list[Due]:
    """The papers of ``record`` at ``stage``, in dossier order, then the process.

    Papers about a section of the record are made for each part told there, or for ``part`` only.

    A paper made for each guest is made once with an open name when no guest is told; an act that
    all units sign is made at the ceremony once for each of them.
    """
    wanted = [
        one for one in papers(record.kind) if stage in one.stages and fulfils(one.when, record)
    ]
    return [
        replace(copy, part=name)
        for one in wanted
        for name in _parts(one, record)
        if part in ("", name)
        for copy in _copies(one, record, stage)
    ]


def _parts(one: Paper, record: AnyRecord) -> Iterable[str]:
    if not one.section:
        return ("",)
    told = parts_of(record, one.section).items()
    asked = _PART_CONDITIONS.get(one.when)
    return [name for name, about in told if asked is None or asked(record, about)]


def _copies(one: Paper, record: AnyRecord, stage: str) -> list[Due]:
    if one.signing and stage == CEREMONY and record.kind == "linked":
        count = len(record.units)
        return [Due(one, number, count) for number in range(1, count + 1)]
    if not one.each:
        return [Due(one)]
    return [Due(one, number + 1) for number in range(max(1, _COPIES[one.each](record)))]
