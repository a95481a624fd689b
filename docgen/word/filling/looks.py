"""The styles that finish a paper: their names, and how each writes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.values import Value
from docgen.word.schema import W
from docgen.word.words import style_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

# Phụ lục I: the line under Tiêu ngữ is as long as the text, those under the issuer and the
# summary a third to a half of it. Styles go by name: Word renames ids when it saves.
RULE_FULL: Final = style_name("RuleFull")
RULE_PART: Final = style_name("RulePart")
SHARES: Final[Mapping[str, float]] = {RULE_FULL: 1.0, RULE_PART: 0.4}
BAR: Final = style_name("Bar")
"""A bar of a chart: its text says how many per cent of its room it takes."""
END_GAP: Final = style_name("EndGap")
SIGNER: Final = style_name("SignName")
GAP: Final = style_name("Break")
# Centred titles that a clerk would break into lines of about one length.
_TITLES: Final = ("DocSummary", "LetterSummary", "AnnexTitle", "CoverTitle", "SignUnit")
BALANCED: Final = frozenset(style_name(title) for title in _TITLES)


class StyleLook(Value):
    """How a style writes: name, size in points, bold, italic, the twips before a paragraph."""

    name: str
    size: float
    bold: bool
    italic: bool
    before: int = 0


@lru_cache(maxsize=32)
def looks(styles: bytes) -> dict[str, StyleLook]:
    """The look of every paragraph style of ``word/styles.xml``, by style id."""
    root = etree.fromstring(styles)
    default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    ground = _with(StyleLook("", 10.0, bold=False, italic=False), default)
    found = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    known: dict[str, StyleLook] = {}
    for key in found:
        known[key] = _resolved(key, found, known, ground)
    return known


def _resolved(
    key: str,
    styles: Mapping[str, Element],
    known: Mapping[str, StyleLook],
    ground: StyleLook,
    depth: int = 0,
) -> StyleLook:
    """The look of a style; that of the one it is based on is ``known`` where it stands before."""
    if key in known:
        return known[key]
    style = styles.get(key)
    if style is None or depth > len(styles):
        return ground
    based = style.find(f"{W}basedOn")
    parent = "" if based is None else based.get(f"{W}val", "")
    look = _with(_resolved(parent, styles, known, ground, depth + 1), style.find(f"{W}rPr"))
    name = style.find(f"{W}name")
    before = number_of(style.find(f"{W}pPr"), "spacing", "before", look.before)
    return look.changed(name="" if name is None else name.get(f"{W}val", ""), before=before)


def _with(look: StyleLook, properties: Element | None) -> StyleLook:
    if properties is None:
        return look
    size = properties.find(f"{W}sz")
    return look.changed(
        size=look.size if size is None else float(size.get(f"{W}val", "20")) / 2,
        bold=_toggle(properties.find(f"{W}b"), default=look.bold),
        italic=_toggle(properties.find(f"{W}i"), default=look.italic),
    )


def _toggle(mark: Element | None, *, default: bool) -> bool:
    return default if mark is None else mark.get(f"{W}val", "1") not in {"0", "false", "off"}


def number_of(parent: Element | None, tag: str, attribute: str, default: int) -> int:
    """The whole number that ``attribute`` of the child ``tag`` says, else ``default``."""
    child = None if parent is None else child_of(parent, f"{W}{tag}")
    return default if child is None else int(child.get(f"{W}{attribute}", default))


def child_of(parent: Element, tag: str) -> Element | None:
    """The first child that is a ``tag``; asked for so often that ``find`` takes too long."""
    for child in parent:
        if child.tag == tag:
            return child
    return None
