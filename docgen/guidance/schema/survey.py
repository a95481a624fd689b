"""``survey.yaml``: how the short answers about a survey are worded."""

from typing import TypeAlias

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Name, Row, Text


class Wording(Row):
    """Một cách nói: a sentence with its numbers open, and those that must be 0 for it."""

    text: Text
    none: tuple[Name, ...] = ()


Sentence: TypeAlias = tuple[Wording, ...]
"""The ways to say one thing; the first that fits is taken."""


class SurveyWords(Row):
    """``survey.yaml``: the four heads of the survey, each with its sentences."""

    sure: Sure
    area: Text
    heads: dict[Name, tuple[Sentence, ...]]
