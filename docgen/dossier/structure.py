"""The tag trees of the bound PDFs as one: what a screen reader follows through the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.dossier.source import follow, key_of, written
from docgen.values import Making, Value, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.dossier.book import Book
    from docgen.dossier.carrying import Carrier


class BackLink(Value):
    """A link that the paper did not come with.

    Attributes:
        page: Number of the page that bears it.
        annotation: Number of its annotation.
        alternative: What it says to those who cannot see it, a PDF string.
    """

    page: int
    annotation: int
    alternative: bytes


class Tags(Making):
    """The tag tree in the making.

    Attributes:
        book: Where it is written.
        root: Number of the tree's root.
        document: Number of the one element that holds all parts.
        tagged: Whether every PDF so far came with tags.
    """

    book: Book
    root: int
    document: int
    tagged: bool = True
    _next: int = 0
    _parents: list[bytes] = field(default_factory=list)
    _ids: list[tuple[bytes, bytes]] = field(default_factory=list)
    _roles: dict[bytes, bytes] = field(default_factory=dict)
    _classes: dict[bytes, bytes] = field(default_factory=dict)

    @classmethod
    def begun(cls, book: Book) -> Tags:
        """The tree in ``book``, with the numbers of root and document, which all else refers to."""
        return cls(book, book.reserve(), book.reserve())

    def copy(self, book: Book) -> Tags:
        """The same tags so far, for a copy of their book."""
        return Tags(
            book,
            self.root,
            self.document,
            self.tagged,
            self._next,
            self._parents.copy(),
            self._ids.copy(),
            self._roles.copy(),
            self._classes.copy(),
        )

    def enter(self, carrier: Carrier) -> int | None:
        """Prepare to carry the tags of ``carrier``'s PDF.

        Returns:
            Number of the element that will hold them; nothing where the PDF has no tags.
        """
        tree = follow(carrier.source.catalog.get("/StructTreeRoot"))
        if not isinstance(tree, dict) or "/K" not in tree or "/ParentTree" not in tree:
            self.tagged = False
            return None
        part = self.book.reserve()
        carrier.tags = self._next
        key = key_of(carrier.source.catalog.get("/StructTreeRoot"))
        if key is not None:
            carrier.stand_in(key, part)
        carrier.roles = self._clashes(carrier, tree)
        return part

    def _clashes(self, carrier: Carrier, tree: dict[str, Any]) -> dict[bytes, bytes]:
        roles = follow(tree.get("/RoleMap")) or {}
        renamed = {}
        for name, meaning in roles.items():
            old, new = written(name), carrier.value(meaning)
            if old == new:
                continue
            if self._roles.setdefault(old, new) != new:
                renamed[old] = old + b"-" + carrier.prefix.rstrip(b".")
                self._roles[renamed[old]] = new
        return renamed

    def carry(self, carrier: Carrier, part: int, title: bytes, back: BackLink | None) -> int | None:
        """Carry the tags of ``carrier``'s PDF into its element ``part``.

        Args:
            carrier: The PDF, all its pages and annotations already given new numbers.
            part: What :meth:`enter` returned.
            title: The title of the part, a PDF string.
            back: The link back to the list that our stamp adds, if any.

        Returns:
            The key under which the annotation of ``back`` finds its element.
        """
        tree = follow(carrier.source.catalog["/StructTreeRoot"])
        kids = tree.get("/K")
        listed = follow(kids)
        kept = [carrier.value(kid) for kid in (listed if isinstance(listed, list) else [kids])]
        self._carry_parents(carrier, tree)
        key = None if back is None else self._next
        if back is not None:
            kept.append(b"%d 0 R" % self._add_link(part, back))
        body = b"<</Type/StructElem/S/Part/P %d 0 R/T%b/K[%b]>>"
        self.book.put(part, body % (self.document, title, b" ".join(kept)))
        for entry in _leaves(tree.get("/IDTree"), "/Names"):
            self._carry_id(carrier, *entry)
        for name, value in (follow(tree.get("/ClassMap")) or {}).items():
            self._classes.setdefault(written(name), carrier.value(value))
        return key

    def _carry_parents(self, carrier: Carrier, tree: dict[str, Any]) -> None:
        base = carrier.tags or 0
        top = base + int(tree.get("/ParentTreeNextKey", 0))
        for key, value in _leaves(tree["/ParentTree"], "/Nums"):
            self._parents.append(b"%d %b" % (base + int(key), carrier.value(value)))
            top = max(top, base + int(key) + 1)
        self._next = max(self._next, top)

    def _carry_id(self, carrier: Carrier, name: Any, value: Any) -> None:  # noqa: ANN401
        spelled = (carrier.prefix + bytes(name.original_bytes)).hex().encode()
        self._ids.append((spelled, carrier.value(value)))

    def _add_link(self, part: int, back: BackLink) -> int:
        kid = b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (back.annotation, back.page)
        body = b"<</Type/StructElem/S/Link/P %d 0 R/Pg %d 0 R/Alt%b/K[%b]>>"
        element = self.book.add(body % (part, back.page, back.alternative, kid))
        self._parents.append(b"%d %d 0 R" % (self._next, element))
        self._next += 1
        return element

    def finish(self, parts: Sequence[int]) -> bytes:
        """Write the tree; its entries in the catalog, none where no PDF had tags.

        Args:
            parts: What :meth:`enter` returned for each PDF with tags, in the order of reading.
        """
        if not parts:
            return b""
        listed = b" ".join(b"%d 0 R" % part for part in parts)
        body = b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (self.root, listed)
        self.book.put(self.document, body)
        self.book.put(self.root, self._root())
        marked = b"true" if self.tagged else b"false"
        return b"/StructTreeRoot %d 0 R/MarkInfo<</Marked %b>>" % (self.root, marked)

    def _root(self) -> bytes:
        body = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[%b]>>/ParentTreeNextKey %d" % (
            self.document,
            b" ".join(self._parents),
            self._next,
        )
        if self._ids:
            names = (b"<%b>%b" % pair for pair in sorted(self._ids))
            body += b"/IDTree<</Names[%b]>>" % b" ".join(names)
        for entry, told in ((b"/RoleMap", self._roles), (b"/ClassMap", self._classes)):
            if told:
                pairs = (b"%b %b" % pair for pair in told.items())
                body += b"%b<<%b>>" % (entry, b"".join(pairs))
        return body + b">>"


def _leaves(tree: object, entry: str) -> Iterator[tuple[Any, Any]]:
    """Keys and values of a number tree or a name tree, in its own order."""
    node = follow(tree)
    if not isinstance(node, dict):
        return
    for kid in follow(node.get("/Kids")) or []:
        yield from _leaves(kid, entry)
    pairs = follow(node.get(entry)) or []
    yield from zip(pairs[::2], pairs[1::2], strict=True)
