"""A story: one flow of text, and where in the file it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.reading.styles import BARE
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.printing.reading.fields import Field
    from docgen.printing.reading.styles import Ground


class Story(Value):
    """The body, a header, a footnote or a text box, read paragraph after paragraph.

    ``targets`` are the parts and links that it may name, by relation; ``ground`` is what a table
    style lays under it; ``note`` is the mark of the note that it is; ``fields`` are those open.
    """

    part: str
    targets: Mapping[str, str] = field(default_factory=dict)
    in_header: bool = False
    ground: Ground = BARE
    note: str = ""
    depth: int = 0
    fields: list[Field] = field(default_factory=list)

    def on(self, ground: Ground) -> Story:
        """The same story in a cell that stands on ``ground``."""
        return self.changed(ground=ground, depth=self.depth + 1)

    def inside(self) -> Story:
        """A text box of this story: a flow of its own."""
        return self.changed(ground=BARE, depth=self.depth + 1, fields=[])
