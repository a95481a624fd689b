"""The pages of the site that are read off the program: ``python -m manual.pages`` writes them.

The form field by field, each command, the law with its sources; all in ``docs/``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import docgen
from docgen.commands.help_pages import paragraphs
from docgen.law.law import law
from docgen.record.forms import FORMS, PROFILE
from docgen.record.schema.fields import Blank
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.record.workbooks.wording import options
from docgen.text.dates import slashed
from docgen.workflows.opening import form_of
from manual import first_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import Slot

DOCS = Path(__file__).parents[1] / "docs"
_GENERATED = "Trang này được tạo tự động từ chương trình (`just generate`).\n"
_KINDS = {
    FieldKind.LINE: "một dòng chữ",
    FieldKind.TEXT: "chữ, nhiều đoạn",
    FieldKind.DAY: "ngày",
    FieldKind.WHOLE: "số nguyên",
    FieldKind.FLAG: "có, không",
    FieldKind.PERIOD: "kỳ",
    FieldKind.CHOICE: "chọn",
    FieldKind.PART: "nhóm mục",
}
_EMPTY = {Blank.HOLE: "in chỗ trống", Blank.MARK: "in dấu cần bổ sung", Blank.NONE: ""}
_SURE = {"verified": "đã đối chiếu", "known": "cần đối chiếu"}
_FORMS = {
    "tu-quan": "Bản khai mô hình tự quản",
    "lien-ket": "Bản khai mô hình liên kết",
    "don-vi": "Hồ sơ đơn vị",
}


def form_page() -> str:
    """Every field of every form: key, label, what it takes, what an empty one prints."""
    lines = ["# Tờ khai từng mục", "", _GENERATED]
    for name in (*FORMS, PROFILE.name):
        lines += [f"## {_FORMS[name]} (`{name}`)", ""]
        for slot in slots_of(form_of(name).record).values():
            lines += [f"### {slot.label.vi} (`{slot.name}`)", ""]
            rows = list(_rows(slot, slot.name))
            lines += ["| Mục | Khóa | Ghi gì | Để trống |", "|---|---|---|---|", *rows, ""]
    return "\n".join(lines)


def _rows(slot: Slot, key: str) -> Iterator[str]:
    if slot.part is None:
        yield _row(slot, key)
        return
    ending = "[]" if slot.many else ""
    yield _row(slot, key + ending)
    yield from _rows_of(slot.part, key + ending)


def _rows_of(part: type[RecordPart], around: str) -> Iterator[str]:
    for slot in slots_of(part).values():
        yield from _rows(slot, f"{around}.{slot.name}")


def _row(slot: Slot, key: str) -> str:
    takes = _KINDS[slot.kind] + (", danh sách" if slot.many else "")
    if slot.kind is FieldKind.CHOICE:
        takes = "; ".join(f"`{code}` {words}" for words, code in options(slot).items())
    elif slot.about.example not in (None, "") and slot.part is None:
        takes += f"; ví dụ: {_cell(slot.about.example)}"
    needed = "**bắt buộc**" if slot.required else _EMPTY[slot.about.blank]
    return f"| {_cell(slot.about.note or slot.about.vi)} | `{key}` | {_cell(takes)} | {needed} |"


def _cell(text: object) -> str:
    shown = "; ".join(map(str, text)) if isinstance(text, list) else str(text)
    return shown.replace("|", "\\|").replace("\n", " ").replace("[", "\\[")


def command_page() -> str:
    """Each command with its help and its options."""
    lines = ["# Các lệnh", "", _GENERATED]
    for name, command in sorted(_commands(docgen, "docgen")):
        lines += [f"## {name}", ""]
        for text in paragraphs(command.help):
            example = text.removeprefix("Ví dụ: ")
            lines += [f"Ví dụ: `{example}`" if example != text else text, ""]
        options_told = [one for one in command.params if isinstance(one, click.Option)]
        rows = [f"| `{', '.join(one.opts)}` | {_cell(one.help or '')} |" for one in options_told]
        lines += ["| Tùy chọn | Việc |", "|---|---|", *rows, ""] if rows else []
    return "\n".join(lines)


def _commands(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


def law_page() -> str:
    """The acts that papers cite, and what follows from a profile, each with its source."""
    lines = ["# Pháp luật và nguồn", "", _GENERATED, "## Văn bản được viện dẫn", ""]
    lines += [
        "| Văn bản | Số | Cơ quan ban hành | Hiệu lực | Chắc đến đâu |",
        "|---|---|---|---|---|",
    ]
    for act in law().acts.values():
        start = "" if act.start == date.min else f"từ {slashed(act.start)}"
        end = f" đến {slashed(act.end)}" if act.end else ""
        name = f"{_cell(act.kind)} {_cell(act.name)}"
        told = f"| {name} | {act.number} | {_cell(act.issuer)} | {start}{end} | {_SURE[act.sure]} |"
        lines.append(told)
    lines += ["", "## Suy ra từ hồ sơ đơn vị", "", "| Mục | Suy ra | Nguồn | Chắc đến đâu |"]
    lines.append("|---|---|---|---|")
    for rule in law().derived.rules:
        told = _cell(rule.text or f"như {rule.copy}")
        source = f"{_cell(rule.source)} | {_SURE[rule.sure]}"
        lines.append(f"| `{rule.fill}` | {told} | {source} |")
    return "\n".join([*lines, ""])


_STEPS = (
    ("1. Giải nén", "docgen-windows.zip", "rồi bấm đúp docgen.cmd"),
    ("2. Tạo mô hình", "trang web mở ra trên máy mình", "“Tạo mô hình mới”, chọn trong danh mục"),
    ("3. Khai từng bước", "chưa biết thì để trống", "văn bản hiện bên cạnh như sẽ in"),
    ("4. Xem lại, soạn", "lỗi nêu tại chỗ, kèm cách sửa", "“Soạn”: văn bản Word và hồ sơ PDF"),
    ("5. Ký, ban hành", "sửa bằng Word, ghi số, ngày", "đặt bản quét đã ký vào hồ sơ"),
)
_HEIGHT, _WIDTH = 74, 560


def steps_picture() -> str:
    """The five steps of the first package, one below the other, for who never used a terminal."""
    rows = [_step(place, *step) for place, step in enumerate(_STEPS)]
    size = f'width="{_WIDTH}" height="{_HEIGHT * len(_STEPS)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">'
    return "\n".join([head, *rows, "</svg>", ""])


def _step(place: int, title: str, first: str, second: str) -> str:
    top = place * _HEIGHT + 4
    box = f'<rect x="4" y="{top}" width="{_WIDTH - 8}" height="{_HEIGHT - 10}" rx="8"'
    lines = [
        f'{box} fill="#eef4fb" stroke="#1f4e79"/>',
        f'<text x="18" y="{top + 37}" font-size="17" font-weight="bold">{title}</text>',
        f'<text x="205" y="{top + 27}" font-size="14">{first}</text>',
        f'<text x="205" y="{top + 50}" font-size="14">{second}</text>',
    ]
    return "\n".join(lines)


PAGES = {
    "to-khai.md": form_page,
    "lenh.md": command_page,
    "phap-luat.md": law_page,
    "images/nam-buoc.svg": steps_picture,
    "images/lan-dau.svg": first_run.picture,
}


if __name__ == "__main__":
    for file, page in PAGES.items():
        (DOCS / file).write_text(page(), encoding="utf-8")
