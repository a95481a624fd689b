"""Papers, the items they belong to, and the programmes of conferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.conditions import CASES, LISTS, OF_RECORD, condition, is_of_part
from docgen.guidance.schema.kinds import KINDS
from docgen.guidance.soundness.around import PAPER, ROOTS, field, slot_at
from docgen.record.schema.meetings import Conference, Consultation
from docgen.record.schema.parts import Issued
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.tables.faults import Fault, doubled, open_names, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.schema.papers import Paper
    from docgen.guidance.soundness.around import Around
    from docgen.record.schema.parts import RecordPart
    from docgen.tables.faults import Path

TOPICS = frozenset({"competence", "local", "former_changes"})
"""Bases that are neither acts nor papers."""
_SUMMARY = ("model", "year", "period", "review", "amended")
_PROGRAMME = {
    "self_managed": ("proposer", "unit", "short", "head", "people"),
    "linked": ("lead", "count", "year"),
}


def papers(around: Around) -> Iterator[Fault]:
    """Whatever a row of ``papers.yaml`` names is there; no two rows make one file."""
    for kind in KINDS:
        rows = around.guidance.papers.of(kind)
        yield from doubled(
            (((kind, place, "id"), paper.id) for place, paper in enumerate(rows)), PAPER
        )
        files = (
            ((kind, place, "template"), (paper.item, paper.file_name))
            for place, paper in enumerate(rows)
        )
        yield from doubled(files, Words("mục và tệp", "item and file"))
        for place, paper in enumerate(rows):
            yield from _paper((kind, place), paper, kind, around)


def _paper(path: Path, paper: Paper, kind: str, around: Around) -> Iterator[Fault]:
    words = around.words[kind]
    numbers = {str(item.number) for item in around.guidance.items.of(kind).items}
    named = (
        ("template", paper.template, around.templates, Words("mẫu", "template")),
        ("item", str(paper.item or ""), numbers, Words("mục hồ sơ", "item")),
        ("attached_to", paper.attached_to, around.ids(kind), PAPER),
        ("issuer", paper.issuer, words.issuers, Words("nơi ban hành", "issuer")),
        ("signer", paper.signer, words.signers, Words("cách ký", "way of signing")),
    )
    for key, name, known, sort in named:
        if name and known is not None and name not in known:
            yield unknown((*path, key), name, known, sort)
    yield from _bases(path, paper, kind, around)
    yield from _texts(path, paper, words.addresses)
    yield from _of_record(path, paper, ROOTS[kind])
    if paper.numbered and not paper.symbol and not paper.is_letter:
        what = Words("lấy số mà thiếu chữ viết tắt tên loại", "it is numbered without a symbol")
        yield Fault((*path, "symbol"), what, Words("Ghi symbol.", "Tell symbol."))


def _bases(path: Path, paper: Paper, kind: str, around: Around) -> Iterator[Fault]:
    known = {*TOPICS, *around.ids(kind), *(act.topic for act in around.law.acts.values())}
    for place, topic in enumerate(paper.bases):
        if topic not in known:
            yield unknown((*path, "bases", place), topic, known, Words("căn cứ", "basis"))


def _texts(path: Path, paper: Paper, addresses: frozenset[str]) -> Iterator[Fault]:
    yield from open_names((*path, "summary"), paper.summary, _SUMMARY)
    yield from open_names((*path, "request_of"), paper.request_of, addresses)
    for key, texts in (("to", paper.to), ("recipients", paper.recipients)):
        for place, text in enumerate(texts):
            yield from open_names((*path, key, place), text, addresses)
            if "{" in text[1:]:
                what = Words("{ } chỉ đứng ở đầu dòng", "{ } stands at the beginning only")
                yield Fault((*path, key, place), what)


def _of_record(path: Path, paper: Paper, root: type[RecordPart]) -> Iterator[Fault]:
    """What the row says of the record is there: section, number, meeting, condition, list."""
    section, _, issued = paper.told.partition(".")
    about = slot_at(root, section) if section else None
    if section and (about is None or about.part is None):
        sections = [name for name in slots_of(root) if _part(root, name)]
        yield unknown((*path, "told"), section, sections, Words("mục của bản khai", "section"))
    elif issued and about and about.part and not _is_issued(about.part, issued):
        yield unknown((*path, "told"), paper.told, (), Words("nơi ghi số, ngày", "number and day"))
    meeting = _part(root, paper.meeting)
    if paper.signer == "chair" and not (meeting and issubclass(meeting, Conference | Consultation)):
        yield unknown((*path, "meeting"), paper.meeting, (), Words("cuộc họp", "meeting"))
    yield from when((*path, "when"), paper.when, root, about.part if about else None)
    if paper.each and paper.each not in LISTS:
        slot = slot_at(root, paper.each)
        if slot is None or not slot.many or slot.part is None:
            known = [*LISTS, "launch.guests", "members", "units"]
            yield unknown((*path, "each"), paper.each, known, Words("danh sách", "list"))


def _part(root: type[RecordPart], name: str) -> type[RecordPart] | None:
    slot = slot_at(root, name)
    return slot.part if slot else None


def _is_issued(part: type[RecordPart], name: str) -> bool:
    """Whether number and day are told there: of one paper, or of several, one by one."""
    inner = _part(part, name)
    return inner is not None and slots_of(Issued).keys() <= slots_of(inner).keys()


def when(
    path: Path, text: str, root: type[RecordPart], part: type[RecordPart] | None
) -> Iterator[Fault]:
    """A condition asks for what the record, or its ``part``, can tell."""
    if not text or text in OF_RECORD or (text in CASES and part is not None):
        return
    wanted = condition(text)
    asked = part if is_of_part(text) else root
    if asked is None:
        what = Words(f"“{text}” hỏi một phần của bản khai", f"“{text}” asks a part of the record")
        yield Fault(path, what, Words("Ghi told.", "Tell told."))
        return
    yield from field(path, ".".join(wanted.path), asked)
    slot = slot_at(asked, ".".join(wanted.path))
    values = ("true", "false") if slot and slot.kind is FieldKind.FLAG else slot and slot.choices
    if wanted.value and values and wanted.value not in values:
        yield unknown(path, wanted.value, values, Words("giá trị", "value"))


def items(around: Around) -> Iterator[Fault]:
    """Numbers are given once; what may be absent says why."""
    for kind in KINDS:
        told = around.guidance.items.of(kind).items
        path: Path = (kind, "items")
        numbers = (((*path, place, "number"), item.number) for place, item in enumerate(told))
        yield from doubled(numbers, Words("mục", "item"))
        for place, item in enumerate(told):
            yield from open_names((*path, place, "title"), item.title, ("leader",))
            if item.needed == "if_any" and not (item.absent_vi and item.absent_en):
                what = Words("“nếu có” mà thiếu lý do không có", "if_any without a reason")
                yield Fault((*path, place), what, Words("Thêm absent_vi, absent_en.", "Add both."))


def programmes(around: Around) -> Iterator[Fault]:
    """Every open name is closed; what is before the beginning stands first."""
    for kind in KINDS:
        parts = around.guidance.programmes.of(kind)
        for place, part in enumerate(parts):
            path: Path = (kind, place)
            yield from open_names((*path, "content"), part.content, _PROGRAMME[kind])
            yield from open_names((*path, "by"), part.by, _PROGRAMME[kind])
            yield from when((*path, "when"), part.when, ROOTS[kind], None)
            if part.before and not all(earlier.before for earlier in parts[:place]):
                what = Words(
                    "trước giờ bắt đầu mà đứng sau", "it is before the beginning, but later"
                )
                yield Fault((*path, "before"), what)
