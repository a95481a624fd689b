"""The establishment package: read the record, decide what is due, fill, print, bind, keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen import __version__
from docgen.documents import offices
from docgen.documents.drafting import COVER, LISTING, Draft, Drafter
from docgen.documents.folder import TemplateFolder
from docgen.documents.volume import Bound, item_title, notes, title
from docgen.dossier import binding, folder, manifest
from docgen.errors import RecordError, Severity, Words
from docgen.guidance.papers import due
from docgen.printing.press import Press, Printer
from docgen.printing.stamps import stamps
from docgen.record.loading import Loaded, load
from docgen.workflows.examining import Findings, find, self_managed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from docgen.printing.press import Print
    from docgen.record.model import Record

    Tell = Callable[[Words], None]

DOSSIER = "ho-so.pdf"


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


@dataclass(frozen=True, slots=True)
class Printed:
    """A draft and its print."""

    draft: Draft
    sheet: Print

    @property
    def link(self) -> str:
        """How the list of documents names the paper."""
        return f"docgen:{self.draft.due.file_stem}"


def establish(order: Order, tell: Tell) -> Package:
    """Draft the establishment package of a self-managed model (II.1.1, II.1.2) and keep it.

    Raises:
        RecordError: the record has problems.
        TemplateError: a template has problems.
        ProtectedWorkError: the folder holds a person's work.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    loaded = load(order.record)
    record = self_managed(loaded)
    findings = _sound(find(loaded, order.drafted))
    _prepare(order.folder)
    drafter = Drafter(record, order.drafted, TemplateFolder(order.templates))
    press = Press(Printer(order.printer))
    prints = _print(drafter, press, tell)
    dossier = _bind(drafter, press, prints, tell)
    files = _files(prints, dossier)
    folder.write(order.folder, files, _manifest(loaded, drafter, prints, files))
    return Package(tuple(files), len(prints), findings, tuple(notes(record)))


def _sound(findings: Findings) -> Findings:
    """The same findings, when nothing in them stops the work."""
    if any(one.severity is Severity.ERROR for one in findings.problems):
        raise RecordError(*findings.problems)
    return findings


def _prepare(directory: Path) -> None:
    """See that the folder can be written and holds nothing to lose, before any work is done."""
    folder.recover(directory)
    folder.writable(directory)
    folder.guard(directory)


def _print(drafter: Drafter, press: Press, tell: Tell) -> list[Printed]:
    """Every paper that is due, drafted and printed."""
    tell(Words("Soạn và in các văn bản…", "Drafting and printing the papers…"))
    drafts: list[Draft] = []
    prints = press.print_all(
        (f"{draft.due.file_stem}.docx", draft.docx) for draft in _drafted(drafter, drafts)
    )
    return [Printed(draft, sheet) for draft, sheet in zip(drafts, prints, strict=True)]


def _drafted(drafter: Drafter, kept: list[Draft]) -> Iterator[Draft]:
    """Each paper that is due, kept as it comes."""
    for one in due(drafter.record):
        kept.append(drafter.draft(one))
        yield kept[-1]


def _bind(drafter: Drafter, press: Press, prints: Iterable[Printed], tell: Tell) -> bytes:
    """The dossier of what stands in the guidance's list: cover, list, papers by item."""
    tell(Words("Đóng hồ sơ, đánh số trang…", "Binding the dossier…"))
    listed = [one for one in prints if one.draft.due.paper.item is not None]
    cover = press.print(drafter.cover(), f"{COVER}.docx")
    listing = press.print(drafter.listing(_bound(listed)), f"{LISTING}.docx")
    sizes = [size for one in listed for size in binding.page_sizes(one.sheet.pdf, one.link)]
    return binding.bind(
        cover.pdf,
        listing.pdf,
        [_part(drafter.record, one, listed) for one in listed],
        stamps(1, sizes),
        _about(drafter),
    )


def _bound(listed: Iterable[Printed]) -> list[Bound]:
    """Where each paper begins in the dossier, pages counted from 1 after the list."""
    found: list[Bound] = []
    first = 1
    for one in listed:
        found.append(Bound(one.draft.due, one.link, first, one.sheet.pages))
        first += one.sheet.pages
    return found


def _part(record: Record, one: Printed, listed: Iterable[Printed]) -> binding.Part:
    """A paper for binding: under its item in the outline, by its own title where it has company."""
    item = one.draft.due.paper.item or 0
    alone = sum(other.draft.due.paper.item == item for other in listed) == 1
    head = item_title(record, item)
    path = (head,) if alone else (head, one.draft.title)
    return binding.Part(path, one.sheet.pdf, one.link)


def _about(drafter: Drafter) -> binding.About:
    record = drafter.record
    return binding.About(title=title(record), author=offices.unit(record).name, day=drafter.drafted)


def _files(prints: Iterable[Printed], dossier: bytes) -> dict[str, bytes]:
    """The package by path: every Word file, its print, the dossier."""
    files: dict[str, bytes] = {}
    for one in prints:
        stem = one.draft.due.file_stem
        files[f"van-ban/{stem}.docx"] = one.draft.docx
        files[f"pdf/{stem}.pdf"] = one.sheet.pdf
    return {**files, DOSSIER: dossier}


def _manifest(
    loaded: Loaded, drafter: Drafter, prints: Iterable[Printed], files: Mapping[str, bytes]
) -> manifest.Manifest:
    """What the folder remembers: hashes, items and states; no personal data."""
    papers = {one.draft.due.file_stem: one.draft.due.paper for one in prints}
    filed: dict[str, manifest.Filed] = {}
    for path, content in files.items():
        stem = path.partition("/")[2].rpartition(".")[0]
        paper = papers.get(stem)
        filed[path] = manifest.Filed(
            manifest.sha256(content), paper.item if paper else None, paper.id if paper else ""
        )
    names = {paper.template for paper in papers.values()} | {COVER, LISTING}
    return manifest.Manifest(
        tool=__version__,
        record=loaded.sha256,
        stage="establish",
        day=drafter.drafted,
        templates={name: manifest.sha256(drafter.templates.read(name)) for name in names},
        files=filed,
    )
