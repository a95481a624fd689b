"""The settings of a paper that change its print."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.printing import refusals
from docgen.printing.reading import grammar
from docgen.printing.reading.grammar import W
from docgen.printing.refusals import Remark
from docgen.values import Value
from docgen.word.markup import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from docgen.errors import Words

_VAL = f"{W}val"
_DEFAULT_TAB = 720
_MODERN = 15
_OLD = 12
_REFUSED = frozenset({"mirrorMargins", "bookFoldPrinting", "bookFoldRevPrinting", "printTwoOnOne"})
_HYPHENS = Remark(
    "tệp bật tự ngắt từ (autoHyphenation): bộ in sẵn không ngắt giữa từ",
    "the file asks for hyphenation: the built-in printer does not break words",
)
_NOTES = ("footnote", "endnote")


class Settings(Value):
    """What of the settings part matters; ``tab`` is the distance of default tab stops."""

    tab: int = _DEFAULT_TAB
    compatibility: int = _OLD
    two_sided: bool = False
    gutter_at_top: bool = False
    note_formats: tuple[tuple[str, str], ...] = ()

    @property
    def modern(self) -> bool:
        """Whether the paper asks for the layout of Word 2013 and later."""
        return self.compatibility >= _MODERN


def read_settings(data: bytes, refuse: Callable[[Words], None]) -> Settings:
    """The settings in the settings part ``data``; ``refuse`` hears of what is not printed.

    Equal parts are read once.
    """
    settings, faults = _read(data) if data else (Settings(), ())
    for fault in faults:
        refuse(fault)
    return settings


@lru_cache(maxsize=16)
def _read(data: bytes) -> tuple[Settings, tuple[Words, ...]]:
    root = parse(data, "word/settings.xml")
    on = set()
    for child in root:
        name = grammar.local(child)
        if grammar.is_on({"val": child.get(_VAL, "1")}):
            on.add(name)
    refused = [refusals.element(name) for name in sorted(on & _REFUSED)]
    hyphens = [_HYPHENS] if "autoHyphenation" in on else []
    tab = root.find(f"{W}defaultTabStop")
    settings = Settings(
        _number(tab) or _DEFAULT_TAB,
        _compatibility(root),
        "evenAndOddHeaders" in on,
        "gutterAtTop" in on,
        tuple(_note_formats(root)),
    )
    return settings, (*refused, *hyphens)


def _number(element: _Element | None) -> int:
    value = "" if element is None else element.get(_VAL, "")
    return int(value) if value.isdecimal() else 0


def _compatibility(root: _Element) -> int:
    for setting in root.iterfind(f"{W}compat/{W}compatSetting"):
        value = setting.get(_VAL, "")
        if setting.get(f"{W}name") == "compatibilityMode" and value.isdecimal():
            return int(value)
    return _OLD


def _note_formats(root: _Element) -> list[tuple[str, str]]:
    found = []
    for kind in _NOTES:
        format_ = root.find(f"{W}{kind}Pr/{W}numFmt")
        if format_ is not None:
            found.append((kind, format_.get(_VAL, "decimal")))
    return found
