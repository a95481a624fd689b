"""The steps of a model's life after it works: each allowed only where the record bears it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import NO_WORDS, RecordError, Severity, Words
from docgen.guidance import papers
from docgen.guidance.classes import class_names, dissolving, made_known
from docgen.record.schema.shape import slots_of
from docgen.record.sections import parts_of
from docgen.workflows.desk import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docgen.errors import Problem
    from docgen.guidance.ratings import Judged, Rating
    from docgen.record.loading import Loaded

# Which section of the record a step is about.
SECTIONS = {
    papers.REPORT: "reports",
    papers.REORGANIZE: "reorganizations",
    papers.COMMEND: "commendations",
    papers.DISCIPLINE: "disciplines",
    papers.REPLICATE: "assessments",
    papers.DISSOLVE: "dissolution",
    papers.AMEND: "amendments",
}
_OWN_ONLY = Words(
    "Hướng dẫn chỉ quy định văn bản này cho mô hình tự quản",
    "the guidance has this paper for self-managed models only",
)


def permit(loaded: Loaded, step: Step) -> Step:
    """The step, with the part of the record that it is about where none was named.

    Raises:
        RecordError: the record does not tell what the papers are about, or the guidance does not
            allow the step (II.1.3, II.2.3, II.3, III.3).
    """
    asked = Step(step.stage, step.part.upper())
    usual = _if_told if asked.stage in SECTIONS else _always
    return _PERMITS.get(asked.stage, usual)(loaded, asked)


def _always(_: Loaded, step: Step) -> Step:
    """A step that any model may take."""
    return step


def _if_told(loaded: Loaded, step: Step) -> Step:
    _see_told(loaded, step)
    return step


def _if_worth_spreading(loaded: Loaded, step: Step) -> Step:
    from docgen.guidance.ratings import latest  # noqa: PLC0415 - few steps rest on a rating

    chosen = Step(step.stage, step.part or latest(loaded.record))
    _see_told(loaded, chosen)
    _see_worth_spreading(loaded, chosen)
    return chosen


def _if_weak(loaded: Loaded, step: Step) -> Step:
    _see_weak(loaded)
    _see_told(loaded, step)
    return step


def _see_told(loaded: Loaded, step: Step) -> None:
    """See that the record tells the section, and the part of it, that the papers are about."""
    section = SECTIONS[step.stage]
    told = parts_of(loaded.record, section)
    if step.part in told or (told and not step.part):
        return
    if section not in slots_of(type(loaded.record)):
        raise RecordError(_at(loaded, section, _OWN_ONLY))
    shown = f" ({step.part})" if step.part else ""
    what = Words(
        f"bản khai chưa có mục “{section}”{shown}", f"the record does not tell “{section}”{shown}"
    )
    known = ", ".join(part for part in told if step.part)
    hint = Words(
        f"Thêm kỳ này vào mục “{section}” (đã khai: {known})."
        if known
        else f"Khai mục “{section}” trong bản khai; xem mẫu: docgen new.",
        f"Add it to “{section}” (told: {known})."
        if known
        else f"Fill in “{section}” in the record; see the blank form: docgen new.",
    )
    raise RecordError(_at(loaded, section, what, hint))


def _see_worth_spreading(loaded: Loaded, step: Step) -> None:
    """Khá and Tốt are made known (III.2, III.3); the notice is itself a criterion of Khá."""
    from docgen.guidance.ratings import rate  # noqa: PLC0415 - as above

    rating = rate(loaded.record, step.part)
    if not rating.is_worth_spreading:
        lacking = (criterion for criterion in rating.common_to_known if not criterion.met)
        raise RecordError(
            _rated(loaded, rating, class_names(made_known())), *_reasons(loaded, lacking)
        )


def _see_weak(loaded: Loaded) -> None:
    """Only a model rated Yếu is dissolved, and each such model is (II.3)."""
    from docgen.guidance.endings import period_of  # noqa: PLC0415 - as above
    from docgen.guidance.ratings import rate  # noqa: PLC0415 - as above

    period = period_of(loaded.record)
    if not period:
        raise RecordError(_not_assessed(loaded))
    if period not in parts_of(loaded.record, "assessments"):
        raise RecordError(_not_assessed(loaded, period))
    rating = rate(loaded.record, period)
    if not rating.dissolves:
        raise RecordError(
            _rated(loaded, rating, class_names(dissolving())),
            *_reasons(loaded, rating.reasons_to_end),
        )


def _not_assessed(loaded: Loaded, period: str = "") -> Problem:
    shown = f" kỳ {period}" if period else ""
    return _at(
        loaded,
        "assessments",
        Words(
            f"chưa có đánh giá, xếp loại{shown}: chỉ thanh loại mô hình xếp loại Yếu (mục II.3)",
            f"there is no assessment {period}: only models rated “Yếu” are dissolved (II.3)",
        ),
        Words(
            "Khai “assessments” với dữ kiện của kỳ đó, rồi xem: docgen rate.",
            "Tell “assessments” with the facts of that period, then see: docgen rate.",
        ),
    )


def _rated(loaded: Loaded, rating: Rating, wanted: str) -> Problem:
    """The model is not of one of the ``wanted`` classes."""
    name, either = rating.name, wanted.replace(", ", " or ")
    return _at(
        loaded,
        "assessments",
        Words(
            f"kỳ {rating.period} mô hình: {name.vi}; chỉ mô hình {wanted} mới làm văn bản này "
            "(mục II.3, III.2)",
            f"{rating.period}: {name.en}; only models rated {either} get this paper (II.3, III.2)",
        ),
        Words("Xem từng tiêu chí: docgen rate.", "See criterion by criterion: docgen rate."),
    )


def _reasons(loaded: Loaded, criteria: Iterable[Judged]) -> list[Problem]:
    """Each criterion, whether it is met, and the fact that it rests on."""
    answers = {
        True: Words("đạt", "met"),
        False: Words("không đạt", "not met"),
        None: Words("chưa rõ", "not known"),
    }
    return [
        _at(
            loaded,
            "assessments",
            Words(
                f"{held.clause}, “{held.text.vi}”: {answers[held.met].vi} ({held.basis.vi})",
                f"{held.clause}, “{held.text.en}”: {answers[held.met].en} ({held.basis.en})",
            ),
        )
        for held in criteria
    ]


def _at(loaded: Loaded, section: str, what: Words, hint: Words = NO_WORDS) -> Problem:
    return remark(loaded, (section,), what, hint, Severity.ERROR)


_PERMITS: dict[str, Callable[[Loaded, Step], Step]] = {
    papers.REPLICATE: _if_worth_spreading,
    papers.DISSOLVE: _if_weak,
}
