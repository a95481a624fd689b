"""A record and a paper become a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.law.units import told_apart
from docgen.papers import covers
from docgen.papers.bodies import offices
from docgen.papers.letterhead import Sheet
from docgen.papers.view import citing, citing_part, facts, joined, of_paper
from docgen.word.filling.fill import Properties

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.papers.rows import Frame
    from docgen.papers.view import Cites
    from docgen.record.schema.linked import AnyRecord
    from docgen.word.filling.templates import TemplateFolder

COVER, LISTING, CLOSING = "bia", "muc-luc", "ket-thuc"


@dataclass(frozen=True, slots=True)
class Draft:
    """Một văn bản đã soạn: the Word file, and what the dossier says of it."""

    due: Due
    title: str
    docx: bytes


@dataclass(frozen=True)
class Drafter:
    """Fills the templates of one folder for one record on one day.

    Member units that share a name are told apart by their place in every paper.

    ``first`` is the place of the member unit that comes first, in the dossiers of a linked model.
    """

    record: AnyRecord
    drafted: date
    templates: TemplateFolder
    first: int = 0

    def __post_init__(self) -> None:
        """Names of units that are one by one."""
        if self.record.kind == "linked":
            object.__setattr__(self, "record", told_apart(self.record))

    @cached_property
    def _facts(self) -> Frame:
        return facts(self.record, self.drafted, self.first)

    @cached_property
    def _named(self) -> Cites:
        return citing(self.record, self.drafted, party_style=False)

    @cached_property
    def _named_in_party(self) -> Cites:
        return citing(self.record, self.drafted, party_style=True)

    def draft(self, due: Due, more: Frame | None = None) -> Draft:
        """The paper as a Word file; ``more`` says what does not come from its record alone.

        Raises:
            TemplateError: its template is damaged or asks for an unknown field.
        """
        sheet = Sheet(self.record, due.paper, self.drafted, due.copy, due.part)
        title = covers.paper_title(self.record, due, self.drafted)
        about = self._properties(title, sheet.body.name)
        template = self.templates.template(due.paper.template)
        named = self._named_in_party if sheet.of_party else self._named
        own = {**of_paper(sheet, due), **(more or {})}
        context = joined(self._facts, named, citing_part(sheet), own)
        return Draft(due, title, template.fill(context, about))

    def named(self, due: Due) -> Draft:
        """What the paper is, without its Word file."""
        return Draft(due, covers.paper_title(self.record, due, self.drafted), b"")

    def cover(self, bound: Sequence[covers.Bound]) -> bytes:
        """The cover of the dossier as a Word file; it says what the dossier lacks."""
        return self._volume(COVER, bound)

    def listing(self, bound: Sequence[covers.Bound]) -> bytes:
        """The list of documents of the dossier as a Word file."""
        return self._volume(LISTING, bound)

    def closing(self, bound: Sequence[covers.Bound]) -> bytes:
        """The end-of-file sheet (chứng từ kết thúc) as a Word file."""
        return self._volume(CLOSING, bound)

    def _volume(self, name: str, bound: Sequence[covers.Bound]) -> bytes:
        about = self._properties(
            covers.title(self.record), covers.holder(self.record, self.first).name
        )
        context = covers.dossier_view(self.record, bound, self.drafted, self.first)
        return self.templates.template(name).fill(context, about)

    def _properties(self, title: str, author: str) -> Properties:
        subject = offices.model_name(self.record)
        return Properties(title=title, subject=subject, author=author, day=self.drafted)
