"""Advice in data files, and how sure they are of what they tell."""

from typing import Literal, TypeAlias

from docgen.tables.rows import Row, Text

Sure: TypeAlias = Literal["verified", "known", "custom"]
"""``verified``: held against its source; ``known``: common knowledge, to be held against it;
``custom``: what offices do, where no rule was found."""


class Hint(Row):
    """Lời nhắc: what a data file tells the user to do; ``{act}`` is the act that says so."""

    vi: Text
    en: Text
    act: str = ""
