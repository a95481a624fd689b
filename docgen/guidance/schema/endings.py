"""``endings.yaml``: what is seen to when a model ends (II.3)."""

from docgen.guidance.schema.kinds import OfEach
from docgen.tables.rows import Row, Text


class Endings(Row):
    """What takes the place of the model, and what becomes of its funds; with ``{...}`` open."""

    follow_up: OfEach[tuple[Text, ...]]
    funds: OfEach[Text]
