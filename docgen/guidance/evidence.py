"""What is known of a model for its rating: each fact as the values that it may have."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.errors import NO_WORDS, Words
from docgen.guidance.guidance import guidance
from docgen.record.schema.assessments import DossierState

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.guidance.schema.ratings import FactRow, Value
    from docgen.record.schema.assessments import Assessment

_WHOLE: frozenset[Value] = frozenset(state.value for state in DossierState if state.is_whole)
_LACKING: frozenset[Value] = frozenset(state.value for state in DossierState) - _WHOLE


class DossierFacts(NamedTuple):
    """Hồ sơ trong thư mục: what the guidance's list wants by now, held against what is there.

    Attributes:
        missing: Titles of the needed items of which there is no paper.
        unsure: Titles of the items that may be due, the day of founding not being told.
        drafts: Titles of the items of which there are drafts only, none signed.
        unsaid: What text is still to be filled into which papers.
        empty: Whether there is no paper at all.
    """

    missing: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    empty: bool = False


class Fact(NamedTuple):
    """Một dữ kiện: the values it may have, what it rests on, and what is to be told if open."""

    possible: frozenset[Value]
    basis: Words
    lacks: Words = NO_WORDS
    notes: tuple[Words, ...] = ()


def facts(assessment: Assessment, dossier: DossierFacts | None) -> dict[str, Fact]:
    """Every fact of ``ratings.yaml``, by its name; one that the record has no place for is open."""
    return {
        name: _dossier(name, assessment, dossier)
        if row.evidence == "dossier"
        else _EVIDENCE[row.evidence](name, getattr(assessment, row.told or name, None))
        for name, row in guidance().ratings.facts.items()
    }


def _row(name: str) -> FactRow:
    return guidance().ratings.facts[name]


def _label(name: str) -> Words:
    return _row(name).label.words


def _says(name: str, value: Value, count: int = 0) -> Words:
    told = _row(name).values[value]
    return Words(told.vi.format(count=f"{count:02d}"), told.en.format(count=count))


def _open(name: str) -> Fact:
    """A fact that is not told may have any of its values."""
    label = _label(name)
    basis = Words(f"chưa có thông tin về {label.vi}", f"{label.en} is not told")
    return Fact(frozenset(_row(name).values), basis, label)


def _told(name: str, value: Value | None) -> Fact:
    return _open(name) if value is None else Fact(frozenset({value}), _says(name, value))


def _said(name: str, told: Any) -> Fact:  # noqa: ANN401 - whatever the record tells there
    return _told(name, told.value if isinstance(told, Enum) else told)


def _denied(name: str, told: Any) -> Fact:  # noqa: ANN401 - as above
    return _told(name, None if told is None else not told)


def _none(name: str, count: int | None) -> Fact:
    """A count of what there should be none of."""
    if count is None:
        return _open(name)
    return Fact(frozenset({count == 0}), _says(name, count == 0, count))


def _some(name: str, told: list[object] | None) -> Fact:
    """A list that should not be empty; one that is says that there are none."""
    return _open(name) if told is None else _told(name, bool(told))


_EVIDENCE: dict[str, Callable[[str, Any], Fact]] = {
    "said": _said,
    "denied": _denied,
    "none": _none,
    "some": _some,
}


def _dossier(name: str, assessment: Assessment, found: DossierFacts | None) -> Fact:
    told = _told_dossier(name, assessment)
    return told if found is None else _in_folder(told, found)


def _told_dossier(name: str, assessment: Assessment) -> Fact:
    """As told; papers told as missing make it incomplete, and contradict a complete one."""
    told = _said(name, assessment.dossier)
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
            f"đánh giá “{told.basis.vi}” nhưng hồ sơ còn thiếu tài liệu: {papers}",
            f"“{told.basis.en}” is told, but so is what it lacks: {papers}",
        ),
        _label(name),
    )


def _in_folder(told: Fact, found: DossierFacts) -> Fact:
    """What the folder shows; it wins over what is told, and what it cannot show stays as told."""
    if found.empty or found.missing:
        state = DossierState.NONE if found.empty else DossierState.INCOMPLETE
        papers = "; ".join(found.missing)
        basis = Words(
            f"hồ sơ thiếu: {papers}" if papers else "hồ sơ không có văn bản nào",
            f"the folder lacks: {papers}" if papers else "the folder has no papers",
        )
        shown = frozenset[str | bool]({state.value})
        return Fact(shown, basis, NO_WORDS, _notes(told, shown, found, basis))
    shown = _WHOLE | _LACKING if found.unsure else _WHOLE
    possible = told.possible & shown or shown
    basis = _whole_basis(told, found)
    return Fact(
        possible,
        basis,
        NO_WORDS if len(possible) == 1 else _what_is_open(found),
        _notes(told, shown, found, basis),
    )


def _whole_basis(told: Fact, found: DossierFacts) -> Words:
    if found.unsure:
        papers = "; ".join(found.unsure)
        return Words(
            f"hồ sơ chưa có: {papers}; chưa rõ đã đến kỳ lập hay chưa",
            f"the folder has not: {papers}; whether it is due yet is not known",
        )
    if told.possible <= _WHOLE:
        return Words(
            f"hồ sơ có đủ tài liệu theo danh mục; {told.basis.vi}",
            f"the folder is complete; {told.basis.en}",
        )
    return Words("hồ sơ có đủ tài liệu theo danh mục", "the folder has every paper of the list")


def _what_is_open(found: DossierFacts) -> Words:
    if found.unsure:
        return Words("ngày thành lập mô hình", "the day of founding")
    return Words(
        "hồ sơ có gọn gàng, khoa học hay không", "whether the dossier is neat and scientific"
    )


def _notes(
    told: Fact, shown: frozenset[Value], found: DossierFacts, basis: Words
) -> tuple[Words, ...]:
    """Where the folder contradicts what is told, the word of both; what in it is not done yet."""
    notes = []
    if not told.possible & shown:
        notes.append(
            Words(
                f"đánh giá ghi “{told.basis.vi}”; {basis.vi}: hai nguồn khác nhau, lấy theo kết "
                "quả kiểm tra hồ sơ",
                f"“{told.basis.en}” is told; {basis.en}: they differ, and the folder counts",
            )
        )
    if found.unsaid:
        papers = "; ".join(found.unsaid)
        notes.append(
            Words(
                f"trong hồ sơ, văn bản còn chỗ phải bổ sung: {papers}",
                f"text is still to be filled into papers of the folder: {papers}",
            )
        )
    if found.drafts:
        papers = "; ".join(found.drafts)
        notes.append(
            Words(
                f"trong hồ sơ mới có dự thảo, chưa có bản ký: {papers}",
                f"in the folder as drafts only, not signed: {papers}",
            )
        )
    return tuple(notes)
