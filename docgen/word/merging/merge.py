"""Merging: what a person did to a paper in Word, and what changed in the record, in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.values import Value
from docgen.word.archive import packed, written
from docgen.word.markup import serialised
from docgen.word.merging.comparing import same_text
from docgen.word.merging.grafting import Graft
from docgen.word.merging.passages import Spot
from docgen.word.merging.versions import opened
from docgen.word.merging.weaving import Clash, Weaver

if TYPE_CHECKING:
    from collections.abc import Hashable

    from docgen.word.merging.versions import File, Story

    Label = tuple[str, str, int]


class MergedFile(Value):
    """The merged file, or the clashes that stand in its way."""

    docx: bytes | None
    conflicts: tuple[Clash, ...] = ()


def resolved(
    base: bytes, edited: bytes, new: bytes, taken: frozenset[int], name: str = "docx"
) -> MergedFile:
    """The person's file as :func:`merge`, with the new text at the clashes numbered ``taken``.

    At all other clashes the person's text stands. The numbers are those of the conflicts that
    merge tells, from 0, those that do not fit left out. Where a new text that is taken cannot be
    brought into the file, what stands in the way is told as merge does.

    Raises:
        TemplateError: as merge.
    """
    told = merge(base, edited, new, name).conflicts
    old, own, other = (opened(data, name) for data in (base, edited, new))
    weaver = _woven(old, own, other, taken)
    stuck = [clash for clash in weaver.clashes if not clash.fits and clash not in told]
    return MergedFile(None if stuck else _written(own, weaver), tuple(stuck))


def merge(base: bytes, edited: bytes, new: bytes, name: str = "docx") -> MergedFile:
    """The person's file with the paragraphs in it that the record changed, and no others.

    Package, styles, page setup and formatting stay the person's. The same input gives the same
    bytes. A paragraph with tracked changes or a comment counts as edited and is never replaced.

    Args:
        base: the render that docgen wrote and the person started from.
        edited: what the person made of it, saved by whatever program.
        new: the render of the record as it is now.
        name: the name of the person's file, for messages.

    Raises:
        TemplateError: one of the three is damaged or unsafe; leave the person's file alone.
    """
    old, own, other = (opened(data, name) for data in (base, edited, new))
    if same_text(base, new) or same_text(edited, new):
        return MergedFile(edited)
    if same_text(base, edited):
        return MergedFile(new)
    weaver = _woven(old, own, other)
    if weaver.clashes:
        return MergedFile(None, tuple(weaver.clashes))
    return MergedFile(_written(own, weaver))


def _woven(old: File, own: File, other: File, taken: frozenset[int] = frozenset()) -> Weaver:
    """The three woven into the person's file, whose trees are changed by it."""
    weaver = Weaver(Graft(other, own), taken)
    bodies = (old.body.blocks, own.body.blocks, other.body.blocks)
    weaver.sequence(*bodies, own.body.container)
    _margins(old, own, other, weaver)
    return weaver


def _margins(base: File, edited: File, new: File, weaver: Weaver) -> None:
    """Weaves the headers and footers that the record changed.

    Those of a section that came or went are no matter if others of the kind say the same.
    """
    woven: set[str] = set()
    for label in sorted(base.margins.keys() | new.margins.keys()):
        old, own, other = (file.margins.get(label) for file in (base, edited, new))
        if _keys(old) == _keys(other):
            continue
        if old is not None and own is not None and other is not None:
            if own.part not in woven:
                weaver.sequence(old.blocks, own.blocks, other.blocks, own.container)
            woven.add(own.part)
        elif _keys(old or other) not in _alike(new if other is None else base, label):
            spot = Spot(label[0])
            weaver.clashes.append(Clash(spot, _text(old), _text(own), _text(other), fits=False))


def _alike(file: File, label: Label) -> set[Hashable]:
    """What the headers (or footers) of the type of ``label`` say in all sections of ``file``."""
    return {_keys(story) for key, story in file.margins.items() if key[:2] == label[:2]}


def _keys(story: Story | None) -> Hashable:
    return None if story is None else tuple(block.key for block in story.blocks)


def _text(story: Story | None) -> str:
    return "" if story is None else "\n".join(block.text for block in story.blocks)


def _written(file: File, weaver: Weaver) -> bytes:
    """The package of ``file`` with the trees that were changed."""
    roots = {story.part: story.root for story in (file.body, *file.margins.values())}
    if weaver.graft.has_new_styles:
        roots[file.styles_part] = file.styles.root
    return written(
        packed(part, serialised(roots[part]) if part in roots else data)
        for part, data in file.parts.items()
    )
