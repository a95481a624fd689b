"""``legal.yaml``: the acts that papers and advice name."""

from datetime import date

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Name, Row, Text

LAW = "Luật"
"""The kind of acts that are cited without number and issuer (NĐ 30/2020, Phụ lục I)."""


class Amendment(Row, rename={"start": "from"}):
    """Một văn bản sửa đổi, bổ sung: named right after the act from ``start`` on."""

    by: Text
    start: date
    sure: Sure


class Act(Row, rename={"start": "from", "end": "until"}, kw_only=True):
    """Một văn bản được viện dẫn: in force from ``start`` to the end of ``end`` (open: None)."""

    id: Name
    topic: Name
    kind: Text
    name: Text
    number: str = ""
    issuer: str = ""
    day: date | None = None
    start: date
    end: date | None = None
    amended: tuple[Amendment, ...] = ()
    provinces: tuple[Text, ...] = ()
    sure: Sure

    def in_force(self, day: date) -> bool:
        """Whether the act may be cited in a paper of ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)

    def applies(self, province: str) -> bool:
        """Whether the act is for the whole country, or for ``province``; so if that is unknown."""
        return not self.provinces or not province or province in self.provinces


class Legal(Row):
    """``legal.yaml``: the acts, and the kinds of them with what messages call them in English."""

    kinds: dict[str, Text]
    ranks: tuple[Text, ...]
    amended: Text
    acts: tuple[Act, ...]
