"""What a code of a problem means: in the terminal, and as the page docs/ma-loi.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.shown.codes import OTHER, codes, group_of, groups

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_CODE: Final = Words(
    "không có mã {code}; mã có dạng DG và ba chữ số, danh sách: docs/ma-loi.md",
    "there is no code {code}; codes are DG and three digits, listed in docs/ma-loi.md",
)
_OTHER: Final = Words(
    "{code}: lời báo không có mã riêng, do chương trình ngoài hoặc máy báo.",
    "{code}: a message without a code of its own, told by an outside program or the machine.",
)
_GAP: Final = "…"
_HEAD: Final = """\
# Mã lỗi / Codes of problems

Mỗi loại lỗi, cảnh báo có một mã không đổi giữa các phiên bản. `docgen explain MÃ` giải thích từng
mã; `--json` ghi mã ở `code`. Trang này được tạo tự động (`just generate`); dấu … là chỗ ghi giá
trị.
Each kind of problem has a code that stays the same in every version. `docgen explain CODE` explains
one; `--json` tells it as `code`. This page is generated (`just generate`); … stands for a value.
"""


def explained(code: str, lang: str) -> list[str] | None:
    """The lines that explain ``code``, ``None`` where there is no such code."""
    code = code.upper()
    if code == OTHER:
        return [_OTHER.in_language(lang).format(code=code)]
    found, group = codes().get(code), group_of(code)
    if found is None or group is None:
        return None
    message = found.message.in_language(lang).replace("{}", _GAP)
    return [
        f"{code}: {message}",
        f"{group.title.in_language(lang)}.",
        group.about.in_language(lang),
    ]


def no_such_code(code: str, lang: str) -> str:
    """What to tell of a code that is none."""
    return _NO_CODE.in_language(lang).format(code=code)


def page() -> str:
    """The page of all codes."""
    return "\n".join([_HEAD, *_rows()]) + "\n"


def _rows() -> Iterator[str]:
    for group in groups():
        yield f"## DG{group.number}: {group.title.vi} / {group.title.en}\n"
        yield f"{group.about.vi}\n{group.about.en}\n"
        yield "| Mã | Lời báo | Message |\n|---|---|---|"
        for code, one in sorted(codes().items()):
            if group_of(code) == group:
                yield f"| {code} | {_cell(one.message.vi)} | {_cell(one.message.en)} |"
        yield ""


def _cell(text: str) -> str:
    return text.replace("{}", _GAP).replace("|", "\\|").replace("\n", " ")
