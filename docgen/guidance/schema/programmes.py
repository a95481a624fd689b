"""``programmes.yaml``: the usual programme of a launch (II.1.2), of a signing ceremony (II.2.2)."""

from docgen.guidance.schema.kinds import OfEach
from docgen.tables.rows import Count, Row, Text


class Part(Row, kw_only=True):
    """Một mục của chương trình, with ``{...}`` open."""

    minutes: Count
    before: bool = False
    when: str = ""
    content: Text
    by: Text


class Programmes(OfEach[tuple[Part, ...]]):
    """The programme of each kind of model."""
