"""The papers of a step in a model's life: read, decide what is due, fill, print, bind, keep."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import __version__
from docgen.errors import Words
from docgen.folder import contents, location, manifest
from docgen.folder.memory import BASES
from docgen.guidance.papers import due
from docgen.papers.covers import lacks, notes
from docgen.papers.drafting import CLOSING, COVER, LISTING
from docgen.workflows import following, printing, scanning, unfinished, unused
from docgen.workflows.desk import Desk, Package, sound
from docgen.workflows.dossiers import bound_of
from docgen.workflows.examining import Findings, read
from docgen.workflows.following import seen
from docgen.workflows.form import of_edits
from docgen.workflows.issuing import NONE_SIGNED, Issued, anew, kept, told_otherwise
from docgen.workflows.permitting import permit
from docgen.workflows.recalling import record_of
from docgen.workflows.settling import left_over, settle
from docgen.workflows.standing import FORMER, at_work, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from docgen.errors import Problem
    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Drafter
    from docgen.workflows.desk import Order, Step, Tell
    from docgen.workflows.dossiers import Printed, Prints
    from docgen.workflows.settling import Settled
    from docgen.workflows.standing import Standing

    Settle = Callable[[Drafter, Due, Standing], Settled | None]

_VOLUMES = frozenset({COVER, LISTING, CLOSING})


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
        order = order.changed(record=order.record or record_of(order.folder, None, there))
        loaded, findings = read(order)
        sound(findings)
        step = permit(loaded, step)
        contents.guard(order.folder, (), there.words)
        made = remake(Desk.of(order, loaded, there, step), tell)
        count = len({due_.file_stem for due_ in due(loaded.record, step.stage, step.part)})
        return made.changed(papers=count, findings=findings)


def remake(table: Desk, tell: Tell, settle_one: Settle = settle) -> Package:
    """Bring every draft of the folder up to date with the record, and bind it; as :func:`package`.

    What was issued stays as it is. The folder must be at work, and guarded. ``settle_one`` says
    what becomes of each draft.
    """
    tell(Words("Soạn và in các văn bản…", "Drafting and printing the papers…"))
    scans = scanning.read(table.order.folder, [due_.file_stem for due_ in table.dues()])
    issued = Issued(frozenset(scans.papers))
    prints = printing.printed(table, settled(table, settle_one, issued), scans.papers, tell)
    otherwise = told_otherwise(table, [printed.paper for printed in prints.papers])
    tell(Words("Đóng hồ sơ, đánh số trang…", "Binding the dossier…"))
    made = keep(table, prints, issued)
    return made.changed(remarks=(*made.remarks, *scans.remarks, *otherwise))


def settled(table: Desk, settle_one: Settle, issued: Issued) -> Iterator[Settled]:
    """Each paper as it shall stand, one by one, for printing needs not wait for the last."""
    stand = [(due_, kept(table.drafter, due_, table.standing, issued)) for due_ in table.dues()]
    filled = (one for one, stays in stand if stays is None or one.file_stem in table.anew)
    table.drafter.templates.ready(due_.paper.template for due_ in filled)
    for due_, stays in stand:
        paper = _settled(table, settle_one, due_, stays)
        if paper is not None:
            yield paper


def _settled(table: Desk, settle_one: Settle, due_: Due, stays: Settled | None) -> Settled | None:
    """The paper filled; or as it ``stays`` issued, unless it is asked for anew."""
    if stays is not None and due_.file_stem not in table.anew:
        return stays.changed(told=None) if due_.file_stem in table.acknowledged else stays
    paper = settle_one(table.drafter, due_, table.standing)
    if paper is None:
        return None
    paper = seen(paper, table.drafter, table.standing, table.told)
    return anew(stays, paper, table.standing) if stays else paper


def keep(desk: Desk, made: Prints, issued: Issued = NONE_SIGNED) -> Package:
    """Bind the dossiers and write the folder; what a person wrote stays.

    Raises:
        ProtectedWorkError: a person's work would be lost.
        OutsideError: the disk failed.
    """
    prints, volumes = made.papers, dict(made.dossiers())
    papers = {path: content for printed in prints for path, content in _files(printed)}
    stay = dict(left_over(desk.standing, {*papers, *volumes, BASES}, every=not desk.knows_steps))
    files = {**papers, **volumes, **stay, BASES: _memory(desk, prints, stay)}
    files |= desk.standing.superseded(files)
    known = _manifest(desk, prints, files, issued)
    contents.write(desk.order.folder, files, known, seen=desk.standing.words)
    return Package(
        (*papers, *volumes),
        len(prints),
        Findings((), ()),
        tuple(notes(desk.papers, [printed.paper.draft.due for printed in prints])),
        _remarks(desk, prints, files),
        lacking(desk, prints) if desk.has_dossier else (),
        desk.has_dossier,
    )


def _memory(desk: Desk, prints: Iterable[Printed], stay: Iterable[str]) -> bytes:
    """The renders under the papers, those laid beside them, and the records they were made from."""
    papers = [printed.paper for printed in prints]
    bases = {paper.path: paper.base for paper in papers if paper.base}
    bases |= {path: base for path in stay if (base := _base(desk, path)) is not None}
    offers = {paper.path: paper.offered for paper in papers if paper.offered}
    told = {paper.told for paper in papers if paper.told}
    told |= {desk.standing.filed(path).told for path in stay}
    snapshots = {key: data for key in told if (data := desk.standing.snapshot(key)) is not None}
    return packed(bases, offers, {**snapshots, desk.told: desk.snapshot})


def _remarks(
    desk: Desk, prints: Sequence[Printed], files: Mapping[str, bytes]
) -> tuple[Problem, ...]:
    """What a person should know of the folder, its templates, its papers and their prints."""
    papers = [printed.paper for printed in prints]
    return (
        *desk.standing.remarks,
        *unused.remarks(desk.standing, files),
        *following.remarks(desk.order.file, papers),
        *unfinished.remarks(desk, papers),
        *desk.drafter.templates.remarks(_templates(prints)),
        *(remark for paper in papers for remark in paper.remarks),
        *(told for printed in prints for told in (*printed.faults, *printed.sheet.remarks)),
        *of_edits((one.paper for one in prints if not one.signed), desk.order.drafted),
        *location.too_long(desk.order.folder, files),
    )


def _base(desk: Desk, path: str) -> bytes | None:
    """The render under a paper that stays; a former copy has none."""
    return None if path.startswith(f"{FORMER}/") else desk.standing.base(path)


def lacking(desk: Desk, prints: Iterable[Printed]) -> tuple[str, ...]:
    """What the dossier must have by now and has not, inside its papers, too."""
    listed = [printed for printed in prints if printed.paper.draft.due.is_listed]
    return tuple(dict.fromkeys(lack.text for lack in lacks(desk.papers, bound_of(listed))))


def _files(printed: Printed) -> Iterator[tuple[str, bytes]]:
    """The files of a paper by their paths."""
    paper = printed.paper
    yield paper.path, paper.docx
    yield paper.print_path, printed.sheet.pdf
    if paper.beside is not None:
        yield paper.beside_path, paper.beside
    if paper.former is not None:
        yield paper.former_path, paper.former
    if paper.former_print is not None:
        yield f"{paper.former_path.removesuffix('.docx')}.pdf", paper.former_print


def _manifest(
    desk: Desk, prints: Sequence[Printed], files: Mapping[str, bytes], issued: Issued
) -> manifest.Manifest:
    """What the folder remembers: hashes, items and states; no personal data."""
    hashes = {path: manifest.sha256(content) for path, content in files.items()}
    filed = {path: _plain(desk, path, hashed) for path, hashed in hashes.items()}
    for one in prints:
        filed |= _filed(desk, one, issued, hashes)
    return manifest.Manifest(
        tool=__version__,
        record=_followed(desk, prints),
        record_file=_seen_from(desk.order.folder, desk.order.file),
        made=tuple(str(step) for step in desk.made),
        day=desk.order.drafted,
        templates={
            name: manifest.sha256(desk.drafter.templates.read(name)) for name in _templates(prints)
        },
        files=filed,
    )


def _followed(desk: Desk, prints: Sequence[Printed]) -> str:
    """The hash of the record that the papers follow; the former one where some are behind."""
    known = desk.standing.known
    behind = any(printed.paper.behind for printed in prints)
    return known.record if behind and known else desk.loaded.sha256


def _templates(prints: Iterable[Printed]) -> list[str]:
    """The templates that the papers and their dossier are made with."""
    return sorted({one.paper.draft.due.paper.template for one in prints} | _VOLUMES)


def _plain(desk: Desk, path: str, hashed: str) -> manifest.FileEntry:
    """A file that is no paper; what a person left over keeps what was known of it."""
    before = desk.standing.filed(path)
    is_edited = path.endswith(".docx") and hashed != before.sha256
    return before.changed(sha256=hashed, base=before.base or (before.sha256 if is_edited else ""))


def _filed(
    desk: Desk, printed: Printed, issued: Issued, hashes: Mapping[str, str]
) -> dict[str, manifest.FileEntry]:
    """A paper and its print."""
    paper, row = printed.paper, printed.paper.draft.due.paper
    hashed, sheet = hashes[paper.path], desk.papers.sheet(paper.draft.due)
    state = desk.state_of(paper, is_signed=printed.signed is not None)
    entry = manifest.FileEntry(
        hashed,
        row.item,
        row.id,
        state,
        issued=paper.issued or issued.mark(sheet, behind=paper.behind),
        told=desk.told if paper.told is None else paper.told,
    )
    source = "" if printed.faults else hashed
    of_print = entry.changed(sha256=hashes[paper.print_path], source=source)
    base = _render(desk, paper) if paper.is_edited else ""
    return {paper.path: entry.changed(base=base), paper.print_path: of_print}


def _render(desk: Desk, paper: Settled) -> str:
    """The hash of the render under a paper that a person changed."""
    before = desk.standing.filed(paper.path)
    return manifest.sha256(paper.base) if paper.base else before.base or before.sha256


def _seen_from(directory: Path, record: Path) -> str:
    """Where the record is, seen from the folder; in full where no way leads there."""
    try:
        found = os.path.relpath(record.resolve(), Path(directory).resolve())
    except ValueError:  # another drive of Windows
        return record.resolve().as_posix()
    return Path(found).as_posix()
