"""Three versions of one file woven into one, block by block, in the person's own file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docgen.values import Value
from docgen.word.merging import grafting
from docgen.word.merging.alignment import align
from docgen.word.merging.passages import Cell, Paragraph, Row, Section, Spot, Table
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from docgen.word.merging.alignment import Alignment
    from docgen.word.merging.grafting import Graft
    from docgen.word.merging.passages import Block

    Blocks = Sequence[Block]

_FEW_CELLS: Final = 2  # rows of layout tables, whose cells have nothing to do with each other


class Clash(Value):
    """Both the person and the record touched this: its spot and the three texts ("" = nothing).

    ``fits`` is false of what cannot be brought into the person's file at all, as a picture.
    """

    spot: Spot
    base: str
    edited: str
    new: str
    fits: bool = True

    @property
    def is_of_words(self) -> bool:
        """Whether the two say different things, not only look different."""
        return self.edited != self.new


@dataclass(slots=True)
class Weaver:
    """Carries what changed from base to new into the trees of the edited file.

    The edited trees are changed as it goes; if there are clashes, they are to be thrown away,
    unless ``taken`` says of which the new text is taken: the person's stands in all others. The
    clashes are counted from 0, those that do not fit left out.
    """

    graft: Graft
    taken: frozenset[int] = frozenset()
    clashes: list[Clash] = field(default_factory=list)

    def _takes(self, clash: Clash) -> bool:
        """Note the clash; whether its new text is taken."""
        number = sum(known.fits for known in self.clashes)
        self.clashes.append(clash)
        return clash.fits and number in self.taken

    def sequence(self, base: Blocks, edited: Blocks, new: Blocks, container: Element) -> None:
        """Weaves the blocks of one container: a body, header, cell, or the rows of a table."""
        ours, theirs = align(base, edited), align(base, new)
        gone: list[Block] = []
        added: dict[int, list[Block]] = {}
        for gap, old in enumerate(base):
            gone += self._gap(gap, (edited, new), (ours, theirs), added)
            own, other = _at(edited, ours.partners[gap]), _at(new, theirs.partners[gap])
            if own is not None and other is not None:
                self._block(old, own, other)
            elif own is not None and own.key == old.key:
                gone.append(own)
            elif own is not None:
                gone += [own] if self._takes(_clash(old, own, None)) else []
            elif (
                other is not None and other.key != old.key and self._takes(_clash(old, None, other))
            ):
                added.setdefault(_following(ours, gap, gap + 1), []).append(other)
        gone += self._gap(len(base), (edited, new), (ours, theirs), added)
        for place, blocks in added.items():
            self._insert(blocks, edited, place, container)
        for block in gone:
            _remove(block.element)

    def _gap(
        self,
        gap: int,
        versions: tuple[Blocks, Blocks],
        alignments: tuple[Alignment, Alignment],
        added: dict[int, list[Block]],
    ) -> list[Block]:
        """Notes in ``added`` what the new render has in front of the block ``gap`` of the base.

        Returns the blocks of the person's that it takes the place of.
        """
        edited, new = versions
        ours, theirs = alignments
        own = [edited[place] for place in ours.added[gap]]
        other = [new[place] for place in theirs.added[gap]]
        if not other or [block.text for block in own] == [block.text for block in other]:
            return []
        if own and not self._takes(Clash(own[0].spot, "", _texts(own), _texts(other))):
            return []
        added.setdefault(_following(ours, gap, gap), []).extend(other)
        return own

    def _insert(self, blocks: Blocks, edited: Blocks, place: int, container: Element) -> None:
        """Puts ``blocks`` in front of the block ``place`` of ``edited``."""
        last = edited[place - 1].element if place else None
        for block in blocks:
            made = self._fitted(block)
            if made is None:
                return
            if isinstance(block, Row) and (like := _like(edited, place)) is not None:
                grafting.dress(made, like)
            if last is not None:
                last.addnext(made)
            elif edited:
                edited[0].element.addprevious(made)
            else:
                container.append(made)
            last = made

    def _fitted(self, block: Block) -> Element | None:
        """The element of ``block`` made to fit, or ``None`` and a clash if that cannot be."""
        try:
            return self.graft.fitted(block.element)
        except grafting.UnfitError:
            self.clashes.append(Clash(block.spot, "", "", block.text, fits=False))
            return None

    def _block(self, base: Block, edited: Block, new: Block) -> None:
        """Weaves three versions of one block."""
        if new.key in {base.key, edited.key}:
            return
        match base, edited, new:
            case Paragraph(), Paragraph(), Paragraph():
                self._paragraph(base, edited, new)
            case Table(), Table(), Table():
                self.sequence(base.rows, edited.rows, new.rows, edited.element)
                if next(edited.element.iter(f"{W}tr"), None) is None:
                    _remove(edited.element)
            case Row(), Row(), Row() if _are_mergeable(base, edited, new):
                for cells in zip(base.cells, edited.cells, new.cells, strict=True):
                    self._cell(*cells)
            case _ if edited.key == base.key or self._takes(_clash(base, edited, new)):
                self._replace(edited, new)

    def _cell(self, base: Cell, edited: Cell, new: Cell) -> None:
        self.sequence(base.blocks, edited.blocks, new.blocks, edited.element)
        last = edited.element[-1] if len(edited.element) else None
        if last is None or last.tag in {f"{W}tcPr", f"{W}tbl"}:
            edited.element.append(edited.element.makeelement(f"{W}p"))  # a cell ends with one

    def _paragraph(self, base: Paragraph, edited: Paragraph, new: Paragraph) -> None:
        """Words and form are two things: each may have been changed by another hand.

        Where both changed the form, the person's stays: no word is lost by that.
        """
        says = new.said != base.said
        if says and edited.said != base.said:
            same = edited.text == new.text
            if same or not self._takes(_clash(base, edited, new)):
                return
        shapes = new.shape != base.shape and edited.shape == base.shape
        made = self._fitted(new) if says or shapes else None
        if made is not None and shapes:
            grafting.shape(edited, made)
        if made is not None and says:
            grafting.say(edited, made)

    def _replace(self, edited: Block, new: Block) -> None:
        if isinstance(edited, Section):
            made: Element | None = self.graft.section(new.element, edited.element)
        else:
            made = self._fitted(new)
            if made is not None and isinstance(edited, Row):
                grafting.dress(made, edited)
        parent = edited.element.getparent()
        if made is not None and parent is not None:
            parent.replace(edited.element, made)


def _clash(base: Block, edited: Block | None, new: Block | None) -> Clash:
    spot = base.spot if edited is None else edited.spot
    old, own, other = ("" if block is None else block.text for block in (base, edited, new))
    return Clash(spot, old, own, other)


def _following(ours: Alignment, partners: int, gaps: int) -> int:
    """How many blocks of the person's stand before that place of the base."""
    before = sum(place is not None for place in ours.partners[:partners])
    return before + sum(map(len, ours.added[:gaps]))


