"""``derived.yaml``: what follows from the profile of a unit where nobody tells otherwise."""

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Name, Row, Text


class Derivation(Row, kw_only=True):
    """Một quy tắc suy ra; the head of ``derived.yaml`` explains each field."""

    kinds: tuple[Name, ...] = ()
    when: dict[Text, str] = {}  # noqa: RUF012 - msgspec gives each row its own
    fill: Text
    text: str = ""
    copy: str = ""
    source: Text
    sure: Sure


class Derivations(Row):
    """``derived.yaml``: the rules, the first that fits a field before the others."""

    rules: tuple[Derivation, ...]
