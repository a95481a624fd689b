"""How large LZW data become, told without unpacking them."""

from __future__ import annotations

_CLEAR, _END, _FIRST = 256, 257, 258
_LONGEST, _BITS, _MOST_BITS = 4096, 9, 12
_MOST_BYTES = 20_000_000
"""Of packed data that are looked through; the look takes a second for two million."""


def most_of(data: bytes, most: int, early: int = 1) -> int:
    """How many bytes ``data`` become, or something over ``most``.

    Args:
        data: LZW data, as PDF packs them (codes of 9 to 12 bits, highest bit first).
        most: From where on it no longer matters.
        early: How many codes too early the codes grow longer (``/EarlyChange``).
    """
    if len(data) > _MOST_BYTES:
        return most + 1
    if len(data) * _LONGEST <= most:
        return 0
    lengths, total, bits, width, held = _fresh(), 0, 0, _BITS, 0
    before = 0
    for byte in data:
        bits, held = (bits << 8) | byte, held + 8
        if held < width:
            continue
        held -= width
        code, bits = bits >> held, bits & ((1 << held) - 1)
        if code == _CLEAR:
            lengths, width, before = _fresh(), _BITS, 0
            continue
        if code == _END or total > most:
            break
        if before and len(lengths) < _LONGEST:
            lengths.append(before + 1)
        before = lengths[code] if code < len(lengths) else 1
        total += before
        width = min(max((len(lengths) + early).bit_length(), _BITS), _MOST_BITS)
    return total


def _fresh() -> list[int]:
    return [1] * _FIRST
