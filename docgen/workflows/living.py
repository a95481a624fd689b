"""The steps of a model's life after it works: each allowed only where the record bears it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, RecordError, Words
from docgen.guidance import papers
from docgen.record.explaining import place_of
from docgen.record.sections import parts_of
from docgen.workflows.packaging import Order, Package, Step, package

if TYPE_CHECKING:
    from docgen.record.loading import Loaded
    from docgen.workflows.packaging import Permit, Tell

# Which section of the record a step is about, and what to do where it is not told.
_SECTIONS = {
    papers.REPORT: "reports",
    papers.REORGANIZE: "reorganizations",
    papers.COMMEND: "commendations",
    papers.DISCIPLINE: "disciplines",
    papers.DISSOLVE: "dissolution",
}


def live(order: Order, step: Step, tell: Tell) -> Package:
    """Draft the papers of ``step`` (II.1.3, II.2.3, II.3) and keep them in the folder.

    Raises:
        RecordError: the record does not tell what the papers are about, or the guidance does not
            allow the step; otherwise as :func:`docgen.workflows.packaging.package`.
    """
    return package(order, step, tell, _permit(step))


def _permit(step: Step) -> Permit:
    def allow(loaded: Loaded) -> None:
        _told(loaded, step)

    return allow


def _told(loaded: Loaded, step: Step) -> None:
    """See that the record tells the section, and the part of it, that the papers are about."""
    section = _SECTIONS[step.stage]
    told = parts_of(loaded.record, section)
    if step.part in told or (told and not step.part):
        return
    shown = f" ({step.part})" if step.part else ""
    hint = Words(
        f"Khai mục “{section}” trong bản khai; xem mẫu: docgen new.",
        f"Fill in “{section}” in the record; see the blank form: docgen new.",
    )
    what = Words(
        f"bản khai chưa có mục “{section}”{shown}", f"the record does not tell “{section}”{shown}"
    )
    if section not in type(loaded.record).model_fields:
        what = Words(
            "Hướng dẫn chỉ quy định văn bản này cho mô hình tự quản",
            "the guidance has this paper for self-managed models only",
        )
        hint = Words("", "")
    place = place_of((section,), loaded.marks, loaded.file)
    raise RecordError(Problem(Place(place.file, place.line, place.column, section), what, hint))
