"""Counts and money as Vietnamese papers write them.

Written here because the known libraries say “lẻ” and “ngàn” and drop “linh” and “không trăm” in
inner gaps, which no treasury accepts.
"""

from __future__ import annotations

import re

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000
_THOUSANDS = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": _BILLION, "tỉ": _BILLION}
_WHOLE = r"[0-9]{1,15}|[0-9]{1,3}(?:\.[0-9]{3}){1,4}"
_TOLD = (
    rf"(?i)(?P<whole>{_WHOLE})(?:,(?P<part>[0-9]{{1,9}}))?\s*(?P<scale>{'|'.join(_THOUSANDS)})?"
    r"(?:\s*(?:đồng|đ))?\.?"
)


_SCALED = rf"(?i)\d\s*(?:tr(?![^\W\d_])|k\b|{'|'.join(_THOUSANDS)})"


def has_scale(told: str) -> bool:
    """Whether thousands or millions are told in words: its figures alone are another amount."""
    return re.search(_SCALED, told) is not None


def amount_in(told: str) -> int | None:
    """What ``21500000``, ``21.500.000``, ``3,5 triệu``, ``500 nghìn đồng`` say; else ``None``.

    A point parts thousands, a comma is for parts of a million and the like: ``500.000`` is never
    500, and ``3.5 triệu`` is nothing that can be known for sure.
    """
    found = re.fullmatch(_TOLD, told.strip())
    if found is None or (found["part"] and not found["scale"]):
        return None
    whole, part = found["whole"].replace(".", ""), found["part"] or ""
    scale = _THOUSANDS.get((found["scale"] or "").lower(), 1)
    amount, rest = divmod(int(whole + part) * scale, 10 ** len(part))
    return None if rest else amount


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """``IV``: how parts, chapters and annexes of State papers are numbered."""
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def count(number: int) -> str:
    """``05``: counts under ten take a zero in the prose of official papers."""
    return f"{number:02d}"


def money(amount: int) -> str:
    """``21.500.000``: thousands parted by points, without the unit."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - slow, and few papers name money

    return format_decimal(amount, locale="vi")


def money_in_words(amount: int) -> str:
    """``Hai mươi mốt triệu năm trăm nghìn đồng``."""
    words = in_words(amount)
    return f"{words[0].upper()}{words[1:]} đồng"


def in_words(number: int) -> str:
    """A number from 0 up in words: nghìn, linh, mốt, lăm, tư, ``không trăm linh`` in inner gaps.

    Raises:
        ValueError: the number is negative.
    """
    if number < 0:
        raise ValueError("only numbers from 0 up are said in words")
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    parts = [f"{in_words(billions)} tỷ"] if billions else []
    if rest:
        parts.append(_below_billion(rest, led=bool(billions)))
    return " ".join(parts)


def _below_billion(number: int, *, led: bool) -> str:
    parts: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            said = _below_thousand(group, led=led or bool(parts))
            parts.append(f"{said} {_SCALES[power]}".strip())
    return " ".join(parts)


def _below_thousand(number: int, *, led: bool) -> str:
    """One group of three digits; ``led`` when a higher group was said before it."""
    hundreds, rest = divmod(number, 100)
    parts = [f"{_DIGITS[hundreds]} trăm"] if hundreds or led else []
    if rest:
        parts.append(_below_hundred(rest, led=bool(parts)))
    return " ".join(parts)


def _below_hundred(number: int, *, led: bool) -> str:
    tens, units = divmod(number, 10)
    if tens == 0:
        return f"linh {_DIGITS[units]}" if led else _DIGITS[units]
    if tens == 1:
        return f"mười {_last(units, after_ten=True)}".strip()
    return f"{_DIGITS[tens]} mươi {_last(units, after_ten=False)}".strip()


def _last(units: int, *, after_ten: bool) -> str:
    if units == 0:
        return ""
    special = {5: "lăm"} if after_ten else {1: "mốt", 4: "tư", 5: "lăm"}
    return special.get(units, _DIGITS[units])
