"""Tags in parts of a template that are not filled: addresses of links, charts, properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from docgen.errors import Place, Problem, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docgen.word.package import Package

_TAG: Final = r"(?s)\{\{.*?\}\}|\{%.*?%\}"
_MARKUP: Final = r"<[^>]+>"
_SHOWN: Final = 80
_PRINTED: Final = r"(?i)/(charts?|diagrams?|glossary)/"
_OURS: Final = r"(?i)docProps/core"


def faults(package: Package, filled: Collection[str]) -> Iterator[Problem]:
    """Tags that would be printed or followed as they stand, as errors; all others as warnings.

    Args:
        package: The template.
        filled: The names of its parts that are filled.
    """
    for part in filled:
        for relation in package.relations(part).values():
            target = unquote(relation.target)
            if relation.external and re.search(_TAG, target):
                yield _told(package.name, part, target, _ADDRESS)
    for part in package.xml_parts():
        if part in filled or part.lower().endswith(".rels"):
            continue
        text = re.sub(_MARKUP, "", package.parts[part].decode("utf-8", "replace"))
        if found := re.search(_TAG, text):
            is_printed = re.search(_PRINTED, f"/{part}") is not None
            row = _PART if is_printed else _PROPERTIES if re.match(_OURS, part) else _ASIDE
            yield _told(package.name, part, found[0], row, is_error=is_printed)


def _told(
    name: str, part: str, text: str, row: tuple[Words, Words], *, is_error: bool = True
) -> Problem:
    what, hint = row
    shown = f"{part}: {text[:_SHOWN]}"
    severity = Severity.ERROR if is_error else Severity.WARNING
    words = Words(f"{what.vi}: {shown}", f"{what.en}: {shown}")
    return Problem(Place(name), words, hint, severity)


_ADDRESS: Final = (
    Words("lệnh trong địa chỉ liên kết không được điền", "tags in the address of a link stay"),
    Words(
        "Bỏ liên kết đó (nhấn chuột phải > Loại bỏ siêu liên kết) hoặc ghi địa chỉ thật.",
        "Remove that link (right-click > Remove Hyperlink) or write the real address.",
    ),
)
_PART: Final = (
    Words("lệnh trong biểu đồ, sơ đồ không được điền", "tags in a chart or diagram stay"),
    Words("Đưa chữ đó vào đoạn hoặc bảng thường.", "Put those words into a plain paragraph."),
)
_PROPERTIES: Final = (
    Words(
        "lệnh trong thuộc tính của tệp không được điền: docgen ghi thuộc tính của văn bản",
        "tags in the file's properties are left: docgen writes those of the paper",
    ),
    Words("Không phải làm gì.", "Nothing to do."),
)
_ASIDE: Final = (
    Words("lệnh ở phần không in ra, không được điền", "tags in a part that is not printed stay"),
    Words(
        "Cần điền thì đưa vào thân văn bản, đầu trang, chân trang hoặc chú thích.",
        "To have them filled, put them into the body, header, footer or notes.",
    ),
)
