"""The blank forms as they ship: ``python -m docgen.workflows.blank_forms`` writes ``forms/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.record.forms import FORMS, PROFILE, write_forms
from docgen.workflows.opening import form_of

if TYPE_CHECKING:
    from docgen.record.forms import RecordForm


def shipped() -> list[RecordForm]:
    """Every form that ships, with all that the data name; records first."""
    return [form_of(name) for name in (*FORMS, PROFILE.name)]


if __name__ == "__main__":
    write_forms(Path("forms"), shipped())
