"""The papers of a step in a model's life: read, decide what is due, fill, print, bind, keep."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import __version__
from docgen.errors import Words
from docgen.folder import contents, location, manifest
from docgen.guidance.papers import BOUND_STAGES, due
from docgen.papers.covers import missing, notes
from docgen.papers.drafting import CLOSING, COVER, LISTING
from docgen.printing.pages import count_pages
from docgen.printing.press import Print
from docgen.scans import inbox
from docgen.workflows.desk import Desk, Package, sound
from docgen.workflows.dossiers import Printed, dossiers, makers
from docgen.workflows.examining import Findings, find
from docgen.workflows.opening import load
from docgen.workflows.permitting import permit
from docgen.workflows.settling import left_over, settle
from docgen.workflows.standing import BASES, at_work, packed, record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from docgen.errors import Problem
    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Drafter
    from docgen.workflows.desk import Order, Step, Tell
    from docgen.workflows.settling import Settled
    from docgen.workflows.standing import Standing

    Settle = Callable[[Drafter, Due, Standing, str], Settled | None]


def package(order: Order, step: Step, tell: Tell) -> Package:
    """Draft the papers of ``step`` and keep them, with all that the folder already holds.

    Papers of earlier steps are brought up to date with the record; those that a person changed
    are merged, or left alone with the new draft beside them.

    Raises:
        RecordError: the record has problems, or the model may not take the step.
        TemplateError: a template has problems.
        ProtectedWorkError: the folder holds a person's work that would be lost.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    with at_work(order.folder, tell) as there:
        order = replace(order, record=order.record or record_of(order.folder, None, there))
        loaded = load(order.file)
        findings = sound(find(loaded, order.drafted))
        step = permit(loaded, step)
        contents.guard(order.folder, (), there.words)
        made = remake(Desk.of(order, loaded, there, step), tell)
        count = len({one.file_stem for one in due(loaded.record, step.stage, step.part)})
        return replace(made, papers=count, findings=findings)


def remake(table: Desk, tell: Tell, settle_one: Settle = settle) -> Package:
    """Bring every paper of the folder up to date with the record, and bind it; as :func:`package`.

    The folder must be at work, and guarded. ``settle_one`` says what becomes of each paper.
    """
    tell(Words("Soạn và in các văn bản…", "Drafting and printing the papers…"))
    prints, remarks = signed(table, print_papers(table, settle_one))
    tell(Words("Đóng hồ sơ, đánh số trang…", "Binding the dossier…"))
    made = keep(table, prints)
    return replace(made, remarks=(*made.remarks, *remarks))


def _settled(desk: Desk, settle_one: Settle) -> Iterator[Settled]:
    """Each paper as it shall stand; those whose lists begin with their holder, for each holder."""
    for due_, drafter, subfolder in makers(desk.drafter, desk.dues()):
        paper = settle_one(drafter, due_, desk.standing, subfolder)
        if paper is not None:
            yield paper


def print_papers(desk: Desk, settle_one: Settle) -> list[Printed]:
    """Every paper with its print; what has been printed before is not printed again."""
    papers = list(_settled(desk, settle_one))
    kept = [desk.standing.print_of(one.print_path, one.docx) for one in papers]
    fresh = iter(
        desk.press.print_all(
            (f"{one.stem}.docx", one.docx)
            for one, pdf in zip(papers, kept, strict=True)
            if pdf is None
        )
    )
    return [
        Printed(one, next(fresh) if pdf is None else Print(pdf, count_pages(pdf), ""))
        for one, pdf in zip(papers, kept, strict=True)
    ]


def signed(desk: Desk, prints: Sequence[Printed]) -> tuple[list[Printed], tuple[Problem, ...]]:
    """The papers with the signed versions that a person put into ``da-ky/``, and remarks on them.

    Raises:
        RecordError: one of the scans cannot be bound.
        OutsideError: the disk failed.
    """
    found = inbox.read(desk.order.folder, [one.paper.stem for one in prints])
    papers = [replace(one, signed=found.papers.get(one.paper.stem)) for one in prints]
    return papers, found.remarks


