"""What a YAML parser stumbled over, said so that an office clerk can mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Words
from docgen.values import Value

if TYPE_CHECKING:
    import yaml


class _Stumble(Value):
    """Words of the parser (either of its two builds), and ours."""

    said: tuple[str, ...]
    what: Words
    hint: Words


_TAB = _Stumble(
    (),
    Words("Dùng phím Tab để thụt đầu dòng", "A tab is used to indent"),
    Words("Thay Tab bằng dấu cách (mỗi cấp 2 dấu cách).", "Use spaces, two for each level."),
)
_SIGN = _Stumble(
    (),
    Words(
        "Giá trị bắt đầu bằng ký tự đặc biệt (@, %, ` ...)",
        "A value begins with a special character (@, %, ` ...)",
    ),
    Words("Đặt cả giá trị trong ngoặc kép.", "Put the whole value in quotes."),
)
_OTHER = _Stumble(
    (),
    Words("Sai cú pháp YAML", "The YAML syntax is broken"),
    Words(
        "Xem dòng này và dòng ngay trên: mỗi dòng “tên_mục: giá trị”, cùng cấp thì thụt bằng nhau, "
        "chữ có dấu hai chấm thì đặt trong ngoặc kép.",
        "Look at this line and the one above: “name: value” on each, equal indents on one level, "
        "quotes around text that holds a colon.",
    ),
)
_STUMBLES = (
    _Stumble(
        ("mapping values are not allowed",),
        Words(
            "Dấu hai chấm ở chỗ không được phép, hoặc dòng thụt vào sai cấp",
            "A colon where none may stand, or a line on the wrong level",
        ),
        Words(
            "Chữ có dấu hai chấm thì đặt trong ngoặc kép; các mục cùng cấp thụt bằng nhau.",
            "Put text that holds a colon in quotes; indent entries of one level equally.",
        ),
    ),
    _Stumble(
        ("unexpected end of stream", "found unexpected document separator"),
        Words("Mở ngoặc kép hoặc nháy đơn mà không đóng", "A quote is opened and never closed"),
        Words("Thêm dấu đóng ở cuối giá trị.", "Add the closing quote at the end of the value."),
    ),
    _Stumble(
        ("',' or ']'", "',' or '}'"),
        Words(
            "Dấu [ hoặc { không được đóng, hoặc thiếu dấu phẩy",
            "A [ or { is not closed, or a comma is missing",
        ),
        Words(
            "Đóng ngoặc; hoặc ghi mỗi mục một dòng, không dùng ngoặc.",
            "Close the bracket; or write one entry a line, without brackets.",
        ),
    ),
    _Stumble(
        ("unknown escape", "escape"),
        Words(
            "Dấu \\ trong ngoặc kép không đúng",
            "A backslash inside double quotes is wrong",
        ),
        Words(
            "Dùng nháy đơn '...' cho chữ có dấu \\.",
            "Use single quotes '...' around text with a backslash.",
        ),
    ),
    _Stumble(
        ("tab character",),
        _TAB.what,
        _TAB.hint,
    ),
    _Stumble(
        ("expected key", "block end", "'-' indicator", "entries are not allowed", "':'"),
        Words(
            "Dòng này thụt đầu dòng không khớp, hoặc còn chữ thừa sau giá trị",
            "This line's indent does not fit, or text is left over after a value",
        ),
        Words(
            "Các mục cùng cấp phải thụt bằng nhau; sau dấu đóng ngoặc kép không viết thêm chữ.",
            "Indent entries of one level equally; write nothing after a closing quote.",
        ),
    ),
)


_NO_BREAK = _Stumble(
    (),
    Words(
        "Dấu cách ở đây là dấu cách không ngắt (chép từ Word hoặc trang web)",
        "The space here is a no-break space (copied from Word or a web page)",
    ),
    Words("Xóa đi rồi gõ lại dấu cách thường.", "Delete it and type a plain space."),
)
_CURLY = _Stumble(
    (),
    Words(
        "Ngoặc kép ở đây là ngoặc cong “ ” (Word tự đổi)",
        "The quote here is a curly one “ ” (Word changes them by itself)",
    ),
    Words('Thay bằng ngoặc thẳng "…".', 'Use straight quotes "…".'),
)
_WIDE = _Stumble(
    (),
    Words("Dấu hai chấm ở đây là dấu toàn khổ (：)", "The colon here is a full-width one (：)"),
    Words("Thay bằng dấu hai chấm thường, theo sau là dấu cách.", "Use a plain colon and a space."),
)
_LOOKS = {
    **dict.fromkeys("\u00a0\u2007\u202f\u3000", _NO_BREAK),
    **dict.fromkeys("“”„‟‘’", _CURLY),
    "\uff1a": _WIDE,
}
_ODD = re.compile(f"[{''.join(_LOOKS)}]")


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The problem that stands for ``error`` in ``text``, at its line and column."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None and (odd := _odd_near(text, mark)):
        line, column, stumble = odd
        return Problem(Place(file, line + 1, column + 1), stumble.what, stumble.hint)
    found = _stumble(str(getattr(error, "problem", "") or ""), _character_at(text, mark))
    place = Place(file) if mark is None else Place(file, mark.line + 1, mark.column + 1)
    return Problem(place, found.what, found.hint)


def _odd_near(text: str, mark: yaml.Mark) -> tuple[int, int, _Stumble] | None:
    """A character that looks like one of YAML's and is none, on the faulty line or just above."""
    lines = text.split("\n")
    for line in range(min(mark.line, len(lines) - 1), max(mark.line - 2, -1), -1):
        found = _ODD.search(lines[line])
        if found is not None:
            return line, found.start(), _LOOKS[found[0]]
    return None


def _stumble(said: str, character: str) -> _Stumble:
    if "cannot start any token" in said:
        return _TAB if character == "\t" else _SIGN
    return next(
        (stumble for stumble in _STUMBLES if any(part in said for part in stumble.said)), _OTHER
    )


def _character_at(text: str, mark: yaml.Mark | None) -> str:
    """The character under ``mark``, empty when the mark is past the end."""
    if mark is None:
        return ""
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]
