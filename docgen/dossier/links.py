"""Annotations of the bound pages: what may stay, and where ``docgen:`` links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from docgen.dossier.archival import text
from docgen.dossier.source import follow
from docgen.values import Making, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pypdf import PageObject
    from pypdf.generic import PdfObject

    from docgen.dossier.book import Book
    from docgen.dossier.carrying import Carrier


class Targets(Making):
    """Where ``docgen:`` links lead: to papers of which some may still have to come.

    Attributes:
        book: Where the papers go.
        titles: What each link leads to, for those who cannot see it.
        found: The PDF destination of what is there.
        awaited: Number of the destination of what was referred to before it came.
    """

    book: Book
    titles: Mapping[str, str]
    found: dict[str, bytes] = field(default_factory=dict)
    awaited: dict[str, int] = field(default_factory=dict)

    def place(self, link: str) -> bytes:
        """The destination of ``link``, one of ``titles``, as an entry of a dictionary has it."""
        if link in self.found:
            return self.found[link]
        if link not in self.awaited:
            self.awaited[link] = self.book.reserve()
        return b" %d 0 R" % self.awaited[link]

    def put(self, link: str, place: bytes) -> None:
        """Have ``link`` lead to the destination ``place``."""
        self.found[link] = place
        if link in self.awaited:
            self.book.put(self.awaited[link], place)


SCHEME = "docgen:"
_PRINT = 4
_HIDING = 1 | 2 | 32 | 256
"""Invisible, Hidden, NoView, ToggleNoView: forbidden in PDF/A (ISO 19005-2, 6.3.2)."""
_LEFT_OUT = ("/P", "/AA", "/A", "/Dest", "/PA")
_LOOK = ("/Type", "/Rect", "/AP", "/AS", "/F", "/StructParent")


def annotations_of(page: PageObject) -> list[PdfObject]:
    """The annotations of ``page`` as they stand in its list, but for form fields never drawn."""
    listed = follow(page.get("/Annots"))
    if not isinstance(listed, list):
        return []
    return [entry for entry in list.__iter__(listed) if _is_shown(follow(entry))]


def _is_shown(annotation: object) -> bool:
    return isinstance(annotation, dict) and (
        annotation.get("/Subtype") != "/Widget" or "/AP" in annotation
    )


def link_names(page: PageObject) -> Iterator[tuple[str, DictionaryObject]]:
    """The ``docgen:`` links of ``page``, each with its annotation."""
    for entry in annotations_of(page):
        annotation = follow(entry)
        name = _name(annotation)
        if name is not None:
            yield name, annotation


def _name(annotation: DictionaryObject) -> str | None:
    action = follow(annotation.get("/A"))
    uri = str(follow(action.get("/URI"))) if isinstance(action, dict) else ""
    return uri if uri.startswith(SCHEME) else None


def carried(carrier: Carrier, entry: PdfObject, page: int, targets: Targets) -> bytes:
    """The annotation ``entry`` as it stands in the dossier.

    Args:
        carrier: Where it comes from.
        entry: The annotation.
        page: The new number of its page.
        targets: Where each ``docgen:`` link leads.
    """
    annotation = _look_of(follow(entry))
    link = _name(annotation) or ""
    if link in targets.titles:
        annotation.pop(NameObject("/Contents"), None)
        lead = b"/Contents%b/Dest%b" % (text(targets.titles[link]), targets.place(link))
    else:
        lead = _lead(carrier, annotation)
    for left in _LEFT_OUT:
        annotation.pop(NameObject(left), None)
    if annotation.get("/Subtype") != "/Popup":
        flags = int(follow(annotation.get("/F", NumberObject(0))))
        annotation[NameObject("/F")] = NumberObject(flags & ~_HIDING | _PRINT)
    return carrier.value(annotation).removesuffix(b">>") + b"/P %d 0 R%b>>" % (page, lead)


def _look_of(annotation: DictionaryObject) -> DictionaryObject:
    """A copy of ``annotation``; of a form field only its look, as a stamp.

    The dossier has no form, and viewers do not draw the fields of a form that is missing.
    """
    if annotation.get("/Subtype") != "/Widget":
        return DictionaryObject(annotation)
    look = DictionaryObject({k: v for k, v in annotation.items() if k in _LOOK})
    look[NameObject("/Subtype")] = NameObject("/Stamp")
    return look


def _lead(carrier: Carrier, annotation: DictionaryObject) -> bytes:
    """Where ``annotation`` leads, as an entry of its dictionary."""
    action = follow(annotation.get("/A"))
    if isinstance(action, dict) and action.get("/S") == "/URI":
        return b"/A" + carrier.value(_plain(action))
    aim = annotation.get("/Dest")
    if aim is None and isinstance(action, dict) and action.get("/S") == "/GoTo":
        aim = action.get("/D")
    explicit = _explicit(carrier, aim)
    return b"" if explicit is None else b"/Dest" + carrier.value(explicit)


def _plain(action: dict[Any, Any]) -> DictionaryObject:
    """A URI action without those chained to it."""
    kept = ("/Type", "/S", "/URI", "/IsMap")
    return DictionaryObject({key: value for key, value in action.items() if key in kept})


def _explicit(carrier: Carrier, aim: object) -> ArrayObject | None:
    """The destination ``aim`` without its name, for two PDFs may use one name."""
    aim = follow(aim)
    if isinstance(aim, str):
        named = carrier.source.reader.named_destinations.get(str(aim))
        return None if named is None else named.dest_array
    return aim if isinstance(aim, ArrayObject) else None
