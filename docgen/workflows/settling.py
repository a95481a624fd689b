"""A paper as it shall stand in the folder: a fresh render, or what the folder has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.folder.manifest import UNKNOWN, sha256
from docgen.folder.memory import PRINTS, WORD
from docgen.values import Value
from docgen.workflows.standing import FORMER, former

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.errors import Problem
    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Draft, Drafter
    from docgen.workflows.standing import Standing

NOT_KEPT = b""
"""Stands for a render that is lost, of which only the hash is known."""


class Settled(Value):
    """A paper as it shall stand in the folder.

    Attributes:
        draft: What it is, and the fresh render.
        docx: What stands in the Word file.
        base: The render under it; the same as ``docx`` where no person changed it; empty where it
            is lost and the file differs from its hash.
        offered: A newer render that could not be merged and was laid beside the file.
        beside: What stands in the file beside it; the person may have cleared it away.
        former: What stood there before: of a person before it was merged, or as it was issued.
        former_print: The print of that, where it was issued.
        issued: How it was issued, as the folder marks it; "" for a draft, ``?`` where it is lost.
        behind: Whether the record says by now what the paper does not.
        told: Key of the snapshot of the record that it was made from, "" where nobody knows;
            nothing for what is made now.
        remarks: What the person should know.
    """

    draft: Draft
    docx: bytes
    base: bytes
    offered: bytes | None = None
    beside: bytes | None = None
    former: bytes | None = None
    former_print: bytes | None = None
    issued: str = ""
    told: str | None = None
    behind: bool = False
    remarks: tuple[Problem, ...] = ()

    @property
    def stem(self) -> str:
        """The name of its files without their ends, as ``04-quyet-dinh``."""
        return self.draft.due.file_stem

    @property
    def path(self) -> str:
        """Where its Word file stands in the folder."""
        return f"{WORD}/{self.stem}.docx"

    @property
    def print_path(self) -> str:
        """Where its print stands in the folder."""
        return f"{PRINTS}/{self.stem}.pdf"

    @property
    def beside_path(self) -> str:
        """Where a fresh render that could not be merged is laid."""
        return f"{WORD}/{self.stem}.moi.docx"

    @property
    def former_path(self) -> str:
        """Where the person's version is kept that merging replaced."""
        return former(self.path, self.former or b"")

    @property
    def is_issued(self) -> bool:
        """Whether it is known to be issued."""
        return self.issued not in ("", UNKNOWN)

    @property
    def is_edited(self) -> bool:
        """Whether it holds words of a person's."""
        return self.docx != self.base


def settle(drafter: Drafter, due: Due, standing: Standing) -> Settled:
    """The paper drafted, and what becomes of it in the folder; nothing a person wrote is lost.

    Raises:
        TemplateError: its template is damaged or asks for an unknown field.
        OutsideError: the disk failed.
    """
    draft = drafter.draft(due)
    fresh = Settled(draft, draft.docx, draft.docx)
    there = standing.content(fresh.path)
    if there is None:
        return fresh
    from docgen.workflows.reconciling import met  # noqa: PLC0415 - where a file stands already

    return met(fresh, there, standing)


def as_found(drafter: Drafter, due: Due, standing: Standing) -> Settled | None:
    """The paper as the folder has it, whatever the record says by now; nothing where it has none.

    Raises:
        OutsideError: the disk failed.
    """
    named = Settled(drafter.named(due), b"", b"")
    there = standing.content(named.path)
    if there is None:
        return None
    base = standing.base(named.path) or NOT_KEPT
    entry = standing.filed(named.path)
    stands = named.changed(docx=there, base=base, issued=entry.issued, told=entry.told)
    return stands if there == base else found(stands, standing)


def held(drafter: Drafter, dues: Iterable[Due], standing: Standing) -> list[str]:
    """The names of those of ``dues`` that the folder has, or can bring back."""
    return [
        due.file_stem
        for due in dues
        if standing.base(Settled(drafter.named(due), b"", b"").path) is not None
    ]


def found(edited: Settled, standing: Standing) -> Settled:
    """``edited``, with the newer render that was laid beside it."""
    offered = standing.offer(edited.path)
    beside = standing.content(edited.beside_path) if offered else None
    return edited.changed(offered=offered, beside=beside)


def left_over(
    standing: Standing, made: set[str], *, every: bool = False
) -> Iterator[tuple[str, bytes]]:
    """What is no longer due and stays: Word files changed by hand, what was issued, former copies.

    So does what nobody knows from a person's. Each with its path and content; ``every`` file where
    it is not known of each step what is due.
    """
    if standing.known is None:
        return
    for path, filed in standing.known.files.items():
        kept = every or bool(filed.issued) or path.startswith(f"{FORMER}/")
        kept = kept or filed.base == UNKNOWN
        if path in made or not (kept or path.endswith(".docx")):
            continue
        there = standing.content(path)
        if there is None and filed.is_issued:
            there = standing.base(path)
        if there is not None and (kept or filed.base or sha256(there) != filed.sha256):
            yield path, there
