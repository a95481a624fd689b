"""What is asked of a record: fields, groups, tables, each with what the file tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from docgen.errors import NO_WORDS, Words
from docgen.record.files.writing import plain_value
from docgen.record.schema.shape import FieldKind, dotted
from docgen.record.typed import text_of
from docgen.record.workbooks.wording import has_options, help_on, options
from docgen.text.dates import day_in, weekday_phrase
from docgen.text.numbers import amount_in, money, money_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.record.schema.fields import Blank
    from docgen.record.schema.shape import FieldPath, Slot

_ECHOED = ("day", "money")
"""Controls below which it is told how what stands in them is read."""
MOST_RADIOS, MOST_SELECTED = 5, 15
"""Choices up to which they stand as radio buttons, and as a list to select from."""


@dataclass(frozen=True, slots=True)
class AskedField:
    """Một mục: one field, or one cell of a table, with what the file says of it.

    Attributes:
        path: Where it stands in the record.
        slot: What is told about it.
        text: What was typed, or what the file tells, as it is typed.
        told: Whether the file tells it.
        draft: Whether what was typed waits outside the record, which cannot hold it.
        given: What follows from the profile, the law or a default where the file is silent.
        source: From where that comes.
        more: Whether it is asked only among what is not needed.
    """

    path: FieldPath
    slot: Slot
    text: str = ""
    told: bool = False
    draft: bool = False
    given: str = ""
    source: Words = NO_WORDS
    more: bool = False

    @property
    def shape(self) -> Literal["field"]:
        """Which of the three it is."""
        return "field"

    @property
    def name(self) -> str:
        """How a form calls it: ``members[3].birth_year``."""
        return dotted(self.path)

    @property
    def label(self) -> Words:
        """Its label."""
        return self.slot.label

    @property
    def around(self) -> tuple[str, ...]:
        """Its own name and those of the parts, rows and lists around it, the outermost first."""
        return tuple(dotted(self.path[:length]) for length in range(1, len(self.path) + 1))

    @property
    def help(self) -> Words:
        """What is told below the label."""
        return help_on(self.slot)

    @property
    def example(self) -> str:
        """An example, as it is typed; empty for choices."""
        if self.slot.kind in (FieldKind.CHOICE, FieldKind.FLAG) or self.slot.about.example is None:
            return ""
        told = text_of(self.slot, cast("Any", self.slot.about.example))
        return next((words for code, words in self.choices if code == told), told)

    @property
    def required(self) -> bool:
        """Whether no record is without it."""
        return self.slot.required

    @property
    def blank(self) -> Blank:
        """What a paper shows while it is not told."""
        return self.slot.about.blank

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What may be chosen: the code, and the words for it."""
        found = options(self.slot) if has_options(self.slot) else {}
        return tuple((text_of(self.slot, value), words) for words, value in found.items())

    @property
    def widget(self) -> str:
        """How it is asked: a kind of control."""
        if self.slot.many:
            return "lines"
        if self.slot.about.offers:
            return "combobox"
        if has_options(self.slot):
            count = len(self.choices)
            if count <= MOST_RADIOS:
                return "radios"
            return "select" if count <= MOST_SELECTED else "combobox"
        is_money = self.slot.kind is FieldKind.WHOLE and "(đồng)" in self.slot.about.vi
        return "money" if is_money else self.slot.kind.value

    @property
    def usual(self) -> str:
        """What holds where nothing is told: the code of the default."""
        default = None if self.slot.required else self.slot.default
        return text_of(self.slot, plain_value(default))

    @property
    def chosen(self) -> str:
        """The code that is chosen: what was typed, else the default that holds."""
        return self.text or self.usual

    @property
    def typed(self) -> str:
        """What stands in its box: where words may be typed for a code, the words."""
        return next((words for code, words in self.choices if code == self.text), self.text)

    @property
    def said(self) -> str:
        """The value in words, what is given included; empty where nothing is known."""
        found = (words for code, words in self.choices if code == self.chosen)
        return next(found, self.text or self.given)

    @property
    def echo(self) -> str:
        """How a day or an amount will be read: told back below its box."""
        if self.widget == "day":
            day = day_in(self.text)
            return weekday_phrase(day) if day else ""
        amount = amount_in(self.text) if self.widget == "money" else None
        return f"{money(amount)} ({money_in_words(amount)})" if amount is not None else ""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """Một dòng của bảng: its number from 1, its cells, the rest of its fields in a card."""

    path: FieldPath
    number: int
    cells: tuple[AskedField, ...]
    card: tuple[Asked, ...]
    in_file: bool

    @property
    def name(self) -> str:
        """``members[3]``."""
        return dotted(self.path)

    @property
    def called(self) -> str:
        """What it is called by: its first cell that says anything."""
        return next((cell.text for cell in self.cells if cell.text), "")


class Head(NamedTuple):
    """Một cột của bảng: what all its cells have in common.

    Attributes:
        name: The field of a row that it shows.
        label: Its label, in the language of the page.
        widget: How its cells are asked.
        choices: What may be chosen in them: the code, and the words for it.
        usual: The code that holds where nothing is told.
        required: Whether no row is without it.
    """

    name: str
    label: str
    widget: str
    choices: tuple[tuple[str, str], ...]
    usual: str
    required: bool

    @property
    def is_echoed(self) -> bool:
        """Whether it is told back below a cell how what was typed will be read."""
        return self.widget in _ECHOED


@dataclass(frozen=True, slots=True)
class AskedTable:
    """Một bảng: a list of parts, with its columns and rows."""

    path: FieldPath
    slot: Slot
    columns: tuple[AskedField, ...]
    rows: tuple[AskedRow, ...]
    more: bool = False

    @property
    def shape(self) -> Literal["table"]:
        """Which of the three it is."""
        return "table"

    @property
    def name(self) -> str:
        """``members``."""
        return dotted(self.path)

    @property
    def label(self) -> Words:
        """Its label."""
        return self.slot.label

    @property
    def help(self) -> Words:
        """What is told below the label."""
        return help_on(self.slot)

    def heads(self, language: str) -> list[Head]:
        """Its columns as a page in ``language`` shows them."""
        return [
            Head(
                one.slot.name,
                one.label.in_language(language),
                one.widget,
                one.choices,
                one.usual,
                one.required,
            )
            for one in self.columns
        ]

    @property
    def has_cards(self) -> bool:
        """Whether its rows tell more than the table shows."""
        return any(row.card for row in self.rows)


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """Một nhóm mục: a part of the record, with what is asked of it."""

    path: FieldPath
    slot: Slot
    asked: tuple[Asked, ...]
    more: bool = False

    @property
    def shape(self) -> Literal["group"]:
        """Which of the three it is."""
        return "group"

    @property
    def name(self) -> str:
        """``issuer.head``."""
        return dotted(self.path)

    @property
    def label(self) -> Words:
        """Its label."""
        return self.slot.label


Asked = AskedField | AskedTable | AskedGroup


def fields_in(asked: Sequence[Asked]) -> Iterator[AskedField]:
    """Every field that is asked, cells of tables too, in their order."""
    for one in asked:
        if isinstance(one, AskedField):
            yield one
        elif isinstance(one, AskedGroup):
            yield from fields_in(one.asked)
        else:
            for row in one.rows:
                yield from row.cells
                yield from fields_in(row.card)


def tables_in(asked: Sequence[Asked]) -> Iterator[AskedTable]:
    """Every table that is asked, in their order."""
    for one in asked:
        if isinstance(one, AskedTable):
            yield one
        elif isinstance(one, AskedGroup):
            yield from tables_in(one.asked)
