"""``numbering.yaml``: how papers are numbered."""

from datetime import date

from docgen.law.schema.hints import Hint, Sure
from docgen.tables.rows import Row, Text


class Once(Row):
    """Mỗi số chỉ cấp một lần: the rule and what to do about it."""

    hint: Hint


class PartyTerm(Row):
    """Một nhiệm kỳ cấp ủy: the day on which its numbers begin, and what it is called."""

    since: date
    years: Text
    sure: Sure


class Numbering(Row):
    """``numbering.yaml``."""

    once: Once
    party_terms: tuple[PartyTerm, ...]
