"""Characters of picture fonts (Symbol, Wingdings) as the characters of Unicode they show."""

from __future__ import annotations

from typing import Final

_PRIVATE = 0xF000
_LAST_PRIVATE = 0xF0FF
_SYMBOL: Final = {
    0xB7: "•",
    0xA7: "♣",
    0xA8: "♦",
    0xA9: "♥",
    0xAA: "♠",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xA3: "≤",
    0xA5: "∞",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0x2D: "−",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xE2: "®",
    0xE3: "©",
    0xE4: "™",
    0xDE: "⇒",
    0xDB: "⇔",
    0xE5: "∑",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x64: "δ",
    0x6D: "μ",
    0x70: "π",
    0x57: "Ω",
    0x44: "Δ",
    0x53: "Σ",
}
_WINGDINGS: Final = {
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x70: "◻",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA0: "▪",
    0xA7: "▪",
    0xA8: "◻",
    0x9E: "·",
    0xA1: "○",
    0xFE: "☑",
    0xFD: "☒",
    0xFC: "✔",
    0xFB: "✘",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xDF: "←",
    0xE1: "↑",
    0xE2: "↓",
    0xEF: "⇦",
    0xF1: "⇧",
    0xF2: "⇩",
    0xAB: "★",
    0xB6: "✰",
    0x28: "☎",
    0x29: "✆",
    0x2A: "✉",
    0x46: "☞",
    0x4A: "☺",
    0x20: " ",
}
_TABLES: Final = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x52: "☑", 0x54: "☒", 0xA3: "□", 0x50: "✓", 0x97: "●", 0x95: "•", 0xA2: "■"},
    "wingdings 3": {0x7D: "▶", 0x84: "◀", 0x22: "→", 0x21: "←"},
}


def shown(text: str, font: str) -> str:
    """``text`` in the picture font ``font`` as Unicode; what is not known stays as it is."""
    table = _TABLES.get(font.strip().lower(), {})
    return "".join(_shown(character, table) for character in text)


def _shown(character: str, table: dict[int, str]) -> str:
    code = ord(character)
    if _PRIVATE <= code <= _LAST_PRIVATE:
        code -= _PRIVATE
        return table.get(code, character)
    if code in table and code > 0x20:  # noqa: PLR2004 -- a space is a space
        return table[code]
    return character
