"""The floors of the house: who may import whom, and the one door to each outside library."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "docgen"

# Each floor may import itself and what stands to the right of it.
FLOORS = {
    "__main__": {"cli"},
    "cli": {"commands", "shown", "errors"},
    "commands": {"shown", "workflows", "record", "errors"},
    "shown": {"workflows", "checks", "lint", "guidance", "law", "record", "text", "errors"},
    "workflows": {
        *("checks", "lint", "papers", "guidance", "law", "printing", "scans"),
        *("record", "word", "folder", "dossier", "text", "errors"),
    },
    "checks": {"papers", "guidance", "law", "record", "text", "errors"},
    "lint": {"law", "word", "text", "errors"},
    "papers": {"guidance", "law", "record", "word", "text", "errors"},
    "guidance": {"law", "record", "text", "errors"},
    "law": {"record", "text", "errors"},
    "printing": {"word", "text", "errors"},
    "scans": {"dossier", "folder", "text", "errors"},
    "record": {"text", "errors"},
    "word": {"errors"},
    "folder": {"text", "errors"},
    "dossier": {"text", "errors"},
    "text": {"errors"},
    "errors": set(),
}

# An outside library is named in these places only.
DOORS = {
    "click": {"cli", "commands", "shown"},
    "docxtpl": {"word.filling.fill"},
    "jinja2": {"word.filling.fill"},
    "docx": {"word.authoring"},
    "markdown_it": {"word.authoring"},
    "mdit_py_plugins": {"word.authoring"},
    "typst": {"printing.typeset"},
    "pypdf": {"dossier", "scans"},
    "PIL": {"scans.pictures"},
    "pydantic": {"record"},
    "pydantic_core": {"record"},
    "yaml": {"record", "guidance.data", "lint.data", "word.authoring"},
    "babel": {"text"},
    "openpyxl": {"record.workbooks", "papers.register.workbook"},
    "icalendar": {"workflows.calendars"},
}

MODULES = sorted(ROOT.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name of a module under docgen, without ``docgen``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imports_of(path: Path) -> set[str]:
    """Every module that ``path`` imports, type-only imports included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "docgen":
                found |= {f"docgen.{alias.name}" for alias in node.names}
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_floors_below_it(path: Path) -> None:
    """Imports go down the house, never up or across."""
    floor = name_of(path).split(".")[0]
    wanted = {name.split(".")[1] for name in imports_of(path) if name.startswith("docgen.")}
    allowed = FLOORS.get(floor, set()) | {floor}
    assert {name for name in wanted if (ROOT / name).exists() or name in FLOORS} <= allowed


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_an_outside_library_has_one_door(path: Path) -> None:
    """Each outside library is imported only behind its door."""
    name = name_of(path)
    for library in {one.split(".")[0] for one in imports_of(path)} & DOORS.keys():
        doors = DOORS[library]
        assert any(name == door or name.startswith(f"{door}.") for door in doors), library


def test_the_package_root_imports_nothing() -> None:
    """``docgen/__init__.py`` imports nothing, so that no import can go round through the root."""
    assert imports_of(ROOT / "__init__.py") == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path: Path) -> None:
    """No module over 300 lines of code (the record's fields apart), no function over 40 lines."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = [one.name for one in functions if (one.end_lineno or 0) - one.lineno > 40]
    assert not long
    code = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.stmt)}
    assert len(code) <= 300


def test_no_module_has_a_name_that_says_nothing() -> None:
    """A module is named by a noun of the field."""
    empty = {"utils", "helpers", "common", "manager", "context", "base", "misc"}
    assert not {path.stem for path in MODULES} & empty
