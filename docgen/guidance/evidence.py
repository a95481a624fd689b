"""What is known of a model for its rating: each fact as the values that it may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from docgen.errors import NO_WORDS, Words
from docgen.guidance.data import read
from docgen.record.schema.assessments import DossierState, LinkedAssessment

if TYPE_CHECKING:
    from docgen.record.schema.assessments import Assessment

Value: TypeAlias = "str | bool"
_WHOLE: frozenset[Value] = frozenset(
    {DossierState.COMPLETE.value, DossierState.NEAT.value, DossierState.SCIENTIFIC.value}
)
_LACKING: frozenset[Value] = frozenset({DossierState.NONE.value, DossierState.INCOMPLETE.value})


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """Hồ sơ trong thư mục: what the guidance's list wants by now, held against what is there.

    Attributes:
        missing: Titles of the needed items of which there is no paper.
        unsure: Titles of the items that may be due, the day of founding not being told.
        drafts: Titles of the items of which there are drafts only, none signed.
        empty: Whether there is no paper at all.
    """

    missing: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """Một dữ kiện: the values it may have, what it rests on, and what is to be told if open."""

    possible: frozenset[Value]
    basis: Words
    lacks: Words = NO_WORDS
    notes: tuple[Words, ...] = ()


def facts(assessment: Assessment, dossier: DossierFacts | None) -> dict[str, Fact]:
    """Every fact of ``ratings.yaml`` that is no list, by its name."""
    keeping = None if assessment.keeping is None else assessment.keeping.value
    found = {
        "dossier": _dossier(assessment, dossier),
        "keeping": _told("keeping", keeping),
        "secure": _told("secure", assessment.secure),
        "united": _told("united", assessment.united),
        "lawful": _none("lawful", assessment.violations),
        "influence": _told("influence", assessment.influence),
    }
    if isinstance(assessment, LinkedAssessment):
        told = assessment.complaints
        found["heads_in_order"] = _none("heads_in_order", assessment.heads_disciplined)
        found["no_complaints"] = _told("no_complaints", None if told is None else not told)
    return found


def _row(name: str) -> dict[str, Any]:
    row: dict[str, Any] = read("ratings")["facts"][name]
    return row


def _label(name: str) -> Words:
    return Words(**_row(name)["label"])


def _says(name: str, value: Value, count: int = 0) -> Words:
    told = Words(**_row(name)["values"][value])
    return Words(told.vi.format(count=f"{count:02d}"), told.en.format(count=count))


def _told(name: str, value: Value | None) -> Fact:
    if value is None:
        label = _label(name)
        open_ = Words(f"chưa khai {label.vi}", f"{label.en} is not told")
        return Fact(frozenset(_row(name)["values"]), open_, label)
    return Fact(frozenset({value}), _says(name, value))


def _none(name: str, count: int | None) -> Fact:
    """A count of what there should be none of."""
    if count is None:
        return _told(name, None)
    return Fact(frozenset({count == 0}), _says(name, count == 0, count))


def _dossier(assessment: Assessment, found: DossierFacts | None) -> Fact:
    told = _told_dossier(assessment)
    return told if found is None else _in_folder(told, found)


def _told_dossier(assessment: Assessment) -> Fact:
    """As told; papers told as missing make it incomplete, and contradict a complete one."""
    told = _told("dossier", None if assessment.dossier is None else assessment.dossier.value)
    if not assessment.missing or told.possible <= _LACKING:
        return told
    papers = "; ".join(assessment.missing)
    if assessment.dossier is None:
        return Fact(
            frozenset({DossierState.INCOMPLETE.value}),
            Words(f"hồ sơ còn thiếu: {papers}", f"the dossier lacks: {papers}"),
        )
    return Fact(
        told.possible | {DossierState.INCOMPLETE.value},
        Words(
            f"khai “{told.basis.vi}” nhưng lại kê tài liệu còn thiếu: {papers}",
            f"“{told.basis.en}” is told, but so is what it lacks: {papers}",
        ),
        _label("dossier"),
    )


def _in_folder(told: Fact, found: DossierFacts) -> Fact:
    """What the folder shows; it wins over what is told, and what it cannot show stays as told."""
    if found.empty or found.missing:
        state = DossierState.NONE if found.empty else DossierState.INCOMPLETE
        papers = "; ".join(found.missing)
        basis = Words(
            f"thư mục hồ sơ thiếu: {papers}" if papers else "thư mục hồ sơ không có văn bản nào",
            f"the folder lacks: {papers}" if papers else "the folder has no papers",
        )
        return Fact(frozenset({state.value}), basis, NO_WORDS, _notes(told, _LACKING, found))
    shown = _WHOLE | _LACKING if found.unsure else _WHOLE
    possible = told.possible & shown or shown
    return Fact(
        possible,
        _whole_basis(told, found),
        NO_WORDS if len(possible) == 1 else _what_is_open(found),
        _notes(told, shown, found),
    )


def _whole_basis(told: Fact, found: DossierFacts) -> Words:
    if found.unsure:
        papers = "; ".join(found.unsure)
        return Words(
            f"thư mục hồ sơ chưa có: {papers}; chưa rõ đã đến kỳ lập hay chưa",
            f"the folder has not: {papers}; whether it is due yet is not known",
        )
    if told.possible <= _WHOLE:
        return Words(
            f"thư mục đủ tài liệu; {told.basis.vi}", f"the folder is complete; {told.basis.en}"
        )
    return Words("thư mục đủ tài liệu theo danh mục", "the folder has every paper of the list")


def _what_is_open(found: DossierFacts) -> Words:
    if found.unsure:
        return Words("ngày thành lập mô hình", "the day of founding")
    return Words(
        "hồ sơ có gọn gàng, khoa học hay không", "whether the dossier is neat and scientific"
    )


def _notes(told: Fact, shown: frozenset[Value], found: DossierFacts) -> tuple[Words, ...]:
    """That the folder contradicts what is told, and what in it is a draft only."""
    notes = []
    if not told.possible & shown:
        notes.append(
            Words(
                f"bản khai ghi “{told.basis.vi}” nhưng thư mục hồ sơ cho thấy khác; lấy theo thư "
                "mục",
                f"“{told.basis.en}” is told, but the folder shows otherwise; the folder counts",
            )
        )
    if found.drafts:
        papers = "; ".join(found.drafts)
        notes.append(
            Words(
                f"trong thư mục mới là dự thảo, chưa có bản ký: {papers}",
                f"in the folder as drafts only, not signed: {papers}",
            )
        )
    return tuple(notes)
