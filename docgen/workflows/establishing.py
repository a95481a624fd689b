"""The establishment package: read the record, decide what is due, fill, print, bind, keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen import __version__
from docgen.documents.drafting import COVER, LISTING, Draft, Drafter
from docgen.documents.folder import TemplateFolder
from docgen.documents.volume import notes
from docgen.dossier import folder, manifest
from docgen.errors import ProtectedWorkError, RecordError, Severity, Words
from docgen.guidance.papers import CEREMONY, ESTABLISH, due
from docgen.printing.press import Press, Printer
from docgen.record.loading import Loaded, load
from docgen.workflows.dossiers import Printed, dossiers, stem_of
from docgen.workflows.examining import Findings, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    Tell = Callable[[Words], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: the record, where the package goes, the day of drafting, how."""

    record: Path
    folder: Path
    drafted: date
    printer: str = Printer.AUTO
    templates: Path | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """What was made: paths in the folder, count of papers, findings, what is not yet due."""

    files: tuple[str, ...]
    papers: int
    findings: Findings
    notes: tuple[str, ...]


def establish(order: Order, tell: Tell) -> Package:
    """Draft the establishment package of a model (II.1.1, II.1.2; II.2.1, II.2.2) and keep it.

    Raises:
        RecordError: the record has problems.
        TemplateError: a template has problems.
        ProtectedWorkError: the folder holds a person's work.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    loaded = load(order.record)
    findings = _sound(find(loaded, order.drafted))
    _prepare(order.folder, ESTABLISH)
    drafter = Drafter(loaded.record, order.drafted, TemplateFolder(order.templates))
    press = Press(Printer(order.printer))
    prints = _print(drafter, press, ESTABLISH, tell)
    tell(Words("Đóng hồ sơ, đánh số trang…", "Binding the dossier…"))
    files = {**_files(prints), **dossiers(drafter, press, prints)}
    folder.write(order.folder, files, _manifest(loaded, drafter, ESTABLISH, prints, files))
    return Package(tuple(files), len(prints), findings, tuple(notes(loaded.record)))


def ceremony(order: Order, tell: Tell) -> Package:
    """Draft the papers of the launch (II.1.2) or of the signing ceremony (II.2.2) and keep them.

    Raises as :func:`establish`.
    """
    loaded = load(order.record)
    findings = _sound(find(loaded, order.drafted))
    _prepare(order.folder, CEREMONY)
    drafter = Drafter(loaded.record, order.drafted, TemplateFolder(order.templates))
    prints = _print(drafter, Press(Printer(order.printer)), CEREMONY, tell)
    files = _files(prints)
    folder.write(order.folder, files, _manifest(loaded, drafter, CEREMONY, prints, files))
    return Package(tuple(files), len(prints), findings, ())


def _sound(findings: Findings) -> Findings:
    """The same findings, when nothing in them stops the work."""
    if any(one.severity is Severity.ERROR for one in findings.problems):
        raise RecordError(*findings.problems)
    return findings


def _prepare(directory: Path, stage: str) -> None:
    """See that the folder can be written and holds nothing to lose, before any work is done."""
    folder.recover(directory)
    folder.writable(directory)
    folder.guard(directory)
    known = folder.read(directory)
    if known is not None and known.stage != stage:
        raise ProtectedWorkError.at(
            directory,
            "thư mục đang giữ văn bản của một bước khác",
            "the folder holds the papers of another step",
            hint=Words("Chọn thư mục khác (-o).", "Choose another folder (-o)."),
        )


def _print(drafter: Drafter, press: Press, stage: str, tell: Tell) -> list[Printed]:
    """Every paper that is due, drafted and printed."""
    tell(Words("Soạn và in các văn bản…", "Drafting and printing the papers…"))
    drafts: list[Draft] = []
    prints = press.print_all(
        (f"{draft.due.file_stem}.docx", draft.docx) for draft in _drafted(drafter, stage, drafts)
    )
    return [Printed(draft, sheet) for draft, sheet in zip(drafts, prints, strict=True)]


def _drafted(drafter: Drafter, stage: str, kept: list[Draft]) -> Iterator[Draft]:
    """Each paper that is due, kept as it comes."""
    for one in due(drafter.record, stage):
        kept.append(drafter.draft(one))
        yield kept[-1]


def _files(prints: Iterable[Printed]) -> dict[str, bytes]:
    """The papers by path: every Word file and its print."""
    return {path: content for one in prints for path, content in one.files().items()}


def _manifest(
    loaded: Loaded,
    drafter: Drafter,
    stage: str,
    prints: Iterable[Printed],
    files: Mapping[str, bytes],
) -> manifest.Manifest:
    """What the folder remembers: hashes, items and states; no personal data."""
    papers = {one.draft.due.file_stem: one.draft.due.paper for one in prints}
    filed: dict[str, manifest.Filed] = {}
    for path, content in files.items():
        paper = papers.get(stem_of(path))
        filed[path] = manifest.Filed(
            manifest.sha256(content), paper.item if paper else None, paper.id if paper else ""
        )
    names = {paper.template for paper in papers.values()} | {COVER, LISTING}
    return manifest.Manifest(
        tool=__version__,
        record=loaded.sha256,
        stage=stage,
        day=drafter.drafted,
        templates={name: manifest.sha256(drafter.templates.read(name)) for name in names},
        files=filed,
    )
