"""The kinds of value a record holds, and what is told about each field: label, example, blank."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError
from pydantic_core.core_schema import no_info_before_validator_function, str_schema

from docgen.text.normal import clean_line, clean_text
from docgen.text.numbers import amount_in
from docgen.text.periods import PERIOD
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_LINE_LIMIT = 500
_TEXT_LIMIT = 20_000
_DAY = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_CODED = re.compile(r"\b([a-z_]+) \(([^()]+)\)")
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")


class Blank(StrEnum):
    """What a paper shows where the record is silent."""

    NONE = "none"
    """Nothing: the field is a choice of the office."""
    HOLE = "hole"
    """The customary blank to be filled by hand: a number, a date, a name."""
    MARK = "mark"
    """A visible mark: text without which the paper must not be signed."""


class About(Value):
    """What is told once about a field; forms, schema, messages and docs are derived from it."""

    vi: str
    en: str
    example: object = None
    blank: Blank = Blank.NONE
    note: str = ""
    sheet: str = ""
    """What the sheet of a list is called, where the label is too long for it."""
    later: bool = False
    """Whether a model has it only in its later life: its sheets are hidden until then."""
    offers: tuple[tuple[str, str], ...] = ()
    """What a cell offers beside what people type: the words shown, the value behind them."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Nothing of the value: else pydantic looks through all that it knows, for each field."""
        return handler(source)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Put the label, the note and the example where an editor shows them."""
        shown = handler(schema)
        described: dict[str, object] = {"title": self.vi, "description": self.note or self.vi}
        if self.example is not None:
            described["examples"] = [self.example]
        if "$ref" in shown:
            return {"allOf": [shown], **described}
        return {**shown, **described}


def words_in(label: str) -> tuple[tuple[str, str], ...]:
    """What a label says of each code: ``cấp ủy`` and ``party`` of ``party (cấp ủy)``."""
    return tuple((words, code) for code, words in _CODED.findall(label))


def offering(vi: str, en: str, example: object = None) -> About:
    """What is told of a field that takes free text, and offers what its label says of codes."""
    return About(vi, en, example, offers=words_in(vi))


def _read_line(value: object) -> object:
    """Numbers and text become one clean line; all else is left for pydantic to refuse."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return clean_line(value) if isinstance(value, str) else value


def _read_text(value: object) -> object:
    """Text of one or more paragraphs, each a clean line; a list of lines is read as paragraphs."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        value = "\n".join(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return clean_text(value) if isinstance(value, str) else value


def _read_whole(value: object) -> object:
    """``21500000``, ``21.500.000`` and ``3,5 triệu`` are numbers; ``500.000`` is never 500."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str) and (amount := amount_in(value)) is not None:
        return amount
    raise PydanticCustomError("whole_number", "not a whole number")


def _read_day(value: object) -> object:
    """``5/9/2026`` or ``2026-09-05`` becomes a date; an empty value stays unknown."""
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("day_format", "not a day")
    if not value.strip():
        return None
    found = _DAY.fullmatch(value.strip()) or _ISO_DAY.fullmatch(value.strip())
    if found is None:
        raise PydanticCustomError("day_format", "not a day")
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise PydanticCustomError("day_impossible", "no such day") from None


class _Read(Value):
    """By what a value is read before it is checked.

    As pydantic's own ``BeforeValidator``, which looks at the signature anew for every field.
    """

    by: Callable[[object], object]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_before_validator_function(self.by, handler(source))


class _ReadText(Value):
    """By what a text is read, and how long it may be: in one, for most of all fields are texts."""

    by: Callable[[object], object]
    max_length: int

    def __get_pydantic_core_schema__(self, _: object, __: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self._read, str_schema(max_length=self.max_length))

    def _read(self, value: object) -> object:
        """A clean text; of one that is too long pydantic is told here, with ``value`` as it was."""
        text = self.by(value)
        if isinstance(text, str) and len(text) > self.max_length:
            limits = {"max_length": self.max_length, "actual_length": len(text)}
            raise PydanticKnownError("too_long", {"field_type": "Value", **limits})
        return text


Line = Annotated[str, _ReadText(_read_line, _LINE_LIMIT)]
Text = Annotated[str, _ReadText(_read_text, _TEXT_LIMIT)]
Day = Annotated[date | None, _Read(_read_day)]
Whole = Annotated[int, _Read(_read_whole)]
Period: TypeAlias = Annotated[Line, StringConstraints(pattern=PERIOD, to_upper=True)]
"""``2026-H1`` (six months) or ``2026``: the periods of reports and ratings (II.1.3, III.2)."""
ABOUT_PERIOD = About(
    "Kỳ: 2026-H1 (06 tháng đầu năm) hoặc 2026 (cả năm)",
    "Period: 2026-H1 (first half of the year) or 2026 (the whole year)",
    "2026-H1",
)
