"""A record and a paper become a Word file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from docgen.papers import covers
from docgen.papers.bodies import offices
from docgen.papers.view import citing, citing_part, facts, joined, of_paper
from docgen.values import Value
from docgen.word.filling.fill import Properties

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Papers
    from docgen.papers.view import Cites
    from docgen.record.schema.linked import AnyRecord
    from docgen.word.filling.templates import TemplateFolder

COVER, LISTING, CLOSING = "bia", "muc-luc", "ket-thuc"


class Draft(Value):
    """Một văn bản đã soạn: the Word file, and what the dossier says of it."""

    due: Due
    title: str
    docx: bytes


class Drafter(Value, dict=True):
    """Fills the templates of one folder for the papers of one record on one day."""

    papers: Papers
    templates: TemplateFolder

    @property
    def record(self) -> AnyRecord:
        """What is told of the model, as it is on the day of drafting."""
        return self.papers.then(self.papers.drafted)

    @cached_property
    def _known(self) -> dict[date, Frame]:
        return {}

    def _facts(self, day: date) -> Frame:
        """What the papers of one day have in common."""
        if day not in self._known:
            self._known[day] = facts(self.papers.at(day))
        return self._known[day]

    @cached_property
    def _named(self) -> Cites:
        return citing(self.papers, party_style=False)

    @cached_property
    def _named_in_party(self) -> Cites:
        return citing(self.papers, party_style=True)

    def draft(self, due: Due, more: Frame | None = None) -> Draft:
        """The paper as a Word file; ``more`` says what does not come from its record alone.

        Raises:
            TemplateError: its template is damaged or asks for an unknown field.
        """
        sheet = self.papers.sheet(due)
        title = covers.paper_title(sheet)
        about = self._properties(title, sheet.body.name)
        template = self.templates.template(due.paper.template)
        named = self._named_in_party if sheet.of_party else self._named
        own = {**of_paper(sheet), **(more or {})}
        context = joined(self._facts(sheet.day), named, citing_part(sheet), own)
        return Draft(due, title, template.fill(context, about))

    def named(self, due: Due) -> Draft:
        """What the paper is, without its Word file."""
        return Draft(due, covers.paper_title(self.papers.sheet(due)), b"")

    def for_holder(self, first: int) -> Drafter:
        """The same for the dossier of the member unit at the place ``first``."""
        return self.changed(papers=self.papers.led_by(first))

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
        about = self._properties(covers.title(self.record), covers.holder(self.papers).name)
        return self.templates.template(name).fill(covers.dossier_view(self.papers, bound), about)

    def _properties(self, title: str, author: str) -> Properties:
        subject = offices.model_name(self.record)
        return Properties(title=title, subject=subject, author=author, day=self.papers.drafted)
