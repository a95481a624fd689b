"""What the rows of data files are made of: frozen, typed, and strict about their keys."""

from typing import Annotated, Any, Self, TypeAlias, dataclass_transform

import msgspec

from docgen.errors import Words
from docgen.values import Value

Name: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
"""What other rows call a row by: small letters, digits, underscores."""
Text: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that says something."""
Count: TypeAlias = Annotated[int, msgspec.Meta(ge=1)]
NOT_EMPTY = msgspec.Meta(min_length=1)
"""What an annotated list adds: it has an item at least."""
DayOfYear: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^\d{1,2}/\d{1,2}$")]
"""``10/5``: a day and a month."""
Month: TypeAlias = Annotated[int, msgspec.Meta(ge=1, le=12)]
_Row: TypeAlias = dict[Name, str | int | bool]
_List: TypeAlias = tuple[str | _Row, ...]
_Group: TypeAlias = dict[Text, str | _List | dict[Text, str]]
Texts: TypeAlias = dict[Name, str | _List | _Group]
"""A file of texts by their names: single ones, lists, rows of a table, groups of them."""


# Annotations of rows stand as they are, not as text: msgspec would evaluate each at every start.
@dataclass_transform(frozen_default=True, kw_only_default=True)
class Row(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row, or a group of keys, of a data file: unknown and missing keys are faults."""

    def closed(self, **terms: str) -> Self:
        """The row with ``terms`` in place of the ``{...}`` of its texts and lists of texts.

        Raises:
            KeyError: a text has another ``{...}`` open.
        """
        told = {name: _closed(value, terms) for name, value in self.by_name().items()}
        return self.changed(**told)

    def by_name(self) -> dict[str, Any]:
        """Every value of the row by its name."""
        return msgspec.structs.asdict(self)


class Phrase(Row, frozen=True, kw_only=True):
    """A text in both languages of the program."""

    vi: Text
    en: Text

    @property
    def words(self) -> Words:
        """The text as messages take it."""
        return Words(self.vi, self.en)


def _closed(value: object, terms: dict[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(_closed(part, terms) for part in value)
    return value.format(**terms) if isinstance(value, str) else value
