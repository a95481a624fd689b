"""The survey's heads worded from short answers, where nobody wrote them (II.1.1.1, II.2.1.1)."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from docgen.guidance.guidance import guidance
from docgen.law.issuers import terms
from docgen.text.names import first_upper
from docgen.text.numbers import count, money

if TYPE_CHECKING:
    from docgen.guidance.schema.survey import Sentence, Wording
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import SurveyFigures

AT = "at"
"""Where a sentence says that it is: all else that it leaves open is a number."""
_GROUPED = 1_000


def worded(record: AnyRecord) -> AnyRecord:
    """``record`` with words for each head of its survey that has answers and no text yet."""
    survey = record.survey
    if survey.figures == type(survey.figures)():
        return record
    place = guidance().survey.area if record.kind == "linked" else terms(record).at
    heads = guidance().survey.heads
    told = {
        head: text
        for head, sentences in heads.items()
        if not getattr(survey, head) and (text := _text(sentences, survey.figures, place))
    }
    return record.changed(survey=survey.changed(**told))


def _text(sentences: tuple[Sentence, ...], figures: SurveyFigures, place: str) -> str:
    said = (_sentence(sentence, figures, place) for sentence in sentences)
    return " ".join(first_upper(one) for one in said if one)


def _sentence(sentence: Sentence, figures: SurveyFigures, place: str) -> str:
    """The first way of saying it for which all numbers are known; empty where none is."""
    for wording in sentence:
        numbers = {name: getattr(figures, name) for name in open_numbers(wording)}
        if all(numbers.values()) and all(getattr(figures, name) == 0 for name in wording.none):
            shown = {name: _shown(number) for name, number in numbers.items()}
            return wording.text.format(**shown, **{AT: place})
    return ""


def open_numbers(wording: Wording) -> set[str]:
    """The numbers that a sentence leaves open."""
    return {name for _, name, _, _ in Formatter().parse(wording.text) if name} - {AT}


def _shown(number: int) -> str:
    """``09``, ``268``, ``1.094``."""
    return money(number) if number >= _GROUPED else count(number)
