"""What prints stands in templates and data: no Vietnamese text of a paper in the program."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1] / "docgen"

# Rooms that only speak to users: what they say never prints.
SPEAKING = {"cli", "commands", "shown", "errors"}

# A letter with a Vietnamese mark, a blank to be filled by hand, and what prints without marks.
_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_VIETNAMESE = re.compile(
    rf"[{_MARKED}{_MARKED.upper()}]|……|\b(?:TM|KT|TL|Q)\. |T/M |V/v |\bUBND\b|\bSTT\b"
)


class Allowed(NamedTuple):
    """Một ngoại lệ: Vietnamese that may stand in a module, and why.

    Attributes:
        where: The module, or the room, by its name under docgen.
        what: A pattern; only literals in which it is found are allowed.
        why: The reason.
    """

    where: str
    what: str
    why: str


_GRAMMAR = "how Vietnamese writes it: rules, of which the words are a part"
_READING = "reads what people write; prints nothing"
_FORM = "the words of the form to be filled in, not of a paper"
_LAW = "law and guidance: see their data"
_CHECK = "looks for a word in the record; prints nothing"
_MESSAGE = "a message to the user"

EXCEPTIONS = (
    Allowed("text.dates", "ngày|tháng|năm|Tư|Bảy|Năm|Sáu|Chủ nhật|Thứ ", _GRAMMAR),
    Allowed("text.hours", "giờ|đến", _GRAMMAR),
    Allowed("text.names", "^0123456789aăâ", "the order of the alphabet"),
    Allowed("text.slugs", "^đ$", "a letter that Unicode does not take apart"),
    Allowed("text.numbers", "", _GRAMMAR),
    Allowed("record.terms", "tháng|ngày|năm|đến|đầu", _READING),
    Allowed("record.forms", "", _FORM),
    Allowed("record.workbooks.wording", "", _FORM),
    Allowed("record.workbooks.drawing", "^Chọn trong danh sách$|^Bấm mũi tên", _FORM),
    Allowed("record.workbooks.layout", "^(?:Bản khai|Danh mục|Mục chung)$", _FORM),
    Allowed("record.schema", "^Bí thư$", "what the form itself offers for an empty field"),
    Allowed("law.acts", "Luật|Nghị|Thông tư|Hướng dẫn|Chỉ thị|Điều lệ| số ", _LAW),
    Allowed("guidance.shelves", "^mô hình$", _CHECK),
    Allowed("guidance.counting", "^ (?:số|ngày|của) ", _LAW),
    Allowed("guidance.schema.papers", "^Công văn$", "the one kind of paper without a symbol"),
    Allowed("law.places", "^(?:tỉnh|thành phố|thị xã|huyện|quận)$", _LAW),
    Allowed("law.place_texts", "^.bsố .*ngày $", _CHECK),
    Allowed("law.schema.legal", "^Luật$", _LAW),
    Allowed("workflows.editing.asked", "^.đồng.$", _FORM),
    Allowed("workflows.editing.progress", "Ví dụ|Thêm", _READING),
    Allowed("workflows.pasting.rows", "Ông", _READING),
    Allowed("api.records", "^bản khai$", _MESSAGE),
    Allowed("workflows.issuing", "^ (?:số|ngày) $", _MESSAGE),
    Allowed("lint.roles", "", _READING),
    Allowed("lint.rulebook", "", _READING),
    Allowed("checks.cells", "giờ| và ", _CHECK),
    Allowed("checks.lettering", r"^\[aA\]\[", _CHECK),
    Allowed("law.signers", "úy|uý|sĩ|sỹ", _READING),
    Allowed("checks", r"chi bộ|đảng ủy|Ủy ban|Công an|\\btỉnh|đĐ|ẠẢ|Ḁ", _CHECK),
    Allowed("printing.numerals", "Số trang hồ sơ", "the title of a sheet that is bound and gone"),
    Allowed("scans", "tệp|bản quét|Bản gốc", _MESSAGE),
    Allowed("printing", "tệp|bản in|lời bình| chỗ khác|hiệu ứng chữ|phông chữ", _MESSAGE),
    Allowed("workflows.permitting", "^chỉ mô hình|^only models| kỳ ", _MESSAGE),
)

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def name_of(path: Path) -> str:
    """The dotted name of a module under docgen, without ``docgen``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def message_makers() -> frozenset[str]:
    """Every function and class that takes a text in both languages: what it gets is a message."""
    found = {"Words", "About"}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                taken = {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
                found |= {node.name} if {"vi", "en"} <= taken else set()
    return frozenset(found)


class Literals(ast.NodeVisitor):
    """The texts that a module holds, without docstrings and messages."""

    def __init__(self) -> None:
        """Nothing is found yet."""
        self.found: list[tuple[int, str]] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        """A text alone is a docstring."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """What goes into a message is for the user."""
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called not in message_makers():
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """What is called ``vi`` is one language of a message."""
        named = {
            name.id
            for target in node.targets
            for name in ast.walk(target)
            if isinstance(name, ast.Name)
        }
        if "vi" not in named:
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """An f-string counts as one text, its open places apart."""
        parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
        self.found.append((node.lineno, "".join(map(str, parts))))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        """A plain text."""
        if isinstance(node.value, str):
            self.found.append((node.lineno, node.value))


def vietnamese_in(source: str) -> list[tuple[int, str]]:
    """Line and text of every Vietnamese literal of ``source`` that is no message."""
    reader = Literals()
    reader.visit(ast.parse(source))
    return [(line, text) for line, text in reader.found if _VIETNAMESE.search(text)]


@cache
def literals() -> tuple[tuple[str, int, str], ...]:
    """Module, line and text of every Vietnamese literal of docgen that is no message."""
    return tuple(
        (name_of(path), line, text)
        for path in MODULES
        if name_of(path).split(".")[0] not in SPEAKING
        for line, text in vietnamese_in(path.read_text("utf-8"))
    )


def allows(exception: Allowed, module: str, text: str) -> bool:
    """Whether ``exception`` speaks of that text in that module."""
    there = f"{module}.".startswith(f"{exception.where}.")
    return there and re.search(exception.what, text) is not None


def test_what_prints_stands_in_templates_and_data() -> None:
    """No module holds Vietnamese text, a short list of exceptions apart."""
    astray = [
        f"{module}:{line}: {text}"
        for module, line, text in literals()
        if not any(allows(exception, module, text) for exception in EXCEPTIONS)
    ]
    assert not astray


@pytest.mark.parametrize("exception", EXCEPTIONS, ids=lambda exception: exception.where)
def test_every_exception_is_needed(exception: Allowed) -> None:
    """An exception for what is gone goes too."""
    assert any(allows(exception, module, text) for module, _, text in literals())


@pytest.mark.parametrize(
    "line",
    [
        'title = "Biên bản"',
        'lines = [f"KT. {title}"]',
        'HOLE = "………"',
        'print(names["head"], f"{office} {x or \'Phó\'}")',
        'head = {"V/v ": 1}',
    ],
)
def test_a_text_that_slips_in_is_found(line: str) -> None:
    """The reader sees plain texts, f-strings, keys, and what stands open in an f-string."""
    assert vietnamese_in(line)


@pytest.mark.parametrize(
    "line",
    [
        '"""Biên bản."""',
        'Words("lỗi", "fault")',
        'raise E.at(p, "lỗi", "x")',
        'vi, en = f"{vi} và", f"{en} and"',
        'x = "plain"',
    ],
)
def test_docstrings_and_messages_are_none_of_its_business(line: str) -> None:
    """What is told to people who read the code or run the program does not print."""
    assert not vietnamese_in(line)