def keep(desk: Desk, prints: Sequence[Printed]) -> Package:
    """Bind the dossiers and write the folder; what a person wrote stays.

    Raises:
        ProtectedWorkError: a person's work would be lost.
        OutsideError: the disk failed.
    """
    bound = any(step.stage in BOUND_STAGES for step in desk.made)
    papers = {path: content for one in prints for path, content in _files(one)}
    volumes = dict(dossiers(desk.drafter, desk.press, prints)) if bound else {}
    stay = dict(left_over(desk.standing, {*papers}))
    bases = {one.paper.path: one.paper.base for one in prints}
    offers = {one.paper.path: one.paper.offered for one in prints if one.paper.offered}
    files = {**papers, **volumes, **stay, BASES: packed(bases, offers)}
    known = _manifest(desk, prints, files)
    contents.write(desk.order.folder, files, known, seen=desk.standing.words)
    return Package(
        (*papers, *volumes),
        len(prints),
        Findings((), ()),
        tuple(notes(desk.record, [one.paper.draft.due for one in prints])),
        (
            *(remark for one in prints for remark in one.paper.remarks),
            *location.too_long(desk.order.folder, files),
        ),
        lacking(desk, prints) if bound else (),
        bound,
    )


def lacking(desk: Desk, prints: Iterable[Printed]) -> tuple[str, ...]:
    """The items that the dossier must have from the first day, and of which no paper is here."""
    return tuple(missing(desk.record, [one.paper.draft.due for one in prints]))


def _files(one: Printed) -> Iterator[tuple[str, bytes]]:
    """The files of a paper by their paths."""
    paper = one.paper
    yield paper.path, paper.docx
    yield paper.print_path, one.sheet.pdf
    if paper.beside is not None:
        yield paper.beside_path, paper.beside
    if paper.former is not None:
        yield paper.former_path, paper.former


def _manifest(
    desk: Desk, prints: Sequence[Printed], files: Mapping[str, bytes]
) -> manifest.Manifest:
    """What the folder remembers: hashes, items and states; no personal data."""
    filed = {path: _plain(desk, path, content) for path, content in files.items()}
    for one in prints:
        filed |= _filed(desk, one)
    templates = {one.paper.draft.due.paper.template for one in prints} | {COVER, LISTING, CLOSING}
    return manifest.Manifest(
        tool=__version__,
        record=desk.loaded.sha256,
        record_file=_seen_from(desk.order.folder, desk.order.file),
        made=tuple(str(step) for step in desk.made),
        day=desk.order.drafted,
        templates={
            name: manifest.sha256(desk.drafter.templates.read(name)) for name in sorted(templates)
        },
        files=filed,
    )


def _plain(desk: Desk, path: str, content: bytes) -> manifest.FileEntry:
    """A file that is no paper; what a person left over keeps what was known of it."""
    before = desk.standing.filed(path)
    hashed = manifest.sha256(content)
    is_edited = path.endswith(".docx") and hashed != before.sha256
    return replace(before, sha256=hashed, base=before.base or (before.sha256 if is_edited else ""))


def _filed(desk: Desk, one: Printed) -> dict[str, manifest.FileEntry]:
    paper, row = one.paper, one.paper.draft.due.paper
    hashed = manifest.sha256(paper.docx)
    state = desk.state_of(paper, is_signed=one.signed is not None)
    told = manifest.FileEntry(hashed, row.item, row.id, state)
    base = manifest.sha256(paper.base) if paper.is_edited else ""
    printed = replace(told, sha256=manifest.sha256(one.sheet.pdf), source=hashed)
    return {paper.path: replace(told, base=base), paper.print_path: printed}


def _seen_from(directory: Path, record: Path) -> str:
    """Where the record is, seen from the folder; in full where no way leads there."""
    try:
        found = os.path.relpath(record.resolve(), Path(directory).resolve())
    except ValueError:  # another drive of Windows
        return record.resolve().as_posix()
    return Path(found).as_posix()
