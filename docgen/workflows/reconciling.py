"""A file that stands already meets a fresh render: replaced, merged, or left to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, Severity, Words
from docgen.word.merging.comparing import Difference, DifferenceKind, differences, same_text
from docgen.word.merging.merge import merge
from docgen.workflows.settling import NOT_KEPT, found
from docgen.workflows.spots import short, where

if TYPE_CHECKING:
    from docgen.workflows.settling import Settled
    from docgen.workflows.standing import Standing


def met(fresh: Settled, there: bytes, standing: Standing) -> Settled:
    """What becomes of the file ``there`` and of the ``fresh`` render; nothing written is lost.

    Raises:
        OutsideError: the disk failed.
    """
    drafted = fresh.docx
    base = standing.base(fresh.path)
    if base is None and standing.is_render(fresh.path, drafted):
        base = drafted
    if base is None:
        return _recognised(found(fresh.changed(docx=there, base=NOT_KEPT), standing), drafted)
    render = base if same_text(base, drafted) else drafted
    if there in (base, render):
        return fresh.changed(docx=render, base=render)
    stands = found(fresh.changed(docx=there, base=base), standing)
    return stands if render == base else _reconciled(stands, render)


def _recognised(stands: Settled, render: bytes) -> Settled:
    """The file over a render that is lost: it stays, the fresh ``render`` is laid beside it."""
    taken = stands.offered is not None and stands.beside is None
    try:
        if same_text(stands.docx, render) or (taken and same_text(stands.offered or b"", render)):
            return stands.changed(base=render, offered=None, beside=None)
    except DocgenError as fault:
        return _left_alone(stands, render, fault.problems, _LOST)
    return _left_alone(stands, render, (), _LOST)


def _reconciled(stands: Settled, render: bytes) -> Settled:
    """The person's file and the fresh ``render`` brought together, or both kept."""
    if stands.offered and stands.beside is None and same_text(stands.offered, render):
        # The person took what had been laid beside the file, and cleared it away.
        return stands.changed(base=render, offered=None)
    try:
        merged = merge(stands.base, stands.docx, render, stands.path)
        if merged.docx is None:
            told = differences(stands.docx, render, stands.path)
            return _left_alone(
                stands, render, tuple(_told(stands, difference) for difference in told)
            )
    except DocgenError as fault:
        return _left_alone(stands, render, fault.problems)
    former = stands.docx if merged.docx != stands.docx else None
    joined = stands.changed(docx=merged.docx, base=render, offered=None, beside=None, former=former)
    return joined.changed(remarks=(_merged(joined),)) if former else joined


_BOTH = Words(
    "phần sửa tay và nội dung mới cùng chạm những đoạn dưới đây nên giữ nguyên tệp",
    "the edit and the change touch the paragraphs below, so the file was left alone",
)
_LOST = Words(
    "không còn bản gốc để biết đã sửa tay những gì nên giữ nguyên tệp",
    "the render is lost by which edits are told, so the file was left alone",
)


def _left_alone(
    stands: Settled, render: bytes, why: tuple[Problem, ...], reason: Words = _BOTH
) -> Settled:
    remark = Problem(
        Place(stands.path),
        Words(
            f"{reason.vi}; bản mới ở {stands.beside_path}",
            f"{reason.en}; the new draft is {stands.beside_path}",
        ),
        Words(
            "Chép phần cần lấy từ bản mới sang rồi xóa bản mới: lần sau docgen coi như đã xong.",
            "Take over what you need from the new draft, then delete it: docgen takes it as done.",
        ),
        Severity.WARNING,
    )
    return stands.changed(offered=render, beside=render, remarks=(remark, *why))


def _merged(joined: Settled) -> Problem:
    return Problem(
        Place(joined.path),
        Words(
            "đã ghép phần sửa tay với nội dung mới của bản khai; bản trước khi ghép giữ ở "
            f"{joined.former_path}",
            "the edit was merged with the record's change; the former version is kept at "
            f"{joined.former_path}",
        ),
        Words("Mở tệp xem lại một lượt.", "Open the file and read it once more."),
        Severity.WARNING,
    )


def _told(stands: Settled, difference: Difference) -> Problem:
    """One paragraph in which the person's file and the new draft differ."""
    place = where(difference.spot)
    old, new = short(difference.old), short(difference.new)
    told = {
        DifferenceKind.CHANGED: Words(
            f"{place.vi}: “{old}” → bản mới: “{new}”",
            f"{place.en}: “{old}” → the new draft has “{new}”",
        ),
        DifferenceKind.ADDED: Words(
            f"{place.vi}: bản mới thêm: “{new}”", f"{place.en}: the new draft adds “{new}”"
        ),
        DifferenceKind.REMOVED: Words(
            f"{place.vi}: bản mới không có: “{old}”", f"{place.en}: the new draft lacks “{old}”"
        ),
        DifferenceKind.FORMATTED: Words(
            f"{place.vi}: bản mới trình bày khác: “{old}”",
            f"{place.en}: the new draft formats otherwise “{old}”",
        ),
    }[difference.kind]
    return Problem(Place(stands.path), told, severity=Severity.WARNING)
