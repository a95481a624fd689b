"""Which paper stands beside the form: the one that the field at hand is printed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.feeds import fed, first_beside
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.workflows.previewing import Leaf


__all__ = ["fed"]


class Wish(Value):
    """What a page says: the field at hand (dotted), its section, the name of the paper shown."""

    field: str = ""
    section: str = ""
    paper: str = ""


class Beside(Value):
    """The paper to be shown, and the others that say what the field tells."""

    leaf: Leaf
    others: tuple[Leaf, ...] = ()


def beside(kind: str, leaves: Sequence[Leaf], wish: Wish) -> Beside:
    """The paper for ``wish`` among ``leaves``, which are some: the one shown, while it will do."""
    ids = fed(kind, wish.field)
    fits = [leaf for name in ids for leaf in leaves if leaf.paper == name]
    now = next((leaf for leaf in leaves if leaf.name == wish.paper), None)
    if now is None or (fits and now not in fits):
        first = first_beside(kind, wish.section)
        usual = [leaf for leaf in leaves if leaf.paper == first]
        now = next(iter([*fits, *usual, *leaves]))
    firsts = {leaf.paper: leaf for leaf in reversed(fits)}
    return Beside(now, tuple(firsts[name] for name in ids if name in firsts and name != now.paper))
