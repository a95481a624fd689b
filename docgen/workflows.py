"""The commands as stories: read the record, decide what is due, fill, print, bind, keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.documents.volume import notes
from docgen.dossier import folder
from docgen.printing.press import Printer
from docgen.record.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from docgen.documents.drafting import Draft
    from docgen.documents.fill import TemplateFolder
    from docgen.errors import Problem
    from docgen.printing.press import Print
    from docgen.record.checking import Blanked

Progress = "Callable[[str], None]"


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: the record, where the package goes, the day of drafting, how."""

    record: Path
    folder: Path
    drafted: date
    printer: Printer = Printer.AUTO
    templates: TemplateFolder | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What checking a record brings to light."""

    problems: tuple[Problem, ...]
    blanks: tuple[Blanked, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """What was made: files by path, the warnings, what prints blank, what is not yet due."""

    files: tuple[str, ...]
    findings: Findings
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A draft and its print."""

    draft: Draft
    print: Print


def examine(record: Path, drafted: date) -> Findings:
    """Everything wrong, suspicious or blank in the record file; raises nothing for its content.

    Raises:
        RecordError: when the file cannot be read as a record at all.
    """
    loaded = load(record)
    return _findings(loaded, drafted)


def establish(order: Order, tell: Callable[[str], None]) -> Package:
    """Draft the establishment package (II.1.1, II.1.2) of a self-managed model and keep it.

    Raises:
        RecordError: the record has problems.
        ProtectedWorkError: the folder holds a person's work.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    loaded = load(order.record)
    findings = _sound(_findings(loaded, order.drafted))
    folder.prepare(order.folder)
    drafts = _draft(loaded.record, order, tell)
    prints = _print(drafts, order, tell)
    dossier = _bind(loaded.record, prints, order)
    files = _files(prints, dossier)
    manifest = _manifest(loaded, drafts, files, order)
    folder.write(order.folder, files, manifest)
    return Package(tuple(files), findings, tuple(notes(loaded.record)))
