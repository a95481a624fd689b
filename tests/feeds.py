"""The papers that each field of a record feeds, by drafting; `python -m tests.feeds` writes them.

One section or field at a time is cut from a sample, added to it or told otherwise; a paper is fed
by it where its words change or it comes and goes. That a body is told of a paper (Nơi nhận) is not
counted. Fields below the second level go by what they stand in.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen.errors import DocgenError
from docgen.guidance.papers import CEREMONY, due, papers
from docgen.papers.drafting import Drafter
from docgen.papers.feeds import FEEDS
from docgen.papers.samples import samples
from docgen.papers.sheet import Papers
from docgen.record.placing import imagined, placed
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.word.filling.templates import TemplateFolder
from docgen.word.wording import paragraphs
from docgen.workflows.opening import load
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath, Slot

DRAFTED = {"self_managed": "xa-2026-to-lien-gia", "linked": "lien-ket/giap-ranh-2026"}
"""The sample that is drafted, for each kind."""
LATER = frozenset({"kind", "profile", "papers", "changes"})
"""What no form of the first steps asks."""
_HEAD = """\
# Mục nào của bản khai vào văn bản nào. Tệp này do máy lập: python -m tests.feeds; đừng sửa tay.
#
# Lập bằng cách soạn bản khai mẫu, mỗi lần bỏ đi, thêm vào hoặc khai khác đi một mục: văn bản nào
# đổi chữ thì có mục ấy; Nơi nhận không tính. Khóa là tên mục (issuer), hoặc trường của mục khi
# trường vào văn bản khác với cả mục (party.signer); giá trị là id của văn bản, theo thứ tự hồ sơ.
"""
Words = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Sample:
    """A sample on its day of drafting, and what its papers say."""

    record: AnyRecord
    day: date
    said: Words

    def fed(self, record: AnyRecord, among: frozenset[str] | None = None) -> set[str]:
        """The papers that say something else of ``record``; only those ``among``, if told."""
        try:
            other = words(record, self.day, among)
        except (DocgenError, LookupError, ValueError, AttributeError, TypeError):
            return set()  # what cannot be without the rest feeds nothing by itself
        here = {name for name in self.said if among is None or name in among}
        return {name for name in here | other.keys() if self.said.get(name) != other.get(name)}


@cache
def sample(name: str) -> Sample:
    """The sample called ``name``."""
    record = load(path_of(name)).record
    return Sample(record, drafted(name), words(record, drafted(name)))


def words(record: AnyRecord, day: date, among: frozenset[str] | None = None) -> Words:
    """What each paper of the founding says, by its id; the first copy stands for all."""
    drafter = Drafter(Papers(record, day), _templates())
    every = (*due(drafter.record), *due(drafter.record, CEREMONY))
    firsts = {one.paper.id: one for one in reversed(every)}
    return {
        name: tuple(_without_recipients(record, paragraphs(drafter.draft(one).docx, name)))
        for name, one in firsts.items()
        if among is None or name in among
    }


@cache
def _templates() -> TemplateFolder:
    return TemplateFolder()


def _without_recipients(record: AnyRecord, told: Iterator[str]) -> Iterator[str]:
    """The words without who gets the paper, apart from whom the record adds to them."""
    skipping = False
    for text in told:
        skipping = text.strip() == "Nơi nhận:" or (skipping and text.lstrip().startswith("-"))
        if not skipping or any(more in text for more in record.recipients):
            yield text


def feeds(kind: str) -> dict[str, tuple[str, ...]]:
    """Papers by section, and by field where they are others than those of the section."""
    there = sample(DRAFTED[kind])
    found: dict[str, tuple[str, ...]] = {}
    for slot in slots_of(type(there.record)).values():
        if slot.about.later or slot.name in LATER:
            continue
        whole = _fed(there, (slot.name,), slot, None)
        inner = slots_of(slot.part).values() if slot.part else ()
        among = frozenset(whole) if whole and not slot.required else None
        fields = {one.name: _fed(there, (slot.name, one.name), one, among) for one in inner}
        whole = whole.union(*fields.values())
        found[slot.name] = _ordered(kind, whole)
        for name, fed in fields.items():
            if fed != whole:
                found[f"{slot.name}.{name}"] = _ordered(kind, fed)
    return found


def _ordered(kind: str, found: set[str]) -> tuple[str, ...]:
    return tuple(paper.id for paper in papers(kind) if paper.id in found)


def _fed(there: Sample, path: FieldPath, slot: Slot, among: frozenset[str] | None) -> set[str]:
    found: set[str] = set()
    for value in _values(there, path, slot):
        with suppress(LookupError):  # its part is not told, and no sample tells it
            found |= there.fed(_put(there.record, path, value), among)
    return found


def _put(record: AnyRecord, path: FieldPath, value: object) -> AnyRecord:
    """``value`` at ``path``; of a list in every item, in a part that is not told after it is."""
    first = str(path[0])
    told = getattr(record, first)
    if len(path) == 1 or not isinstance(told, list):
        if told is None:
            record = placed(record, (first,), getattr(_full(record), first))
        return placed(record, path, value)
    for place in range(len(told)):
        record = placed(record, (first, place, *path[1:]), value)
    return record


def _full(record: AnyRecord) -> AnyRecord:
    """The record of the same kind that tells everything once."""
    (full,) = (one for one in samples() if one.kind == record.kind)
    return full


def _values(there: Sample, path: FieldPath, slot: Slot) -> Iterator[object]:
    """What is told instead: of a part nothing, or something where nothing is; else another text."""
    if slot.part is not None:
        told = _at(there.record, path)
        yield slot.default if told and not slot.required else _at(_full(there.record), path)
    elif slot.kind in (FieldKind.LINE, FieldKind.TEXT):
        yield ["Điều khai khác"] if slot.many else "Điều khai khác"
    elif slot.kind is FieldKind.CHOICE:
        yield from slot.choices
    elif slot.kind is FieldKind.FLAG:
        yield not slot.default
    elif slot.kind is FieldKind.WHOLE:
        yield 1999
    else:
        yield imagined(type(there.record), path, there.day)


def _at(record: AnyRecord, path: FieldPath) -> Any:
    told: Any = record
    for name in path:
        told = getattr(told[0] if isinstance(told, list) and told else told, str(name), None)
    return told


def written() -> str:
    """The data file."""
    lines = [_HEAD.rstrip("\n")]
    for kind in DRAFTED:
        lines.append(f"{kind}:")
        lines += [f"  {name}: [{', '.join(ids)}]" for name, ids in feeds(kind).items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FEEDS.write_text(written(), "utf-8")