def _at(blocks: Blocks, place: int | None) -> Block | None:
    return None if place is None else blocks[place]


def _texts(blocks: Blocks) -> str:
    return "\n".join(block.text for block in blocks)


def _are_mergeable(base: Row, edited: Row, new: Row) -> bool:
    """Whether the cells may be woven one by one.

    A row of a list is one thing (a person, a task): where both touched it, each must have left
    most of its cells alone, or somebody's telephone number would end in somebody else's row.
    """
    if not len(base.cells) == len(edited.cells) == len(new.cells):
        return False
    if edited.is_traced or edited.key == base.key or len(base.cells) <= _FEW_CELLS:
        return not edited.is_traced
    return all(_left_alone(base, other) * 2 > len(base.cells) for other in (edited, new))


def _left_alone(base: Row, other: Row) -> int:
    return sum(
        cell.key == partner.key for cell, partner in zip(base.cells, other.cells, strict=True)
    )


def _like(edited: Blocks, place: int) -> Row | None:
    """The row whose dress a new row takes: the one above, or under the head the one below."""
    near = [edited[index] for index in (place - 1, place) if 0 <= index < len(edited)]
    rows = [block for block in near if isinstance(block, Row)]
    plain = [row for row in rows if row.element.find(f"{W}trPr/{W}tblHeader") is None]
    return next(iter(plain or rows), None)


def _remove(element: Element) -> None:
    """Takes ``element`` out, but not the ends of bookmarks that reach beyond it."""
    marks = list(element.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))
    keys = [mark.get(f"{W}id") for mark in marks]
    for mark, key in zip(marks, keys, strict=True):
        if keys.count(key) == 1:
            element.addprevious(mark)
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == f"{W}sdtContent" and not len(parent):
        control = parent.getparent()
        if control is not None:
            _remove(control)
