"""What whoever filled in an Excel form is told: in the words of the form, in either language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from docgen.cli import run
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_of
from docgen.record.workbooks.layout import Field, layout_of
from docgen.record.workbooks.making import workbook_of
from docgen.workflows.opening import load
from tests.samples import path_of
from tests.workbooks import FIRST_ROW, VALUE_COLUMN, Book, column_of, row_of, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.record.schema.parts import RecordPart

Output = pytest.CaptureFixture[str]
SAMPLES = ("vong-doi/hai-nam-2025-2026", "lien-ket/giap-ranh-2026", "phuong-2026-doi-xung-kich")
VALUES = ("31/02/2026", "abc", "-3", "khác", "Thượng tá", "Trần Thị Bình; Lê Văn Cường", "xã Cũ")
"""What people put into cells where something else belongs."""
_WORD = re.compile(r"(?<![\w./-])[A-Za-z_]+(?:\[\d+\])?(?:\.[A-Za-z_]+)*(?![\w/-])")
_KEYS = re.compile(r"(?<=“)[a-z]+(?=[:”])|\w+_\w+|\w+\[\d+\]")
_QUOTED = re.compile(r"“[^“”]*”")
_MARKED = re.compile("[à-ỹÀ-Ỹđ]")
_ALIKE = frozenset({"an", "to", "so", "in", "co", "xa", "no"})
"""Words of YAML that are words of Vietnamese, too."""
_ACT = re.compile(r"\b[\w/]*-?(?:HD|NĐ|QĐ|BCĐ)[\w-]*(?:/[\w-]+)*")


def words_of_yaml() -> frozenset[str]:
    """Every name of a field and every code of a choice."""
    found: set[str] = set()
    for root in (Record, LinkedRecord):
        waiting: list[type[RecordPart]] = [root]
        seen: set[type[RecordPart]] = set()
        while waiting:
            part = waiting.pop()
            if part in seen:
                continue
            seen.add(part)
            for slot in slots_of(part).values():
                found |= {slot.name, *map(str, slot.choices)}
                waiting += [slot.part] if slot.part else []
    return frozenset(found) - _ALIKE


YAML = words_of_yaml()


def foreign(text: str, lang: str, typed: str = "") -> list[str]:
    """Lines with names of fields, codes or dotted paths, but for what was ``typed``.

    English words that are names of fields, too, count where they are quoted only.
    """
    found = []
    for line in text.replace(f"“{typed}”", "").splitlines():
        plain = re.sub(r"docgen [a-z]+.*|--[a-z-]+|\S+\.(?:xlsx|yaml|docx|pdf)", "", line)
        plain = plain if lang == "vi" else " ".join(_KEYS.findall(plain))
        odd = [one for one in _WORD.findall(plain) if one in YAML or "_" in one or "[" in one]
        if odd:
            found.append(f"{odd}: {line}")
    return found


def english(text: str) -> list[str]:
    """Lines with words of Vietnamese that are no quoted value, label or name of a law."""
    lines = (line for line in text.splitlines() if not line.startswith(("  -", "Content")))
    bare = ((line, _ACT.sub("", _QUOTED.sub("", line))) for line in lines)
    return [line for line, text in bare if _MARKED.search(re.sub(r"\S*/\S*", "", text))]


def spoiled(file: Path, root: type[RecordPart], place: int) -> Iterator[tuple[Any, str]]:
    """The workbook with one value in place of others all over it, a share of them at a time."""
    layout = layout_of(root)
    fields = [row for row in layout.rows if isinstance(row, Field)]
    for shift, value in enumerate(VALUES):
        book = load_workbook(file)
        first = book.worksheets[0]
        for one in fields[(place + shift) % 9 :: 9]:
            if one.key not in ("kind", "profile"):
                first.cell(row_of(first, one.key), VALUE_COLUMN).value = value
        for table in layout.tables:
            sheet = sheet_of(book, table.key[1:])
            for column in table.columns[(place + shift) % 4 :: 4]:
                sheet.cell(FIRST_ROW, column_of(sheet, column.key)).value = value
        yield book, value


@pytest.mark.parametrize("name", SAMPLES)
def test_every_fault_of_a_form_is_told_in_its_words(
    name: str, tmp_path: Path, capsys: Output
) -> None:
    """Whatever stands in whichever cell; with JSON every place has sheet and cell."""
    record = load(path_of(name)).record
    file = tmp_path / "khai.xlsx"
    Book(file, workbook_of(record, str(file)))
    capsys.readouterr()
    for book, value in spoiled(file, type(record), SAMPLES.index(name)):
        book.save(tmp_path / "sai.xlsx")
        for lang in ("vi", "en"):
            run(["check", str(tmp_path / "sai.xlsx"), "--lang", lang])
            told = capsys.readouterr()
            assert foreign(told.err + told.out, lang, value) == []
        assert english(told.err + told.out) == []
        run(["check", str(tmp_path / "sai.xlsx"), "--json"])
        problems = json.loads(capsys.readouterr().out)["problems"]
        assert problems
        assert all(one["sheet"] and one["cell"] for one in problems if one["line"])


COMMANDS = (
    ["report", "--period", "2031"],
    ["reorganize"],
    ["commend"],
    ["discipline"],
    ["replicate"],
    ["dissolve"],
    ["rate"],
    ["rate", "--period", "2031"],
    ["deadlines", "--year", "2026"],
)


@pytest.mark.parametrize("name", ["khu-dan-cu-2026-toi-thieu", "lien-ket/giap-ranh-2026"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_steps_that_a_form_does_not_allow_are_told_in_its_words(
    name: str, lang: str, tmp_path: Path, capsys: Output
) -> None:
    """Sections that it does not tell are called as its sheets are."""
    file = tmp_path / "khai.xlsx"
    Book(file, workbook_of(load(path_of(name)).record, str(file)))
    for command, *more in COMMANDS:
        into = [] if command in ("rate", "deadlines") else ["-o", str(tmp_path / "kq")]
        run([command, str(file), *more, *into, "--lang", lang])
        told = capsys.readouterr()
        assert foreign(told.err + told.out, lang) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_form_of_another_kind_is_told_in_words(lang: str, tmp_path: Path, capsys: Output) -> None:
    """A profile, and a form whose kind was typed over."""
    profile, form = tmp_path / "don-vi.xlsx", tmp_path / "khai.xlsx"
    assert run(["profile", "-o", str(profile)]) == 0
    assert run(["new", "lien-ket", "-o", str(form)]) == 0
    book = load_workbook(form)
    first = book.worksheets[0]
    first.cell(row_of(first, "kind"), VALUE_COLUMN).value = "khác"
    book.save(form)
    capsys.readouterr()
    said = {}
    for file in (profile, form):
        assert run(["check", str(file), "--lang", lang]) == 1
        said[file] = capsys.readouterr().err
        assert foreign(said[file], lang) == []
    assert {"vi": "Đây là hồ sơ đơn vị", "en": "This is a profile"}[lang] in said[profile]
    assert "“mô hình liên kết”" in said[form]
