"""docgen for programs: records in, papers, prints, dossiers and folders out.

The commands use nothing else. A record is loaded from its file or built from a mapping; what it
asks for is checked, made as bytes, or kept in a folder that remembers it. The day of drafting is
always told: nothing here reads the clock. Faults are :class:`DocgenError` with every problem at
once, each with its place, in Vietnamese and English.
"""

from docgen.api.batches import ask_batch, batch, rehearse_batch, summarize
from docgen.api.catalogue import catalogue
from docgen.api.data import check_data, copy_data, using_data
from docgen.api.editing import (
    asked_in,
    choose_sides,
    clashes_of,
    drop_page_side,
    open_record,
    paste,
    preview_paste,
    save_typed,
    steps_of,
    undo_last,
)
from docgen.api.folders import amend, bundle, number, register, rehearse_number, status
from docgen.api.linting import lint_papers
from docgen.api.machine import examine_machine
from docgen.api.papers import make, package, renew
from docgen.api.ratings import calendar, deadlines, rate, rating_papers
from docgen.api.records import build, check, convert, examine, form, keep_form, load, profile, save
from docgen.api.templates import build_templates, check_templates, export_templates, list_templates
from docgen.api.workroom import begin_model, bring_in, models_in, open_work_folder
from docgen.errors import (
    DataError,
    DocgenError,
    ExitCode,
    MissingToolError,
    OutsideError,
    Place,
    PrintRefusedError,
    Problem,
    ProtectedWorkError,
    RecordError,
    Severity,
    TemplateError,
    Words,
)
from docgen.record.files.file import FORMATS, WORKBOOK

__all__ = [
    "FORMATS",
    "WORKBOOK",
    "DataError",
    "DocgenError",
    "ExitCode",
    "MissingToolError",
    "OutsideError",
    "Place",
    "PrintRefusedError",
    "Problem",
    "ProtectedWorkError",
    "RecordError",
    "Severity",
    "TemplateError",
    "Words",
    "amend",
    "ask_batch",
    "asked_in",
    "batch",
    "begin_model",
    "bring_in",
    "build",
    "build_templates",
    "bundle",
    "calendar",
    "catalogue",
    "check",
    "check_data",
    "check_templates",
    "choose_sides",
    "clashes_of",
    "convert",
    "copy_data",
    "deadlines",
    "drop_page_side",
    "examine",
    "examine_machine",
    "export_templates",
    "form",
    "keep_form",
    "lint_papers",
    "list_templates",
    "load",
    "make",
    "models_in",
    "number",
    "open_record",
    "open_work_folder",
    "package",
    "paste",
    "preview_paste",
    "profile",
    "rate",
    "rating_papers",
    "register",
    "rehearse_batch",
    "rehearse_number",
    "renew",
    "save",
    "save_typed",
    "status",
    "steps_of",
    "summarize",
    "undo_last",
    "using_data",
]
