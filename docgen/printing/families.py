"""Which bundled font prints a font that a paper asks for, and how tall that font's lines are."""

from __future__ import annotations

from typing import Final

from docgen.values import Value

SERIF: Final = "Times New Roman"
SANS: Final = "Arial"
MONO: Final = "Courier New"


class Family(Value):
    """A font that papers ask for.

    ``above`` and ``below`` are the reach of its lines from the base line in em, its line gap
    standing above as in Word; ``exact`` says that ``printed`` has the very widths of its letters,
    else ``spread`` (in em) is added after each so that lines come out as long on average.
    """

    printed: str
    above: float
    below: float
    exact: bool = True
    spread: float = 0.0


FAMILIES: Final = {
    SERIF: Family("Liberation Serif", (1825 + 87) / 2048, 443 / 2048),
    SANS: Family("Liberation Sans", (1854 + 67) / 2048, 434 / 2048),
    MONO: Family("Liberation Mono", 1705 / 2048, 615 / 2048),
    "Calibri": Family("Carlito", (1536 + 452) / 2048, 512 / 2048),
    "Cambria": Family("Caladea", 0.950, 0.222),
    "Aptos": Family("Carlito", 0.939, 0.282, exact=False, spread=0.0235),
    "Verdana": Family("Liberation Sans", 1.005, 0.210, exact=False, spread=0.062),
    "Tahoma": Family("Liberation Sans", 1.000, 0.207, exact=False, spread=-0.005),
    "Georgia": Family("Liberation Serif", 0.917, 0.219, exact=False, spread=0.045),
    "Segoe UI": Family("Liberation Sans", 1.079, 0.251, exact=False, spread=0.0),
    "Symbol": Family("Liberation Serif", 1.005, 0.220),
}
"""Every font known by its measure; the three first print whatever is not known."""
_SAME: Final = {
    "liberation serif": SERIF,
    "tinos": SERIF,
    "times": SERIF,
    "times new roman bold": SERIF,
    "liberation sans": SANS,
    "arimo": SANS,
    "helvetica": SANS,
    "liberation mono": MONO,
    "cousine": MONO,
    "courier": MONO,
    "carlito": "Calibri",
    "calibri light": "Calibri",
    "caladea": "Cambria",
    "aptos display": "Aptos",
    "aptos (body)": "Aptos",
    "wingdings": "Symbol",
    "wingdings 2": "Symbol",
    "wingdings 3": "Symbol",
    "webdings": "Symbol",
    "opensymbol": "Symbol",
}
_EXACT_ALIASES: Final = frozenset(_SAME) - {"calibri light", "aptos display", "aptos (body)"}
_BY_NAME: Final = {name.lower(): name for name in FAMILIES} | _SAME
SYMBOLS: Final = frozenset(
    {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "opensymbol"}
)
"""Fonts whose characters are pictures under private codes."""
_OLD_CODES: Final = (".vn", "vni-", "vntime")
"""How the names of fonts begin that are from before Unicode."""
_CLASSES: Final = {"roman": SERIF, "swiss": SANS, "modern": MONO}


class Choice(Value):
    """The family (a key of `FAMILIES`) that stands for a font, and whether it is that font's own.

    ``remark`` says that lines may end elsewhere than in the font asked for.
    """

    family: str
    remark: bool


def choose(name: str, kind: str = "") -> Choice:
    """What stands for the font ``name``; ``kind`` is its family in the font table of the paper."""
    low = name.strip().lower()
    known = _BY_NAME.get(low)
    if known is not None:
        exact = FAMILIES[known].exact if low not in _SAME else low in _EXACT_ALIASES
        return Choice(known, not exact)
    if is_old(name):
        return Choice(SERIF, remark=True)
    return Choice(_CLASSES.get(kind, SERIF), remark=True)


def is_old(name: str) -> bool:
    """Whether the font ``name`` has Vietnamese letters under codes of its own (TCVN3, VNI)."""
    return name.strip().lower().startswith(_OLD_CODES)
