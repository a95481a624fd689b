"""A fresh render meets what stands in the folder: replaced, merged, or left to the person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, Severity, Words
from docgen.folder.manifest import UNKNOWN, sha256
from docgen.folder.memory import PRINTS, WORD
from docgen.word.merging.comparing import Difference, DifferenceKind, differences, same_text
from docgen.word.merging.merge import merge
from docgen.workflows.standing import FORMER, former

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Draft, Drafter
    from docgen.word.merging.passages import Spot
    from docgen.workflows.standing import Standing

_SHOWN = 80
_UNKNOWN = b""
"""Stands for a render that is lost, of which only the hash is known."""


@dataclass(frozen=True, slots=True)
class Settled:
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
    base = standing.base(fresh.path)
    if base is None and standing.is_render(fresh.path, draft.docx):
        base = draft.docx
    if base is None:
        return _recognised(found(replace(fresh, docx=there, base=_UNKNOWN), standing), draft.docx)
    render = base if same_text(base, draft.docx) else draft.docx
    if there in (base, render):
        return replace(fresh, docx=render, base=render)
    stands = found(replace(fresh, docx=there, base=base), standing)
    return stands if render == base else _reconciled(stands, render)


def as_found(drafter: Drafter, due: Due, standing: Standing) -> Settled | None:
    """The paper as the folder has it, whatever the record says by now; nothing where it has none.

    Raises:
        OutsideError: the disk failed.
    """
    named = Settled(drafter.named(due), b"", b"")
    there = standing.content(named.path)
    if there is None:
        return None
    base = standing.base(named.path) or _UNKNOWN
    entry = standing.filed(named.path)
    stands = replace(named, docx=there, base=base, issued=entry.issued, told=entry.told)
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
    return replace(edited, offered=offered, beside=beside)


def _recognised(stands: Settled, render: bytes) -> Settled:
    """The file over a render that is lost: it stays, the fresh ``render`` is laid beside it."""
    taken = stands.offered is not None and stands.beside is None
    try:
        if same_text(stands.docx, render) or (taken and same_text(stands.offered or b"", render)):
            return replace(stands, base=render, offered=None, beside=None)
    except DocgenError as fault:
        return _left_alone(stands, render, fault.problems, _LOST)
    return _left_alone(stands, render, (), _LOST)


def _reconciled(stands: Settled, render: bytes) -> Settled:
    """The person's file and the fresh ``render`` brought together, or both kept."""
    if stands.offered and stands.beside is None and same_text(stands.offered, render):
        # The person took what had been laid beside the file, and cleared it away.
        return replace(stands, base=render, offered=None)
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
    joined = replace(
        stands, docx=merged.docx, base=render, offered=None, beside=None, former=former
    )
    return replace(joined, remarks=(_merged(joined),)) if former else joined


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
    return replace(stands, offered=render, beside=render, remarks=(remark, *why))


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
    where = _where(difference.spot)
    old, new = _short(difference.old), _short(difference.new)
    told = {
        DifferenceKind.CHANGED: Words(
            f"{where.vi}: “{old}” → bản mới: “{new}”",
            f"{where.en}: “{old}” → the new draft has “{new}”",
        ),
        DifferenceKind.ADDED: Words(
            f"{where.vi}: bản mới thêm: “{new}”", f"{where.en}: the new draft adds “{new}”"
        ),
        DifferenceKind.REMOVED: Words(
            f"{where.vi}: bản mới không có: “{old}”", f"{where.en}: the new draft lacks “{old}”"
        ),
        DifferenceKind.FORMATTED: Words(
            f"{where.vi}: bản mới trình bày khác: “{old}”",
            f"{where.en}: the new draft formats otherwise “{old}”",
        ),
    }[difference.kind]
    return Problem(Place(stands.path), told, severity=Severity.WARNING)


_STORIES = {
    "body": Words("", ""),
    "header": Words("đầu trang, ", "header, "),
    "footer": Words("chân trang, ", "footer, "),
}


def _where(spot: Spot) -> Words:
    """``bảng 2, hàng 3, ô 1``; ``đoạn 12, dưới “Điều 3…”``."""
    story = _STORIES[spot.story]
    if spot.table:
        return Words(
            f"{story.vi}bảng {spot.table}, hàng {spot.row}, ô {spot.cell}",
            f"{story.en}table {spot.table}, row {spot.row}, cell {spot.cell}",
        )
    under = _short(spot.heading)
    return Words(
        f"{story.vi}đoạn {spot.paragraph}" + (f", dưới “{under}”" if under else ""),
        f"{story.en}paragraph {spot.paragraph}" + (f", under “{under}”" if under else ""),
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


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
