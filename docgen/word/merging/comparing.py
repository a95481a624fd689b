"""What differs between two versions of a paper, told paragraph by paragraph."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from docgen.values import Value
from docgen.word.archive import parts_of
from docgen.word.merging.alignment import align
from docgen.word.merging.passages import Row, Spot, Table
from docgen.word.merging.versions import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.word.merging.passages import Block

_UNSEEN: Final = "docProps/"  # the day of drafting and the like
_SHOWN: Final = 80  # characters of the neighbour that a difference quotes


class DifferenceKind(StrEnum):
    """What happened to a paragraph on the way from the edited file to the new draft."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    FORMATTED = "formatted"  # the same words in another look or form


class Difference(Value):
    """One paragraph (or row, or table) that differs.

    ``after`` quotes what stands before it: the paragraph above, in a table the cell to the left.
    ``spot`` counts in the edited file; for what is added, in the new draft.
    """

    kind: DifferenceKind
    spot: Spot
    old: str
    new: str
    after: str


def same_text(first: bytes, second: bytes) -> bool:
    """Whether two renders of our own are equal but for their properties (the day of drafting).

    Raises:
        TemplateError: one of them cannot be opened.
    """
    seen, other = (_seen(parts_of(data, "docx")) for data in (first, second))
    return seen == other


def _seen(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in parts.items() if not name.startswith(_UNSEEN)}


def differences(edited: bytes, new: bytes, name: str = "docx") -> tuple[Difference, ...]:
    """What differs between the person's file and the new draft, in reading order.

    Args:
        edited: the person's file.
        new: the new draft.
        name: the name of the person's file, for messages.

    Raises:
        TemplateError: one of them is damaged or unsafe.
    """
    old_file, new_file = opened(edited, name), opened(new, name)
    found = list(_sequence(old_file.body.blocks, new_file.body.blocks))
    for label, story in old_file.margins.items():
        if label in new_file.margins:
            found += _sequence(story.blocks, new_file.margins[label].blocks)
    return tuple(dict.fromkeys(found))


def _sequence(old: Sequence[Block], new: Sequence[Block], after: str = "") -> Iterator[Difference]:
    aligned = align(old, new)
    for gap in range(len(old) + 1):
        for place in aligned.added[gap]:
            yield Difference(DifferenceKind.ADDED, new[place].spot, "", new[place].text, after)
        if gap < len(old):
            partner = aligned.partners[gap]
            if partner is None:
                yield Difference(DifferenceKind.REMOVED, old[gap].spot, old[gap].text, "", after)
            elif old[gap].key != new[partner].key:
                yield from _block(old[gap], new[partner], after)
            after = old[gap].text[:_SHOWN] or after


def _block(old: Block, new: Block, after: str) -> Iterator[Difference]:
    match old, new:
        case Table(), Table():
            yield from _sequence(old.rows, new.rows)
        case Row(), Row() if len(old.cells) == len(new.cells):
            for cell, partner in zip(old.cells, new.cells, strict=True):
                yield from _sequence(cell.blocks, partner.blocks, after)
                after = cell.text[:_SHOWN] or after
        case _:
            kind = DifferenceKind.FORMATTED if old.text == new.text else DifferenceKind.CHANGED
            yield Difference(kind, old.spot, old.text, new.text, after)
