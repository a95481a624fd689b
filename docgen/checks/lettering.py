"""Characters that Times New Roman does not print, and text in the encodings of old."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.record.schema.shape import label_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath

# Latin with all of Vietnamese, Greek, Cyrillic, and the signs of office papers; every one is in
# the shipped font, which has the widths of Times New Roman.
_UNPRINTED = re.compile(
    "[^\n -~\u00a0-\u036f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0513"
    "\u1e00-\u1e9b\u1ea0-\u1ef9\u2000-\u200a\u200c-\u2010\u2012-\u2022\u2026\u2030\u2032-\u2034"
    "\u2039\u203a\u2044\u2074-\u2079\u2080-\u2089\u20a0-\u20b5\u2105\u2113\u2116\u2122\u2126"
    "\u2153\u2154\u215b-\u215e\u2190-\u2195\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e"
    "\u222b\u2248\u2260\u2261\u2264\u2265\u25a0\u25a1\u25aa\u25ab\u25b2\u25ba\u25bc\u25c4\u25ca"
    "\u25cb\u25cf]"
)
# Letters of TCVN3 and VNI fonts as Unicode shows them; Vietnamese itself has none of these.
_LEGACY = re.compile("[A-Za-zđĐ][µ¸¶·¹¨¾»¼½©®ª«¬×ÞßØäåæçëîïñöø÷ûüþ]")
_LEGACY_ENOUGH = 2
# VNI writes the mark behind its vowel (Nguyeãn Vaên); Vietnamese never has these pairs.
_VNI = re.compile(
    "[aA][âêÂÊáàãéèùúõÁÀÃÉÈÙÚÕ]|[eE][âáàãÂÁÀÃùõÙÕ]|[oO][âÂùÙ]|[ôÔöÖ][ùøûõïÙØÛÕÏ]|[A-Za-z][øûïåäëüØÛÏÅÄËÜ]"
)
_VNI_SURE = re.compile("[aA][âêàáãÂÊÀÁÃ]|[eE][âãÂÃ]|[oO][âÂ]")
"""Pairs that no other language of Latin letters has either: one is enough."""
_TCVN3_SURE = re.compile("[A-Za-zđĐ][¨ª¶¸µ¼½¾][A-Za-z]|[A-Za-zđĐ]µ")
"""Signs in the midst of a word, as ``V¨n``: nothing else is written so."""
# UTF-8 read as if it were a Western encoding (Nguyá»…n), and letters that were lost (Nguy?n).
_MISREAD = re.compile(
    r"\u00e1[\u00ba\u00bb]|\u00c4[\u2018\u0192\u0090\u0091]|\u00c6[\u00b0\u00a1]"
    r"|[\u00c2\u00c3][\u00a0-\u00bf]|\ufffd"
)
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]")
_OPENING, _CLOSING = tuple("“”„«‟‘’"), tuple("“”»‟’‘")
_SHOWN = 5


def lettering(loaded: Loaded) -> Iterator[Problem]:
    """One remark for each value with such characters."""
    for path, _, value in walk(loaded.record):
        if not isinstance(value, str) or not _is_odd(value):
            continue
        label = label_of(type(loaded.record), path)
        if odd := unprinted(value):
            shown = ", ".join(f"{one} (U+{ord(one):04X})" for one in odd[:_SHOWN])
            yield remark(
                loaded,
                path,
                Words(
                    f"“{label.vi}” có ký tự ngoài phông Times New Roman: {shown}",
                    f"“{label.en}” has characters outside Times New Roman: {shown}",
                ),
                Words(
                    "Bỏ ký tự này: văn bản dùng phông Times New Roman (Nghị định 30/2020/NĐ-CP, "
                    "Phụ lục I).",
                    "Remove them: papers are set in Times New Roman (Decree 30/2020/NĐ-CP, "
                    "Annex I).",
                ),
            )
        yield from _quoted(loaded, path, label, value)
        yield from _legacy(loaded, path, label, value)
        yield from _misread(loaded, path, label, value)


def _is_odd(value: str) -> bool:
    """Whether anything of ``value`` is to be told: of nearly all there is nothing."""
    told = unprinted(value) or _is_quoted(value) or looks_legacy(value) or _is_misread(value)
    return bool(told)


def _is_quoted(value: str) -> bool:
    return len(value) > 1 and value.startswith(_OPENING) and value.endswith(_CLOSING)


def _is_misread(value: str) -> bool:
    return (_MISREAD.search(value) or _LOST.search(value)) is not None


def _quoted(loaded: Loaded, path: FieldPath, label: Words, value: str) -> Iterator[Problem]:
    if _is_quoted(value):
        yield remark(
            loaded,
            path,
            Words(
                f"“{label.vi}” nằm trọn trong ngoặc kép cong, sẽ in cả ngoặc: {value[:40]}",
                f"“{label.en}” stands in curly quotes, which will be printed: {value[:40]}",
            ),
            Words(
                'Nếu ngoặc chỉ để bọc giá trị thì xóa đi, hoặc thay bằng ngoặc thẳng "…".',
                'Delete them, or use straight quotes "…", if they are not part of the text.',
            ),
        )


def _legacy(loaded: Loaded, path: FieldPath, label: Words, value: str) -> Iterator[Problem]:
    if looks_legacy(value):
        yield remark(
            loaded,
            path,
            Words(
                f"“{label.vi}” giống chữ bảng mã cũ (TCVN3, VNI): {value[:40]}",
                f"“{label.en}” looks like an old encoding (TCVN3, VNI): {value[:40]}",
            ),
            Words(
                "Chuyển mã sang Unicode rồi dán lại (Unikey: Công cụ chuyển mã).",
                "Convert it to Unicode and paste it again (Unikey's converter).",
            ),
        )


def _misread(loaded: Loaded, path: FieldPath, label: Words, value: str) -> Iterator[Problem]:
    if _is_misread(value):
        yield remark(
            loaded,
            path,
            Words(
                f"“{label.vi}” mất chữ có dấu hoặc bị đọc sai bảng mã: “{value[:40]}”",
                f"“{label.en}” has lost its marks, or was read in a wrong encoding: “{value[:40]}”",
            ),
            Words(
                "Gõ lại, hoặc chép lại từ tệp gốc mở bằng bảng mã UTF-8.",
                "Type it again, or copy it from its source opened as UTF-8.",
            ),
        )


def unprinted(text: str) -> list[str]:
    """The characters of ``text`` that Times New Roman lacks, each once, in order."""
    return list(dict.fromkeys(_UNPRINTED.findall(text)))


def looks_legacy(text: str) -> bool:
    """Whether ``text`` seems to be typed in TCVN3 or VNI: ``Céng hßa``, ``Nguyeãn Vaên``."""
    pairs = max(len(_LEGACY.findall(text)), len(_VNI.findall(text)))
    is_sure = _VNI_SURE.search(text) or _TCVN3_SURE.search(text)
    return pairs >= _LEGACY_ENOUGH or is_sure is not None
