"""``honours.yaml``: the forms of honour that go further up."""

from datetime import date

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Row, Text


class Within(Row):
    """Một hình thức thủ trưởng đơn vị tặng được; a commune's chairman from ``commune_from`` on."""

    begins: Text
    commune_from: date


class Honours(Row):
    """``honours.yaml``: the forms of honour that go further up than the unit's head."""

    sure: Sure
    beyond: tuple[Text, ...]
    within: tuple[Within, ...]
