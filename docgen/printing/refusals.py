"""The list of what the built-in printer found and does not print, with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, PrintRefusedError, Problem, Severity, Words
from docgen.word import dangers

if TYPE_CHECKING:
    from collections.abc import Iterator

NOWHERE = Words("", "")


class Remark(Words):
    """What is told of a print that goes ahead: a whole sentence, unlike the name of a refusal."""


ACCEPTED = Remark(dangers.CHANGED.what.vi, dangers.CHANGED.what.en)
_EXCERPT = 60
HINT = Words(
    "Cài LibreOffice (docgen tự dùng), hoặc mở tệp bằng Word và lưu thành PDF.",
    "Install LibreOffice (docgen will use it), or open the file in Word and save it as PDF.",
)
_NAMES = {
    "drawing": Words("hình vẽ hoặc ảnh", "a drawing or picture"),
    "pict": Words("hình vẽ hoặc ảnh", "a drawing or picture"),
    "object": Words("đối tượng nhúng", "an embedded object"),
    "AlternateContent": Words("hình vẽ hoặc khung chữ", "a drawing or text box"),
    "sdt": Words("ô điều khiển nội dung", "a content control"),
    "footnoteReference": Words("cước chú", "a footnote"),
    "endnoteReference": Words("chú thích cuối", "an endnote"),
    "commentReference": Words("lời bình", "a comment"),
    "commentRangeStart": Words("lời bình", "a comment"),
    "commentRangeEnd": Words("lời bình", "a comment"),
    "ins": Words("sửa đổi đang theo dõi", "a tracked change"),
    "del": Words("sửa đổi đang theo dõi", "a tracked change"),
    "moveFrom": Words("sửa đổi đang theo dõi", "a tracked change"),
    "moveTo": Words("sửa đổi đang theo dõi", "a tracked change"),
    "rPrChange": Words("sửa đổi đang theo dõi", "a tracked change"),
    "pPrChange": Words("sửa đổi đang theo dõi", "a tracked change"),
    "numPr": Words("đánh số tự động", "automatic numbering"),
    "framePr": Words("khung chữ", "a text frame"),
    "tblpPr": Words("bảng trôi", "a floating table"),
    "tblStylePr": Words("kiểu bảng có điều kiện", "a conditional table style"),
    "footerReference": Words("chân trang", "a footer"),
    "highlight": Words("tô nền chữ", "highlighted text"),
    "shd": Words("tô nền", "shading"),
    "sym": Words("ký hiệu đặc biệt", "a symbol"),
    "hyperlink": Words("liên kết", "a hyperlink"),
    "vertAlign": Words("chỉ số trên, dưới", "superscript or subscript"),
    "contextualSpacing": Words("bỏ khoảng cách cùng kiểu", "contextual spacing"),
}


def element(name: str) -> Words:
    """How to name the element ``name`` (without its prefix) in a refusal."""
    known = _NAMES.get(name)
    if known is None:
        return Words(f"phần tử w:{name}", f"element w:{name}")
    return Words(f"{known.vi} (w:{name})", f"{known.en} (w:{name})")


def attribute(owner: str, name: str, value: str) -> Words:
    """How to name an attribute, or a value of it, that is not printed."""
    setting = f'w:{owner} {name}="{value[:40]}"'
    return Words(f"thiết đặt {setting}", f"setting {setting}")


def paragraph(text: str) -> Words:
    """Where: the paragraph that starts with ``text``."""
    start = " ".join(text.split())
    if not start:
        return Words("ở một đoạn trống", "in an empty paragraph")
    start = start if len(start) <= _EXCERPT else f"{start[:_EXCERPT].rstrip()}…"
    return Words(f"ở đoạn “{start}”", f"in the paragraph “{start}”")


class Refusals:
    """Collects refusals and remarks: each kind once, with the first place and how many more."""

    def __init__(self, name: str) -> None:
        """An empty list for the paper called ``name``."""
        self.name = name
        self._found: dict[Words, tuple[Words, int]] = {}

    def add(self, what: Words, where: Words = NOWHERE) -> None:
        """Note that ``what`` stands at ``where``."""
        first, count = self._found.get(what, (where, 0))
        self._found[what] = (first, count + 1)

    def raise_any(self) -> None:
        """Raise everything noted so far that stops the print.

        Raises:
            PrintRefusedError: something was noted; one problem for each kind of thing.
        """
        problems = tuple(self._problems())
        if problems:
            raise PrintRefusedError(*problems)

    def remarks(self) -> tuple[Problem, ...]:
        """What is to be told of a print that went ahead."""
        return tuple(
            Problem(
                Place(self.name),
                _counted(
                    Words(
                        f"đã in, cần xem lại: {what.vi}", f"printed, but to be looked at: {what.en}"
                    ),
                    where,
                    count,
                ),
                severity=Severity.WARNING,
            )
            for what, (where, count) in self._found.items()
            if isinstance(what, Remark)
        )

    def _problems(self) -> Iterator[Problem]:
        for what, (where, count) in self._found.items():
            if not isinstance(what, Remark):
                told = Words(
                    f"bộ in sẵn có không in được {what.vi}",
                    f"the built-in printer does not print {what.en}",
                )
                yield Problem(Place(self.name), _counted(told, where, count), HINT)


def _counted(what: Words, where: Words, count: int) -> Words:
    vi, en = f"{what.vi} {where.vi}".rstrip(), f"{what.en} {where.en}".rstrip()
    more = count - 1
    return Words(f"{vi} và {more} chỗ khác", f"{en} and {more} more") if more else Words(vi, en)
