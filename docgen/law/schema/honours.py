"""``honours.yaml``: the forms of honour that go further up."""

from __future__ import annotations

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Row, Text


class Honours(Row):
    """``honours.yaml``: the forms of honour that go further up than the unit's head."""

    sure: Sure
    beyond: tuple[Text, ...]
